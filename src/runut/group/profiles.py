"""What grouping keeps of one report: counts, days and sketches, no text."""

import functools
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from rensa import RMinHash

from runut.lang.lemmas import lemma
from runut.text import fold
from runut.types import Document

TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]{2,}(?:-[^\W\d_]+)*")
START = re.compile(r"(?:^|[.!?:…\"“”\n–—-])\s*$")
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "wilayahTuban": link words that lost their blank
OPEN_DAY = re.compile(r"XXXX-\d\d-\d\d")
CLOCK = re.compile(r".{10}T(\d\d):(\d\d)(?:([+-])(\d\d):(\d\d))?")
TOLD = frozenset({"headline", "dateline", "body", "caption"})
TITLE = 2  # a word of the headline counts twice; more or less makes no difference (bench/stories.py)
ACTORS = frozenset({"person", "organisation", "place"})
SETTLED = 7
SHINGLE = 4
ANCHORS = 200
LONGEST = 20_000  # characters of body looked at: a story is told in its first pages


class Profile(Struct, frozen=True, kw_only=True):
    """What grouping knows of one report."""

    report: str
    lang: str
    outlet: str = ""
    published: str = ""  # ISO prefix; "" unknown
    earliest: int | None = None  # first and last possible day of publication, as ordinals
    latest: int | None = None
    words: dict[str, int]  # lemma or number -> times, headline counted twice
    days: frozenset[str] = frozenset()  # stated in the text, "2025-06-10"
    tails: frozenset[str] = frozenset()  # their months and days, "06-10", and those of `open_tails`
    open_tails: frozenset[str] = frozenset()  # of days stated without a year that could be found
    since: int | None = None  # latest day or month stated: where it is no plan, the report is not older
    clocks: frozenset[int] = frozenset()  # stated in the text, in minutes of the day where they are stated
    instants: frozenset[int] = frozenset()  # the same in minutes of the day in UTC, where the zone is known
    shingles: bytes = b""  # of the body: 64-bit hashes of SHINGLE words in a row, as an array
    anchors: tuple[str, ...] = ()  # names and numbers of the body in order: what a rewriter keeps
    names: frozenset[str] = frozenset()  # words of the names of people, bodies and places
    credits: frozenset[str] = frozenset()  # media whose matter the report says it gives, folded

    @property
    def settled(self) -> bool:
        """Whether the day of publication is known to a week."""
        return self.earliest is not None and self.latest is not None and self.latest - self.earliest <= SETTLED


def profile(document: Document) -> Profile:
    """What grouping needs of one report. Pure; linear in the length of the text."""
    report = document.report
    values = [v for m in document.times for v in (m.value.value, m.value.until) if v]
    points = [m.value.value for m in document.times if not m.value.until]
    days = frozenset(v[:10] for v in points if ordinal(v) is not None)
    open_tails = frozenset(v[5:10] for v in points if OPEN_DAY.match(v))
    published, until = _published(document)
    scan = _scan(document)
    return Profile(
        report=report.id,
        lang=report.lang,
        outlet=document.outlet or report.outlet,
        published=published,
        earliest=ordinal(published),
        latest=ordinal(until),
        words=dict(scan.words),
        days=days,
        tails=open_tails | {d[5:] for d in days},
        open_tails=open_tails,
        since=max((o for v in values if (o := ordinal(v if len(v) != 7 else f"{v}-01")) is not None), default=None),
        clocks=frozenset(int(m[1]) * 60 + int(m[2]) for v in values if (m := CLOCK.match(v))),
        instants=frozenset(_instant(m) for v in values if (m := CLOCK.match(v)) and m[3]),
        shingles=_shingles(scan.body),
        anchors=tuple(scan.anchors)[:ANCHORS],
        names=_names(document),
        credits=frozenset(fold(m.value.text) for m in document.credits),
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


class Scan(Struct):
    """What one pass over the tokens of a report gathers."""

    words: Counter[str]
    body: list[str]  # folded tokens of the body
    anchors: dict[str, None]


def _scan(document: Document) -> Scan:
    tag = document.report.lang
    scan = Scan(Counter(), [], {})
    for kind, text in stretches(document):
        weight = TITLE if kind == "headline" else 1
        plain = GLUED.sub(" ", text)
        for m in TOKEN.finditer(plain):
            token, start = m[0], m.start()
            word = term(token, tag)
            scan.words[word] += weight
            if kind == "body":
                scan.body.append(fold(token))
                if token[0].isdigit() or (token[0].isupper() and not START.search(plain[max(0, start - 3) : start])):
                    scan.anchors.setdefault(word if token[0].isdigit() else token, None)
    return scan


def _shingles(words: list[str]) -> bytes:
    rows = [" ".join(row) for row in zip(*(words[n:] for n in range(SHINGLE)), strict=False)]
    return array("Q", sorted(set(RMinHash.hash_token_sets([rows])[0]))).tobytes()


def _names(document: Document) -> frozenset[str]:
    tag = document.report.lang
    named = [m.value.text for m in document.names if m.value.kind in ACTORS]
    return frozenset(term(t, tag) for text in named for t in tokens(text) if not t[0].isdigit())


def _published(document: Document) -> tuple[str, str]:
    """First and last possible day of publication; "" unknown."""
    if document.published is None:
        return document.report.published, document.report.published
    when = document.published.when
    return when.value, when.until or when.value


def _instant(clock: re.Match[str]) -> int:
    """Minutes of the day in UTC of a clock time with its zone."""
    ahead = (int(clock[4]) * 60 + int(clock[5])) * (1 if clock[3] == "+" else -1)
    return (int(clock[1]) * 60 + int(clock[2]) - ahead) % (24 * 60)


def ordinal(value: str) -> int | None:
    """The day of an ISO 8601 value as a number; None where it is not known to the day."""
    if value[4:5] != "-" or value[7:8] != "-":  # fromisoformat reads weeks and undelimited days, too
        return None
    try:
        return date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None
