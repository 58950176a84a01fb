"""Scores agree with the scorer that lies beside the evaluation data, number by number."""

import json
import subprocess
import sys

import pytest

from runut import evaluate
from runut.pipeline import per_report, trace
from runut.publish import document_json, write
from runut.read import reports
from runut.types import Report

ROUNDING = 0.0002
TIES = 0.03  # of two findings that hold a fact in equally many reports, the other scorer takes any
TIED = {"origin_count", "disagreement"}


@pytest.fixture(scope="module")
def made(eval_data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("scores")
    gold = eval_data / "gold/id-news"
    read = [per_report(r) for r in reports([gold / "articles.jsonl"]) if isinstance(r, Report)]
    (folder / "out.jsonl").write_bytes(b"\n".join(document_json(d) for d in read))
    (folder / "out.json").write_text(write(trace(read), "json"), encoding="utf-8")
    return gold, folder, eval_data / "gold/score.py"


def theirs(scorer, what, gold, output):
    call = [sys.executable, str(scorer), what, str(gold), str(output)]
    return json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)


@pytest.mark.parametrize("what", ["documents", "dossier"])
def test_scores_agree_with_the_reference(made, what):
    gold, folder, scorer = made
    output = folder / ("out.jsonl" if what == "documents" else "out.json")
    if what == "documents":
        lines = output.read_text(encoding="utf-8").split("\n")
        ours, _ = evaluate.documents(evaluate.load(gold), map(json.loads, filter(None, lines)))
    else:
        ours, _ = evaluate.dossier(evaluate.load(gold), json.loads(output.read_text(encoding="utf-8")))
    for name, measure in theirs(scorer, what, gold, output).items():
        assert ours[name] == pytest.approx(measure, abs=TIES if name in TIED else ROUNDING, rel=0), name


def test_a_report_that_the_output_lacks_counts_as_missed():
    gold = evaluate.Gold({"s": {"reports": {"u": {"times": [["Rabu (3/6)", "2026-06-03"]], "attributions": []}}}}, {})
    scores, mistakes = evaluate.documents(gold, [])
    assert scores["missing_reports"] == 1
    assert scores["times_value"]["gold"] == 1
    assert "no such report" in mistakes[0]
