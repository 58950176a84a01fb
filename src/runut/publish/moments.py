"""Times as days on a calendar: how precise they are, which contains which, how they are written."""

import calendar
import re
from datetime import date, timedelta
from typing import Literal

from babel.dates import format_date, format_interval, format_skeleton
from msgspec import Struct

from runut.publish.frame import Frame
from runut.types import When

Precision = Literal["clock", "part of day", "day", "week", "range", "month", "year", "vague"]

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(.*))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_CLOCK = re.compile(r"(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?")
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(?:T\w+)?")


class Moment(Struct, frozen=True, order=True):
    """First and last day of a time, both included."""

    first: date
    last: date
    hour: str = ""  # "13:38+07:00" or a part of day such as "TMO"; "" the whole day

    def holds(self, other: "Moment") -> bool:
        """Whether the other time lies inside this one."""
        return self.first <= other.first and other.last <= self.last


def moment(when: When) -> Moment | None:
    """The days of a time; None for one without a place on the calendar (durations, sets, vague ones, no year)."""
    first, last = _days(when.value), _days(when.until or when.value)
    if first is None or last is None or last[1] < first[0]:
        return None
    found = _ISO.fullmatch(when.value)
    return Moment(first[0], last[1], (found[4] or "") if found and not when.until else "")


def precision(when: When) -> Precision:
    """How exactly a time is given."""
    if when.until:
        return "range"
    if _WEEK.fullmatch(when.value):
        return "week"
    found = _ISO.fullmatch(when.value)
    if not found or moment(when) is None:
        return "vague"
    _, month, day, hour = found.groups()
    if hour:
        return "clock" if _CLOCK.fullmatch(hour) else "part of day"
    return "day" if day else "month" if month else "year"


def written(when: When, frame: Frame) -> str:
    """A time in the words of the frame language; a value it has no words for is shown as it is."""
    found = moment(when)
    if found is None:
        return _without_days(when, frame)
    kind = precision(when)
    if kind == "range":
        return _range(found, frame)
    if kind == "week":
        return frame.gettext("week of %(days)s", days=_range(found, frame))
    if kind in ("month", "year"):
        return format_skeleton("yMMM" if kind == "month" else "y", found.first, locale=frame.locale)
    day = format_date(found.first, format="medium", locale=frame.locale)
    return f"{day}, {frame.hour(found.hour)}" if found.hour else day


def _range(found: Moment, frame: Frame) -> str:
    first, last = found.first, found.last
    whole_months = first.day == 1 and last == _month_end(last)
    skeleton = "yMMM" if whole_months else "yMMMd"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        skeleton = "y"
    return format_interval(first, last, skeleton, locale=frame.locale)


def _without_days(when: When, frame: Frame) -> str:
    words = {
        "PAST_REF": frame.gettext("earlier"),
        "PRESENT_REF": frame.gettext("now"),
        "FUTURE_REF": frame.gettext("later"),
        "SET": frame.gettext("repeatedly"),
    }
    yearless = _YEARLESS.fullmatch(when.value)
    try:
        if yearless and yearless[2]:
            return format_skeleton("MMMd", date(2000, int(yearless[1]), int(yearless[2])), locale=frame.locale)
        if yearless:
            return format_skeleton("MMMM", date(2000, int(yearless[1]), 1), locale=frame.locale)
    except ValueError:
        pass
    until = f"–{when.until}" if when.until else ""
    return words.get(when.value, when.value + until)


def _days(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO value."""
    week = _WEEK.fullmatch(value)
    found = _ISO.fullmatch(value)
    try:
        if week:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday, monday + timedelta(days=6)
        if not found:
            return None
        year, month, day, _ = found.groups()
        if day:
            only = date(int(year), int(month), int(day))
            return only, only
        first = date(int(year), int(month or 1), 1)
        return first, _month_end(first) if month else date(first.year, 12, 31)
    except ValueError:
        return None


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
