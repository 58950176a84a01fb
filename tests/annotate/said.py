"""Documents for the tests of attributions: sentences as runut finds them, names as the tests give them."""

import re

import msgspec

from runut.annotate import attributions, sentences
from runut.lang import language
from runut.types import Document, Mark, Name, Report, Span, Zone

PEOPLE = ("Rini Astuti", "Bayu Lesmana", "Bayu Lesmana Putra", "Rini", "Bayu", "Ruth Tanner", "Tanner", "Sari Dewi")
BODIES = ("Balai Cuaca Selatan", "Kantor Berita Selatan", "Northern Wire", "Dinas Pasar", "PT Garam Raya")
PRESS = ("Reuters", "Antara", "AFP")
KINDS = dict.fromkeys(PEOPLE, "person") | dict.fromkeys(BODIES, "organisation") | dict.fromkeys(PRESS, "agency")
NAME = re.compile("|".join(sorted(map(re.escape, KINDS), key=len, reverse=True)))


def document(text, lang="id", silent=(), **given):
    """A document of one body with its names; `silent`: pieces of it that are links to other reports."""
    start = Document(report=Report(id="r-0", text=text, lang=lang, **given))
    zones, at = [], 0
    for piece in silent:
        i = text.index(piece)
        zones += [(at, i, "body"), (i, i + len(piece), "related")]
        at = i + len(piece)
    zones.append((at, len(text), "body"))
    marks = tuple(Mark(Span("r-0", a, b), Zone(k), "test") for a, b, k in zones if a < b)
    names = tuple(
        Mark(Span("r-0", m.start(), m.end()), Name(m.group(), KINDS[m.group()]), "test") for m in NAME.finditer(text)
    )
    return msgspec.structs.replace(
        sentences.mark(msgspec.structs.replace(start, zones=marks), language(lang)), names=names
    )


def said(text, lang="id", **given):
    """(content, speaker, kind, media) of every attribution of a text."""
    found = attributions.mark(document(text, lang, **given), language(lang)).attributions
    return [(text[a.content.start : a.content.end], a.speaker, a.kind, [h.name for h in a.chain[1:]]) for a in found]
