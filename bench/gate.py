"""The accuracy gate: scores over annotated reports must not fall below their pinned floors.

    python bench/gate.py            compare with bench/floors.json; exit 1 where a score is below its floor
    python bench/gate.py --raise    pin the scores just measured where they are higher
    python bench/gate.py --lower    pin them even where they are lower (needs a line in the changelog)
    python bench/gate.py -o FILE    write the scores as a Markdown table, too

The bundled sample is always scored; the evaluation data (RUNUT_EVAL_DATA, default ../shared) where it is present.
A floor holds for the gold it was measured on: it carries that gold's digest.
"""

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from runut import evaluate
from runut.pipeline import per_report, trace
from runut.publish import document_json, write
from runut.read import reports
from runut.types import Report

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).parent / "floors.json"
HEAD = """# Accuracy

`python bench/gate.py -o docs/bench/accuracy.md`. *sample*: the bundled, invented reports. *id-news*: 60 real reports of
13 Indonesian stories, on which the rules were tuned; other reports score lower (README). What counts:
[how to annotate](../annotation.md). `source_span` looks for the first occurrence of the source's words in the report,
which is often another one.

"""
SLACK = 0.002  # rounding and library updates
EVAL = Path(os.environ.get("RUNUT_EVAL_DATA", ROOT.parent / "shared"))

SETS = {
    "sample": (ROOT / "tests/gold/sample", ROOT / "src/runut/data/sample"),
    "id-news": (EVAL / "gold/id-news", EVAL / "gold/id-news/articles.jsonl"),
}


def scores(gold_folder: Path, source: Path) -> dict[str, float]:
    """Every score of one set by name, e.g. "documents.times_value.f1"."""
    gold = evaluate.load(gold_folder)
    read = [per_report(r) for r in reports([source]) if isinstance(r, Report)]
    per, _ = evaluate.documents(gold, [json.loads(document_json(d)) for d in read])
    across, _ = evaluate.dossier(gold, json.loads(write(trace(read), "json")))
    out = {}
    for part, measures in (("documents", per), ("dossier", across)):
        for name, measure in measures.items():
            if isinstance(measure, dict):
                key = "f1" if "f1" in measure else "accuracy"
                out[f"{part}.{name}.{key}"] = measure[key]
    return out


def digest(folder: Path) -> str:
    """Of the annotations of a folder."""
    return hashlib.sha256(b"".join(p.read_bytes() for p in sorted(folder.glob("*.yaml")))).hexdigest()[:16]


def judge(name: str, found: dict[str, float], pinned: dict[str, Any], flags: argparse.Namespace) -> bool:
    """Prints the scores of one set beside their floors and moves the floors as asked; whether all hold."""
    held = True
    floors = pinned.setdefault("floors", {})
    print(f"{name}\n{'measure':46} {'score':>7} {'floor':>7}")
    for measure, score in found.items():
        floor = floors.get(measure)
        low = floor is not None and score < floor - SLACK
        print(f"{measure:46} {score:7.3f} {floor if floor is not None else '-':>7} {'BELOW' if low else ''}")
        if floor is None or (score > floor and flags.rise) or (low and flags.lower):
            floors[measure] = score
        held = held and (not low or flags.lower)
    return held


def table(measured: dict[str, dict[str, float]]) -> str:
    """The scores of every set side by side, as Markdown."""
    names = list(measured)
    lines = ["| measure | " + " | ".join(names) + " |", "|---|" + "---:|" * len(names)]
    for measure in next(iter(measured.values()), {}):
        cells = " | ".join(f"{measured[name].get(measure, 0):.3f}" for name in names)
        lines += [f"| {measure} | {cells} |"]
    return HEAD + "\n".join(lines) + "\n"


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="rise", action="store_true")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("-o", type=Path)
    return parser.parse_args()


def main() -> int:
    """0 when every floor holds."""
    flags = arguments()
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    held, measured = True, {}
    for name, (gold, source) in SETS.items():
        if not gold.exists():
            print(f"{name}: skipped, {gold.name} is not present (set RUNUT_EVAL_DATA)")
            continue
        mine = pinned.setdefault(name, {"digest": digest(gold)})
        if mine["digest"] != digest(gold):
            print(f"{name}: the gold has changed since its floors were pinned; pin them anew with --lower")
            held = held and flags.lower
            mine |= {"digest": digest(gold), "floors": {}}
        measured[name] = scores(gold, source)
        held = judge(name, measured[name], mine, flags) and held
    if flags.rise or flags.lower:
        FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")
    if flags.o:
        flags.o.write_text(table(measured), encoding="utf-8")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
