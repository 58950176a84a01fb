"""Many patterns found in one pass, in time linear in the text.

Patterns are matched on a plain copy of the text, one byte for each character, so that offsets stay true: lower case,
no accents, every dash "-", every blank " ", and a blank before a capital that a scraper glued to the word before.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, TypeVar

import re2

from runut.text import fold

T = TypeVar("T")

_BLANK = r"(?:[ \n\t]{1,3})"
_PLACEHOLDER = re.compile(r"\{([a-z_]+?)(\d?)\}")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_CAPITAL = re.compile(r"[A-Z](?<=[a-z0-9][A-Z])(?=[a-z])")  # glued to the word before
_ABOVE = re.compile(r"[^\x00-\x7f]")
LETTERS = re.compile(rb"[a-z]{3}")
NO_WORD = re.compile(rb"[^a-z0-9]")
CACHED = 1 << 12  # stretches whose patterns are kept: the same days and numbers come again and again
_MEMORY = 256 << 20  # bytes re2 may use for one set of patterns: its automaton is built as it goes


@cache
def _plain_letters() -> dict[str, str]:
    """Each character above ASCII that has a plain form of one character."""
    table: dict[int, str] = dict.fromkeys((8208, 8209, 8210, 8211, 8212, 8722), "-")
    table |= dict.fromkeys((160, 8194, 8195, 8199, 8201, 8239), " ")
    table |= {0xB2: "2", 0xB3: "3"}  # "m²"
    table |= dict.fromkeys((0x2018, 0x2019), "'") | dict.fromkeys((0x201C, 0x201D), '"') | {0xB1: "\x01"}
    table |= dict(zip((0x20AC, 0xA3, 0xA5, 0xB0, 0x20A9), "\x02\x03\x04\x05\x06", strict=True))  # € £ ¥ ° ₩
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return {chr(code): plain for code, plain in table.items()}


def alternatives(forms: Iterable[str], *, whole: bool = True) -> str:
    """The forms as one pattern, the longest first; if `whole`, one that ends in a letter or digit ends a word."""
    longest = sorted(forms, key=lambda f: (-len(f), f))
    ends = [r"\b" if whole and f[-1:].isalnum() else "" for f in longest]
    return "(" + "|".join(re.escape(f).replace(r"\ ", " ") + end for f, end in zip(longest, ends, strict=True)) + ")"


@lru_cache(maxsize=2)
def plain(text: str) -> bytes:
    """The text as patterns see it: an ASCII byte for each character; ±€£¥°₩ are 1 to 6, others without one "?".

    Times and amounts are read from the same copy of a report, so the last is kept.
    """
    cuts = [m.start() for m in _CAPITAL.finditer(text)]
    if cuts:
        letters = list(text)
        for at in cuts:
            letters[at if text[at - 1].isdigit() else at - 1] = " "
        text = "".join(letters)
    low = fold(text)
    if not low.isascii():
        letter = _plain_letters().get
        low = _ABOVE.sub(lambda m: letter(m[0], "?"), low)
    return low.encode("ascii")


@cache
def _nouns(words: tuple[str, ...]) -> re.Pattern[bytes]:
    forms = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![a-z])(?:{forms})(?: [a-z/-]+){{0,7}} $".encode())


def aged(copy: bytes, start: int, nouns: tuple[str, ...]) -> bool:
    """Whether a noun for an age stands before an offset of a plain text, at most seven words and no mark between."""
    return bool(nouns) and _nouns(nouns).search(copy, max(0, start - 100), start) is not None


class Found:
    """A pattern found: where, which one, and what its placeholders hold."""

    __slots__ = ("end", "index", "slots", "start")

    def __init__(self, start: int, end: int, index: int, slots: dict[str, str]) -> None:
        self.start, self.end, self.index, self.slots = start, end, index, slots


class Patterns:
    """Patterns with {placeholders}, found leftmost and longest; ties go to the one given first."""

    def __init__(self, patterns: Sequence[str], places: Mapping[str, str]) -> None:
        """`places`: what each placeholder matches; {day2} is a second {day}. A blank matches one to three of them."""
        options = re2.Options()
        options.longest_match = True
        options.max_mem = _MEMORY
        bare = [_filled(p, places, named=False).encode() for p in patterns]
        self._all = re2.compile(b"|".join(b"(?:%b)" % p for p in bare), options) if patterns else None
        self._whole, self._begun = (_set(kind, bare, options) for kind in (re2.Set.FullMatchSet, re2.Set.MatchSet))
        self._filled = [_filled(p, places, named=True).encode() for p in patterns]
        self._fits = lru_cache(maxsize=CACHED)(self._fitting)
        self._each: dict[int, re.Pattern[bytes]] = {}

    def find(self, text: bytes, take: Callable[[Found], T | None]) -> list[T]:
        """What `take` makes of every match in a plain text, in order; matches start and end at the edge of a word.

        Where `take` gives None, the next pattern that fits the same stretch is tried, then shorter stretches from the
        same start, then the search goes on behind the word refused.
        """
        out: list[T] = []
        position = 0
        while self._all is not None and (match := self._all.search(text, position)) is not None:
            start, end = match.span()
            taken = self._taken(match, take) if _edges(text, start, end) else None
            if taken is None:
                end, taken = self._shorter(text, start, end, take)
            position = _word_end(text, start) if taken is None else end
            if taken is not None:
                out.append(taken)
        return out

    def _shorter(self, text: bytes, start: int, end: int, take: Callable[[Found], T | None]) -> tuple[int, T | None]:
        """(end, what `take` makes) of the longest stretch from a start that is shorter than one refused."""
        tries = []
        for index in sorted(self._begun.Match(text[start:end])):
            inner = self._pattern(index).match(text, start, end)
            if inner is not None and start < inner.end() < end and _edges(text, start, inner.end()):
                tries.append((-inner.end(), index, inner))
        for _, index, inner in sorted(tries, key=lambda t: t[:2]):
            slots = {k: v.decode() for k, v in inner.groupdict().items() if v is not None}
            taken = take(Found(start, inner.end(), index, slots))
            if taken is not None:
                return inner.end(), taken
        return end, None

    def _taken(self, match: Any, take: Callable[[Found], T | None]) -> T | None:
        """What `take` makes of the first pattern, in their order, that fits the match and that it accepts."""
        for index, slots in self._fits(match.group()):
            taken = take(Found(match.start(), match.end(), index, dict(slots)))
            if taken is not None:
                return taken
        return None

    def _fitting(self, written: bytes) -> list[tuple[int, dict[str, str]]]:
        """(which pattern, what its placeholders hold) of every pattern that fits a whole stretch, in their order."""
        tries = ((i, self._pattern(i).fullmatch(written)) for i in sorted(self._whole.Match(written)))
        return [(i, {k: v.decode() for k, v in m.groupdict().items() if v is not None}) for i, m in tries if m]

    def _pattern(self, index: int) -> re.Pattern[bytes]:
        """One pattern with its places named; compiled when it is first needed, as most texts need few."""
        if index not in self._each:
            self._each[index] = re.compile(self._filled[index])
        return self._each[index]


def _set(kind: Callable[[Any], Any], patterns: Iterable[bytes], options: Any) -> Any:
    """The patterns as one automaton that tells which of them fit."""
    found = kind(options)
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found


def _filled(pattern: str, places: Mapping[str, str], *, named: bool) -> str:
    """The pattern with its placeholders filled in; of one that stands twice only the first keeps its name."""
    seen: set[str] = set()

    def place(match: re.Match[str]) -> str:
        inner, name = _ungrouped(places[match[1]]), match[1] + match[2]
        first = named and name not in seen
        seen.add(name)
        return f"(?P<{name}>{inner})" if first else f"(?:{inner})"

    return _PLACEHOLDER.sub(place, _ungrouped(pattern))


def _ungrouped(pattern: str) -> str:
    """The pattern with every plain bracket as a group that captures nothing, and blanks as they occur."""
    return _GROUP.sub("(?:", pattern).replace(" ", _BLANK)


def _edges(text: bytes, start: int, end: int) -> bool:
    """Whether no word is cut at either end; three letters glued to a digit are a word of their own."""
    if start and _word(text[start - 1]) and _word(text[start]):
        return False
    if end < len(text) and _word(text[end - 1]) and _word(text[end]):
        return _digit(text[end - 1]) and bool(LETTERS.match(text, end))
    return True


def _word_end(text: bytes, start: int) -> int:
    """The end of the word that starts there, at least one character on: no match starts inside a word."""
    end = NO_WORD.search(text, start + 1)
    return end.start() if end else len(text)


def _word(byte: int) -> bool:
    return 97 <= byte <= 122 or 48 <= byte <= 57


def _digit(byte: int) -> bool:
    return 48 <= byte <= 57
