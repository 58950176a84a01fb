"""Words of a sentence, and what titles and given names say of them."""

import functools
import re
from collections.abc import Sequence

from msgspec import Struct

from runut.annotate.known import Hit
from runut.annotate.tagger import Seen
from runut.lang import language
from runut.lang.titles import Kind

WORD = re.compile(r"[^\W_]++(?:[-'’.][^\W_]++)*+|[^\w\s]")
GLUED = re.compile(r"[A-Z](?<=[a-z]{2}[A-Z])(?=[a-z]{2})")  # "PresidenWirayuda": a scraper dropped the blank
LONGEST_TITLE = 5  # words
PEOPLE: tuple[Kind, ...] = ("role", "source", "rank", "honorific", "degree-before")
WITHOUT_TITLE = ("opener", "particle", "joiner", "degree-after", "given", "glue")


class Lexicon(Struct, frozen=True):
    """The titles of a language, ready to look up. All forms folded."""

    titles: dict[str, str]  # form without its last point -> kind
    starts: frozenset[str]  # first words of titles
    openers: frozenset[str]
    particles: frozenset[str]
    joiners: frozenset[str]  # particles, too
    given: frozenset[str]
    legal: frozenset[str]
    glue: frozenset[str]
    degrees: frozenset[str]
    local: frozenset[str]  # offices named after their seat
    heads_first: bool
    tag: str


class Token(Struct, frozen=True):
    """A word or a mark. A struct, as hundreds are made and looked at for each report."""

    start: int
    end: int
    text: str
    low: str  # folded


@functools.cache
def lexicon(tag: str) -> Lexicon:
    """The lexicon of a language."""
    data = language(tag).titles
    titles: dict[str, str] = {}
    for entry in data.entries:
        if entry.kind not in WITHOUT_TITLE:
            for form in entry.forms:
                titles.setdefault(form.rstrip("."), entry.kind)
    return Lexicon(
        titles,
        frozenset(form.split()[0].rstrip(".") for form in titles),
        data.forms("opener"),
        data.forms("particle"),
        data.forms("particle", "joiner"),
        data.forms("given"),
        data.forms("legal"),
        data.forms("glue"),
        data.forms("degree-after"),
        frozenset(f for e in data.entries for f in e.local),
        data.heads_first,
        tag,
    )


def tokens(text: str, folded: str, start: int, end: int) -> list[Token]:
    """Words and marks between two offsets of a text, which is also given folded; glued words are parted."""
    places = [m.span() for m in WORD.finditer(text, start, end)]
    if GLUED.search(text, start, end):
        places = [part for a, b in places for part in _parts(text, a, b)]
    return [Token(a, b, text[a:b], folded[a:b]) for a, b in places]


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a word stands, or the words glued in it."""
    cuts = [start + m.start() for m in GLUED.finditer(text[start:end])]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def title_at(words: Sequence[Token], i: int, lexicon: Lexicon) -> tuple[int, str]:
    """(number of words, kind) of the longest title that starts at a word; (0, "") when none does."""
    if words[i].low not in lexicon.starts:
        return 0, ""
    lows = [w.low for w in words[i : i + LONGEST_TITLE]]
    for n in range(len(lows), 0, -1):
        kind = lexicon.titles.get(" ".join(lows[:n]))
        if kind:
            pointed = i + n < len(words) and words[i + n].text == "." and words[i + n].start == words[i + n - 1].end
            return (n + 1, kind) if pointed and kind in PEOPLE and n + i + 1 < len(words) else (n, kind)
    return 0, ""


def seen(words: Sequence[Token], hits: Sequence[Hit], lexicon: Lexicon) -> Seen:
    """What the data knows of every word."""
    known, titles = [""] * len(words), [""] * len(words)
    at = {w.start: i for i, w in enumerate(words)}
    for hit in hits:
        i = at.get(hit.start, len(words))
        group = hit.rule.partition(":")[0]
        for j in range(i, len(words)):
            if words[j].start >= hit.end:
                break
            known[j] = ("I" if j > i else "B") + group
    after = 0
    for i in [i for i, w in enumerate(words) if w.low in lexicon.starts]:
        length, kind = title_at(words, i, lexicon) if i >= after else (0, "")
        if length:
            after = i + length
            titles[i:after] = [*[kind] * (length - 1), kind + "$"]
    given = [w.text[0].isupper() and any(p in lexicon.given for p in w.low.split("-")) for w in words]
    return Seen(titles, known, given)
