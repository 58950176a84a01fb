"""A report made ready for finding who says what: words, quotations, sentences, and the forms that cues take."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from runut.annotate.quotes import Quote, find
from runut.annotate.words import lexicon as titles
from runut.lang import language
from runut.lang.cues import CuePhrase, Form, forms
from runut.lang.gazetteer import ordinary
from runut.text import fold
from runut.types import Document, Mark, Name, Span

WORD = re.compile(r"@?[^\W_]+(?:['’-](?=[^\W_])[^\W_]+)*(?:\.(?:com|co|id|tv|net|org)\b)*", re.IGNORECASE)
GLUED = re.compile(r"(?:[a-z]{2,}|[A-Z][a-z]{5,})(?=[A-Z])")  # "dilansirAntara", "MenurutTIME"
GLUED_LEAST = 12  # letters at least of a crediting word and a name glued to it
TAIL = 5  # letters at least of a name that a small word was glued to
SHORTEST = 3  # letters of a name that a verb was glued to
LONG = 8  # letters beyond which a word may be two
INITIAL = re.compile(r" [A-Z]\.? ")
OFFICE = 3  # words of "Menteri Laut dan"; blanks at least in a name that the rest of the office begins
POST = 3  # blanks at least in a post with the name of its bearer
INITIALLED = re.compile(r"\. [A-Z][a-z]{2,}")
SILENT = frozenset({"headline", "dateline", "byline", "related", "credit", "furniture"})


class Word(Struct, frozen=True):
    """A word of the report."""

    start: int
    end: int
    low: str
    capital: bool


class Draft(NamedTuple):
    """An attribution before its speaker is known. `sentence`: where it stands; `own`: the cue holds the source."""

    content: tuple[int, int] | None  # None: somebody comes on, nothing is said
    kind: str
    rule: str
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    sentence: tuple[int, int]


class Lexicon:
    """The cues of one language, ready to look words up in."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.cues = cues = language(tag).cues
        self.forms: dict[str, Form] = {}
        for word, form in forms(cues):
            self.forms.setdefault(word, form)
        self.phrases: dict[str, CuePhrase] = {w: p for p in cues.phrases for w in p.words}
        self.sets = {n: frozenset(getattr(cues, n)) for n in cues.__struct_fields__ if n not in _TABLES}
        self.__dict__.update(self.sets)  # looked up for every word
        self.owning = tuple(a.suffix for a in cues.affixes if a.place == "own")
        self.credits = frozenset(f"cues:{p.name}" for p in cues.phrases if p.use == "via")
        self.entrances = frozenset(f"cues:{v.name}" for v in cues.verbs if v.content == "none")
        self.written = frozenset(f"cues:{v.name}" for v in cues.verbs if v.written)
        self.openers = _by_first(cues.openers)
        self.previous = _by_first(cues.previous)
        self.aliases = _by_first(cues.aliases)
        self.nicknames = _by_first(cues.nicknames)
        self.roles = frozenset(f.split()[0] for f in language(tag).titles.forms("role", "source", "rank", "honorific"))
        ranks = language(tag).titles.forms("rank", "honorific", "degree-before")
        self.ranks = frozenset(w.strip(".") for w in ranks)
        self.degrees = frozenset(d.replace(".", "") for d in language(tag).titles.forms("degree-after"))
        tails = "|".join(cues.tails) or "(?!)"
        said = "|".join(re.escape(w) for w, f in self.forms.items() if f.place == "subject" and len(w) > TAIL) or "(?!)"
        self.glued = re.compile(rf"([^\W\d_]{{3,}}?(?=(?:{said})$)|[^\W\d_]{{{TAIL},}}(?=(?:{tails})$))(.+)")
        self.verb = re.compile(rf"(?:{'|'.join(cues.verbal) or '(?!)'})[a-z]{{4,}}$")
        self.endings = frozenset(w for w in cues.tails if w.endswith(cues.suffixes))
        self.known = frozenset(self.forms) | frozenset(self.phrases) | self.sets["stops"] | self.sets["adverbials"]

    def __getattr__(self, name: str) -> frozenset[str]:
        return self.sets[name]

    def bare(self, low: str) -> str:
        """A word without a suffix that stands for its owner ("hasilnya")."""
        return next((low.removesuffix(x) for x in self.owning if low.endswith(x)), low)

    def unglue(self, low: str) -> re.Match[str] | None:
        """A capital word as a name and a small word that a scraper glued to it; None for a verb ("Dibicarakan")."""
        glue = self.glued.fullmatch(low)
        verb = glue is not None and glue.group(2) in self.endings and low.startswith(self.cues.verbal)
        return None if glue is None or verb or ordinary(low, self.tag) else glue

    def unglued(self, low: str) -> int:
        """Letters of the name that a small word or any verb is glued to ("Astutimembuka"); 0 for one word."""
        if glue := self.unglue(low):
            return glue.end(1)
        verb = self.verb.search(low, SHORTEST)
        return verb.start() if verb and ordinary(verb[0], self.tag) and not ordinary(low, self.tag) else 0

    def credited(self, low: str) -> int:
        """Letters of the crediting word that a medium's name is glued to ("dilansirdetikBali"); 0 without one."""
        if not low.startswith(self.cues.crediting):
            return 0
        n = next(len(w) for w in self.cues.crediting if low.startswith(w))
        return n if len(low) > n + TAIL else 0

    def verbal_word(self, word: Word) -> bool:
        """Whether a word looks like a verb, by its prefix."""
        low = word.low
        return (
            not word.capital and low not in self.sets["nominal"] and low.startswith(self.cues.verbal) and len(low) > 5
        )


_TABLES = {
    "affixes",
    "nasals",
    "verbs",
    "phrases",
    "openers",
    "previous",
    "nicknames",
    "aliases",
    "verbal",
    "passive",
    "crediting",
    "tails",
    "suffixes",
}


def _by_first(entries: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(entries, key=len, reverse=True):
        words = tuple(entry.split())
        out.setdefault(words[0], []).append(words)
    return out


@functools.cache
def lexicon(tag: str) -> Lexicon:
    """The cues of a language, ready to look words up in."""
    return Lexicon(tag)


class Passage(Struct, frozen=True):
    """One report's text with what attributions are found by. Positions are offsets, indexes count words."""

    text: str
    words: list[Word]
    starts: list[int]
    quotes: tuple[Quote, ...]
    sentences: list[tuple[int, int]]
    names: list[Mark[Name]]
    name_starts: list[int]
    lexicon: Lexicon

    def index(self, position: int) -> int:
        """The first word that starts at or after a position; the number of words when there is none."""
        return bisect_left(self.starts, position)

    def gap(self, i: int) -> str:
        """What stands between word `i` and the word before it."""
        return self.text[self.words[i - 1].end if i else 0 : self.words[i].start]

    def run(self, i: int, entries: dict[str, list[tuple[str, ...]]]) -> int:
        """How many words from `i` on are one of the entries; 0 when none is."""
        if i >= len(self.words):
            return 0
        for entry in entries.get(self.words[i].low, ()):
            if tuple(w.low for w in self.words[i : i + len(entry)]) == entry:
                return len(entry)
        return 0

    def inside(self, start: int, end: int, *kinds: str) -> list[Mark[Name]]:
        """The names of these kinds that lie in a stretch; of every kind when none is given."""
        out = []
        for k in range(bisect_left(self.name_starts, start), len(self.names)):
            n = self.names[k]
            if n.span.start >= end:
                break
            if n.span.end <= end and (not kinds or n.value.kind in kinds):
                out.append(n)
        return out

    def covered(self, position: int) -> bool:
        """Whether a position lies within a name."""
        k = bisect_left(self.name_starts, position) - 1
        return k >= 0 and self.names[k].span.end > position

    def opens(self, i: int) -> Mark[Name] | None:
        """The name that starts with word `i`; None where none does."""
        k = bisect_left(self.name_starts, self.words[i].start)
        return self.names[k] if k < len(self.names) and self.name_starts[k] == self.words[i].start else None

    def quoted(self, start: int, end: int) -> list[Quote]:
        """The quotations that share a character with a stretch."""
        lo = bisect_right(self.quotes, start, key=lambda q: q.end)
        return list(self.quotes[lo : bisect_left(self.quotes, end, key=lambda q: q.start)])

    def sentence(self, position: int) -> tuple[int, int] | None:
        """The sentence that a position lies in."""
        k = bisect_right(self.sentences, position, key=lambda s: s[0]) - 1
        return self.sentences[k] if k >= 0 and position <= self.sentences[k][1] else None


def passage(document: Document, tag: str) -> Passage:
    """A document made ready. Sentences that a quotation runs through, or its cue follows, are one."""
    text = document.report.text
    book = lexicon(tag)
    words = list(_words(text, book))
    low = fold(text)
    spoken = _spoken(document)
    quotes = find(text, spoken, frozenset(w for w, f in book.forms.items() if f.place in {"after", "own", "both"}))
    sentences = _merged(list(_bounds(document, spoken)), quotes, low, book)
    starts = [w.start for w in words]
    marks = [
        _officer(_whole(n, words, starts), words, starts, book) for n in sorted(document.names, key=lambda n: n.span)
    ]
    names = _joined(text, _proper(marks, book))
    return Passage(text, words, starts, quotes, sentences, names, [n.span.start for n in names], book)


def _whole(n: Mark[Name], words: list[Word], starts: list[int]) -> Mark[Name]:
    """A name without the part of a small word that a scraper glued to it ("Rini Astutimenyat" of "menyatakan")."""
    k = bisect_left(starts, n.span.end) - 1
    if k < 0 or words[k].end <= n.span.end or words[k].capital or words[k].start <= n.span.start:
        return n
    end = words[k].start
    text = n.value.text[: end - n.span.end].rstrip()
    return Mark(Span(n.span.report, n.span.start, n.span.start + len(text)), Name(text, n.value.kind), n.rule)


def _officer(n: Mark[Name], words: list[Word], starts: list[int], book: Lexicon) -> Mark[Name]:
    """A person who was taken for a place with the end of their office ("… dan Kawasan Pasar Rini Astuti")."""
    if n.value.kind not in {"place", "organisation"} or n.value.text.count(" ") < OFFICE:
        return n
    k = bisect_left(starts, n.span.start)
    if k < OFFICE or words[k - 1].low not in book.lists or words[k - OFFICE].low not in book.roles:
        return n
    inner = words[k : bisect_left(starts, n.span.end)]
    at = len(inner)
    while at and not plain(inner[at - 1].low, book.tag):
        at -= 1
    if not 0 < at < len(inner) - 1:
        return n
    start = inner[at].start
    return Mark(Span(n.span.report, start, n.span.end), Name(n.value.text[start - n.span.start :], "person"), n.rule)


def _proper(names: list[Mark[Name]], book: Lexicon) -> Iterator[Mark[Name]]:
    """The names without plain nouns and posts that were taken for people ("Imigrasi", "Managing Director")."""
    people = [n.value.text.lower().split() for n in names if n.value.kind == "person"]
    parts = {w for p in people if len(p) > 1 for w in p}
    for n in names:
        low = n.value.text.lower()
        if n.value.kind != "person" or low in parts:
            yield n
        elif low.split()[0] not in book.offices:
            yield from () if plain(low, book.tag) or low.replace(".", "") in book.degrees else (n,)
        elif low.count(" ") >= POST:  # "Human Capital Head Rini Astuti"
            start = n.span.end - len(" ".join(n.value.text.split()[-2:]))
            yield Mark(
                Span(n.span.report, start, n.span.end), Name(n.value.text[start - n.span.start :], "person"), n.rule
            )


@functools.lru_cache(maxsize=16384)
def plain(low: str, tag: str) -> bool:
    """Whether every word of a folded name is in the dictionary and none is a name that people bear.

    Never for a language without a list of such names, in which they may be words like others: "Ruth Tanner".
    """
    given = titles(tag).given
    return bool(given) and all(w not in given and ordinary(w, tag) for w in low.split())


def _joined(text: str, names: Iterable[Mark[Name]]) -> list[Mark[Name]]:
    """The names, those of one person around an initial as one ("Ade R. Putra")."""
    out: list[Mark[Name]] = []
    for n in names:
        last = out[-1] if out else n
        between = text[last.span.end : n.span.start]
        kinds = {last.value.kind, n.value.kind}
        if last is not n and INITIAL.fullmatch(between) and kinds <= {"person", "other"}:
            out[-1] = _person(text, last, n.span.end)
        elif n.value.kind == "person" and n.value.text[-2:-1] == " " and (more := INITIALLED.match(text, n.span.end)):
            out.append(_person(text, n, more.end()))
        else:
            out.append(n)
    return out


def _person(text: str, n: Mark[Name], end: int) -> Mark[Name]:
    """A person's name that goes on to `end`."""
    span = Span(n.span.report, n.span.start, end)
    return Mark(span, Name(text[span.start : end], "person"), n.rule)


def _words(text: str, book: Lexicon) -> Iterator[Word]:
    for m in WORD.finditer(text):
        raw, (start, end) = m.group(), m.span()
        low = raw.lower()
        if low == raw and low[0] != "@" and (len(low) < GLUED_LEAST or not book.credited(low)):
            yield Word(start, end, low, capital=False)
        else:
            yield from _parted(start, raw, low if len(low) == len(raw) else fold(raw), book)


def _parted(start: int, raw: str, low: str, book: Lexicon) -> Iterator[Word]:
    """A word with a capital, or the words that a scraper glued in it."""
    credited = False
    if raw != low and (glue := GLUED.match(raw)) and glue.group().lower() in book.known:
        yield Word(start, start + glue.end(), glue.group().lower(), raw[0] != low[0])
        start, raw, low = start + glue.end(), raw[glue.end() :], low[glue.end() :]
    elif raw[0] == low[0] and (n := book.credited(low)):
        yield Word(start, start + n, low[:n], capital=False)
        start, raw, low, credited = start + n, raw[n:], low[n:], True
    capital = raw[0] != low[0] or raw[0] == "@" or credited
    if capital and len(low) > LONG and low not in book.known and (n := book.unglued(low)):
        yield Word(start, start + n, low[:n], capital)
        start, low, capital = start + n, low[n:], False
    yield Word(start, start + len(low), low, capital)


def _spoken(document: Document) -> list[tuple[int, int]]:
    """Stretches whose zone may hold an attribution, joined where they touch."""
    if not document.zones:
        return [(0, len(document.report.text))]
    out: list[tuple[int, int]] = []
    for zone in document.zones:
        if zone.value.kind in SILENT:
            continue
        start, end = zone.span.start, zone.span.end
        if out and out[-1][1] == start:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _bounds(document: Document, spoken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, cut to where something may be said."""
    k = 0
    for s in document.sentences:
        while k < len(spoken) and spoken[k][1] <= s.start:
            k += 1
        if k < len(spoken) and spoken[k][0] < s.end:
            start, end = max(s.start, spoken[k][0]), min(s.end, spoken[k][1])
            if start < end:
                yield start, end


def _merged(
    sentences: list[tuple[int, int]], quotes: tuple[Quote, ...], low: str, book: Lexicon
) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    k = 0
    for start, end in sentences:
        while k < len(quotes) and quotes[k].end <= start:
            k += 1
        runs = k < len(quotes) and quotes[k].start < start
        before = out[-1][1] if out else 0
        follows = (
            bool(k) and quotes[k - 1].end > before - 3 and quotes[k - 1].end <= start and "\n" not in low[before:start]
        )
        if out and (runs or (follows and _cue_first(low, start, book))):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _cue_first(low: str, start: int, book: Lexicon) -> bool:
    m = WORD.search(low, start, start + 40)
    form = book.forms.get(m.group()) if m else None
    return form is not None and form.place in {"after", "own", "both"}
