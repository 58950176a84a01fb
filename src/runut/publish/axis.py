"""The timeline as a drawing: a line on which long gaps are pressed together."""

import itertools
import math
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from runut.publish.frame import shorten
from runut.publish.views import Event

WIDTH, EDGE, MOST, LEVELS = 1040, 26, 14, 5
LONG = 100  # days; longer times stand in the list alone
ROW, LETTER, WORDS = 40, 7.0, 30  # height of a label, width of a letter, letters of a statement
MANY = 13  # letters of " · 5 outlets" behind the day


class Mark(Struct, frozen=True, kw_only=True):
    """An event on the line; `level` counts labels upwards from the line, -1: no room for one."""

    x: float
    until: float
    level: int
    label: float  # where the label begins
    day: str
    words: str
    event: Event


class Axis(Struct, frozen=True, kw_only=True):
    """The drawing; `line`: where the line lies."""

    width: int
    height: int
    line: int
    marks: tuple[Mark, ...]


def axis(events: Sequence[Event]) -> Axis | None:
    """The drawing of the events that most outlets report; None where there are fewer than two days."""
    close = [e for e in events if (e.moment.last - e.moment.first).days <= LONG]
    ranked = sorted(close, key=lambda e: (-e.outlets, e.modality == "fact", e.verdict == "single"))[:MOST]
    shown = sorted(ranked, key=lambda e: e.moment)
    days = sorted({d for e in shown for d in (e.moment.first, e.moment.last)})
    if len(days) < 2:
        return None
    at = _scale(days)
    marks = _labelled(shown, at)
    line = 14 + ROW * (1 + max(m.level for m in marks))
    return Axis(width=WIDTH, height=line + 22, line=line, marks=tuple(marks))


def _scale(days: Sequence[date]) -> dict[date, float]:
    """Where every day lies: a gap takes room by the logarithm of its days."""
    steps = [0.7 + math.log1p((b - a).days) for a, b in itertools.pairwise(days)]
    unit = (WIDTH - 2 * EDGE) / sum(steps)
    out, x = {days[0]: float(EDGE)}, float(EDGE)
    for day, step in zip(days[1:], steps, strict=True):
        x += step * unit
        out[day] = round(x, 1)
    return out


def _labelled(events: Sequence[Event], at: dict[date, float]) -> list[Mark]:
    """Each label on the lowest level where it has room; what most outlets report chooses first."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(LEVELS)]
    out: dict[int, Mark] = {}
    for n in sorted(range(len(events)), key=lambda i: -events[i].outlets):
        event = events[n]
        x, until = at[event.moment.first], at[event.moment.last]
        words = shorten(event.quote.text, WORDS)
        day = len(event.written) + (MANY if event.outlets > 1 else 0)
        width = max(len(words), day) * LETTER + 14
        left = min(max(2.0, x - 6), WIDTH - width)
        free = (k for k in range(LEVELS) if all(left > b or left + width < a for a, b in taken[k]))
        level = next(free, -1)
        if level >= 0:
            taken[level].append((left, left + width))
        out[n] = Mark(x=x, until=until, level=level, label=left, day=event.written, words=words, event=event)
    return [out[n] for n in range(len(events))]
