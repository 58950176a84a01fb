"""Marks sentences."""

import re

import msgspec

from runut.lang import Language
from runut.text import fold
from runut.types import Document, Span

SENTENCE_ZONES = frozenset({"headline", "body", "caption"})
CLOSING = "\"'”’»)]"
STOP = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*)"
    r"(?:(?=\s)|(?=[“\"(\[]?[^\W\d_])|\Z)|\n\s*\n|\n"
)


def mark(document: Document, language: Language) -> Document:
    """The document with its sentences: spans in headline, body and caption zones, in order."""
    text, report = document.report.text, document.report.id
    known = _known(language)
    spans: list[Span] = []
    for zone in document.zones:
        if zone.value.kind in SENTENCE_ZONES:
            spans.extend(Span(report, a, b) for a, b in split(text, zone.span.start, zone.span.end, known))
    return msgspec.structs.replace(document, sentences=tuple(spans))


Known = tuple[frozenset[str], frozenset[str]]
_KNOWN: dict[str, Known] = {}


def _known(language: Language) -> Known:
    if language.tag not in _KNOWN:
        _KNOWN[language.tag] = frozenset(language.furniture.abbreviations), frozenset(language.furniture.cues)
    return _KNOWN[language.tag]


def split(text: str, start: int, end: int, known: Known) -> list[tuple[int, int]]:
    """(start, end) of every sentence of a stretch."""
    out: list[tuple[int, int]] = []
    at = start
    for m in STOP.finditer(text, start, end):
        if m["stop"] is None:
            if _goes_on(text, m.start(), m.end(), end) and m[0] == "\n":
                continue
        elif not _ends(text, m, at, end, known):
            continue
        _add(out, text, at, m.end())
        at = m.end()
    _add(out, text, at, end)
    return out


def _add(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        out.append((start + left, start + right))


def _goes_on(text: str, before: int, after: int, end: int) -> bool:
    """Whether a line break stands inside a sentence: no stop before it, a small letter after it."""
    return after < end and text[after].islower() and text[before - 1 : before] not in '.!?:;”"' and before > 0


WORD_BEFORE = re.compile(r"[^\s(\[“\"']{1,12}\Z")
NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")


def _ends(text: str, m: re.Match[str], at: int, end: int, known: Known) -> bool:
    after = m.end()
    if after >= end:
        return True
    close, stop = m["close"], m["stop"]
    following = NEXT_WORD.match(text, after, end)
    if close and following and (following[1].islower() or fold(following[1]) in known[1]):
        return False
    if stop == ".":
        word = WORD_BEFORE.search(text, max(at, m.start() - 12), m.start())
        if word and not close:
            if fold(word[0]) + "." in known[0] or (len(word[0]) == 1 and word[0].isupper()):
                return False
        if not text[after].isspace() and not close:
            return _glued(text, m.start(), after)
    if following and following[1].islower() and following.start(1) - after <= 1:
        return False
    return True


def _glued(text: str, stop: int, after: int) -> bool:
    """Whether a stop without a blank after it ends a sentence: "…malam.Warga", not "Kota.com", "St.Petersburg"."""
    nxt = text[after].lstrip('“"([')
    before = text[stop - 1 : stop]
    first = text[after]
    second = text[after + 1 : after + 2]
    if first in '“"([':
        return True
    return (
        bool(nxt)
        and first.isupper()
        and (second.islower() or second == " ")
        and (before.islower() or before.isdigit() or before in CLOSING)
    )
