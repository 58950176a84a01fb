"""The day of publication as far as the text itself supports it.

Days that the text names as past bound it from below; "hari ini", "minggu ini", "bulan ini" and "Juni lalu" bound it
from above. What stays a wide range has the basis "open": other reports of the story may narrow it.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from runut.annotate.times import Expression
from runut.annotate.times_scene import DAY, Scene
from runut.annotate.times_values import VALUES
from runut.lang.calendar import Calendar
from runut.types import Dating, Document, Reason, Span, When

LEAD = 3  # sentences whose day is the day of the report
LEAD_CHARACTERS = 600  # the same where no sentences are known
HALF_YEAR = timedelta(days=182)
YEAR = timedelta(days=364)


class Clue(Struct, frozen=True):
    """A day that the text names, and where."""

    day: date
    expression: Expression


def inferred(document: Document, found: list[Expression], calendar: Calendar) -> Dating | None:
    """The day, or the range of days, of publication; None where the text does not bound it on both sides."""
    said = _named_today(document, found)
    if said is not None:
        return said
    past = [e for e in found if not e.future]
    stated = _stated(past)
    if not stated:
        stated, year_reason = _by_weekday(document, past, calendar)
        if year_reason is not None and stated:
            return _from_weekday_date(document, stated, year_reason)
    if not stated:
        return None
    newest = _newest(stated, past)
    return (
        _reported(document, stated)
        or _this_week(document, newest, past)
        or _this_month(document, newest, past)
        or _window(document, newest, past)
    )


def _reported(document: Document, stated: list[Clue]) -> Dating | None:
    """The day of the newest statement that the report dates: "ujar Bima, Rabu (18/6/2025)"."""
    said = [c for c in stated if c.expression.lean < 0 and {"weekday", "nmonth"} <= set(c.expression.slots)]
    said = [
        c
        for c in said
        if "shift" not in c.expression.slots and c.day.isoweekday() == int(c.expression.slots["weekday"])
    ]
    if not said:
        return None
    newest = max(said, key=lambda c: c.day)
    return _dating(document, (newest.day, newest.day), "published-reported", [newest.expression])


def _named_today(document: Document, found: list[Expression]) -> Dating | None:
    """The day that "hari ini, Rabu (18/6/2025)" names."""
    for e in found:
        if e.rule.gives == "day" and e.slots.get("dayword") in ("0", "-1", "1") and "year" in e.slots:
            value = VALUES["day"](e.slots, Scene(None))
            if value is not None:
                day = date.fromisoformat(value.value[:10]) - int(e.slots["dayword"]) * DAY
                return _dating(document, (day, day), "published-today", [e])
    return None


def _stated(past: Sequence[Expression]) -> list[Clue]:
    """Past days and months named with their year; of a range, the last."""
    clues = []
    for e in past:
        if e.rule.gives not in ("day", "days", "month", "months", "first-months") or "edge" in e.slots:
            continue
        if not {"year", "year2", "shortyear"} & set(e.slots):
            continue
        value = VALUES[e.rule.gives](e.slots, Scene(None))
        if value is not None:
            last = (value.until or value.value)[:10]
            clues.append(Clue(date.fromisoformat(last if len(last) == 10 else last[:7] + "-01"), e))
    return clues


def _by_weekday(document: Document, past: Sequence[Expression], calendar: Calendar) -> tuple[list[Clue], Reason | None]:
    """Days named with weekday, day and month: their year is the last in which most of them fall so."""
    pairs = [e for e in past if e.rule.gives == "day" and "weekday" in e.slots and "year" not in e.slots]
    last = document.report.retrieved.year if document.report.retrieved else calendar.horizon
    best: list[Clue] = []
    years: list[int] = []
    for year in range(last, last - 12, -1):
        scene = Scene(None, year=year)
        fits = [
            Clue(date.fromisoformat(v.value[:10]), e)
            for e in pairs
            if (v := VALUES["day"](e.slots, scene)) and v.basis == "previous"
        ]
        fits = [c for c in fits if c.day.isoweekday() == int(c.expression.slots["weekday"]) and c.day.year == year]
        if fits and len(fits) > len(best):
            best, years = fits, [year]
        elif fits and len(fits) == len(best):
            years.append(year)
    if not best:
        return [], None
    e = best[0].expression
    words = {"text": _text(document, e), "year": str(years[0]), "others": ", ".join(map(str, years[1:])) or "-"}
    return best, Reason("published-weekday-year", words, (_span(document, e),))


def _from_weekday_date(document: Document, clues: list[Clue], reason: Reason) -> Dating:
    """The newest such day, when it opens the report; else up to a week after it."""
    newest = max(clues, key=lambda c: c.day)
    if _in_lead(document, newest.expression):
        return Dating(When(newest.day.isoformat(), basis="weekday"), reason)
    return Dating(When(newest.day.isoformat(), (newest.day + 6 * DAY).isoformat(), "weekday"), reason)


def _newest(stated: list[Clue], past: Sequence[Expression]) -> Clue:
    """The last day named; a day without a year is the nearest to the last that has one."""
    newest = max(stated, key=lambda c: c.day)
    clues = [newest]
    for e in past:
        if e.rule.gives == "day" and not {"year", "shortyear"} & set(e.slots):
            for year in (newest.day.year, newest.day.year + 1):
                value = VALUES["day"](e.slots, Scene(None, year=year))
                if value and value.value[:4] == str(year):
                    day = date.fromisoformat(value.value[:10])
                    if abs(day - newest.day) <= HALF_YEAR:
                        clues.append(Clue(day, e))
    return max(clues, key=lambda c: c.day)


def _this_week(document: Document, newest: Clue, past: Sequence[Expression]) -> Dating | None:
    """The rest of the week of the newest day, where the text calls it "minggu ini"."""
    week = next(
        (e for e in past if e.rule.gives == "period" and e.slots["period"] == "W" and e.slots["shift"] == "0"), None
    )
    if week is None or newest.expression.rule.gives != "day":
        return None
    monday = newest.day - (newest.day.isoweekday() - 1) * DAY
    named = [e for e in past if e.rule.gives == "weekday" and "shift" not in e.slots and "shift2" not in e.slots]
    latest = max(named, key=lambda e: int(e.slots["weekday"]), default=None)
    first = max(newest.day, monday + (int(latest.slots["weekday"]) - 1) * DAY) if latest else newest.day
    evidence = [newest.expression, week] + ([latest] if latest else [])
    return _dating(document, (first, monday + 6 * DAY), "published-this-week", evidence, "weekday")


def _this_month(document: Document, newest: Clue, past: Sequence[Expression]) -> Dating | None:
    """The rest of the month of the newest day, where the text calls it "bulan ini"; one weekday in it may decide."""
    month = next((e for e in past if e.slots.get("period") == "M" and e.slots.get("shift") == "0"), None)
    if month is None or newest.expression.rule.gives != "day":
        return None
    last = (newest.day.replace(day=1) + 31 * DAY).replace(day=1) - DAY
    return _dating(document, (newest.day, last), "published-this-month", [newest.expression, month], "open")


def _window(document: Document, newest: Clue, past: Sequence[Expression]) -> Dating | None:
    """Up to a year after a month called the last of its name: "Juni lalu"."""
    first, last, evidence = newest.day, None, [newest.expression]
    for e in past:
        if e.rule.gives == "month" and "year" not in e.slots and e.slots.get("shift") == "-1":
            number = int(e.slots["month"])
            year = first.year - (number > first.month)
            end = date(year + 1, number, 1) - DAY
            if last is None or end < last:
                last, evidence = end, [newest.expression, e]
    if last is None or last < first:
        return None
    return _dating(document, (first, last), "published-window", evidence, "open")


def _in_lead(document: Document, expression: Expression) -> bool:
    """Whether an expression stands in the opening sentences of the body."""
    if not document.sentences:
        return expression.start < LEAD_CHARACTERS
    body = [s for s in document.sentences if document.title is None or s.start >= document.title.end]
    return expression.start < body[min(LEAD, len(body)) - 1].end if body else False


def _dating(
    document: Document, days: tuple[date, date], code: str, evidence: list[Expression], basis: str = "stated"
) -> Dating:
    first, last = days
    words = {"text": "; ".join(f"“{_text(document, e)}”" for e in evidence), "first": str(first), "last": str(last)}
    until = last.isoformat() if last != first else ""
    when = When(first.isoformat(), until, basis)  # type: ignore[arg-type]
    return Dating(when, Reason(code, words, tuple(_span(document, e) for e in evidence)))


def _text(document: Document, expression: Expression) -> str:
    return " ".join(document.report.text[expression.start : expression.end].split())


def _span(document: Document, expression: Expression) -> Span:
    return Span(document.report.id, expression.start, expression.end)
