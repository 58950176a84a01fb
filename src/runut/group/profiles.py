"""What grouping keeps of one report: counts, days and sketches, no text."""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from runut.lang.lemmas import lemma
from runut.text import fold
from runut.types import Document, Mark, When

TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "wilayahTuban": link words that lost their blank
TOLD = frozenset({"headline", "dateline", "body", "caption"})
TITLE = 2  # a word of the headline counts twice; more or less makes no difference (bench/stories.py)
LONGEST = 20_000  # characters of body looked at: a story is told in its first pages


class Profile(Struct, frozen=True, kw_only=True):
    """What grouping knows of one report."""

    report: str
    lang: str
    outlet: str = ""
    published: str = ""  # ISO prefix; "" unknown
    day: int | None = None  # of publication, as an ordinal
    words: dict[str, int]  # lemma or number -> times, headline counted twice
    days: frozenset[int] = frozenset()  # stated in the text to the day, as ordinals
    clocks: frozenset[int] = frozenset()  # stated in the text, in minutes of the day


def profile(document: Document) -> Profile:
    """What grouping needs of one report. Pure; linear in the length of the text."""
    report = document.report
    days, clocks = _stated(document.times)
    published = _published(document)
    return Profile(
        report=report.id,
        lang=report.lang,
        outlet=document.outlet or report.outlet,
        published=published,
        day=ordinal(published),
        words=_words(document),
        days=days,
        clocks=clocks,
    )


def stretches(document: Document) -> Iterator[tuple[str, str]]:
    """(kind of zone, text) of what tells the news: headline, dateline, body and captions, in order.

    A title given beside the text comes first as a headline. Without zones the whole text is body.
    """
    report = document.report
    if report.title:
        yield "headline", report.title
    if not document.zones:
        yield "body", report.text[:LONGEST]
    left = LONGEST
    for zone in document.zones:
        if zone.value.kind in TOLD and left > 0:
            text = report.text[zone.span.start : min(zone.span.end, zone.span.start + left)]
            left -= len(text)
            yield zone.value.kind, text


def tokens(text: str) -> list[str]:
    """The words and numbers of a text; words that lost the blank between them are parted."""
    return TOKEN.findall(GLUED.sub(" ", text))


@functools.lru_cache(maxsize=65536)
def term(token: str, tag: str) -> str:
    """The lemma of a word; a number with one kind of separator, so that "06.15" is "06:15"."""
    if token[0].isdigit():
        return token.replace(".", ",").replace(":", ",")
    return fold(lemma(fold(token), tag))


def _words(document: Document) -> dict[str, int]:
    tag = document.report.lang
    count: Counter[str] = Counter()
    for kind, text in stretches(document):
        weight = TITLE if kind == "headline" else 1
        for token in tokens(text):
            count[term(token, tag)] += weight
    return dict(count)


def _published(document: Document) -> str:
    if document.published is not None:
        return document.published.when.value
    return document.report.published


def _stated(times: tuple[Mark[When], ...]) -> tuple[frozenset[int], frozenset[int]]:
    days, clocks = set(), set()
    for mark in times:
        for value in (mark.value.value, mark.value.until):
            day = ordinal(value)
            if day is not None:
                days.add(day)
            if value[10:11] == "T" and value[13:14] == ":":
                clocks.add(int(value[11:13]) * 60 + int(value[14:16]))
    return frozenset(days), frozenset(clocks)


def ordinal(value: str) -> int | None:
    """The day of an ISO 8601 value as a number; None where it is not known to the day."""
    if value[4:5] != "-" or value[7:8] != "-":  # fromisoformat reads weeks and undelimited days, too
        return None
    try:
        return date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None
