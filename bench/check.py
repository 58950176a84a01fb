"""How often `runut check` answers as a careful reader does.

    python bench/check.py [--mistakes] [-o docs/bench]

Exits with 1 where more than MOST of the distorted statements are supported; --mistakes prints every statement that is
answered otherwise.

Statements are in tests/gold/statements.yaml; the reports are evaluation data (RUNUT_EVAL_DATA, default ../shared).
"""

import argparse
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


HEAD = """# Statements checked

`python bench/check.py -o docs/bench`: how often `runut check` answers as a careful reader does, over {count}
statements of [tests/gold/statements.yaml](../../tests/gold/statements.yaml) about 60 reports of 13 stories, all in one
dossier. Rows: what the reader says; columns: what runut says. The rules were made while looking at these statements;
what they do at first sight stands in [the guide](../guide/README.md). {milliseconds:.0f} ms a statement.

"""


def matrix(rows: list[dict[str, Any]], by: str, head: str) -> str:
    """Rows by one field of the statements, in order; columns by what is answered."""
    lines = [f"| {head} | of | " + " | ".join(ANSWERS) + " |", "|---" + "|---:" * 4 + "|"]
    for value in dict.fromkeys(r[by] for r in rows):
        given = [r["given"] for r in rows if r[by] == value]
        lines.append(f"| {value} | {len(given)} | " + " | ".join(str(given.count(a)) for a in ANSWERS) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Prints the tables, writes them to a folder with -o; 1 where too many distorted statements are supported."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("-o", type=Path)
    options = parser.parse_args()
    rows, seconds = answered()
    distorted = sum(r["kind"] in DISTORTED for r in rows)
    text = HEAD.format(count=len(rows), milliseconds=1000 * seconds) + matrix(rows, "answer", "a careful reader says")
    text += f"\nDistorted statements that came out as supported: {supported(rows):.3f} of {distorted}.\n\n" + matrix(
        rows, "kind", "kind"
    )
    print(text)
    for r in rows:
        if options.mistakes and r["given"] != r["answer"]:
            print(f"{r['half']} {r['kind']}: {r['answer']} -> {r['given']}: {r['text']}")
    if options.o:
        options.o.mkdir(parents=True, exist_ok=True)
        (options.o / "check.md").write_text(text, encoding="utf-8")
    return int(supported(rows) > MOST)


if __name__ == "__main__":
    sys.exit(main())
