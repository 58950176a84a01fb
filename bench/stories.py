"""Stories against gold: B-cubed and adjusted Rand index, how far the thresholds carry, and the cost of grouping.

    python bench/stories.py [--cost] [-o docs/bench]

Reads gold/id-news, data/en/news-cluster and, for the cost, data/id/indonews-2025-06 under RUNUT_EVAL_DATA (default
../shared). The English events are topics that go on for months, and many of their dates are those of the page; so they
are also scored with the days of publication withheld.
"""

import argparse
import gzip
import json
import os
import resource
import time
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from math import comb
from pathlib import Path
from typing import Any

import msgspec
import yaml

from runut.annotate import annotate
from runut.evaluate.dossier import bcubed
from runut.group import group
from runut.group.merge import Clusters
from runut.group.profiles import Profile, profile
from runut.group.stories import CLOSENESS, likeness, needed, stories_of
from runut.group.vectors import near, vectors
from runut.types import Document, Report, Resolution

DATA = Path(os.environ.get("RUNUT_EVAL_DATA", Path(__file__).parent.parent.parent / "shared"))
STEPS = [round(0.02 * n, 2) for n in range(-4, 6)]  # added to the threshold
FOLDS = 5
SIZES = (1000, 2000, 4000, 7413)
Gold = dict[str, Hashable]


def rand(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> float:
    """Adjusted Rand index (Hubert and Arabie 1985): 1 the same partition, 0 as good as chance."""
    both = sum(comb(n, 2) for n in Counter((gold[i], found[i]) for i in gold).values())
    left = sum(comb(n, 2) for n in Counter(gold.values()).values())
    right = sum(comb(n, 2) for n in Counter(found[i] for i in gold).values())
    chance = left * right / comb(len(gold), 2)
    return (both - chance) / ((left + right) / 2 - chance)


def documents(rows: Iterable[dict[str, Any]], lang: str) -> list[Document]:
    """The rows of a JSON lines file, annotated."""
    return [
        annotate(
            Report(
                id=row["id"],
                text=row["text"],
                lang=lang,
                title=row["title"] or "",
                outlet=row["outlet"] or "",
                published=row["published"] or "",
            )
        )
        for row in rows
    ]


def indonesian() -> tuple[list[Document], Gold]:
    """The 60 reports of gold/id-news, and the cell of each."""
    folder = DATA / "gold/id-news"
    rows = [json.loads(x) for x in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    gold: Gold = {}
    for path in sorted(folder.glob("*.yaml")):
        story = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (text only)
        gold |= {i: (path.stem, n) for n, cell in enumerate(story["story_partition"]) for i in cell}
    return documents(rows, "id"), gold


def english() -> tuple[list[Document], Gold]:
    """The 199 reports of news-cluster, and the event of each."""
    text = (DATA / "data/en/news-cluster/articles.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(x) for x in text.splitlines()]
    return documents(rows, "en"), {row["id"]: row["event"] for row in rows}


def undated(document: Document) -> Document:
    """The document without its day of publication."""
    report = msgspec.structs.replace(document.report, published="")
    return msgspec.structs.replace(document, report=report, published=None)


def cells(profiles: list[Profile], clusters: Iterable[Iterable[int]]) -> Gold:
    """Report id -> number of its cluster."""
    return {profiles[m].report: n for n, members in enumerate(clusters) for m in members}


def swept(profiles: list[Profile]) -> dict[float, Gold]:
    """What is found with the threshold moved by each of STEPS."""
    every = vectors(profiles)
    like, pairs, least = likeness(profiles, every), near(every), needed(len(profiles))
    return {step: cells(profiles, Clusters(len(profiles), like, least + step, CLOSENESS).run(pairs)) for step in STEPS}


def crossed(found: dict[float, Gold], gold: Gold) -> float:
    """B-cubed F1 where each fold of stories is scored with the threshold that is best for the other folds."""
    stories = sorted({g[0] if isinstance(g, tuple) else g for g in gold.values()}, key=str)
    total = 0.0
    for fold in range(FOLDS):
        held = set(stories[fold::FOLDS])
        here = {i: g for i, g in gold.items() if (g[0] if isinstance(g, tuple) else g) in held}
        rest = {i: g for i, g in gold.items() if i not in here}
        best = max(STEPS, key=lambda s: (bcubed(rest, found[s])["f1"], -abs(s)))
        total += bcubed(here, found[best])["f1"] * len(here)
    return total / len(gold)


HEAD = f"""# Stories

`python bench/stories.py --cost -o docs/bench`: stories against people's, B-cubed (Bagga and Baldwin 1998) and adjusted
Rand index; *cross-validated*: F1 where each of {FOLDS} folds of stories is scored with the threshold that is best for
the others. The English events are topics that go on for months, and many of their dates are those of the page; so they
are scored with the days of publication withheld, too. [What the largest stories are](largest-stories.md).

| set | precision | recall | F1 | ARI | F1, cross-validated |
|---|---:|---:|---:|---:|---:|
"""


def score(name: str, some: list[Document], gold: Gold) -> tuple[str, str]:
    """The lines of one set for the table of figures and for that of moved thresholds."""
    profiles = sorted((profile(d) for d in some), key=lambda p: p.report)
    got = cells(profiles, [members for members, _ in stories_of(profiles, vectors(profiles))])
    b = bcubed(gold, got)
    found = swept(profiles)
    figures = (b["p"], b["r"], b["f1"], rand(gold, got), crossed(found, gold))
    moved = (bcubed(gold, found[s])["f1"] for s in STEPS)
    return _row(name, figures), _row(name, moved)


def _row(name: str, figures: Iterable[float]) -> str:
    return f"| {name} | " + " | ".join(f"{x:.3f}" for x in figures) + " |\n"


def cost() -> str:
    """A table of seconds of one core and memory of `group` at each of SIZES."""
    with gzip.open(DATA / "data/id/indonews-2025-06/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    some = documents(rows, "id")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    out = "\n| reports grouped | CPU s | ms each | MiB over the documents |\n|---:|---:|---:|---:|\n"
    for size in SIZES:
        start = time.process_time()
        group(some[:size], Resolution((), {}))
        used = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
        out += f"| {size:,} | {used:.1f} | {1000 * used / size:.2f} | {peak:.0f} |\n"
    return out


def main() -> None:
    """Prints the tables; writes them to a folder with -o."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cost", action="store_true")
    parser.add_argument("-o", type=Path)
    options = parser.parse_args()
    some, gold = english()
    sets = (
        ("id-news, one run", *indonesian()),
        ("news-cluster", some, gold),
        ("news-cluster, days withheld", [undated(d) for d in some], gold),
    )
    figures, moved = zip(*(score(*each) for each in sets), strict=True)
    steps = "\nF1 with the threshold moved:\n\n| set | " + " | ".join(f"{s:+.2f}" for s in STEPS) + " |\n"
    text = HEAD + "".join(figures) + steps + "|---" * (len(STEPS) + 1) + "|\n" + "".join(moved)
    text += cost() if options.cost else ""
    print(text)
    if options.o:
        options.o.mkdir(parents=True, exist_ok=True)
        (options.o / "stories.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
