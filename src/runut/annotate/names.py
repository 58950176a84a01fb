"""Marks names: known ones, and capitalised runs beside titles."""

import bisect
from collections.abc import Iterator

import msgspec

from runut.annotate.known import hits
from runut.annotate.runs import lexicon, runs, tokens
from runut.lang import Language
from runut.text import fold
from runut.types import Document, Mark, Name, Span

NAMED = frozenset({"headline", "dateline", "body", "caption"})


def mark(document: Document, language: Language) -> Document:
    """The document with its names, in order and without overlaps. Linear in the text."""
    text, report = document.report.text, document.report.id
    folded, words = fold(text), lexicon(language.tag)
    found = [
        hit
        for start, end in _stretches(document)
        for hit in runs(tokens(text, start, end), hits(text, folded, start, end), words)
    ]
    names = tuple(
        Mark(Span(report, h.start, h.end), Name(text[h.start : h.end], h.kind), h.rule)  # type: ignore[arg-type]
        for h in sorted(set(found))
    )
    return msgspec.structs.replace(document, names=names)


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Sentences of the zones in which names count; lines where there are no sentences."""
    zones = [(z.span.start, z.span.end) for z in document.zones if z.value.kind in NAMED]
    if not document.zones:
        zones = [(0, len(document.report.text))]
    cuts = sorted({p for s in document.sentences for p in (s.start, s.end)} | _lines(document.report.text))
    for start, end in zones:
        inside = cuts[bisect.bisect_right(cuts, start) : bisect.bisect_left(cuts, end)]
        yield from zip([start, *inside], [*inside, end], strict=True)


def _lines(text: str) -> set[int]:
    return {i for i, c in enumerate(text) if c == "\n"}
