"""Whether a sentence gives the numbers and times of a statement."""

import functools
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from runut.compare.archive import Evidence
from runut.compare.bags import CLOCK, DAY, WORD
from runut.compare.faults import Fault
from runut.compare.points import Points, acts, keys_of
from runut.compare.relations import days_of, relation
from runut.lang import language
from runut.text import fold
from runut.types import Amount, Mark, When

TELLING = 10  # from here on an equal number is taken to count the same things, however they are called
ONCE = {"P1Y", "P1M", "P1W", "P1D"}  # "dalam setahun": a sentence that gives no length may leave it unsaid
WEEK = "XXXX-WXX-"
MEASURED = {"percent"}
BESIDE = 2  # words behind a number in which its noun is looked for
SCALED = {  # units of measures -> the one they are counted in, and how many of it
    "km": ("m", Decimal(1000)),
    "cm": ("m", Decimal("0.01")),
    "mm": ("m", Decimal("0.001")),
    "ha": ("m2", Decimal(10000)),
    "km2": ("m2", Decimal(1000000)),
    "t": ("kg", Decimal(1000)),
    "g": ("kg", Decimal("0.001")),
}
WIDE = Decimal("1.1")  # a range that is wider backs no single number


def amount_faults(statement: Points, evidence: Evidence) -> Iterator[Fault]:
    """Numbers that a sentence does not give, or gives otherwise for the same thing."""
    tags = statement.tag, evidence.points.tag
    found = [_scaled(m) for m in evidence.points.amounts]
    for mark in map(_scaled, statement.amounts):
        if any(_backed(mark.value, m.value) for m in _counting(mark, statement, evidence.points, found)):
            continue
        if _written(mark, statement, evidence.points) or _bare(mark.value, tags[0]):
            continue
        like = [m for m in found if _one_unit(mark, m, tags)]
        other = [m for m in like if relation(mark.value, m.value) == "excludes"]
        yield Fault("number", _shown(mark.value), _shown(other[0].value) if other else "", bool(other))
    if _one(statement) and not _one(evidence.points):
        many = [m.value for m in evidence.points.amounts if _unit(m.value.unit, evidence.points.tag)[1]]
        if many and all(m.low != 1 for m in many):
            yield Fault("number", "1", _shown(many[0]))
    for w in statement.words:
        digits = [k for k in w.keys if k[0] == "#"]
        if w.form[0].isdigit() and not w.within and not w.keys & (evidence.keys | evidence.around.keys) and digits:
            yield Fault("number", w.form)


def _written(mark: Mark[Amount], statement: Points, found: Points) -> bool:
    """Whether a sentence has a number without a mark, the noun next to it: "tiga lagi pegawai"."""
    unit = _unit(mark.value.unit, statement.tag)[0]
    if mark.value.low is None or mark.value.low != mark.value.high or not unit:
        return False
    numeral = f"#{mark.value.low.normalize():f}"
    words = [w for w in found.words if " " not in w.form]
    return any(
        numeral in w.keys and w.within != "value" and any(n.keys & unit for n in words[i + 1 : i + 1 + BESIDE])
        for i, w in enumerate(words)
    )


def _bare(value: Amount, tag: str) -> bool:
    """Whether a one or two counts nothing: "both recovered"."""
    words = [fold(m.group()) for m in WORD.finditer(value.unit)]
    return bool(words) and (value.low or 0) <= 2 and all(acts(w, tag) for w in words)


def _scaled(mark: Mark[Amount]) -> Mark[Amount]:
    """A measure in the unit in which all of its kind are counted."""
    unit, times = SCALED.get(mark.value.unit, ("", Decimal(1)))
    if not unit:
        return mark
    low, high = (None if x is None else x * times for x in (mark.value.low, mark.value.high))
    return msgspec.structs.replace(mark, value=msgspec.structs.replace(mark.value, low=low, high=high, unit=unit))


def _counting(
    mark: Mark[Amount], statement: Points, sentence: Points, found: Sequence[Mark[Amount]]
) -> list[Mark[Amount]]:
    """The amounts of what a statement counts; where none is marked so, those whose noun both sides have."""
    tags = statement.tag, sentence.tag
    alike = [m for m in found if _alike(mark, m, tags)]
    unit = _unit(mark.value.unit, tags[0])[0]
    alike = [m for m in alike if _one_unit(mark, m, tags) or _equal(mark.value, m.value)]
    if unit:
        alike = [m for m in alike if _unit(m.value.unit, tags[1])[0] & unit] or alike
    return alike or [m for m in found if unit & sentence.keys or _unit(m.value.unit, tags[1])[0] & statement.keys]


def _equal(left: Amount, right: Amount) -> bool:
    return (left.low, left.high) == (right.low, right.high)


def _one(p: Points) -> bool:
    return any(w.form in language(p.tag).checks.one for w in p.words)


def _shown(value: Amount) -> str:
    low, high = ("" if x is None else f"{x.normalize():f}" for x in (value.low, value.high))
    return f"{low if low == high else low + '..' + high} {value.unit}".strip()


def _one_unit(left: Mark[Amount], right: Mark[Amount], tags: tuple[str, str]) -> bool:
    """Whether two amounts count one kind of thing; persons are one kind where one side says no more than "orang"."""
    if left.value.per != right.value.per:
        return False
    (a, first), (b, second) = _unit(left.value.unit, tags[0]), _unit(right.value.unit, tags[1])
    return bool(a & b) or ("any" in (first, second) and bool(first and second))


def _alike(left: Mark[Amount], right: Mark[Amount], tags: tuple[str, str]) -> bool:
    """Whether two amounts may be one, however the reports call what they count."""
    (a, first), (b, second) = _unit(left.value.unit, tags[0]), _unit(right.value.unit, tags[1])
    telling = _equal(left.value, right.value) and (left.value.low or 0) >= TELLING
    counted = not {left.value.unit, right.value.unit} & MEASURED
    return _one_unit(left, right, tags) or bool(first and second) or not a or not b or (telling and counted)


@functools.lru_cache(maxsize=4096)
def _unit(unit: str, tag: str) -> tuple[frozenset[str], str]:
    """(keys of a unit's words, "any" for people in general, "some" for people by what they are, "" for things)."""
    checks = language(tag).checks
    generic = language(tag).numbers.classifiers
    words = [m.group() for m in WORD.finditer(unit) if not acts(fold(m.group()), tag)]
    words = [w for w in words if fold(w) not in generic or fold(w) in checks.general]
    low = {fold(w) for w in words}
    people = "any" if low & set(checks.general) else "some" if low & set(checks.persons) else ""
    return frozenset(k for w in words for k in keys_of(w, tag)), people


def _backed(said: Amount, found: Amount) -> bool:
    """Whether a number is the one found, rounded at most; an open range backs only what is as open."""
    if _equal(said, found):
        return True
    if None in (found.low, found.high):
        return (said.low, said.high) in ((found.low, None), (None, found.high)) or (
            said.low == said.high and said.low in (found.low, found.high)
        )
    wide = found.high > found.low * WIDE if found.low and found.high else False
    return relation(said, found) != "excludes" and (not wide or said.low != said.high)


def time_faults(statement: Points, evidence: Evidence) -> Iterator[Fault]:
    """Dates, clock times and durations that a sentence does not give, or gives otherwise."""
    for mark in statement.times:
        kind = kind_of_time(mark.value)
        if not kind:
            continue
        here = [m.value for m in evidence.points.times if kind_of_time(m.value) == kind]
        around = [m.value for m in evidence.around.times if kind_of_time(m.value) == kind] if kind == "day" else []
        if any(_meets(mark.value, w) for w in here) or (not here and any(_meets(mark.value, w) for w in around)):
            continue
        if not here and (mark.value.value in ONCE or _weekday(mark.value, evidence)):
            continue
        if _up_to(mark, statement) and any(_within(mark.value, w) for w in here):
            continue
        like = [w for w in here if kind == "clock" or len(w.value) == len(mark.value.value)] or here
        plain = len(like) == 1 and (kind == "clock" or like[0].basis in ("stated", "weekday"))
        yield Fault("time", mark.value.value, next((w.value for w in like), ""), plain)


def _up_to(mark: Mark[When], statement: Points) -> bool:
    """Whether a statement counts up to a time: "hingga pertengahan Juni"."""
    until = language(statement.tag).checks.until
    before = [w for w in statement.words if w.end <= mark.span.start or w.start == mark.span.start]
    return any(w.form in until for w in before[-2:])


def _within(said: When, found: When) -> bool:
    """Whether a time lies in a longer one: mid-June in the year that a sentence counts over."""
    mine, theirs = days_of(said), days_of(found)
    return bool(mine and theirs and theirs[0] <= mine[0] and mine[1] <= theirs[1])


def _weekday(said: When, evidence: Evidence) -> bool:
    """Whether a bare weekday is the one of the report's day, or of the day before."""
    published = evidence.document.published
    if not said.value.startswith(WEEK) or published is None or not DAY.match(published.when.value):
        return False
    day = date.fromisoformat(published.when.value[:10]).isoweekday()
    return int(said.value[len(WEEK)]) in (day, (day + 5) % 7 + 1)


def kind_of_time(when: When) -> str:
    """What a time can be compared with; "" for a vague one."""
    if when.value[:1] == "P" and (when.value[1:2].isdigit() or when.value[1:2] == "T"):
        return "length"
    if CLOCK.search(when.value):
        return "clock"
    return "day" if days_of(when) or when.value.startswith("XXXX-") else ""


def _meets(said: When, found: When) -> bool:
    """Whether a time is the one found; what is said may be coarser, not finer."""
    a, b = CLOCK.search(said.value), CLOCK.search(found.value)
    if a or b:
        return bool(a and b and a[1] == b[1])
    if said.value[:1] == "P":
        return said.value == found.value
    if said.value.startswith(WEEK):
        days = days_of(found)
        return bool(days and days[0] == days[1]) and date.fromisoformat(found.value[:10]).isoweekday() == int(
            said.value[len(WEEK)]
        )
    if said.value.startswith("XXXX-"):
        return found.value[5:10] == said.value[5:10] and found.until[5:10] == said.until[5:10]
    mine, theirs = days_of(said), days_of(found)
    if mine is None or theirs is None:
        return False
    if mine == theirs or (said.until and found.until):
        return mine == theirs
    return not said.until and mine[0] <= theirs[0] and theirs[1] <= mine[1]
