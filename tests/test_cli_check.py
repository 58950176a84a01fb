"""`runut check`, as a user meets it."""

import json

import pytest
from typer.testing import CliRunner

from runut.cli import app


@pytest.fixture(autouse=True)
def _at_home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def dossier(tmp_path, sample_dossier):
    from runut.publish import write

    path = tmp_path / "dossier.json"
    path.write_text(write(sample_dossier, "json"), encoding="utf-8")
    return path


def test_json_has_the_fixed_keys(dossier):
    found = run("check", "Dua awak kapal terluka.", "--in", dossier, "--format", "json")
    assert found.exit_code == 0
    out = json.loads(found.output)
    assert list(out) == ["statement", "answer", "supported_by", "contradicted_by", "findings", "why"]
    assert out["answer"] == "supported"


def test_a_file_gives_one_line_a_statement(dossier, tmp_path):
    lines = tmp_path / "statements.txt"
    lines.write_text("Dua awak kapal terluka.\n\nThe ferry sank.\n", encoding="utf-8")
    found = run("check", "--file", lines, "--in", dossier)
    assert [json.loads(line)["answer"] for line in found.output.splitlines()] == ["supported", "not_reported"]


def test_text_shows_the_sentences_and_who_says_so(dossier):
    out = run("check", "Dua awak kapal terluka.", "--in", dossier).output
    assert "Ratna Wulandari" in out
    assert "•" in out
    assert "Didukung oleh" in run("check", "Dua awak kapal terluka.", "--in", dossier, "--lang", "id").output


def test_reports_can_be_given_in_place_of_a_dossier(tmp_path):
    (tmp_path / "a.txt").write_text("Bupati Sari Dewi membuka pasar di Ambon pada Senin (2/6/2025).")
    assert "Reports say it" in run("check", "Sari Dewi membuka pasar di Ambon.", "--in", "a.txt").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "nothing to check"),
        (["check", "Harga garam naik."], "no reports to look in"),
        (["check", "Harga garam naik.", "--in", "absent.json"], "could be read"),
    ],
)
def test_what_is_missing_is_told_in_one_line(arguments, said):
    found = run(*arguments)
    assert found.exit_code == 2
    assert said in found.output


def test_a_store_is_looked_in(tmp_path):
    (tmp_path / "a.txt").write_text("Bupati Sari Dewi membuka pasar di Ambon pada Senin (2/6/2025).")
    store = f"sqlite:///{tmp_path}/s.db"
    assert run("trace", "a.txt", "--store", store).exit_code == 0
    found = run("check", "Sari Dewi membuka pasar di Ambon.", "--store", store, "--format", "json")
    assert json.loads(found.output)["answer"] == "supported"


def test_decisions_of_people_are_replayed(tmp_path):
    """Two officials are two origins until somebody says that one speaks for the other."""
    (tmp_path / "a.txt").write_text('"Pasar ikan Tual dibuka lagi hari ini," kata Kepala Dinas Perikanan Sari Dewi.')
    (tmp_path / "b.txt").write_text('"Pasar ikan Tual dibuka lagi hari ini," kata Bupati Rahmat Hakim.')
    ask = ("check", "Pasar ikan Tual dibuka lagi.", "--in", "a.txt", "--in", "b.txt", "--format", "json")
    assert len(json.loads(run(*ask).output)["supported_by"]) == 2
    assert run("judge", "origin", "Sari Dewi", "Rahmat Hakim").exit_code == 0
    assert len(json.loads(run(*ask).output)["supported_by"]) == 1
    assert run("trace", "a.txt", "b.txt", "-o", "d.json").exit_code == 0
    saved = run("check", ask[1], "--in", "d.json", "--format", "json")
    assert len(json.loads(saved.output)["supported_by"]) == 1
