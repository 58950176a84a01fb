"""Days of publication that only the other reports of a story tell. Door: `dates`."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from runut.types import Dating, Document, Mark, Reason, Span, When

DAY = timedelta(days=1)
SETTLED = 7  # days: a report dated more widely dates no other
NEAR = 6  # days between a report and another of its story that names its weekday
AFTER = 3  # days after the other reports of a story in which one more still comes out
LEAD = 3  # sentences whose weekday is the day of the report
LEAD_CHARACTERS = 800  # the same where no sentences are known


class Dated(Struct, frozen=True):
    """A report whose day is known."""

    document: Document
    first: date
    last: date


class Named(Struct, frozen=True):
    """A day of the wanted weekday that a dated report names, or came out on."""

    day: date
    by: Dated
    span: Span | None
    text: str


def dates(documents: Sequence[Document], stories: Sequence[tuple[str, ...]]) -> dict[str, Dating]:
    """Report id -> day of publication, for reports that have none or an open range and can get it from their story.

    `stories`: ids of the reports of each story. A report whose own day is settled is never in the result. Each
    dating names the report and the expression that it rests on. Linear in the reports and times of each story.
    """
    by_id = {d.report.id: d for d in documents}
    out: dict[str, Dating] = {}
    for story in stories:
        members = sorted((by_id[i] for i in story if i in by_id), key=lambda d: d.report.id)
        dated = [m for d in members if (m := _settled(d)) is not None]
        if not dated:
            continue
        for document in members:
            if _settled(document) is None and (found := _from_story(document, dated)) is not None:
                out[document.report.id] = found
    return out


def _settled(document: Document) -> Dated | None:
    """The report with its days, when they are known to a week."""
    bounds = _bounds(document)
    if bounds is None or (bounds[1] - bounds[0]).days > SETTLED:
        return None
    if document.published and document.published.when.basis == "open" and bounds[0] != bounds[1]:
        return None
    return Dated(document, *bounds)


def _bounds(document: Document) -> tuple[date, date] | None:
    if document.published is None:
        return None
    when = document.published.when
    first, last = _day(when.value), _day(when.until or when.value)
    return None if first is None or last is None else (first, last)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _from_story(document: Document, dated: list[Dated]) -> Dating | None:
    """The day of the weekday that opens a report, else the days around those of its story."""
    first, last = _bounds(document) or (date.min, date.max)
    mark = _opening_weekday(document)
    if mark is not None:
        named = [n for d in dated for n in _named(d, int(mark.value.value[9])) if first <= n.day <= last]
        if named:
            return _of_weekday(document, mark, named, dated)
    low = max(first, min(d.first for d in dated))
    high = min(last, max(d.last for d in dated) + AFTER * DAY)
    if document.published is None:
        shared = _shared(document, dated)
        if shared is None:
            return None
        low = max(low, shared)
    return _around(document, low, high, dated) if low <= high else None


def _shared(document: Document, dated: list[Dated]) -> date | None:
    """The last day that a report without any day of its own names together with a dated report of its story."""
    theirs = {t.value.value[:10] for d in dated for t in d.document.times}
    limit = max(d.last for d in dated)
    days = [_day(t.value.value) for t in document.times if t.value.value[:10] in theirs and not t.value.until]
    return max((d for d in days if d is not None and d <= limit), default=None)


def _opening_weekday(document: Document) -> Mark[When] | None:
    """The first weekday without a date in the opening of the body."""
    end = LEAD_CHARACTERS
    if document.sentences:
        body = [s for s in document.sentences if document.title is None or s.start >= document.title.end]
        end = body[min(LEAD, len(body)) - 1].end if body else 0
    opening = (t for t in document.times if t.span.start < end)
    return next((t for t in opening if t.value.value.startswith("XXXX-WXX-")), None)


def _named(dated: Dated, weekday: int) -> list[Named]:
    """Days of a weekday near a dated report: those it names, else the last up to its own day."""
    found = []
    for mark in dated.document.times:
        day = _day(mark.value.value) if not mark.value.until else None
        if day and day.isoweekday() == weekday and dated.first - NEAR * DAY <= day <= dated.last + NEAR * DAY:
            text = dated.document.report.text[mark.span.start : mark.span.end]
            found.append(Named(day, dated, mark.span, " ".join(text.split())))
    if not found:
        back = dated.last - ((dated.last.isoweekday() - weekday) % 7) * DAY
        found.append(Named(back, dated, None, dated.last.isoformat()))
    return found


def _of_weekday(document: Document, mark: Mark[When], named: list[Named], dated: list[Dated]) -> Dating:
    """The day that most reports of the story name; of equal ones the nearest to their own days."""
    votes: dict[date, set[str]] = {}
    for n in named:
        votes.setdefault(n.day, set()).add(n.by.document.report.id)
    middle = sorted(d.last for d in dated)[len(dated) // 2]
    day = min(votes, key=lambda d: (-len(votes[d]), abs((d - middle).days), d))
    best = min((n for n in named if n.day == day), key=_weight)
    own = " ".join(document.report.text[mark.span.start : mark.span.end].split())
    words = {"text": own, "day": day.isoformat(), "report": best.by.document.report.id, "other": best.text}
    spans = (mark.span,) + ((best.span,) if best.span else ())
    code = "published-story-weekday" if best.span else "published-story-near"
    return Dating(When(day.isoformat(), basis="weekday"), Reason(code, words, spans))


def _weight(named: Named) -> tuple[bool, bool, str, Span]:
    """Better evidence first: a day that a report names, of a report that states its own."""
    published, report = named.by.document.published, named.by.document.report.id
    inferred = published is None or published.when.basis != "stated"
    return named.span is None, inferred, report, named.span or Span(report, 0, 0)


def _around(document: Document, low: date, high: date, dated: list[Dated]) -> Dating:
    """The part of a report's own range in which its story was told."""
    nearest = min(dated, key=lambda d: (d.first, d.document.report.id))
    own = document.published
    spans = own.why.spans if own else ()
    words = {"first": low.isoformat(), "last": high.isoformat(), "report": nearest.document.report.id}
    until = high.isoformat() if high != low else ""
    return Dating(When(low.isoformat(), until, "open"), Reason("published-story", words, spans))
