"""Marks times: finds expressions by the language's rules and gives each its calendar value."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

import msgspec
from msgspec import Struct

from runut.annotate.times_scene import Scene, Slots
from runut.annotate.times_values import VALUES
from runut.annotate.zones_read import readable
from runut.lang import Language
from runut.lang.calendar import Calendar, Rule
from runut.lang.patterns import Found, aged, plain
from runut.types import Document, Issue, Mark, Span, When

BREAK = re.compile(r"[.!?\n\"]")
NAMED = {"day", "days", "weekday", "clock"}  # expressions that a hyphen may join to what stands before
HYPHEN = re.compile(rb"[a-z0-9]-$")
INSIDE = re.compile(rb"\d[.,/]$")  # a number goes on behind it
STALE = timedelta(days=7)  # how old a day named some sentences before may be to hold for a clock time
DAYS = {"day", "day-of-month", "weekday", "dayword", "daypart", "same-day", "step", "ago", "ahead", "before", "later"}
REACH = 120  # characters before an expression in which a word tells that it lies ahead
NEXT = 16  # characters between a clock time and the day it belongs to, when the day follows
CLOSE = 240  # characters over which a day named long before the report still holds for a clock time
CARRY = 120  # characters over which a year named before is carried to a date without one
FAR = 600  # characters over which the year spoken of last is the one that "tahun sebelumnya" precedes
LINE = 2000  # characters of a line looked back over
SPOKEN = timedelta(days=7)  # how old a quotation may be whose "hari ini" is read against its own day


class Expression(Struct, frozen=True):
    """A time expression found, before its value is known."""

    start: int
    end: int
    rule: Rule
    slots: dict[str, str]
    lean: int = 0  # 1 ahead of the report, -1 past, 0 unsaid

    @property
    def future(self) -> bool:
        """Whether a word puts it ahead of the day of publication."""
        return self.lean > 0


def mark(document: Document, language: Language) -> Document:
    """The document with its times, each with its value, and an issue where a weekday and its date disagree."""
    found = expressions(document.report.text, language.calendar, readable(document))
    times, issues = [], []
    for expression, value in _valued(document, found, language.calendar.horizon):
        span = Span(document.report.id, expression.start, expression.end)
        times.append(Mark(span, value, f"calendar:{expression.rule.name}"))
        if conflicts(expression.slots, value):
            issues.append(Issue("weekday-conflict", document.report.text[expression.start : expression.end], span))
    return msgspec.structs.replace(document, times=tuple(times), issues=(*document.issues, *issues))


def expressions(text: str, calendar: Calendar, reads: Callable[[int], bool]) -> list[Expression]:
    """Every time expression that starts where the text is to be read, in order."""
    copy = plain(text)

    def take(found: Found) -> Expression | None:
        rule = calendar.rules[found.index]
        if not reads(found.start) or not _fits(rule, found, text, copy, calendar):
            return None
        slots = _slots(found, calendar) | ({"value": rule.value} if rule.value else {})
        lean = _lean(copy, found.start, calendar)
        if lean == 0 and rule.gives == "day" and _word_before(copy, found.start) in calendar.words["to"]:
            lean = 1
        return Expression(found.start, found.end, rule, slots, lean)

    return calendar.patterns.find(copy, take)


def _slots(found: Found, calendar: Calendar) -> dict[str, str]:
    """What the placeholders hold, as values; forms of words are looked up with their blanks folded."""
    slots = {}
    for name, form in found.slots.items():
        words = calendar.words.get(name.rstrip("2"))
        slots[name] = words[" ".join(form.split())] if words is not None else form
    return slots


def _fits(rule: Rule, found: Found, text: str, copy: bytes, calendar: Calendar) -> bool:
    """Whether the words before an expression and its capitals allow it to be a time."""
    before = _word_before(copy, found.start)
    if (rule.after and before not in rule.after) or before in rule.unless:
        return False
    if copy[found.start : found.start + 1].isdigit() and INSIDE.search(copy, max(0, found.start - 2), found.start):
        return False
    if rule.capital and not _capital(found, text):
        return False
    forms = set(found.slots.values())
    if forms & set(calendar.capitals) and not any(c.isupper() for c in text[found.start : found.end]):
        return False
    if forms & set(calendar.sundays) and rule.gives == "weekday" and not _sunday(found, text, copy):
        return False
    if rule.gives == "period" and (before in calendar.words.get("count", ()) or _few(before)):
        return False
    if rule.gives in ("year", "duration") and _numbered(found, copy, calendar):
        return False
    if rule.gives not in NAMED and HYPHEN.search(copy, max(0, found.start - 2), found.start):
        return False
    return rule.gives != "duration" or not (copy[found.end : found.end + 1] == b"-" or _age(found, copy, calendar))


def _few(word: str) -> bool:
    """Whether a word is a small number, which makes "tahun itu" behind it part of an age."""
    return word.isdigit() and len(word) < 4


def _capital(found: Found, text: str) -> bool:
    """Whether the name in an expression is written with a capital: a day or month at its start or after "hari"."""
    return any(c.isupper() for c in text[found.start : found.end])


def _sunday(found: Found, text: str, copy: bytes) -> bool:
    """Whether "Minggu" is the day: after "hari", or with a capital that no start of a sentence explains."""
    words = copy[found.start : found.end].split()
    if words[0] == b"hari" or "part" in found.slots or "dayword" in found.slots:
        return True
    if not text[found.start].isupper():
        return False
    opens = not re.search(r"[^\s\"“”'(]", text[max(0, found.start - 3) : found.start]) and found.start > 0
    sentence = opens or bool(re.search(r"(^|[.!?\n])[\s\"“]*$", text[max(0, found.start - 4) : found.start]))
    return not (sentence and "shift" in found.slots)


def _age(found: Found, copy: bytes, calendar: Calendar) -> bool:
    """Whether years are an age: "berusia 25 tahun", ", 25 tahun,", "(25 tahun)", "pelatih 67 tahun itu"."""
    if calendar.words["unit"].get(found.slots.get("unit", "")) != "Y":
        return False
    words = copy[max(0, found.start - 40) : found.start].decode().split()
    reach = 4 if words and (words[-1] in calendar.words["to"] or words[-1][-1:].isdigit()) else 1
    if set(words[-reach:]) & set(calendar.ages):
        return True
    if aged(copy, found.start, calendar.age_nouns):
        return True
    left, right = copy[max(0, found.start - 2) : found.start].strip(), copy[found.end : found.end + 1]
    if (left == b"," and right in (b",", b".")) or (left == b"(" and right == b")"):
        return True
    behind = copy[found.end : found.end + 16].decode().split()
    return bool(behind and words and behind[0] in calendar.age_after and words[-1] not in calendar.lasting)


@cache
def _numbers(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(re.escape(w) for w in words)
    return re.compile(rf"\b(?:{names})[ .:]{{1,2}}(?:\S{{1,16}}[ \n]?)?$"), re.compile(rf"[ \n](?:{names})\b")


def _numbered(found: Found, copy: bytes, calendar: Calendar) -> bool:
    """Whether the year belongs to the number of a document: "Nomor 7 Tahun 2016", "Tahun 2016 Nomor 7"."""
    before, after = _numbers(calendar.numbered)
    left, right = copy[max(0, found.start - 40) : found.start].decode(), copy[found.end : found.end + 12].decode()
    return bool(before.search(left) or after.match(right))


def _word_before(copy: bytes, start: int) -> str:
    words = copy[max(0, start - 24) : start].split()
    return words[-1].decode().strip("\"'(,") if words and copy[start - 1 : start].isspace() else ""


def _lean(copy: bytes, start: int, calendar: Calendar) -> int:
    """1 where the nearest cue before it in its clause puts an expression ahead, -1 where in the past, 0 without one."""
    window = BREAK.split(copy[max(0, start - REACH) : start].decode())[-1]
    for word in reversed(window.split()):
        if word.strip(",()") in calendar.past:
            return -1
        if word.strip(",()") in calendar.future:
            return 1
    return 0


def conflicts(slots: Slots, value: When) -> bool:
    """Whether an expression names a weekday that its date does not fall on."""
    if "weekday" not in slots or "day" not in slots or value.until or not value.value[:4].isdigit():
        return False
    return date.fromisoformat(value.value[:10]).isoweekday() != int(slots["weekday"])


def _valued(document: Document, found: list[Expression], horizon: int) -> Iterator[tuple[Expression, When]]:
    """Each expression with its value; those that mean nothing (31 February) are left out."""
    text, bounds = document.report.text, published_days(document)
    previous: date | None = None
    planned: date | None = None
    said: tuple[date, date] | None = None
    previous_end, year, year_end = 0, 0, -CARRY
    for number, expression in enumerate(found):
        near = year if _carried(expression, year_end, text) else 0
        base = previous
        if expression.rule.gives == "clock":
            stale = bounds and previous and bounds[0] - previous > STALE and expression.start - previous_end > CLOSE
            ahead = planned if expression.future and bounds and (previous or bounds[0]) <= bounds[1] else None
            base = _day_after(text, found, number, bounds, horizon) or ahead or (None if stale else previous)
        scene = Scene(None, base, near, expression.lean < 0, expression.future, horizon)
        spoken = None
        if bounds and expression.rule.gives in ("dayword", "daypart") and _quotes_before(text, expression.start) % 2:
            spoken = _spoken(text, found, number, bounds, horizon) or said
        value = _value(expression, scene, spoken or bounds)
        if value is None:
            continue
        if "year" in expression.slots and value.value[:4].isdigit():
            year, year_end = int(value.value[:4]), expression.end
        told = expression.rule.gives == "ago" and _quotes_before(text, expression.start) % 2 == 1
        if expression.rule.gives in DAYS and not told and not value.until and (day := _date(value)) is not None:
            previous, previous_end = day, expression.end
            planned = day if bounds and day > bounds[1] else planned
            if bounds and _recent(day, bounds) and _quotes_before(text, expression.start) in (2, 4, 6):
                said = day, day
        yield expression, value


def _carried(expression: Expression, year_end: int, text: str) -> bool:
    """Whether a year that ends at an offset still holds for an expression."""
    apart = expression.start - year_end
    if expression.rule.gives == "period-before":
        return apart <= FAR
    return apart <= CARRY and "\n" not in text[year_end : expression.start]


def _value(expression: Expression, scene: Scene, bounds: tuple[date, date] | None) -> When | None:
    """The value when it is the same for every day on which the report may have come out, else an open one."""
    read = VALUES[expression.rule.gives]
    if bounds is None:
        return read(expression.slots, scene)
    first = read(expression.slots, msgspec.structs.replace(scene, today=bounds[0]))
    if bounds[0] == bounds[1]:
        return first
    last = read(expression.slots, msgspec.structs.replace(scene, today=bounds[1]))
    return first if first == last else read(expression.slots, scene)


def _day_after(
    text: str, found: list[Expression], number: int, bounds: tuple[date, date] | None, horizon: int
) -> date | None:
    """The day that follows a clock time directly: "pukul 02.02 WIB, Kamis (19/6)"."""
    for later in found[number + 1 : number + 2]:
        gap = text[found[number].end : later.start]
        if len(gap) <= NEXT and not re.search(r"[.;\n]", gap) and later.rule.gives in ("day", "weekday", "dayword"):
            return _date(_value(later, Scene(None, future=later.future, horizon=horizon), bounds))
    return None


def _spoken(
    text: str, found: list[Expression], number: int, bounds: tuple[date, date], horizon: int
) -> tuple[date, date] | None:
    """The day a quotation was spoken, where "hari ini" in it is followed, after its end, by that day."""
    expression = found[number]
    for later in found[number + 1 : number + 4]:
        gap = text[expression.end : later.start]
        if "\n" in gap or len(gap) > 400:
            return None
        if sum(gap.count(q) for q in '"“”') == 1 and later.rule.gives in ("day", "weekday"):
            day = _date(_value(later, Scene(None, horizon=horizon), bounds))
            return (day, day) if day and _recent(day, bounds) else None
    return None


def _recent(day: date, bounds: tuple[date, date]) -> bool:
    return bounds[0] - SPOKEN <= day <= bounds[1]


def _quotes_before(text: str, position: int) -> int:
    """How many quotation marks stand before a position in its line, of which at most some hundred are counted."""
    line = text[max(0, text.rfind("\n", 0, position), position - LINE) : position]
    return sum(line.count(q) for q in '"“”')


def _date(value: When | None) -> date | None:
    return (
        date.fromisoformat(value.value[:10]) if value and len(value.value) >= 10 and value.value[:4].isdigit() else None
    )


def published_days(document: Document) -> tuple[date, date] | None:
    """The first and the last day on which the report may have come out; None where nothing is known of it."""
    if document.published is None:
        return None
    when = document.published.when
    last = (when.until or when.value)[:10]
    try:
        first = date.fromisoformat(when.value[:10] + "0001-01-01"[len(when.value[:10]) :])
        return first, _last_day(last)
    except ValueError:
        return None


def _last_day(prefix: str) -> date:
    """The last day of an ISO prefix: of a year, of a month, or the day itself."""
    year, _, rest = prefix.partition("-")
    month, _, day = rest.partition("-")
    number = int(month or 12)
    return date(int(year), number, int(day or monthrange(int(year), number)[1]))
