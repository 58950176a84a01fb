"""Marks zones: a partition of the text into reporting and what stands around it."""

import re
from collections.abc import Iterator

import msgspec

from runut.lang import Language
from runut.lang.furniture import FurnitureRule
from runut.types import Document, Mark, Span, Zone

Found = tuple[int, int, FurnitureRule]
HEAD_LINES = 6  # a dateline stands at the start of one of the first lines


def mark(document: Document, language: Language) -> Document:
    """The document with zones that cover its whole text, in order; what no rule takes is body."""
    text = document.report.text
    found: list[Found] = []
    for number, (start, end) in enumerate(lines(text)):
        found.extend(_line(text, start, end, number, language))
    zones = _partition(document, sorted(found, key=lambda f: (f[0], -f[1])))
    return msgspec.structs.replace(document, zones=tuple(zones))


def lines(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every line that is not blank, without the blanks around it."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line and not line.isspace():
            yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start = end + 1


def _line(text: str, start: int, end: int, number: int, language: Language) -> Iterator[Found]:
    line = text[start:end]
    for rule, pattern in _compiled(language):
        if rule.where == "line":
            if len(line) <= 400 and pattern.fullmatch(line):
                yield start, end, rule
                return
        elif rule.where == "inside":
            for hit in pattern.finditer(line):
                yield start + hit.start(), start + hit.end(), rule
        elif rule.where == "end":
            m = pattern.search(line[-80:])
            if m:
                shift = start + max(0, len(line) - 80)
                yield shift + m.start(), shift + m.end(), rule
        elif number < HEAD_LINES:
            m = pattern.match(line[:120])
            if m:
                yield start, start + m.end(), rule
                return


_PATTERNS: dict[str, tuple[tuple[FurnitureRule, re.Pattern[str]], ...]] = {}


def _compiled(language: Language) -> tuple[tuple[FurnitureRule, re.Pattern[str]], ...]:
    if language.tag not in _PATTERNS:
        _PATTERNS[language.tag] = tuple(
            (r, re.compile(r.pattern + ("$" if r.where == "end" else ""))) for r in language.furniture.rules
        )
    return _PATTERNS[language.tag]


def _partition(document: Document, found: list[Found]) -> Iterator[Mark[Zone]]:
    report, text = document.report.id, document.report.text
    at = 0
    for start, end, rule in found:
        if start < at:
            continue
        if text[at:start].strip():
            yield Mark(Span(report, at, start), Zone("body"), "furniture:none")
            at = start
        yield Mark(Span(report, at, end), Zone(rule.kind), f"furniture:{rule.name}")
        at = end
    if at < len(text):
        yield Mark(Span(report, at, len(text)), Zone("body"), "furniture:none")
