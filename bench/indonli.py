"""Entailment and contradiction of Indonesian sentence pairs, by the comparison that `runut check` rests on.

    python bench/indonli.py [--train N] [--wrong N] [--markdown FILE]

Reads data/id/indonli (Mahendra and others 2021; measuring data, CC BY-SA) under RUNUT_EVAL_DATA (default ../shared). A
premise is read as a report and a hypothesis as a statement; each sentence of the premise is matched with it. Two rules
decide: `check`, which asks what `runut check` asks (it is made to be sure), and `near`, which leans to one side where
that rule says nothing, with thresholds chosen on N pairs of the train split. Figures are of the val split.
"""

import argparse
import json
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from runut.compare.archive import archive
from runut.compare.matching import Match, match
from runut.compare.points import points
from runut.pipeline import per_report
from runut.types import Document, Dossier, Modality, Report

DATA = Path(os.environ.get("RUNUT_EVAL_DATA", Path(__file__).parent.parent.parent / "shared")) / "data/id/indonli"
LABELS = {"e": "entailment", "c": "contradiction", "n": "neutral"}
SEED = 7
BACKS = (0.5, 0.6, 0.7, 0.8, 0.9)  # shares of a hypothesis's weight tried
AGAINST = (0.3, 0.4, 0.5, 0.6, 0.7)
FAULTS = (0, 1, 2)

Pair = dict[str, Any]
Rule = Callable[[Sequence[Match]], str]


def pairs(split: str) -> list[Pair]:
    """The pairs of a split."""
    return [json.loads(line) for line in (DATA / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()]


def matched(some: Sequence[Pair]) -> Iterator[list[Match]]:
    """How each sentence of each premise stands to its hypothesis; words weigh by how rare they are in all premises."""
    premises = [_document(f"p-{n}", p["premise"]) for n, p in enumerate(some)]
    known = archive(Dossier(documents=tuple(premises)))
    by_report: dict[str, list[Any]] = {d.report.id: [] for d in premises}
    for e in known.evidence:
        by_report[e.document.report.id].append(e)
    for n, pair in enumerate(some):
        hypothesis = _document(f"h-{n}", pair["hypothesis"])
        said = points(hypothesis, 0, len(hypothesis.report.text))
        mood = hypothesis.claims[0].modality if hypothesis.claims else Modality.FACT
        yield [match(said, mood, e, known) for e in by_report[f"p-{n}"]]


def _document(key: str, text: str) -> Document:
    return per_report(Report(id=key, text=text, lang="id"))


def check(found: Sequence[Match]) -> str:
    """The rule of `runut check`."""
    if any(m.backs for m in found):
        return "e"
    return "c" if any(m.contradicts for m in found) else "n"


def near(backs: float, against: float, faults: int) -> Rule:
    """The rule with looser thresholds: any point against suffices; some faults that are no contradiction are let by."""

    def rule(found: Sequence[Match]) -> str:
        if any(m.share >= against and any(f.against for f in m.faults) for m in found):
            return "c"
        return "e" if any(m.share >= backs and len(m.faults) <= faults for m in found) else "n"

    return rule


def chosen(count: int) -> tuple[float, float, int]:
    """The thresholds of `near` that are most often right on pairs of the train split."""
    some = random.Random(SEED).sample(pairs("train"), count)  # noqa: S311 (no secret)
    found = list(matched(some))
    gold = [p["label"] for p in some]

    def right(choice: tuple[float, float, int]) -> float:
        rule = near(*choice)
        return sum(bool(rule(m) == g) for m, g in zip(found, gold, strict=True)) / len(gold)

    return max(product(BACKS, AGAINST, FAULTS), key=right)


def table(gold: Sequence[str], got: Sequence[str]) -> list[str]:
    """Accuracy and the confusion matrix as lines of Markdown."""
    cells = Counter(zip(gold, got, strict=True))
    right = sum(n for (a, b), n in cells.items() if a == b)
    lines = [f"Accuracy {right / len(gold):.3f} of {len(gold)} pairs.", ""]
    lines += ["| annotated | " + " | ".join(LABELS.values()) + " | recall |", "|---|---|---|---|---|"]
    for a, name in LABELS.items():
        row = [cells[a, b] for b in LABELS]
        lines.append(f"| {name} | " + " | ".join(map(str, row)) + f" | {cells[a, a] / max(1, sum(row)):.2f} |")
    precision = [cells[b, b] / max(1, sum(cells[a, b] for a in LABELS)) for b in LABELS]
    return [*lines, "| precision | " + " | ".join(f"{p:.2f}" for p in precision) + " | |"]


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=int, default=2000, metavar="N")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="print N pairs that `check` gets wrong")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables there, too")
    options = parser.parse_args()
    some = pairs("val")
    gold, found = [p["label"] for p in some], list(matched(some))
    most, count = Counter(gold).most_common(1)[0]
    limits = chosen(options.train)
    lines = [f"Majority baseline ({LABELS[most]}): {count / len(gold):.3f}.", "", "## `check`", ""]
    lines += table(gold, [check(m) for m in found])
    lines += ["", f"## `near`, thresholds {limits} from {options.train} pairs of train", ""]
    lines += table(gold, [near(*limits)(m) for m in found])
    print("\n".join(lines))
    if options.markdown:
        options.markdown.write_text("\n".join(lines) + "\n", encoding="utf-8")
    wrong = [(p, m) for p, m in zip(some, found, strict=True) if check(m) not in ("n", p["label"])]
    for p, m in wrong[: options.wrong]:
        faults = [[(f.kind, f.said, f.found) for f in x.faults] for x in m]
        print(f"\n{p['label']} taken for {check(m)}: {p['premise']}\n  > {p['hypothesis']}\n  {faults}")


if __name__ == "__main__":
    main()
