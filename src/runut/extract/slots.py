"""Who, whom, where, when and how many: the marks of a clause by their role."""

from collections.abc import Iterator
from typing import Any, Literal

from runut.extract.reading import Reading, inside
from runut.types import Amount, Mark, Name, Slot, Span

Role = Literal["actor", "recipient", "place", "time", "amount", "topic"]
PLACE_BEFORE = frozenset({"di", "ke", "dari", "in", "at", "to", "from", "near", "kawasan", "wilayah"})


def slots(reading: Reading, clause: Span, sentence: Span) -> tuple[Slot, ...]:
    """The slots of a clause, in order of span; a clause without a time of its own takes a lone one of its sentence."""
    doc = reading.document
    out = list(_names(reading, clause.start, clause.end))
    out += [_slot("amount", m) for m in inside(doc.amounts, clause.start, clause.end) if not _both(reading, m)]
    times = inside(doc.times, clause.start, clause.end)
    if not times:
        around = inside(doc.times, sentence.start, sentence.end)
        times = around if len(around) == 1 else []
    out += [_slot("time", m) for m in times]
    return tuple(sorted(out, key=lambda s: (s.mark.span, s.role)))


def _names(reading: Reading, start: int, end: int) -> Iterator[Slot]:
    """The first name that is no place is the actor; the next after a verb the recipient; the others topics."""
    verb = next((a for a, _, w in reading.words(start, end) if reading.is_verb(w)), end)
    acted = received = False
    for mark in inside(reading.document.names, start, end):
        if _is_place(reading, mark):
            yield _slot("place", mark)
        elif not acted and mark.span.start <= verb:
            acted = True
            yield _slot("actor", mark)
        elif not received and mark.span.start > verb:
            received = True
            yield _slot("recipient", mark)
        else:
            yield _slot("topic", mark)


def _slot(role: Role, mark: Mark[Any]) -> Slot:
    return Slot(role, mark)


def _both(reading: Reading, mark: Mark[Amount]) -> bool:
    """Whether an amount only points at what is known: "kedua negara" measures nothing."""
    first = next(iter(reading.words(mark.span.start, mark.span.end)), None)
    return first is not None and first[2] in reading.actions.pointing


def _is_place(reading: Reading, mark: Mark[Name]) -> bool:
    """Whether a name says where: a place after a word for where; "Manila menolak" names a government."""
    if mark.value.kind != "place":
        return False
    before = reading.folded[max(0, mark.span.start - 12) : mark.span.start].split()
    return bool(before) and before[-1] in PLACE_BEFORE
