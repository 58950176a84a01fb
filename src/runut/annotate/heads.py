"""Marks title, outlet, bylines and credits, from the zones that hold them."""

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec
from msgspec import Struct

from runut.lang import Language, language, languages
from runut.lang.gazetteer import gazetteer
from runut.lang.outlets import by_sign, outlet
from runut.text import fold
from runut.types import Document, Mark, Name, Span, Zone

Names = tuple[Mark[Name], ...]
ADDRESS = re.compile(r"(?!co\.)[A-Za-z][\w-]{1,30}(?:\.(?:com|co|id|tv|net|org|news|info))+\b", re.IGNORECASE)
DATELINE_PART = re.compile(r"\((?P<agency>[^()]{2,40})\)|(?P<part>[^,()\n–—:]+)")
PART = re.compile(r"[^/,;&|()\[\]]+")
PERSON = re.compile(r"[^\W\d_][\w'’.\u00a0-]*(?:[ \u00a0]+[^\W\d_][\w'’.\u00a0-]*){0,5}")
BAR = re.compile(r"\s(?:I|\|)\s")
SIGN = re.compile(r"\W*([a-z]{2,6})\W*")
SOURCE = re.compile(r"(?i)sources?\s?:\s?|sumber\s?:\s?")
MOST_WORDS = 7  # of a credited medium's name


class Labels(Struct, frozen=True):
    """The words before names in bylines, compiled."""

    label: re.Pattern[str]
    editors: frozenset[str]
    joiner: re.Pattern[str]
    no_source: frozenset[str]


def mark(document: Document, language: Language) -> Document:
    """The document with title, outlet, authors, editors and the media that the whole report is credited to.

    The outlet is what the metadata say, else the address, else what the text's own dateline or byline names, by key
    where it is known; "" not stated.
    """
    labels = _labels(language.tag)
    own = _outlet(document)
    people = [p for z in document.zones if z.value.kind == "byline" for p in _people(document, z, labels)]
    credited = {(m.span, m.value.text): m for z in document.zones for m in _credits(document, z, own, labels)}
    people += [(m, False) for z in document.zones for m in _signed(document, z)]
    once = {(m.value.text, editor): m for m, editor in reversed(people)}
    return msgspec.structs.replace(
        document,
        title=next((_trimmed(document, z.span) for z in document.zones if z.value.kind == "headline"), None),
        outlet=own,
        authors=tuple(sorted((m for (_, editor), m in once.items() if not editor), key=lambda m: m.span)),
        editors=tuple(sorted((m for (_, editor), m in once.items() if editor), key=lambda m: m.span)),
        credits=tuple(credited.values()),
    )


@functools.cache
def _labels(tag: str) -> Labels:
    own, english = language(tag).furniture, language("en").furniture
    authors, editors = own.author_labels + english.author_labels, own.editor_labels + english.editor_labels
    every = "|".join(sorted((re.escape(a).replace(r"\ ", r"\s+") for a in authors + editors), key=len, reverse=True))
    joiners = "|".join(re.escape(j) for j in own.joiners + english.joiners)
    return Labels(
        label=re.compile(
            rf"(?i)(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))(?P<label>{every or '(?!)'})(?:\s?/\s?\w{{2,9}})?(?:\s?:\s?|\s+)"
        ),
        editors=frozenset(e.lower() for e in editors),
        joiner=re.compile(rf"\s+(?:{joiners})\s+|[,;/&\n]" if joiners else r"[,;/&\n]"),
        no_source=frozenset(own.no_source),
    )


def _trimmed(document: Document, span: Span) -> Span:
    piece = document.report.text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(span.report, start, max(start, span.start + len(piece.rstrip())))


def _outlet(document: Document) -> str:
    report = document.report
    for given in (report.outlet, report.url):
        known = outlet(given) if given else None
        if known:
            return known.key
    if report.outlet:
        return report.outlet
    for z in document.zones:
        if z.value.kind in {"dateline", "byline"}:
            found = _named_outlet(report.text[z.span.start : z.span.end], z.value.kind)
            if found:
                return found
    return ""


def _named_outlet(head: str, kind: str) -> str:
    """The outlet a dateline or byline names: a known one, an address, a name with a medium's word; "" none."""
    parts = [m["part"] for m in DATELINE_PART.finditer(head) if m["part"]] if kind == "dateline" else []
    parts = [part.strip(" -\u00a0\n") for part in parts]
    for part in parts:
        known = outlet(part)
        if known:
            return known.key
    m = ADDRESS.search(head.replace(",co.", ".co."))
    if not m:
        return next((p for p in parts if len(parts) > 1 and _like_a_medium(p)), "")
    known = outlet(m[0])
    return known.key if known else m[0]


def _like_a_medium(name: str) -> bool:
    """Whether two to four capitalised words hold one that outlets' names are made of, and name no place."""
    folded = [fold(word) for word in name.split()]
    capital = all(word[0].isupper() for word in name.split())
    media = not _media_words().isdisjoint(folded)
    return 2 <= len(folded) <= 4 and capital and media and fold(name) not in gazetteer()


@functools.cache
def _media_words() -> frozenset[str]:
    return frozenset(word for tag in languages() for word in language(tag).furniture.media_words)


def _people(document: Document, zone: Mark[Zone], labels: Labels) -> Iterator[tuple[Mark[Name], bool]]:
    """(name, whether an editor's or translator's) of everybody a byline names."""
    if zone.rule == "furniture:date-line":
        return
    text, span = document.report.text, zone.span
    found = list(labels.label.finditer(text, span.start, span.end))
    if not found and zone.rule == "furniture:signature":
        yield from ((m, False) for m in _persons(document, zone, (span.start, span.end), labels))
    ends = [*(m.start() for m in found[1:]), span.end][: len(found)]
    for m, end in zip(found, ends, strict=True):
        editor = re.sub(r"\s+", " ", m["label"].lower()) in labels.editors
        bar = BAR.search(text, m.end(), end)  # "Laporan Rina Wati I Banda Aceh"
        yield from ((p, editor) for p in _persons(document, zone, (m.end(), bar.start() if bar else end), labels))


def _persons(document: Document, zone: Mark[Zone], place: tuple[int, int], labels: Labels) -> Iterator[Mark[Name]]:
    text = document.report.text
    cuts = [place[0], *(x for m in labels.joiner.finditer(text, *place) for x in m.span()), place[1]]
    for start, end in list(pairwise(cuts))[::2]:
        m = PERSON.search(text, start, end)
        if m and m[0][0].isupper() and not ADDRESS.search(text, start, end) and not outlet(m[0]):
            stop = m.start() + len(m[0].rstrip(" .\u00a0"))
            name = Name(re.sub(r"\s+", " ", text[m.start() : stop]), "person")
            yield Mark(Span(document.report.id, m.start(), stop), name, zone.rule)


def _signed(document: Document, zone: Mark[Zone]) -> Iterator[Mark[Name]]:
    """Who closes the report with a full name in brackets."""
    if zone.rule not in {"furniture:closing-name", "furniture:closing-name-line"}:
        return
    for m in PART.finditer(document.report.text, zone.span.start, zone.span.end):
        person = PERSON.fullmatch(m[0].strip())
        if person and " " in m[0].strip() and not outlet(m[0].strip()) and not ADDRESS.search(m[0]):
            start = m.start() + len(m[0]) - len(m[0].lstrip())
            yield Mark(Span(document.report.id, start, start + len(person[0])), Name(person[0], "person"), zone.rule)


def _credits(document: Document, zone: Mark[Zone], own: str, labels: Labels) -> Iterator[Mark[Name]]:
    """The media a credit, or an agency's name in the dateline, lays the whole report to."""
    text, span = document.report.text, zone.span
    if zone.value.kind == "dateline":
        places = [m.span("agency") for m in DATELINE_PART.finditer(text, span.start, span.end) if m["agency"]]
    elif zone.value.kind == "credit":
        places = list(_credited(text, zone))
    else:
        return
    for start, end in places:
        name = text[start:end].strip(" .\n\u00a0")
        known = outlet(name) or by_sign(name)
        if not name or (known and known.key == own) or name.lower() in labels.no_source:
            continue
        sourced = SOURCE.search(text, max(span.start, start - 12), start) is not None
        if known or (sourced and len(name.split()) <= MOST_WORDS) or zone.rule == "furniture:published-elsewhere":
            at = text.index(name, start)
            shown = name if not known or outlet(name) else known.name  # "(okz)" says nothing to a reader
            yield Mark(Span(document.report.id, at, at + len(name)), Name(shown, "agency"), zone.rule)


def _credited(text: str, zone: Mark[Zone]) -> Iterator[tuple[int, int]]:
    """Where a credit may name media."""
    start, end = zone.span.start, zone.span.end
    rule = zone.rule.removeprefix("furniture:")
    if rule == "published-elsewhere":
        m = ADDRESS.search(text, start, end)
        if m:
            yield m.span()
    elif rule in {"source-line", "source-glued", "written-by"}:
        m = SOURCE.search(text, start, end)
        if m or rule == "written-by":
            yield from (p.span() for p in PART.finditer(text, m.end() if m else start, end))
    elif rule in {"closing-initials", "closing-sign"}:
        m = SIGN.fullmatch(text, start, end)
        if m:
            yield m.span(1)
    elif rule.startswith("closing"):
        yield from (p.span() for p in PART.finditer(text, start, end))
