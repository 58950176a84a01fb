"""The day of publication as files give it."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from runut.lang import language, languages

ISO = re.compile(
    r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})"
    r"(?:[T ]{1,3}(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?([A-Za-z]{1,5}|[+-]\d\d(?::?\d\d)?)?)?)?)?"
)
CLOCK = r"(?:\D{1,12}?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s?([^\W\d]{1,5}|[+-]\d\d:?\d\d)?\W{0,3})?"
DAY_FIRST = re.compile(r"\D{0,30}?(\d{1,2})(?:st|nd|rd|th)?[\s-]{1,3}([^\W\d]{3,12})\.?,?[\s-]{1,3}(\d{4})" + CLOCK)
MONTH_FIRST = re.compile(r"(?:\D{0,20}[\s,])?([^\W\d]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})" + CLOCK)
NUMERIC = re.compile(r"\D{0,30}?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})" + CLOCK)
UTC = {"z": "Z", "utc": "Z", "gmt": "Z"}
OLDEST = 1900  # an earlier year is a machine's way to say that it does not know


def published(raw: str, lang: str = "") -> str:
    """An ISO 8601 prefix in the zone given, never turned to UTC; "" if the form is not known.

    Reads ISO 8601 with the liberties of web pages ("2024/11/21 13:38 WIB"), RFC 2822, and days with the month's name in
    any language that has a pack. "3/6/2025" is the third of June but in English, where it may be either. A clock
    whose zone or half of the day is not understood is left out.
    """
    raw = raw.strip()[:80]
    if found := ISO.fullmatch(raw):
        return _iso(found.groups()[:3], found.groups()[3:])
    return _mailed(raw) or _worded(raw) or _numeric(raw, lang)


def _mailed(raw: str) -> str:
    try:
        when = parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return when.isoformat(timespec="minutes") if when.tzinfo and when.year >= OLDEST else ""


def _worded(raw: str) -> str:
    if found := DAY_FIRST.fullmatch(raw):
        day, name, year = found.groups()[:3]
    elif found := MONTH_FIRST.fullmatch(raw):
        name, day, year = found.groups()[:3]
    else:
        return ""
    month = _word("month", name)
    return _iso((year, month, day), found.groups()[3:]) if month else ""


def _numeric(raw: str, lang: str) -> str:
    found = NUMERIC.fullmatch(raw)
    if not found or (lang in ("en", "und", "") and int(found[1]) <= 12):
        return ""
    return _iso((found[3], found[2], found[1]), found.groups()[3:])


def _word(kind: str, form: str) -> str:
    """What a word of the calendar stands for, in the first language that has it; "" if none has."""
    tables = (language(tag).calendar.words.get(kind, {}) for tag in languages())
    return next((table[form.lower()] for table in tables if form.lower() in table), "")


def _iso(day: tuple[str | None, ...], clock: tuple[str | None, ...]) -> str:
    numbers = [int(part) for part in day if part]
    try:
        dt.date(*numbers, *[1] * (3 - len(numbers)))
    except ValueError:
        return ""
    date = "-".join([f"{numbers[0]:04d}", *(f"{n:02d}" for n in numbers[1:])])
    return date + _clock(*clock) if numbers[0] >= OLDEST else ""


def _clock(hour: str | None, minute: str | None, second: str | None, zone: str | None) -> str:
    if hour is None or int(hour) > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        return ""
    if zone and zone[0] in "+-":
        offset = f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"
    elif zone:
        offset = UTC.get(zone.lower(), "") or _word("zone", zone)
        if not offset:
            return ""
    else:
        offset = ""
    return f"T{int(hour):02d}:{minute}" + (f":{second}" if second else "") + offset
