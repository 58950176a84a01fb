"""Marks the day of publication: from the metadata, from a line of the head, else from what the text supports."""

import re

import msgspec

from runut.annotate.dating_inferred import inferred
from runut.annotate.times import Expression, expressions
from runut.annotate.times_scene import Scene
from runut.annotate.times_values import VALUES
from runut.annotate.zones_read import readable
from runut.lang import Language
from runut.lang.calendar import Calendar
from runut.types import Dating, Document, Issue, Reason, Span, When

ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
HEAD = 800  # characters in which a date line is looked for
FIRST = 3  # lines in which it needs no clock time
LINE = 120  # characters of the longest date line
REST = 48  # characters of a date line beside its date
ENDS = tuple('.!?"”')


def mark(document: Document, language: Language) -> Document:
    """The document with its day of publication and how it is known; an issue where nothing tells.

    A day known from elsewhere is kept. A day known only as a wide range has the basis "open".
    """
    if document.published is not None:
        return document
    found = _stated(document) or _headed(document, language.calendar)
    if found is None:
        named = expressions(document.report.text, language.calendar, readable(document))
        found = inferred(document, named, language.calendar)
    if found is None:
        issue = Issue("undated", "")
        return msgspec.structs.replace(document, issues=(*document.issues, issue))
    return msgspec.structs.replace(document, published=found)


def _stated(document: Document) -> Dating | None:
    """The day given beside the text."""
    stated = document.report.published.strip().replace(" ", "T")
    if not ISO.fullmatch(stated):
        return None
    return Dating(When(stated), Reason("published-metadata", {"published": document.report.published}))


def _headed(document: Document, calendar: Calendar) -> Dating | None:
    """The day and hour of a line of the head that holds little else."""
    text = document.report.text[:HEAD]
    for number, match in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text)):
        line = match[0].strip()
        if len(line) > LINE or not any(c.isdigit() for c in line) or line.endswith(ENDS):
            continue
        found = expressions(match[0], calendar, lambda _: True)
        days = [e for e in found if e.rule.gives == "day" and ({"year", "shortyear"} & set(e.slots))]
        if len(days) != 1 or len(line) - (days[0].end - days[0].start) > REST:
            continue
        day = VALUES["day"](days[0].slots, Scene(None))
        if day is not None:
            start = match.start() + days[0].start
            end, clock = _hour(match[0], found, days[0], calendar)
            if not clock and number >= FIRST:
                continue
            span = Span(document.report.id, start, match.start() + end)
            words = {"text": document.report.text[start : span.end]}
            return Dating(When(day.value[:10] + clock), Reason("published-dateline", words, (span,)))
    return None


def _hour(line: str, found: list[Expression], day: Expression, calendar: Calendar) -> tuple[int, str]:
    """(end, "T13:38+07:00") of the clock time behind a date; "" where the line has none."""
    for expression in found:
        if expression.rule.gives == "clock" and expression.start >= day.end:
            value = VALUES["clock"](expression.slots, Scene(None))
            return (expression.end, value.value[10:]) if value else (day.end, "")
    bare = re.match(r"[ ,|\-–—]{1,4}(\d\d)[.:](\d\d)(?: ?([A-Za-z]{3,4})\b)?", line[day.end :])
    if bare and int(bare[1]) < 24 and int(bare[2]) < 60:
        zone = calendar.words.get("zone", {}).get((bare[3] or "").lower(), "")
        return day.end + bare.end(), f"T{bare[1]}:{bare[2]}{zone}"
    return day.end, ""
