"""The day of publication of a web page, in the outlet's own zone."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from runut.read.dates import published

NAMES = (
    "article:published_time",
    "datepublished",
    "publishdate",
    "publish-date",
    "published_time",
    "pubdate",
    "content_publisheddate",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date",
    "date",
)
MARKED = '[itemprop="datePublished"], time[pubdate]'
SHOWN = 'time, [class*="date"], [class*="time"], [class*="tanggal"], [class*="waktu"], [id*="date"], [id*="tanggal"]'
DAY_FIRST = "id"  # how "05/11/2015" is read on a page: a wrong reading does not agree with the day given elsewhere
LONGEST = 80  # characters of an element that holds a day and little else


def page_day(page: str, tree: LexborHTMLParser, story: dict[str, Any], meta: dict[str, str]) -> tuple[str, bool]:
    """The day as the page gives it, and whether that is stated; ("", False) if nothing gives it.

    What JSON-LD and meta elements say in UTC, or without a zone, is replaced by the clock that the page shows its
    readers for the same day, because many outlets write their local day's first hours as the day before. Where they are
    silent, htmldate's day stands: stated if the page shows the same day, else a guess.
    """
    given = [c for c in _given(tree, story, meta) if c]
    stated = next((day for c in given if (day := published(c))), "")
    if _has_zone(stated):
        return stated, True
    day = stated or _guess(page)
    shown = next((s for s in _shown(tree) if _near(s, day, 1 if stated else 0)), "") if day else ""
    if shown:
        return shown, True
    return (day, bool(stated)) if day else (next(iter(given), ""), True)


def _given(tree: LexborHTMLParser, story: dict[str, Any], meta: dict[str, str]) -> Iterator[str]:
    yield str(story.get("datePublished") or "")
    yield from (meta.get(name, "") for name in NAMES)
    for node in tree.css(MARKED):
        yield node.attributes.get("datetime") or node.attributes.get("content") or ""


def _shown(tree: LexborHTMLParser) -> Iterator[str]:
    """Days with a clock and a zone that stand on the page by themselves."""
    for node in tree.css(SHOWN):
        text = " ".join(node.text(separator=" ").split())
        if len(text) <= LONGEST and _has_zone(day := published(text, DAY_FIRST)):
            yield day


def _has_zone(day: str) -> bool:
    """Whether a clock's zone is given that is not UTC, which may be a machine's."""
    return "T" in day and not day.endswith(("Z", "+00:00")) and ("+" in day or "-" in day[11:])


def _near(left: str, right: str, days: int) -> bool:
    try:
        return abs((dt.date.fromisoformat(left[:10]) - dt.date.fromisoformat(right[:10])).days) <= days
    except ValueError:
        return False


def _guess(page: str) -> str:
    from htmldate import find_date

    return find_date(page, original_date=True, extensive_search=False) or ""
