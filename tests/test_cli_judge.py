"""Decisions from the command line, and the next dossier that obeys them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from runut.cli import app

FIRE = (
    "Kebakaran melanda Pasar Wanabakti di Ambon pada Senin (2/6/2025) pukul 03.15 WIT. "
    "Kepala Dinas Pemadam Rudi Tahalele mengatakan 45 kios hangus terbakar. "
)
FLOOD = (
    "Banjir merendam Desa Sungai Lintang di Ketapang pada Kamis (20/2/2025). "
    "Camat Maria Ulfah mengatakan 310 rumah terendam setinggi satu meter. "
)


@pytest.fixture(autouse=True)
def _reports(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("r").mkdir()
    Path("r/a.txt").write_text(FIRE + "Rudi Tahalele menyebut api berasal dari kios gorengan.")
    Path("r/b.txt").write_text(FIRE + "R. Tahalele menyebut tidak ada korban jiwa dalam kejadian itu.")
    Path("r/c.txt").write_text(FLOOD)


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def traced(*arguments):
    found = run("trace", "r", "--format", "json", *arguments)
    assert found.exit_code == 0
    return json.loads(found.stdout)


def grouped(dossier, kind="stories"):
    urls = {r["id"]: r["url"].removeprefix("file:")[0] for r in dossier["reports"]}
    return {"".join(sorted(urls[r] for r in g["reports"])) for g in dossier[kind]}


def test_stories_are_joined_and_parted_and_given_back():
    assert grouped(traced()) == {"ab", "c"}
    run("judge", "apart", "file:a.txt", "file:b.txt")
    run("judge", "same", "file:a.txt", "file:c.txt", "--by", "ani", "--why", "both are of one night")
    dossier = traced()
    assert grouped(dossier) == {"ac", "b"}
    assert [(j["kind"], j["same"], j["by"]) for j in dossier["judgements"]][1] == ("story", True, "ani")
    run("judge", "undo", 1)
    run("judge", "undo", 2)
    assert traced() == traced("--judgements", "none.jsonl")


def test_the_latest_decision_on_a_pair_counts():
    run("judge", "same", "file:a.txt", "file:c.txt")
    assert "overrules an earlier decision" in run("judge", "apart", "file:c.txt", "file:a.txt").stdout
    assert grouped(traced()) == {"ab", "c"}


def test_copies_are_parted_and_joined():
    assert grouped(traced(), "copies") == {"ab"}
    run("judge", "not-copy", "file:a.txt", "file:b.txt")
    assert grouped(traced(), "copies") == set()
    run("judge", "copy", "file:b.txt", "file:c.txt")
    dossier = traced()
    assert grouped(dossier, "copies") == {"bc"}
    assert grouped(dossier) == {"ab", "c"}


def entities(dossier):
    return {
        frozenset(e["names"]) for e in dossier["entities"] if any("Tahalele" in n or "Ulfah" in n for n in e["names"])
    }


def test_names_are_joined():
    before = entities(traced())
    assert not any({"Rudi Tahalele", "Maria Ulfah"} <= names for names in before)
    run("judge", "same", "Rudi Tahalele", "Maria Ulfah", "--by", "ani")
    dossier = traced()
    assert any({"Rudi Tahalele", "Maria Ulfah"} <= names for names in entities(dossier))
    run("judge", "undo", 1)
    assert entities(traced()) == before


@pytest.mark.parametrize(
    ("form", "lang", "title"),
    [("text", "en", "Judgements"), ("md", "id", "## Keputusan"), ("html", "en", ">Judgements<")],
)
def test_the_dossier_shows_them(form, lang, title):
    assert title not in run("trace", "r", "--format", form, "--lang", lang).stdout
    run("judge", "apart", "file:a.txt", "file:b.txt", "--by", "ani <b>", "--why", "two nights")
    found = run("trace", "r", "--format", form, "--lang", lang).stdout
    assert title in found
    assert "two nights" in found
    assert "ani" in found
    assert "ani <b>" not in found or form == "text"


def test_the_list_numbers_them_and_marks_what_is_undone():
    assert "No decision is kept" in run("judge", "list").stdout
    run("judge", "origin", "Dishub", "Dinas Perhubungan", "--by", "ani")
    run("judge", "undo", 1, "--by", "budi")
    first, second = run("judge", "list").stdout.splitlines()
    assert first.startswith("1  (undone) ani, ")
    assert first.endswith("Dishub and Dinas Perhubungan are one origin.")
    assert "budi" in second
    assert "undoes 1" in second


def test_kept_decisions_are_no_report():
    run("judge", "same", "Rudi", "Sari", "--judgements", "r/j.jsonl")
    found = run("trace", "r", "--format", "json")
    assert len(json.loads(found.stdout)["reports"]) == 3
    assert "runut wrote it" in found.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["same", "r1", "r2"], "r1 names a report in one dossier only; give its URL or id"),
        (["same", "Sari", "file:a.txt"], "a report cannot be one with a name"),
        (["same", "Sari", "Sari"], "'Sari' is given twice"),
        (["copy", "Sari", "Dewi"], "copies are reports"),
        (["origin", "file:a.txt", "file:b.txt"], "a report cannot be one with a name"),
        (["undo", "4"], "there is no decision 4; `runut judge list` shows the 0 that there are"),
        (["list", "--judgements", "r/a.txt"], "r/a.txt:1: "),
    ],
)
def test_what_cannot_be_judged_is_one_line_and_exit_2(arguments, message):
    found = run("judge", *arguments)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert message in found.stderr
    assert not Path("runut-judgements.jsonl").exists()


@pytest.mark.parametrize("word", ["same", "apart", "copy", "not-copy", "origin", "not-origin", "list", "undo"])
def test_every_command_has_an_example(word):
    assert f"Example: runut judge {word}" in run("judge", word, "--help").output
