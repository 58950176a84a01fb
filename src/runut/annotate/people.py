"""The people whom a report names, their short names and nicknames; the laws it names."""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from rapidfuzz.distance import OSA

from runut.annotate.passages import LONG, Passage, Word, plain
from runut.lang import world
from runut.types import Mark, Name

ALIAS = re.compile(r"[ \u00a0]{0,2}\([ \u00a0]?([^\W\d_][\w.\-]{1,24}(?: [A-Z][\w.\-]{1,24})?)[ \u00a0]?\)")
GLUED = re.compile(r"([a-z]{4})(?=[A-Z][a-z]{4})")  # "RepublikIndonesia", not "MacArthur"
NUMBERED = re.compile(r"[IVX]+ [A-Z]{2}")  # of "Direktur VII FAST"
DIGIT = re.compile(r"\d")
BACK = 100  # people looked back over
BODIES = 200  # names looked over for short forms of bodies
CLIP = 3  # letters that "Kemlu" shares with "Kementerian Luar Negeri"
ALSO = 3  # words at most of a second name
OR = re.compile(r"(.+ [^\W\d_]*[a-z]{2})(?:atau|alias) ([A-Z][\w.\-]+(?: [A-Z][\w.\-]+)?)")  # "Rini Astutiatau Nini"
TELLING = 4  # letters of a small word that is no name's ending: "Rini Astutipada Rabu", but "Rusdi Kirana"
INITIALS = 3  # parts at least of a name that goes by its initials ("AHY")
# a name with another word glued before it: "KlubRini Astuti", "ABCDRini Astuti"
LED = re.compile(r"(?:[A-Z]?[a-z]{3,}|[A-Z]{2,5}(?=[A-Z][a-z]))([A-Z][a-z]{2,} .+)")
SPELT = 6  # letters at least of a name that may be misspelt


class Person(NamedTuple):
    """A name that may be a person's, and its folded parts."""

    text: str
    parts: frozenset[str]
    start: int
    end: int
    sure: bool


def maybe_person(p: Passage, n: Mark[Name]) -> bool:
    """Whether a name is a person's, or may be for all that is known."""
    text = n.value.text
    if DIGIT.search(text) or (text[-1].islower() and text.split()[-1] in p.lexicon.stops):
        return False
    if n.value.kind == "person":
        return (not text.isupper() or " " in text) and not NUMBERED.match(text)
    return (
        n.value.kind == "other"
        and text.split()[0].lower() not in p.lexicon.forms
        and not text.isupper()
        and text.split()[0].lower() not in p.lexicon.bodies
        and not plain(text.lower(), p.lexicon.tag)
    )


def unglued(p: Passage, text: str) -> str:
    """A name without a word that a scraper glued to its end ("Rini Astutiakan"), and what follows that."""
    text = clean(text)
    if named := OR.fullmatch(text):
        return named[1]
    if led := LED.fullmatch(text):
        return led[1]
    if len(text) <= LONG:
        return text
    at = 0
    for word in text.split()[:-1]:
        at += len(word) + 1
        glue = p.lexicon.glued.fullmatch(word.lower())
        if glue and len(glue.group(2)) >= TELLING:
            return text[: at - 1 - len(glue.group(2))]
    glue = p.lexicon.glued.fullmatch(text.split()[-1].lower())
    return text[: -len(glue.group(2))] if glue else text


def aliases(p: Passage, people: list[Person]) -> Iterator[tuple[str, str]]:
    """(folded short form, name) of every "Joko Widodo (Jokowi)"."""
    for n in people:
        m = ALIAS.match(p.text, n.end)
        if m and len(n.parts) > 1 and m.group(1).lower() not in n.parts and not p.inside(*m.span(1), "organisation"):
            yield m.group(1).lower(), n.text
            if " " in m.group(1) and not name_parts(m.group(1)) & n.parts:
                yield m.group(1).lower().split()[-1], n.text  # "Gus Ipul" is told "Ipul", too
    for n in people:
        if len(n.parts) >= INITIALS:
            yield "".join(w[0] for w in n.text.lower().split()), n.text
        i = p.index(n.end)
        if len(n.parts) < 2 or i >= len(p.words) or p.text[n.end : p.words[i].start].strip(" ,"):
            continue
        run = p.run(i, p.lexicon.aliases)
        for word in takewhile(lambda w: w.capital, p.words[i + run : i + run + ALSO] if run else ()):
            if word.low not in n.parts:
                yield word.low, n.text
    yield from _nicknames(p, people)
    both = (OR.fullmatch(clean(n.value.text)) for n in p.names)
    yield from ((found[2].lower().split()[-1], found[1]) for found in both if found)


@functools.cache
def _known_bodies() -> dict[str, tuple[str, ...]]:
    """Folded name of every body known by several -> its names of several words."""
    entries = [(e, tuple(n for n in e.names if " " in n)) for e in world().bodies.entries]
    return {n.lower(): long for e, long in entries for n in (*e.names, *e.shorts) if " " not in n}


def longer_names(short: str) -> tuple[str, ...]:
    """The full names of a body known by a folded short one ("kemlu"); none where it is not known."""
    return _known_bodies().get(short, ())


def acronyms(p: Passage) -> dict[str, str]:
    """Folded short form of every body that the report gives one, and both: "FFC" -> "Freedom Fleet (FFC)"."""
    out: dict[str, str] = {}
    for n in p.names[:BODIES]:
        m = ALIAS.match(p.text, n.span.end) if n.value.kind in {"organisation", "other"} else None
        if m is None or " " not in n.value.text or " " in m[1]:
            continue
        clipped = n.value.kind == "organisation" and n.value.text[:CLIP].lower() == m[1][:CLIP].lower()
        if clipped or sum(c.isupper() for c in m[1]) > 1:
            out.setdefault(m[1].lower(), f"{clean(n.value.text)} ({m[1]})")
    return out


def _nicknames(p: Passage, people: list[Person]) -> Iterator[tuple[str, str]]:
    """(folded nickname, name) of every "Nunu, sapaan akrabnya": of whom the report named in full most before."""
    starts = [n.start for n in people]
    for i in range(1, len(p.words)):
        yield from _called(p, i, people, starts)
        if not p.words[i - 1].capital or "," not in p.gap(i) or not p.run(i, p.lexicon.nicknames):
            continue
        nick = p.words[i - 1]
        full = _before(people, starts, nick)
        if full:
            yield nick.low, max(full, key=full.count)


def _called(p: Passage, i: int, people: list[Person], starts: list[int]) -> Iterator[tuple[str, str]]:
    """The same of "pria yang akrab disapa Nunu itu": of whom the report named in full last."""
    run = 0 if p.words[i - 1].capital else p.run(i, p.lexicon.aliases)
    nick = p.words[i + run] if run > 1 and i + run < len(p.words) else None
    if nick and nick.capital and (full := _before(people, starts, nick)):
        yield nick.low, full[-1]


def _before(people: list[Person], starts: list[int], nick: Word) -> list[str]:
    """The full names given before a nickname, in order, those left out that it is part of."""
    at = bisect_left(starts, nick.start)
    return [n.text for n in people[max(0, at - BACK) : at] if len(n.parts) > 1 and nick.low not in n.parts]


def respelt(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names of as many words differ in one word only, and by a letter."""
    one, other = a - b, b - a
    return len(a) > 1 and len(one) == len(other) == 1 and alike(*one, *other)


def alike(word: str, other: str) -> bool:
    """Whether two words are one name's with one letter more, less, changed or swapped."""
    long = min(len(word), len(other)) >= SPELT and word[0] == other[0]
    return long and OSA.distance(word, other, score_cutoff=1) <= 1


def laws(p: Passage) -> Iterator[tuple[int, str]]:
    """(offset, name) of every law named outside quotations, in order."""
    names = "|".join(re.escape(n) for n in sorted(p.lexicon.laws, key=len, reverse=True))
    pattern = rf"\b(?-i:(?=[A-Z]))(?:{names})\b[^.;\n]{{0,60}}?\b(?:nomor|no\.?)\s*\d+(?:\s*tahun\s*|/)\d{{4}}"
    last = ""
    for m in re.finditer(pattern, p.text, re.IGNORECASE):
        if p.quoted(m.start(), m.end()):
            continue
        if last and p.lexicon.deictics.intersection(m.group().lower().split()):
            yield m.start(), last  # "Perpres tersebut mencabut Perpres Nomor 5 Tahun 2020" is about the law before
            continue
        last = clean(m.group())
        yield m.start(), last


def name_parts(name: str) -> frozenset[str]:
    """The folded words of a name."""
    return frozenset(name.replace(".", " ").replace("/", " ").lower().split())


def clean(text: str) -> str:
    """The text on one line, words that a scraper glued parted, without stops and dashes at its ends."""
    text = text if text.count('"') != 1 else text.replace('"', "")
    return " ".join(GLUED.sub(r"\1 ", text).split()).strip(' ,.-–—:"“”(')
