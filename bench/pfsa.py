"""How well direct quotations and their speakers are found at another outlet: PFSA-ID (Purnomo W.P. et al. 2022).

408 Kompas reports of 2020 to 2022, CC BY-NC-SA: for measuring only, nothing of them is shipped or learnt from.

    python bench/pfsa.py [--write FILE]

Reads data/id/pfsa of RUNUT_EVAL_DATA (default ../shared): a token and its BILOU label a line; prints a Markdown table.
A report begins with the sentence that holds its ISSUE; its sentences are joined by blanks, since the corpus keeps no
paragraphs. A quotation found is right when its characters agree by 0.8 (F1) with one of the corpus. The speaker of the
corpus is the first PERSON or PERSONCOREF behind the quotation in its sentence, else the last before it.
"""

import argparse
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from runut.evaluate.gold import overlap, pairs, words
from runut.pipeline import per_report
from runut.types import Report

ROOT = Path(__file__).parent.parent
FOLDER = Path(os.environ.get("RUNUT_EVAL_DATA", ROOT.parent / "shared")) / "data/id/pfsa"
TIGHT = set(",.!?;:)%/”")  # tokens with no blank before them
OPEN = set("(/-")  # tokens with no blank behind them
AGREE = 0.8
Token = tuple[str, str]


class Quotation(NamedTuple):
    """What the corpus marks as said, and by whom: the parts of a name, () where it names nobody."""

    span: tuple[int, int]
    speaker: frozenset[str]


def sentences() -> Iterator[list[Token]]:
    """Every sentence of the corpus as tokens with labels."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines()]
            yield [(r[0], r[1]) for r in rows if len(r) == 2]


def corpus() -> Iterator[list[Token]]:
    """The tokens of every report."""
    tokens: list[Token] = []
    for sentence in sentences():
        if tokens and any(label == "B-ISSUE" for _, label in sentence):
            yield tokens
            tokens = []
        tokens = tokens + sentence
    yield tokens


def joined(tokens: list[Token]) -> tuple[str, list[tuple[int, int]]]:
    """(text, span of each token): the tokens written as a reader would."""
    text, tight = "", True
    spans: list[tuple[int, int]] = []
    for written, label in tokens:
        opens = written == "”" and label.startswith(("B-", "U-"))
        blank = not tight and (opens or written not in TIGHT) and written != "-"
        text += " " * blank
        spans.append((len(text), len(text) + len(written)))
        text += "“" if opens else written
        tight = opens or written in OPEN
    return text, spans


def quotations(tokens: list[Token], spans: list[tuple[int, int]]) -> Iterator[Quotation]:
    """What the corpus marks as said, in order."""
    starts = [i for i, (_, label) in enumerate(tokens) if label in ("B-STATEMENT", "U-STATEMENT")]
    for i in starts:
        end = next((k for k in range(i, len(tokens)) if tokens[k][1] in ("L-STATEMENT", "U-STATEMENT")), i)
        lo, hi = i, end
        while hi > lo and tokens[hi][0] in {"”", ",", ".", "“"}:
            hi -= 1
        while lo < hi and tokens[lo][0] in {"”", "“"}:
            lo += 1
        yield Quotation((spans[lo][0], spans[hi][1]), frozenset(_speaker(tokens, i, end)))


def _speaker(tokens: list[Token], start: int, end: int) -> list[str]:
    behind = range(end + 1, next((k for k in range(end + 1, len(tokens)) if tokens[k][0] in ".”"), len(tokens)))
    first = next((k for k in behind if _name(tokens[k])), None)
    if first is None:
        first = next((k for k in range(start - 1, -1, -1) if _name(tokens[k])), None)
        while first and tokens[first][1].startswith(("I-", "L-")):
            first -= 1
    if first is None:
        return []
    out = [tokens[first][0]]
    while tokens[first][1][0] in "BI" and first + 1 < len(tokens):
        first += 1
        out.append(tokens[first][0])
    return [w for token in out for w in words(token)]


def _name(token: Token) -> bool:
    return token[1][2:] in ("PERSON", "PERSONCOREF")


def measure() -> dict[str, int]:
    """Counts: quotations of the corpus, found, right; speakers of the right ones, right."""
    counts = dict.fromkeys(("gold", "found", "right", "told", "speakers"), 0)
    for number, tokens in enumerate(corpus()):
        text, spans = joined(tokens)
        gold = list(quotations(tokens, spans))
        document = per_report(Report(id=f"pfsa-{number}", text=text, lang="id", outlet="Kompas.com"))
        found = [a for a in document.attributions if a.kind == "direct"]
        places = [(a.content.start, a.content.end) for a in found]
        matched = pairs([q.span for q in gold], places, partial(_agree, gold, places))
        counts["gold"] += len(gold)
        counts["found"] += len(found)
        counts["right"] += len(matched)
        for i, j in matched:
            if gold[i].speaker:
                counts["told"] += 1
                counts["speakers"] += bool(gold[i].speaker & set(words(found[j].speaker)))
    return counts


def _agree(gold: list[Quotation], places: list[tuple[int, int]], i: int, j: int) -> bool:
    a, b = gold[i].span, places[j]
    return 2 * overlap(a, b) >= AGREE * (a[1] - a[0] + b[1] - b[0])


def table(c: dict[str, int]) -> str:
    """The scores as Markdown."""
    p, r = c["right"] / c["found"], c["right"] / c["gold"]
    return (
        "| measure | score | of |\n|---|---|---|\n"
        f"| direct quotations, precision | {p:.3f} | {c['found']} |\n"
        f"| direct quotations, recall | {r:.3f} | {c['gold']} |\n"
        f"| direct quotations, F1 | {2 * p * r / (p + r):.3f} | |\n"
        f"| speakers of those found | {c['speakers'] / c['told']:.3f} | {c['told']} |\n"
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--write", type=Path, help="a Markdown file whose table is replaced")
    options = parser.parse_args()
    found = table(measure())
    print(found)
    if options.write:
        head = options.write.read_text(encoding="utf-8").partition("| measure")[0] if options.write.exists() else ""
        options.write.write_text(head + found, encoding="utf-8")


if __name__ == "__main__":
    main()
