"""How often `runut check` answers as a careful reader does.

    python bench/check.py              confusion matrices of each half; exit 1 where distorted statements are supported
    python bench/check.py --mistakes   and every statement answered otherwise

Statements are in tests/gold/statements.yaml; the reports are evaluation data (RUNUT_EVAL_DATA, default ../shared).
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from runut.pipeline import checker, per_report, trace
from runut.read import reports
from runut.types import Checked, Report

ROOT = Path(__file__).parent.parent
EVAL = Path(os.environ.get("RUNUT_EVAL_DATA", ROOT.parent / "shared"))
ANSWERS = ("supported", "contradicted", "not_reported")
DISTORTED = ("verb", "number", "date", "actor", "place", "planned", "negation")
HALVES = ("tuned", "held", "fresh")
MOST = 0.05  # of the distorted statements may come out as supported


def statements() -> list[dict[str, Any]]:
    """Every statement with its half: of each kind every second one was held out of the first tuning."""
    rows = yaml.load((ROOT / "tests/gold/statements.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    seen: Counter[str] = Counter()
    for row in rows:
        if "half" not in row:
            seen[row["kind"]] += 1
            row["half"] = HALVES[0] if seen[row["kind"]] % 2 else HALVES[1]
    return list(rows)


def asked() -> Callable[[str], Checked]:
    """What answers, over all annotated reports at once."""
    read = reports([EVAL / "gold/id-news/articles.jsonl"])
    return checker(trace([per_report(r) for r in read if isinstance(r, Report)]))


def supported(rows: list[dict[str, Any]]) -> float:
    """Share of the distorted statements that came out as supported."""
    distorted = [r for r in rows if r["kind"] in DISTORTED]
    return [r["given"] for r in distorted].count(ANSWERS[0]) / len(distorted)


def answered() -> tuple[list[dict[str, Any]], float]:
    """The statements with what is given for each, and seconds for one."""
    ask, rows = asked(), statements()
    started = time.monotonic()
    for row in rows:
        row["given"] = ask(row["text"]).answer
    return rows, (time.monotonic() - started) / len(rows)


def main() -> int:
    """Prints; 1 where too many distorted statements are supported."""
    rows, seconds = answered()
    for half in HALVES:
        part = [r for r in rows if r["half"] == half]
        print(f"{half}: {len(part)} statements{'':24}" + "".join(f"{a:>14}" for a in ANSWERS))
        for answer in ANSWERS:
            counts = Counter(r["given"] for r in part if r["answer"] == answer)
            print(f"  {answer:46}" + "".join(f"{counts[a]:14}" for a in ANSWERS))
        print(f"  distorted that came out as supported: {supported(part):.3f}")
    print(f"{1000 * seconds:.0f} ms a statement")
    if "--mistakes" in sys.argv:
        for r in rows:
            if r["given"] != r["answer"]:
                print(f"{r['half']} {r['kind']}: {r['answer']} -> {r['given']}: {r['text']}")
    return int(supported(rows) > MOST)


if __name__ == "__main__":
    sys.exit(main())
