"""What grouping keeps of one report: counts, days and sketches, no text."""

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from msgspec import Struct
from rensa import RMinHash

from runut.group.terms import GLUED, term, terms
from runut.text import fold
from runut.types import Document, Modality

START = re.compile(r"(?:^|[.!?:…\"“”\n–—-])\s*$")
OPEN_DAY = re.compile(r"XXXX-\d\d-\d\d")
CLOCK = re.compile(r".{10}T(\d\d):(\d\d)(?:([+-])(\d\d):(\d\d))?")
TOLD = frozenset({"headline", "dateline", "body", "caption"})
TITLE = 2  # a word of the headline counts twice; more or less makes no difference (bench/stories.py)
ACTORS = frozenset({"person", "organisation", "place"})
SETTLED = 7
SHINGLE = 4
ANCHORS = 200
LEAD = 350  # characters of body that a report leads with; 300 and 400 make little difference
LONGEST = 20_000  # characters of body looked at: a story is told in its first pages


class Profile(Struct, frozen=True, kw_only=True):
    """What grouping knows of one report."""

    report: str
    lang: str
    outlet: str = ""
    published: str = ""  # ISO prefix; "" unknown
    earliest: int | None = None  # first and last possible day of publication, as ordinals
    latest: int | None = None
    words: dict[str, int]  # term -> times, headline counted twice; and the days stated
    lead: frozenset[str] = frozenset()  # terms of the headline and of the first LEAD characters of body
    days: frozenset[str] = frozenset()  # stated in the text, "2025-06-10"
    tails: frozenset[str] = frozenset()  # their months and days, "06-10", and those of `open_tails`
    open_tails: frozenset[str] = frozenset()  # of days stated without a year that could be found
    since: int | None = None  # latest day or month stated as no plan: the report is not older
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
        words=dict.fromkeys(days, 1) | scan.words,
        lead=frozenset(scan.lead),
        days=days,
        tails=open_tails | {d[5:] for d in days},
        open_tails=open_tails,
        since=_since(document),
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


class Scan(Struct):
    """What one pass over the tokens of a report gathers."""

    words: Counter[str]
    body: list[str]  # folded tokens of the body
    anchors: dict[str, None]
    lead: set[str]


def _scan(document: Document) -> Scan:
    tag = document.report.lang
    scan = Scan(Counter(), [], {}, set())
    opening = LEAD  # characters of body that still lead
    for kind, text in stretches(document):
        weight = TITLE if kind == "headline" else 1
        reach = {"headline": len(text), "body": opening}.get(kind, 0)
        plain = GLUED.sub(" ", text)
        for token, start, word in terms(plain, tag):
            if word:
                scan.words[word] += weight
                if start < reach:
                    scan.lead.add(word)
            if kind == "body":
                scan.body.append(fold(token))
                if token[0].isdigit() or (token[0].isupper() and not START.search(plain[max(0, start - 3) : start])):
                    scan.anchors.setdefault(term(token, tag) if token[0].isdigit() else token, None)
        opening -= len(text) if kind == "body" else 0
    return scan


def _since(document: Document) -> int | None:
    """The latest day or month that the report states as no plan, as an ordinal: it is not older."""
    plans = [c.span for c in document.claims if c.modality == Modality.PLANNED]
    starts, ends = [p.start for p in plans], list(accumulate((p.end for p in plans), max))

    def planned(at: int) -> bool:
        before = bisect_right(starts, at)
        return before > 0 and ends[before - 1] > at

    stated = [m.value for m in document.times if not planned(m.span.start)]
    days = (v if len(v) != len("2025-06") else f"{v}-01" for w in stated for v in (w.value, w.until) if v)
    return max((o for d in days if (o := ordinal(d)) is not None), default=None)


def _shingles(words: list[str]) -> bytes:
    rows = [" ".join(row) for row in zip(*(words[n:] for n in range(SHINGLE)), strict=False)]
    return array("Q", sorted(set(RMinHash.hash_token_sets([rows])[0]))).tobytes()


def _names(document: Document) -> frozenset[str]:
    tag = document.report.lang
    named = [m.value.text for m in document.names if m.value.kind in ACTORS]
    return frozenset(word for text in named for _, _, word in terms(text, tag) if word and not word[0].isdigit())


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
