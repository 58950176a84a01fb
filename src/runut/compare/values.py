"""Whether the values that several reports give for one thing can all hold."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from msgspec import Struct

from runut.compare.bags import CLOCK, DAY, Said, unit_key
from runut.types import Amount, Reason, Value, When

Relation = Literal["same", "fits", "excludes"]
ROUNDED = Decimal("0.05")  # two counts this near, one of them marked as about, can be one count
NEAR = 10  # minutes between clock times that can be one time


class Given(Struct, frozen=True):
    """One value that one claim gives."""

    value: Amount | When
    claim: str
    report: str


class Judged(Struct, frozen=True, kw_only=True):
    """What a finding asks and what its reports answer."""

    role: str  # "amount", "time" or "" where nothing can be compared
    unit: str
    verdict: Literal["single", "agree", "compatible", "differ"]
    given: tuple[Given, ...]
    why: tuple[Reason, ...] = ()


def judge(cluster: Sequence[Said]) -> Judged:
    """The value that most reports of a cluster give, and how the reports' values stand to each other."""
    reports = {s.report for s in cluster}
    questions = [q for q in _questions(cluster) if q.given]
    if len(reports) == 1:
        best = questions[0] if questions else Judged(role="", unit="", verdict="single", given=())
        return Judged(role=best.role, unit=best.unit, verdict="single", given=best.given)
    for q in questions:
        if q.verdict == "differ":
            return q
    for q in questions:
        if len({g.report for g in q.given}) > 1:
            return q
    moods = sorted({s.claim.modality.value for s in cluster})
    if len(moods) > 1:
        why = Reason("fits-modality", {"modalities": ", ".join(moods)})
        return Judged(role="", unit="", verdict="compatible", given=(), why=(why,))
    return Judged(role="", unit="", verdict="agree", given=())


def _questions(cluster: Sequence[Said]) -> list[Judged]:
    """Amounts by unit, then times; those that more reports answer first."""
    units: dict[str, list[Given]] = {}
    clocks: list[Given] = []
    days: list[Given] = []
    for s in cluster:
        for a in s.amounts:
            key = unit_key(a.unit, s.tag) + ("/" + a.per if a.per else "")
            units.setdefault(key, []).append(Given(a, s.claim.id, s.report))
        clocks += [Given(w, s.claim.id, s.report) for w in s.times if CLOCK.search(w.value)]
        days += [Given(w, s.claim.id, s.report) for w in s.times if w.value[:1].isdigit() and "T" not in w.value]
    out = [_judged("amount", unit, given) for unit, given in units.items()]
    out += [_judged("time", "", clocks), _judged("time", "", days)]
    return sorted(out, key=lambda q: -len({g.report for g in q.given}))


def _judged(role: str, unit: str, given: Sequence[Given]) -> Judged:
    by_report: dict[str, list[Given]] = {}
    for g in given:
        by_report.setdefault(g.report, []).append(g)
    relations = {_between(a, b) for a, b in combinations(by_report.values(), 2)}
    values = {_shown(g.value) for g in given}
    if "excludes" in relations and _sure(by_report.values()):
        why = Reason("differ-value", {"values": "; ".join(sorted(values))})
        return Judged(role=role, unit=unit, verdict="differ", given=tuple(given), why=(why,))
    if relations <= {"same"}:
        return Judged(role=role, unit=unit, verdict="agree", given=tuple(given))
    why = Reason("fits-value", {"values": "; ".join(sorted(values))})
    return Judged(role=role, unit=unit, verdict="compatible", given=tuple(given), why=(why,))


def _sure(reports: Iterable[Sequence[Given]]) -> bool:
    """Whether every report gives one value only, so that it is clear which ones are compared."""
    return all(len({_shown(g.value) for g in given}) == 1 for given in reports)


def _between(left: Sequence[Given], right: Sequence[Given]) -> Relation:
    """The kindest relation between two reports' values."""
    found = {relation(a.value, b.value) for a in left for b in right}
    return "same" if "same" in found else "fits" if "fits" in found else "excludes"


def relation(left: Value, right: Value) -> Relation:
    """Whether two values are the same, can both hold, or exclude each other; values of two kinds fit."""
    if isinstance(left, Amount) and isinstance(right, Amount):
        return _amounts(left, right)
    if isinstance(left, When) and isinstance(right, When):
        return _times(left, right)
    return "fits"


def _amounts(left: Amount, right: Amount) -> Relation:
    if (left.low, left.high) == (right.low, right.high):
        return "same"
    low = max((x for x in (left.low, right.low) if x is not None), default=None)
    high = min((x for x in (left.high, right.high) if x is not None), default=None)
    if low is None or high is None or low <= high:
        return "fits"
    if (left.approx or right.approx) and low - high <= ROUNDED * abs(low):
        return "fits"
    return "fits" if _rounds(left, right) or _rounds(right, left) else "excludes"


def _rounds(coarse: Amount, fine: Amount) -> bool:
    """Whether the fine value rounds to the coarse one: 194,67 juta and 194,6 or 195 juta."""
    if coarse.low is None or coarse.low != coarse.high or fine.low is None or fine.low != fine.high:
        return False
    digits = coarse.low.normalize().as_tuple()
    step = Decimal(1).scaleb(int(digits.exponent))
    return len(digits.digits) >= 2 and abs(coarse.low - fine.low) < step  # cut or rounded


def _times(left: When, right: When) -> Relation:
    a, b = CLOCK.search(left.value), CLOCK.search(right.value)
    if a and b:
        apart = abs(_minutes(a[1]) - _minutes(b[1]))
        return "same" if not apart else "fits" if apart <= NEAR else "excludes"
    first, second = days_of(left), days_of(right)
    if first is None or second is None:
        return "fits"
    if first == second:
        return "same"
    return "fits" if first[0] <= second[1] and second[0] <= first[1] else "excludes"


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def days_of(when: When) -> tuple[str, str] | None:
    """First and last day as ISO dates; None where the value is no calendar time."""
    first, last = _ends(when.value), _ends(when.until or when.value)
    return (first[0], last[1]) if first and last else None


def _ends(value: str) -> tuple[str, str] | None:
    if DAY.match(value):
        return value[:10], value[:10]
    if len(value) == 7 and value[4] == "-" and value[:4].isdigit():
        return value + "-01", value + "-31"
    if len(value) == 4 and value.isdigit():
        return value + "-01-01", value + "-12-31"
    return None


def _shown(value: Amount | When) -> str:
    if isinstance(value, When):
        return value.value + ("/" + value.until if value.until else "")
    low, high = ("" if x is None else f"{x.normalize():f}" for x in (value.low, value.high))
    number = low if low == high else f"{low}..{high}"
    return f"{number} {value.unit}".strip()
