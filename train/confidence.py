"""Makes `data/lang/id/confidence.yaml`: how often marks were right where people annotated them.

    python train/confidence.py [DATA]      DATA: folder with the evaluation data; default RUNUT_EVAL_DATA or ../shared

Zones, times, amounts and attributions are counted over gold/id-news; names over the dev part of idner-news-2k (MIT),
which the tagger was not trained on: a name is right there if most of it is annotated as of its kind. Only counts are
kept, no text. The same data and code give the same bytes: run it again, then `make packs`, when rules change.
"""

import json
import math
import os
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from names import sentences
from runut import evaluate
from runut.annotate import annotate
from runut.annotate.tagger import spans
from runut.lang.confidence import Confidence, path
from runut.lang.confidence import Path as Way
from runut.lang.packs import DATA
from runut.publish import document_json
from runut.types import Document, Mark, Name, Report

Row = tuple[str, Way, bool]  # story, how a mark was made, whether it is right
FOLDS = 5
WEIGHTS = (1.0, 2.0, 5.0, 10.0)  # the errors are too few to tell apart larger ones, which say the same of every mark
# The rules were made while looking at these reports. At first sight of reports that nobody had looked at, about four
# times as many marks were wrong (README, "unseen" beside "development"). Names: the tagger was not trained on these.
ERRORS = {"amounts": 4.0, "attributions": 4.0, "times": 4.0, "zones": 4.0}
KINDS = {"agency": "organisation"}
UNJUDGED = ("other", "work")
FOUND = ("tagger:", "titles:")  # rules that find names which stand in no list


def judged(folder: Path) -> list[Row]:
    """Every mark in the annotated reports of a folder on which annotators agree, in order."""
    gold = evaluate.load(folder)
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = {row["url"]: row for row in map(json.loads, lines)}
    out: list[Row] = []
    for story, annotated in gold.stories.items():
        for key, wanted in annotated["reports"].items():
            document = annotate(_report(articles[gold.urls.get(key, key)]))
            out += ((story, *row) for row in _rows(document, wanted))
    return out


def _report(row: dict[str, Any]) -> Report:
    title, outlet, published, url = (str(row.get(k) or "") for k in ("title", "outlet", "published", "url"))
    return Report(id=row["id"], text=row["text"], lang="id", title=title, outlet=outlet, published=published, url=url)


def _rows(document: Document, wanted: dict[str, Any]) -> Iterator[tuple[Way, bool]]:
    right = evaluate.marks(wanted, json.loads(document_json(document)))
    for kind, verdicts in right.items():
        for mark, verdict in zip(getattr(document, kind), verdicts, strict=True):
            if verdict is not None:
                yield path(mark, document.report.text), verdict


def named(file: Path) -> list[Row]:
    """Every name found in the sentences of a file, right where its span and kind are annotated."""
    out: list[Row] = []
    for number, sentence in enumerate(sentences(file)):
        starts, text = [], ""
        for word, _ in sentence:
            starts.append(len(text))
            text += word + " "
        ends = [s + len(w) for s, (w, _) in zip(starts, sentence, strict=True)]
        gold = {(starts[i], ends[j - 1], kind) for i, j, kind in spans([label for _, label in sentence])}
        document = annotate(Report(id=f"r{number}", text=text.strip(), lang="id"))
        for m in document.names:
            verdict = _named(m, gold)
            if verdict is not None:
                out.append((f"{number % FOLDS}", path(m, text), verdict))
    return out


def _named(mark: Mark[Name], gold: set[tuple[int, int, str]]) -> bool | None:
    """Whether an annotated name of the same kind covers most of it, or is covered by it.

    None where nothing is annotated there and the name stands in a list or is of no kind that is annotated: these
    data leave many countries and cities out.
    """
    a, b = mark.span.start, mark.span.end
    met = [kind for start, end, kind in gold if 2 * (min(b, end) - max(a, start)) > min(b - a, end - start)]
    if mark.value.kind in UNJUDGED or (not met and not mark.rule.startswith(FOUND)):
        return None
    return KINDS.get(mark.value.kind, mark.value.kind) in met


def counted(rows: Iterable[Row]) -> dict[str, tuple[int, int]]:
    """Right and all at every step of every path, sorted."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for _, way, verdict in rows:
        for end in range(1, len(way) + 1):
            every["|".join(way[:end])] += 1
            right["|".join(way[:end])] += verdict
    return {key: (right[key], every[key]) for key in sorted(every)}


def crossed(rows: list[Row], weights: dict[str, float]) -> list[tuple[Row, float]]:
    """Each mark with its confidence by the other folds, without ERRORS; folds are of stories."""
    stories = sorted({story for story, _, _ in rows})
    fold = {story: n % FOLDS for n, story in enumerate(stories)}
    out: list[tuple[Row, float]] = []
    for held in range(FOLDS):
        table = Confidence(weights=weights, counts=counted(r for r in rows if fold[r[0]] != held))
        out += ((r, table.of(r[1]) or 0.0) for r in rows if fold[r[0]] == held)
    return out


def best(rows: list[Row]) -> float:
    """The weight for the marks of one kind: of those that foretell the other folds as well as any, the smallest.

    As well: the log loss is worse by no more than one standard error of the difference (Breiman and others 1984). The
    smallest: it lets a way speak for itself that is seldom met.
    """
    losses = {
        weight: [_loss(p, right=right) for (_, _, right), p in crossed(rows, {rows[0][1][0]: weight})]
        for weight in WEIGHTS
    }
    least = losses[min(WEIGHTS, key=lambda w: sum(losses[w]))]

    def as_good(weight: float) -> bool:
        more = [a - b for a, b in zip(losses[weight], least, strict=True)]
        return statistics.mean(more) <= statistics.stdev(more) / math.sqrt(len(more))

    return next(filter(as_good, WEIGHTS))


def _loss(p: float, *, right: bool) -> float:
    sure = min(max(p, 0.01), 0.99)
    return -math.log(sure if right else 1 - sure)


def main() -> None:
    """Writes the file."""
    root = Path(__file__).parent.parent
    data = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RUNUT_EVAL_DATA", root.parent / "shared"))
    rows = [*judged(data / "gold/id-news"), *named(data / "data/id/ner-idner/dev.txt")]
    counts = counted(rows)
    lines = ["# Made by train/confidence.py: of marks made in each way, how many were right, of how many.", "---"]
    kinds = sorted({way[0] for _, way, _ in rows})
    lines += ["weights:", *(f"  {kind}: {best([r for r in rows if r[1][0] == kind])}" for kind in kinds)]
    lines += ["errors:", *(f"  {kind}: {n}" for kind, n in sorted(ERRORS.items()))]
    lines += ["counts:", *(f'  "{way}": [{right}, {every}]' for way, (right, every) in counts.items())]
    target = DATA / "lang/id/confidence.yaml"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows):,} marks counted, {len(counts)} ways, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
