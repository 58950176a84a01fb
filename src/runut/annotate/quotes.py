"""Finds quotations by their marks, in all the forms that marks take when some are missing or turned."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

OPENING = "“„«‟"
CLOSING = "”»"
MARKS = re.compile(r"[\"“”„‟«»]|(?<![^\W_])['‘](?=[^\W_])|(?<=[.,?!…])['’](?![^\W_])")
LONGEST = 4000  # characters between two marks of one quotation
PARAGRAPHS = 6  # that a quotation may run through
LOST = re.compile(r",\s+(\w+)")


class Quote(NamedTuple):
    """A quotation with its marks, and what stands between them. `whole`: both marks are there."""

    start: int
    end: int
    inner: tuple[int, int]
    whole: bool
    single: bool = False


def find(text: str, stretches: list[tuple[int, int]], cues: Set[str]) -> tuple[Quote, ...]:
    """The quotations within the stretches, in order, none within another.

    Where a mark is missing, the quotation ends before a comma and one of `cues`, else with its paragraph; the rest
    of the text is read as if nothing had happened.
    """
    out: list[Quote] = []
    for start, end in stretches:
        out += _stretch(text, start, end, cues)
    return tuple(out)


def _stretch(text: str, start: int, end: int, cues: Set[str]) -> Iterator[Quote]:
    opened = -1
    floor = start
    for m in MARKS.finditer(text, start, end):
        at, mark = m.start(), m.group()
        if mark in "'‘’":
            continue
        if opened >= 0 and _lost(text, opened, at):
            lost = _unclosed(text, opened, min(end, at), cues)
            floor, opened = lost.end, -1
            yield lost
        if opened < 0:
            if _may_open(text, at, mark):
                opened = at
            elif _may_close(text, at, mark):
                found = _unopened(text, floor, at, cues)
                if found:
                    floor = found.end
                    yield found
        elif _may_close(text, at, mark) or mark not in OPENING:
            if _opens_only(text, at, mark):
                lost = _unclosed(text, opened, at, cues)
                floor, opened = lost.end, at
                yield lost
                continue
            yield Quote(opened, at + 1, (opened + 1, at), True)
            floor, opened = at + 1, -1
        else:
            lost = _unclosed(text, opened, at, cues)
            floor, opened = lost.end, at
            yield lost
    if opened >= 0:
        yield _unclosed(text, opened, end, cues)


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
    return not (before.isalnum() or before in ",.?!)") or after.isalnum() and not before.isspace() and before in ".?!:,"


def _may_close(text: str, at: int, mark: str) -> bool:
    if mark in CLOSING:
        return True
    before = text[at - 1 : at] if at else " "
    return not before.isspace()


def _opens_only(text: str, at: int, mark: str) -> bool:
    """Whether a mark can but open: a blank before it and a letter after it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return mark not in CLOSING and (not before or before.isspace()) and after.isalnum()


def _unclosed(text: str, opened: int, limit: int, cues: Set[str]) -> Quote:
    stop = text.find("\n", opened, limit)
    stop = limit if stop < 0 else stop
    for m in LOST.finditer(text, opened, stop):
        if m.group(1).lower() in cues:
            return Quote(opened, m.start() + 1, (opened + 1, m.start()), False)
    return Quote(opened, stop, (opened + 1, stop), False)


def _unopened(text: str, floor: int, at: int, cues: Set[str]) -> Quote | None:
    """The quotation that a lone closing mark ends, when a cue follows it: from its paragraph's start."""
    m = re.compile(r"\s*,?\s*(\w+)").match(text, at + 1, at + 40)
    if not m or m.group(1).lower() not in cues:
        return None
    start = max(floor, text.rfind("\n", floor, at) + 1)
    while start < at and not text[start].isalnum():
        start += 1
    return Quote(start, at + 1, (start, at), False) if start < at else None
