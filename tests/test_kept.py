"""Tracing through a store: each report is read once, and what is new is compared with what it may belong to."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from runut import pipeline
from runut.cli import app
from runut.engine import open_engine
from runut.read import reports
from runut.store import open_store
from runut.types import Report

SAMPLE = Path(pipeline.__file__).parent / "data" / "sample"
SERIAL = open_engine("serial")


@pytest.fixture
def sample():
    return [r for r in reports([SAMPLE]) if isinstance(r, Report)]


@pytest.fixture
def read(monkeypatch):
    """Ids of the reports that were read."""
    seen = []
    real = pipeline.per_report

    def counted(report, published=None):
        seen.append(report.id)
        return real(report, published)

    monkeypatch.setattr(pipeline, "per_report", counted)
    return seen


def test_a_store_gives_the_documents_that_reading_gives(sample):
    store = open_store()
    ids, issues = pipeline.keep(sample, store, SERIAL)
    assert (ids, issues) == ([r.id for r in sample], [])
    assert pipeline.kept(store, SERIAL) == [pipeline.per_report(r) for r in sample]


def test_each_report_is_read_once(sample, read):
    store = open_store()
    pipeline.keep(sample[:6], store, SERIAL)
    pipeline.keep(sample, store, SERIAL)
    pipeline.kept(store, SERIAL)
    assert sorted(read) == sorted(r.id for r in sample)


def test_other_code_or_data_reads_anew(sample, read, monkeypatch):
    store = open_store()
    pipeline.keep(sample, store, SERIAL)
    monkeypatch.setattr(pipeline, "version", lambda: "another")
    assert list(store.documents(stage="document-another")) == []
    assert len(pipeline.kept(store, SERIAL)) == len(sample)
    assert len(read) == 2 * len(sample)


def test_the_version_depends_on_code_and_data_of_reading_alone(tmp_path, monkeypatch):
    def version(name, content):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
        monkeypatch.setattr(pipeline.resources, "files", lambda _: tmp_path)
        pipeline.version.cache_clear()
        return pipeline.version()

    try:
        first = version("annotate/x.py", "1")
        assert version("publish/y.py", "1") == first
        assert version("data/sample/y.txt", "1") == first
        second = version("data/lang/id/cues.yaml", "1")
        third = version("data/lang/id/cues.yaml", "2")
        assert len({first, second, third, version("annotate/x.py", "2")}) == 4
    finally:
        monkeypatch.undo()
        pipeline.version.cache_clear()


def test_what_is_given_is_compared_with_what_may_belong_to_it(sample):
    store = open_store()
    pipeline.keep(sample, store, SERIAL)
    whole = pipeline.trace(pipeline.kept(store, SERIAL))
    story = max(whole.stories, key=lambda g: len(g.reports))
    for report in story.reports:
        found = {d.report.id for d in pipeline.kept(store, SERIAL, [report])}
        assert report in found
        assert set(story.reports) <= found


OTHER = (
    "Tim renang Kabupaten Sikka meraih 14 medali emas pada kejuaraan antarpelajar di Kupang, Minggu (8/6/2025). "
    "Pelatih Yosef Lering mengatakan persiapan atlet berlangsung sejak Januari."
)


def test_what_has_nothing_to_do_with_it_is_left_out(sample):
    store = open_store()
    other = Report(id="r-0123456789abcdef", text=OTHER, lang="id")
    pipeline.keep([*sample, other], store, SERIAL)
    assert [d.report.id for d in pipeline.kept(store, SERIAL, [other.id])] == [other.id]


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_the_command_keeps_and_finds_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = ["--store", "sqlite:///s.db", "--format", "json", "--engine", "serial"]
    plain = json.loads(run("trace", SAMPLE, "--format", "json").stdout)
    first = json.loads(run("trace", SAMPLE, *store).stdout)
    assert first["findings"] == plain["findings"]
    Path("new.txt").write_text(OTHER)
    alone = run("trace", "new.txt", *store)
    assert [r["url"] for r in json.loads(alone.stdout)["reports"]] == ["file:new.txt"]
    assert len(json.loads(run("trace", *store).stdout)["reports"]) == len(plain["reports"]) + 1


def test_decisions_are_kept_in_the_store(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("new.txt").write_text(OTHER)
    store = ["--store", "sqlite:///s.db"]
    assert "Kept in the store" in run("judge", "same", "Yosef Lering", "Y. Lering", *store).stdout
    assert not Path("runut-judgements.jsonl").exists()
    found = json.loads(run("trace", "new.txt", *store, "--format", "json").stdout)
    assert [j["left"] for j in found["judgements"]] == ["Yosef Lering"]
    run("judge", "undo", 1, *store)
    assert "(undone)" in run("judge", "list", *store).stdout


def test_an_empty_store_is_an_error_that_helps(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = run("trace", "--store", "sqlite:///s.db")
    assert (found.exit_code, found.stdout) == (2, "")
    assert "no report could be read" in found.stderr
    assert run("trace", "--store", "floppy:").stderr.startswith("runut: no store 'floppy:'; known: memory:")
