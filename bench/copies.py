"""Copies found among planted edits of real reports: recall by kind and strength of edit, and precision.

    python bench/copies.py [--reports 1000] [-o docs/bench]

Reads the reports of data/id/indonews-2025-06 under RUNUT_EVAL_DATA (default ../shared); nothing of them is printed.
From each of SOURCES reports, one edited twin per kind of edit is planted among REPORTS others, and `copies_of` runs
once for each kind. Recall: planted twins tied to their source. Precision: ties of twins that are to the source, or to
the report that the rest of the twin's sentences is taken from.
"""

import argparse
import gzip
import json
import os
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from runut.annotate import zones
from runut.group.copies import copies_of
from runut.group.profiles import Profile, profile
from runut.group.stories import stories_of
from runut.group.vectors import vectors
from runut.lang import language
from runut.types import Document, Report

DATA = Path(os.environ.get("RUNUT_EVAL_DATA", Path(__file__).parent.parent.parent / "shared"))
SOURCES = 150
SENTENCE = re.compile(r"(?<=[.!?”\"]) +|\n+")
Edit = Callable[[list[str], list[str], random.Random], list[str]]


def load(count: int) -> list[Report]:
    """Reports of the corpus long enough to be edited."""
    out: list[Report] = []
    with gzip.open(DATA / "data/id/indonews-2025-06/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if len(row["text"]) > 800 and len(out) < count:
                body = "\n".join(x for x in row["text"].split("\n") if len(x) > 60)
                out.append(Report(id=row["id"], text=body, lang="id", title=row["title"] or "", outlet=row["outlet"]))
    return out


def keep(share: float) -> Edit:
    """The first sentences of the source, `share` of them, and sentences of another report for the rest."""

    def edit(own: list[str], other: list[str], _: random.Random) -> list[str]:
        cut = max(1, round(share * len(own)))
        return own[:cut] + other[: len(own) - cut]

    return edit


def part(share: float) -> Edit:
    """Only a part of the source, from a place in its middle."""

    def edit(own: list[str], _: list[str], luck: random.Random) -> list[str]:
        size = max(2, round(share * len(own)))
        start = luck.randrange(max(1, len(own) - size))
        return own[start : start + size]

    return edit


def drop(share: float) -> Edit:
    """The source without `share` of its sentences."""
    return lambda own, _, luck: [s for s in own if luck.random() >= share] or own[:1]


def reorder(own: list[str], _: list[str], luck: random.Random) -> list[str]:
    """The sentences of the source in another order."""
    return luck.sample(own, len(own))


def replace(share: float) -> Edit:
    """The source with `share` of its small words replaced, names and numbers kept: a rewriter's work."""

    def edit(own: list[str], other: list[str], luck: random.Random) -> list[str]:
        pool = [w for s in other for w in s.split() if w.isalpha() and w.islower()] or ["kata"]

        def word(w: str) -> str:
            return luck.choice(pool) if w.islower() and luck.random() < share else w

        return [" ".join(word(w) for w in s.split(" ")) for s in own]

    return edit


EDITS: dict[str, Edit] = {
    "headline changed": lambda own, _, __: own,
    **{f"{n} % of sentences dropped": drop(n / 100) for n in (10, 30, 50, 70)},
    "sentences reordered": reorder,
    **{f"{n} % of small words replaced": replace(n / 100) for n in (5, 10, 20, 30, 50, 100)},
    **{f"{n} % of the text taken over": keep(n / 100) for n in (10, 20, 30, 40, 50, 60, 70, 80, 90)},
    **{f"excerpt of {n} %": part(n / 100) for n in (10, 20, 30, 50)},
}


def profiled(report: Report) -> Profile:
    """What grouping keeps of a report, with its zones."""
    return profile(zones.mark(Document(report=report), language(report.lang)))


def planted(reports: list[Report], edit: Edit) -> Iterator[Report]:
    """The twin of each of the first SOURCES reports."""
    luck = random.Random(7)  # noqa: S311 (a repeatable bench)
    for n, report in enumerate(reports[:SOURCES]):
        own, other = SENTENCE.split(report.text), SENTENCE.split(reports[-1 - n].text)
        text = " ".join(edit(own, other, luck))
        yield msgspec.structs.replace(report, id=f"twin-{n}", text=text, title="", outlet="twin")


def tied(profiles: list[Profile]) -> dict[frozenset[str], str]:
    """Pairs of report ids that are called copies, with the code."""
    stories = [members for members, _ in stories_of(profiles, vectors(profiles))]
    whys = [w for _, why in copies_of(profiles, stories) for w in why if "share" in w.words]
    return {frozenset((w.words["left"], w.words["right"])): w.code for w in whys}


HEAD = """# Copies

`python bench/copies.py -o docs/bench`: from each of {sources} reports of the corpus an edited twin is made for each
kind of edit and planted among {reports:,} others. *Recall*: twins tied to their source. *Precision*: ties of twins that
are to the source, or to the report that the rest of the twin's text is taken from. *As*: the kinds of copy it was
called. Among the {reports:,} reports themselves {pairs} pairs are tied; nobody judged these.

"""


def scored(name: str, edit: Edit, reports: list[Report], background: list[Profile]) -> str:
    """The line of the table for one kind of edit."""
    found = tied(background + [profiled(t) for t in planted(reports, edit)])
    mine = {pair: code for pair, code in found.items() if any(i.startswith("twin-") for i in pair)}
    right = [c for p, c in mine.items() if p in {frozenset((f"twin-{n}", r.id)) for n, r in enumerate(reports)}]
    lent = sum(p in {frozenset((f"twin-{n}", reports[-1 - n].id)) for n in range(SOURCES)} for p in mine)
    kinds = ", ".join(f"{k.removeprefix('copies-')} {right.count(k)}" for k in sorted(set(right)))
    return f"| {name} | {len(right) / SOURCES:.2f} | {(len(right) + lent) / (len(mine) or 1):.2f} | {kinds} |"


def main() -> None:
    """Prints the table; writes it to a folder with -o."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("-o", type=Path)
    options = parser.parse_args()
    reports = load(options.reports)
    background = [profiled(r) for r in reports]
    head = HEAD.format(sources=SOURCES, reports=len(reports), pairs=len(tied(background)))
    lines = ["| edit | recall | precision | as |", "|---|---:|---:|---|"]
    for name, edit in EDITS.items():
        lines.append(scored(name, edit, reports, background))
        print(lines[-1], flush=True)
    if options.o:
        options.o.mkdir(parents=True, exist_ok=True)
        (options.o / "copies.md").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
