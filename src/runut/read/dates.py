"""The day of publication as files give it."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

DAY = r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})"
CLOCK = r"(?:[T ]{1,3}(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?"
ZONE = r"\s?([A-Za-z]{1,5}|[+-]\d\d(?::?\d\d)?)?)?)?)?"
ISO = re.compile(DAY + CLOCK + ZONE)
ZONES = {"Z": "Z", "UTC": "Z", "GMT": "Z", "WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
FIRST = 1900  # an earlier year is a machine's way to say that it does not know


def published(raw: str, lang: str = "") -> str:  # noqa: ARG001
    """An ISO 8601 prefix in the zone given, never turned to UTC; "" if the form is not known.

    Reads ISO 8601 with the liberties of web pages ("2024/11/21 13:38 WIB") and RFC 2822.
    """
    raw = raw.strip()
    if found := ISO.fullmatch(raw):
        return _iso(*found.groups())
    try:
        when = parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return when.isoformat(timespec="minutes") if when.year >= FIRST else ""


def _iso(*parts: str | None) -> str:
    year, month, day, hour, minute, second, zone = parts
    if zone and zone[0] not in "+-":
        if zone.upper() not in ZONES:
            return ""
        zone = ZONES[zone.upper()]
    elif zone:
        zone = f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"
    try:
        dt.datetime(int(year or 0), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return ""
    if int(year or 0) < FIRST:
        return ""
    out = "-".join([year or "", *(f"{int(p):02d}" for p in (month, day) if p)])
    if hour is None:
        return out
    return f"{out}T{int(hour):02d}:{minute}" + (f":{second}" if second else "") + (zone or "")
