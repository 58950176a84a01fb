"""Finds quotations by their marks, in all the forms that marks take when some are missing or turned."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

OPENING = "“„«‟"
CLOSING = "”»"
SINGLE = "'‘’"
MARKS = re.compile(r"[\"“”„‟«»]|(?<![^\W_])['‘](?=[^\W_])|(?<=[.,?!…])['’](?![^\W_])")
LONGEST = 4000  # characters between two marks of one quotation
PARAGRAPHS = 6  # that a quotation may run through
CUE = re.compile(r"\s+(\w+)")
LOST = re.compile(r",\s*(\w+)")


class Quote(NamedTuple):
    """A quotation with its marks, and what stands between them. `whole`: both marks are there."""

    start: int
    end: int
    inner: tuple[int, int]
    whole: bool = True


def find(text: str, stretches: list[tuple[int, int]], cues: Set[str]) -> tuple[Quote, ...]:
    """The quotations within the stretches, in order, none within another.

    Where a mark is missing, the quotation ends before a comma and one of `cues`, else with its paragraph; the rest
    of the text is read as if nothing had happened.
    """
    out: list[Quote] = []
    for start, end in stretches:
        out += _Reader(text, start, end, cues).quotes()
    return tuple(out)


class _Reader:
    """Reads marks one after another. `opened`, `single`: where a mark opened, -1 when none is open."""

    def __init__(self, text: str, start: int, end: int, cues: Set[str]) -> None:
        self.text, self.start, self.end, self.cues = text, start, end, cues
        self.opened = self.single = -1
        self.floor = start

    def quotes(self) -> Iterator[Quote]:
        """The stretch's quotations."""
        for m in MARKS.finditer(self.text, self.start, self.end):
            at, mark = m.start(), m.group()
            if self.opened >= 0 and _lost(self.text, self.opened, at):
                yield self._give(_unclosed(self.text, self.opened, at, self.cues))
            found = (
                self._small(at)
                if mark in SINGLE
                else self._closed(at, mark)
                if self.opened >= 0
                else self._new(at, mark)
            )
            if found:
                yield self._give(found)
                if not found.whole and found.end <= at and mark not in SINGLE:
                    self.opened = at
        if self.opened >= 0:
            yield _unclosed(self.text, self.opened, self.end, self.cues)

    def _give(self, found: Quote) -> Quote:
        self.floor, self.opened, self.single = found.end, -1, -1
        return found

    def _new(self, at: int, mark: str) -> Quote | None:
        """A mark while none is open: it opens, or it closes what lacks an opening mark."""
        if _may_open(self.text, at, mark):
            self.opened = at
            return None
        return _unopened(self.text, self.floor, at, self.cues) if _may_close(self.text, at, mark) else None

    def _closed(self, at: int, mark: str) -> Quote | None:
        """A mark while one is open: it closes, opens its next paragraph, or shows that the closing mark is missing."""
        if _next_paragraph(self.text, self.opened, at):
            return None
        closes = (_may_close(self.text, at, mark) or mark not in OPENING) and not _opens_only(self.text, at, mark)
        closes = closes or self._cue_follows(at)
        if closes:
            return Quote(self.opened, at + 1, (self.opened + 1, at))
        return _unclosed(self.text, self.opened, at, self.cues)

    def _cue_follows(self, at: int) -> bool:
        """Whether a blank and a cue follow a mark that a comma stands before: it closes, whatever its shape."""
        m = CUE.match(self.text, at + 1, at + 40)
        comma = self.text[max(0, at - 2) : at].rstrip()[-1:] == ","
        return comma and m is not None and m.group(1).lower() in self.cues

    def _small(self, at: int) -> Quote | None:
        """A single mark: a quotation of its own when a stop or comma stands before the closing one."""
        if self.opened >= 0:
            return None
        if self.single >= 0 and self.text[at - 1] in ".,?!…":
            if "\n" not in self.text[self.single : at] and at - self.single < LONGEST:
                return Quote(self.single, at + 1, (self.single + 1, at))
            self.single = -1
        elif self.text[at + 1 : at + 2].isalnum():
            self.single = at
        return None


def _lost(text: str, opened: int, at: int) -> bool:
    """Whether a mark is too far from the opening one to close it."""
    return at - opened > LONGEST or text.count("\n", opened, at) > PARAGRAPHS


def _may_open(text: str, at: int, mark: str) -> bool:
    if mark in OPENING:
        return True
    after = text[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    before = text[at - 1 : at] if at else " "
    if mark in CLOSING:
        return before.isspace()
    return not (before.isalnum() or before in ",.?!)") or (
        after.isalnum() and not before.isspace() and before in ".?!:,"
    )


def _may_close(text: str, at: int, mark: str) -> bool:
    if mark in CLOSING:
        return True
    before = text[at - 1 : at] if at else " "
    return not before.isspace()


def _opens_only(text: str, at: int, mark: str) -> bool:
    """Whether a mark can but open: a blank before it and a letter after it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return mark not in CLOSING and (not before or before.isspace()) and after.isalnum()


def _next_paragraph(text: str, opened: int, at: int) -> bool:
    """Whether a mark opens the next paragraph of a quotation whose paragraphs each open with one."""
    said = text[opened + 1 : at].rstrip()
    between = text[opened + 1 + len(said) : at]
    return "\n" in between and "\n" not in said and said[-1:] in {".", "?", "!"} and text[at + 1 : at + 2].isalnum()


def _unclosed(text: str, opened: int, limit: int, cues: Set[str]) -> Quote:
    stop = text.find("\n", opened, limit)
    stop = limit if stop < 0 else stop
    for m in LOST.finditer(text, opened, stop):
        if m.group(1).lower() in cues:
            return Quote(opened, m.start() + 1, (opened + 1, m.start()), whole=False)
    return Quote(opened, stop, (opened + 1, stop), whole=False)


def _unopened(text: str, floor: int, at: int, cues: Set[str]) -> Quote | None:
    """The quotation that a lone closing mark ends, when a cue follows it: from its paragraph's start."""
    m = re.compile(r"\s*,?\s*(\w+)").match(text, at + 1, at + 40)
    if not m or m.group(1).lower() not in cues:
        return None
    start = max(floor, text.rfind("\n", floor, at) + 1)
    while start < at and not text[start].isalnum():
        start += 1
    return Quote(start, at + 1, (start, at), whole=False) if start < at else None
