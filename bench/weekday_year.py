"""How well the year of a weekday and a day of a month is found when it is hidden.

Every day in the corpus that names its weekday and its full date, and whose two agree, loses its year ("Jumat
(17/11/2023)" becomes "Jumat (17/11)"); the report is read again, once with and once without its day of publication.

    python bench/weekday_year.py [--limit N]

Reads the corpus of RUNUT_EVAL_DATA (default ../shared), data/id/indonews-2025-06; prints a Markdown table. Nearly all
of it is of one month, so that the row without a day of publication says little about reports of other years.
"""

import argparse
import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from runut.annotate import dating, times
from runut.annotate.times import Expression, expressions
from runut.lang import language
from runut.types import Document, Report

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("RUNUT_EVAL_DATA", ROOT.parent / "shared")) / "data/id/indonews-2025-06/articles.jsonl.gz"
PACK = language("id")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--limit", type=int, default=0)
    options = parser.parse_args()
    counts: Counter[tuple[bool, str]] = Counter()
    for raw in _rows(options.limit):
        for known in (True, False):
            counts.update((known, verdict) for verdict in _verdicts(raw, known=known))
    print("| day of publication | pairs | year right | year wrong | left open | accuracy |\n|---|---|---|---|---|---|")
    for known in (True, False):
        right, wrong, unknown = (counts[known, v] for v in ("right", "wrong", "open"))
        every = right + wrong + unknown
        share = f"{right / every:.3f}" if every else "-"
        print(f"| {'given' if known else 'hidden'} | {every:,} | {right:,} | {wrong:,} | {unknown:,} | {share} |")


def _rows(limit: int) -> Iterator[dict[str, Any]]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit and number >= limit:
                return
            yield json.loads(line)


def _verdicts(raw: dict[str, Any], *, known: bool) -> Iterator[str]:
    """One of right, wrong and open for each pair of one report, all their years hidden at once."""
    text = str(raw["text"])
    pairs = _pairs(text)
    if not pairs:
        return
    hidden, places = _hidden(text, pairs)
    report = Report(id=str(raw["id"]), text=hidden, lang="id", published=str(raw["published"] or "") if known else "")
    document = times.mark(dating.mark(Document(report=report), PACK), PACK)
    found = {t.span.start: t.value.value for t in document.times}
    for start, day in places:
        year = found.get(start, "XXXX")[:4]
        yield "right" if year == str(day.year) else "wrong" if year.isdigit() else "open"


def _pairs(text: str) -> list[tuple[Expression, date]]:
    """Every day with its weekday and its year that agree."""
    pairs = []
    for e in expressions(text, PACK.calendar, lambda _: True):
        if e.rule.gives == "day" and {"weekday", "year"} <= set(e.slots):
            month = int(e.slots.get("month") or e.slots["nmonth"])
            try:
                day = date(int(e.slots["year"]), month, int(e.slots["day"]))
            except ValueError:
                continue
            if day.isoweekday() == int(e.slots["weekday"]):
                pairs.append((e, day))
    return pairs


def _hidden(text: str, pairs: list[tuple[Expression, date]]) -> tuple[str, list[tuple[int, date]]]:
    """The text without the years of the pairs, and where each pair then starts."""
    parts, places, end, cut = [], [], 0, 0
    for e, day in pairs:
        at = text.index(str(day.year), e.start)
        first = at - 1 if text[at - 1] in "/ -" else at
        parts.append(text[end:first])
        places.append((e.start - cut, day))
        cut += at + 4 - first
        end = at + 4
    return "".join(parts) + text[end:], places


if __name__ == "__main__":
    main()
