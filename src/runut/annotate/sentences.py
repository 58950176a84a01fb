"""Marks sentences."""

import functools
import re

import msgspec
from msgspec import Struct

from runut.annotate.paragraphs import lines, paragraphs
from runut.lang import Language, language
from runut.text import fold
from runut.types import Document, Span

SENTENCE_ZONES = frozenset({"headline", "body", "caption"})
STOP = re.compile(r"(?P<stop>[.!?…]+|[。！？؟।]+)(?P<close>[\"”’»)\]'」』]*)")
WIDE_STOPS = frozenset("。！？؟।")
LAST_WORD = re.compile(r"[^\s(\[“\"'/,-]{1,14}\Z")
NEXT_WORD = re.compile(r"[\s“\"‘'(\[«–—-]*([^\W\d_]+)")
GLUED = re.compile(r"[\"“‘(\[]?(?:[A-ZÀ-Þ][a-zß-ÿ]|(?!(?:COM?|ID|TV|NET|ORG|GO|AC)\b)[A-Z]{3})|[“\"‘(\[]\w")
ADDRESS = re.compile(r"(?:://|www\.|@)\S*\Z")


class Words(Struct, frozen=True):
    """What a language says about stops that end no sentence; all folded."""

    abbreviations: frozenset[str]
    may_end: frozenset[str]  # abbreviations that end a sentence where a capital follows
    before_numbers: frozenset[str]
    lettered: frozenset[str]
    small: frozenset[str]
    cues: frozenset[str]


def mark(document: Document, language: Language) -> Document:
    """The document with its sentences: spans in headline, body and caption zones, in order. Linear.

    A sentence holds its closing quotation mark and what the cue after it adds ("…," kata Rina.); no sentence
    crosses a zone or a paragraph.
    """
    text, report, words = document.report.text, document.report.id, _words(language.tag)
    out: list[Span] = []
    for zone in document.zones:
        if zone.value.kind in SENTENCE_ZONES:
            rows = list(lines(text, zone.span.start, zone.span.end))
            for start, end, _ in paragraphs(text, rows, words.small):
                out.extend(Span(report, a, b) for a, b in split(text, start, end, words))
    return msgspec.structs.replace(document, sentences=tuple(out))


@functools.cache
def _words(tag: str) -> Words:
    f = language(tag).furniture
    return Words(
        abbreviations=frozenset(f.abbreviations),
        may_end=frozenset(f.may_end),
        before_numbers=frozenset(f.before_numbers),
        lettered=frozenset(f.lettered),
        small=frozenset(f.small_words),
        cues=frozenset(f.cues),
    )


def split(text: str, start: int, end: int, words: Words) -> list[tuple[int, int]]:
    """(start, end) of every sentence of one paragraph."""
    out: list[tuple[int, int]] = []
    at, seen, odd = start, start, False
    for m in STOP.finditer(text, start, end):
        odd ^= text.count('"', seen, m.start()) % 2 == 1
        seen = m.start()
        cut = _cut(text, m, end, odd)
        if cut >= end:
            break
        if _ends(text, m, (at, cut, end), words):
            _add(out, text, at, cut)
            at = cut
    _add(out, text, at, end)
    return out


def _cut(text: str, m: re.Match[str], end: int, odd: bool) -> int:  # noqa: FBT001
    """Where the sentence would end: after closing marks, but before a mark that opens the next quotation."""
    close = m["close"]
    opens = m.end() < end and text[m.end()].isalnum() and close[-1:] in {'"', "'"}
    if opens and not (close[-1] == '"' and odd and close.count('"') == 1) and text[m.end()].isupper():
        return m.end() - 1
    return m.end()


def _add(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append((start, end))


def _ends(text: str, m: re.Match[str], place: tuple[int, int, int], words: Words) -> bool:
    """Whether a sentence that began at `place[0]` ends at `place[1]`; its paragraph ends at `place[2]`."""
    at, cut, end = place
    stop = m["stop"]
    if stop[-1] in WIDE_STOPS:
        return True
    following = NEXT_WORD.match(text, cut, min(end, cut + 40))
    closed = cut > m.end("stop")
    if following and (following[1][0].islower() or (closed and fold(following[1]) in words.cues)):
        return False
    if not text[cut].isspace() and not _glued(text, cut, at):
        return False
    return stop != "." or closed or _full_stop(text, m.start(), (at, cut, end), words)


def _glued(text: str, cut: int, at: int) -> bool:
    """Whether the next sentence follows without a blank ("…malam.Warga"); false inside "Kota.CO" and addresses."""
    return GLUED.match(text, cut) is not None and not ADDRESS.search(text, max(at, cut - 80), cut)


def _full_stop(text: str, dot: int, place: tuple[int, int, int], words: Words) -> bool:
    """Whether a single full stop is one, and no part of an abbreviation, an initial or a list's number."""
    at, cut, end = place
    m = LAST_WORD.search(text, max(at, dot - 14), dot)
    if not m:
        return True
    word = m[0]
    first = not text[at : m.start()].strip()
    if word.isdigit():
        return not first
    if not word[-1].isalnum():
        return True
    if len(word) == 1 or (word[-2:-1] == "." and word[-1].isupper()):
        before = LAST_WORD.search(text, max(at, m.start() - 15), max(at, m.start() - 1))
        return word.islower() or bool(before and fold(before[0]) in words.lettered)
    folded = fold(word)
    if folded in words.before_numbers:
        return not text[cut:end].lstrip()[:1].isdigit()
    return folded not in words.abbreviations or (folded in words.may_end and text[cut].isspace())
