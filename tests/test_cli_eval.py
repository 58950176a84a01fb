"""The commands that score output, over the bundled sample and over files that cannot be scored."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from runut.cli import app
from runut.publish import document_json, write

GOLD = Path(__file__).parent / "gold/sample"
STORY = "story_partition: [[u]]\nreports: {u: {times: [['Rabu (3/6)', 2026-06-03]]}}\n"


def run(*arguments):
    return CliRunner().invoke(app, ["eval", *(str(a) for a in arguments)])


@pytest.fixture(scope="module")
def made(sample_dossier, tmp_path_factory):
    """The sample's documents and dossier in their JSON forms."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "out.jsonl").write_bytes(b"\n".join(document_json(d) for d in sample_dossier.documents))
    (folder / "out.json").write_text(write(sample_dossier, "json"), encoding="utf-8")
    return folder


def test_documents_are_scored_in_a_table(made):
    found = run("documents", GOLD, made / "out.jsonl")
    assert found.exit_code == 0
    rows = {line[2:26].strip(): line[26:].split() for line in found.stdout.splitlines()}
    assert rows["measure"] == ["precision", "recall", "F1", "accuracy", "of"]
    p, r, f1, of = rows["times value"]
    assert 0.5 < float(f1) <= 1
    assert min(float(p), float(r)) <= float(f1) <= max(float(p), float(r))
    assert int(of) > 20
    assert len(rows["speaker"]) == 2


@pytest.mark.parametrize(("what", "file"), [("documents", "out.jsonl"), ("dossier", "out.json")])
def test_mistakes_are_shown_when_asked_for(made, what, file):
    whole = json.loads(run(what, GOLD, made / file, "--json", "--errors", 9999).stdout)
    few = run(what, GOLD, made / file, "--errors", 1).stdout
    none = run(what, GOLD, made / file).stdout
    if whole["mistakes"]:
        assert whole["mistakes"][0][:40] in few
        assert whole["mistakes"][0][:40] not in none
        assert f"{len(whole['mistakes'])} mistakes" in none


def test_a_dossier_of_other_reports_scores_nothing(made, tmp_path):
    (tmp_path / "s.yaml").write_text(STORY + "facts: [{id: f, reports: {u: kata}}]\n")
    scores = json.loads(run("dossier", tmp_path, made / "out.json", "--json").stdout)
    assert scores["stories_bcubed"]["lost"] == 1
    assert scores["fact_coverage"] == {"accuracy": 0.0, "of": 1}


def test_reports_that_the_output_lacks_are_counted(made, tmp_path):
    (tmp_path / "s.yaml").write_text(STORY)
    assert "1 annotated reports are not in the output" in run("documents", tmp_path, made / "out.jsonl").stdout


def without_text(made):
    dossier = json.loads((made / "out.json").read_text())
    del dossier["reports"][1]["text"]
    return json.dumps(dossier)


def with_a_strange_report(made):
    dossier = json.loads((made / "out.json").read_text())
    dossier["stories"][0]["reports"].append("r-none")
    return json.dumps(dossier)


@pytest.mark.parametrize(
    ("what", "content", "message"),
    [
        ("dossier", without_text, "missing required field `text` - at `$.reports[1]`"),
        ("dossier", with_a_strange_report, "reports are named that it does not hold: r-none"),
        ("dossier", "[]", "Expected `object`, got `array`"),
        ("dossier", "{", "it must be what runut gave as JSON"),
        ("documents", '{"report": {}}\n', "out:1: Object missing required field `url` - at `$.report`"),
        ("documents", "\xff", "out:1: "),
    ],
)
def test_output_that_cannot_be_scored_is_one_line_and_exit_2(made, tmp_path, what, content, message):
    (tmp_path / "out").write_bytes((content if isinstance(content, str) else content(made)).encode("latin-1", "ignore"))
    found = run(what, GOLD, tmp_path / "out")
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert message in found.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no STORY.yaml lies there"),
        ("a: [", "s.yaml: while parsing"),
        ("reports: {}", "missing required field `story_partition`"),
        (STORY.replace("'Rabu (3/6)', 2026-06-03", "'Rabu (3/6)'"), "of length >= 2 - at `$.reports[...].times[0]`"),
    ],
)
def test_gold_that_cannot_be_used_is_one_line_and_exit_2(made, tmp_path, content, message):
    if content:
        (tmp_path / "s.yaml").write_text(content)
    found = run("documents", tmp_path, made / "out.jsonl")
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert message in found.stderr


def test_a_missing_file_is_one_line_and_exit_2(tmp_path):
    found = run("dossier", GOLD, tmp_path / "none.json")
    assert (found.exit_code, found.stderr.count("\n")) == (2, 1)
    assert "No such file" in found.stderr


def test_help_shows_examples():
    assert "runut eval dossier gold out.json --errors 20" in run("--help").output
    assert "Example: runut eval documents" in run("documents", "--help").output
