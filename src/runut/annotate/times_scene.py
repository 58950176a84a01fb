"""What time expressions are read against, and the arithmetic of days that their values share."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from runut.types import When

Slots = Mapping[str, str]
Basis = Literal["stated", "weekday", "published", "previous", "open"]
DAY = timedelta(days=1)


class Scene(Struct, frozen=True):
    """What an expression is read against."""

    today: date | None  # day of publication
    previous: date | None = None  # the last day named before it
    year: int = 0  # a year named just before, for a date that has none
    past: bool = False  # a word before it says that it is told of as past
    future: bool = False  # a word before it puts it after today
    horizon: int = 0  # the last year to think of when there is no day of publication


def count(slots: Slots) -> tuple[float | None, str]:
    """The number and the unit of an expression; no number where it is not one."""
    if "one" in slots:
        return 1, slots["one"]
    raw = slots.get("count") or slots.get("number", "")
    try:
        return float(raw.replace(",", ".")), slots.get("unit", "")
    except ValueError:
        return None, ""


def number_of(slots: Slots, *names: str) -> int:
    """The first of several placeholders that is filled; 0 where none is."""
    return next((int(slots[n]) for n in names if n in slots), 0)


def exists(year: int, month: int, number: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]


def falls_on(year: int, month: int, number: int, weekday: int) -> bool:
    """Whether a day exists and is of that weekday."""
    return bool(year) and exists(year, month, number) and date(year, month, number).isoweekday() == weekday


def last_weekday(today: date, number: int) -> date:
    """The last such weekday up to a day."""
    return today - ((today.isoweekday() - number) % 7) * DAY


def monday_of(today: date) -> date:
    """The Monday of its week."""
    return today - (today.isoweekday() - 1) * DAY


def week_of(base: date, basis: Basis) -> When:
    """The week of a day, Monday to Sunday."""
    monday = monday_of(base)
    return When(monday.isoformat(), (monday + 6 * DAY).isoformat(), basis)


def month_at(base: date, move: int) -> tuple[int, int]:
    """(year, month) so many months away."""
    months = base.year * 12 + base.month - 1 + move
    return months // 12, months % 12 + 1
