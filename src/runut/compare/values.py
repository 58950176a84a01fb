"""Whether the values that several reports give for one thing can all hold."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from msgspec import Struct

from runut.compare.bags import CLOCK, DAY, Said, Value, about_others, unit_key
from runut.compare.updates import Told, of_two_moments, updated
from runut.types import Amount, Reason, When

Relation = Literal["same", "fits", "excludes"]
ROUNDED = Decimal("0.05")  # two counts this near, one of them marked as about, can be one count
BESIDE = 2  # words beside two values that say that they measure one thing
BESIDE_CLOCK = 1  # the same for clock times, of which an event has few
FOLLOWS = ("updated", "corrected")
NEAR = 10  # minutes between clock times that can be one time


class Judged(Struct, frozen=True, kw_only=True):
    """What a finding asks and what its reports answer."""

    role: str  # "amount", "time" or "" where nothing can be compared
    unit: str
    verdict: Literal["single", "agree", "compatible", "differ"]
    given: tuple[Value, ...] = ()
    why: tuple[Reason, ...] = ()


def judge(cluster: Sequence[Said], told: Mapping[str, Told]) -> Judged:
    """The value that most reports of a cluster give, and how the reports' values stand to each other.

    `told`: by claim. What one outlet gives anew is its own update or another instance, no conflict.
    """
    questions = _questions(cluster, told)
    if len({s.report for s in cluster}) == 1:
        best = next(iter(questions), None)
        return (
            Judged(role=best.role, unit=best.unit, verdict="single", given=best.given) if best else _nothing("single")
        )
    shared = [q for q in questions if len({g.report for g in q.given}) > 1]
    if shared:
        return min(shared, key=lambda q: (q.verdict != "differ", not _follows(q), q.role != "amount"))
    moods = sorted({s.claim.modality.value for s in cluster})
    if len(moods) > 1:
        return _nothing("compatible", Reason("fits-modality", {"modalities": ", ".join(moods)}))
    return _nothing("agree")


def _follows(question: Judged) -> bool:
    return any(r.code in FOLLOWS for r in question.why)


def _nothing(verdict: Literal["single", "agree", "compatible"], *why: Reason) -> Judged:
    return Judged(role="", unit="", verdict=verdict, why=why)


def _questions(cluster: Sequence[Said], told: Mapping[str, Told]) -> list[Judged]:
    """Amounts by unit, clock times, days; those that more reports answer first."""
    asked: dict[tuple[str, str], list[Value]] = {}
    for s in cluster:
        for g in s.given:
            key = _question(g.value, s.tag)
            if key:
                asked.setdefault(key, []).append(Value(g.value, g.near, s.named, s.claim.id, s.report))
    out = [j for (role, _), given in asked.items() if (j := _judged(role, given, told)) is not None]
    return sorted(out, key=lambda q: (-len({g.report for g in q.given}), q.role != "amount"))


def _question(value: Amount | When, tag: str) -> tuple[str, str] | None:
    """(role, what is asked) of a value; None for a vague time."""
    if isinstance(value, Amount):
        return "amount", unit_key(value.unit, tag) + "/" + value.per
    if CLOCK.search(value.value):
        return "time", "clock"
    return ("time", "day") if days_of(value) else None


def _judged(role: str, given: Sequence[Value], told: Mapping[str, Told]) -> Judged | None:
    """How the values given to one question stand to each other; None where reports only give values of other things."""
    by_report: dict[str, list[Value]] = {}
    for g in given:
        by_report.setdefault(g.report, []).append(g)
    pairs = list(combinations(by_report.values(), 2))
    found = [p for left, right in pairs if (p := _rivals(left, right)) is not None]
    rivals = [p for p in found if role == "amount" or not of_two_moments(p, told)]
    against = [(a, b) for a, b in rivals if told[a.claim].outlet != told[b.claim].outlet]
    unit = next((g.value.unit for g in given if isinstance(g.value, Amount)), "")
    follows = updated(rivals, given, told) if rivals else None
    if follows:
        ordered = tuple(sorted(given, key=lambda g: told[g.claim].at))
        return Judged(role=role, unit=unit, verdict="compatible", given=ordered, why=(follows,))
    values = {"values": "; ".join(sorted({_shown(g.value) for g in given}))}
    if against:
        return Judged(role=role, unit=unit, verdict="differ", given=tuple(given), why=(Reason("differ-value", values),))
    if all(_meet(left, right) for left, right in pairs):
        return Judged(role=role, unit=unit, verdict="agree", given=tuple(given))
    if not found and all(
        relation(a.value, b.value) == "excludes" for left, right in pairs for a in left for b in right
    ):
        return None
    return Judged(role=role, unit=unit, verdict="compatible", given=tuple(given), why=(Reason("fits-value", values),))


def _meet(left: Sequence[Value], right: Sequence[Value]) -> bool:
    return any(relation(a.value, b.value) == "same" for a in left for b in right)


def _rivals(left: Sequence[Value], right: Sequence[Value]) -> tuple[Value, Value] | None:
    """Two values of two reports that measure the same, exclude each other and have no match on either side."""
    table = {(i, j): relation(a.value, b.value) for i, a in enumerate(left) for j, b in enumerate(right)}
    matched = (
        {i for (i, _), r in table.items() if r != "excludes"},
        {j for (_, j), r in table.items() if r != "excludes"},
    )
    for (i, j), r in table.items():
        free = r == "excludes" and i not in matched[0] and j not in matched[1]
        if free and _measure_the_same(left, right, i, j):
            return left[i], right[j]
    return None


def _measure_the_same(left: Sequence[Value], right: Sequence[Value], i: int, j: int) -> bool:
    """Whether the words beside two values say that they measure one thing, and no other pair does so better."""
    if about_others(left[i].named, right[j].named) or left[i].claim == right[j].claim:
        return False
    shared = len(left[i].near & right[j].near)
    others = [len(left[i].near & b.near) for k, b in enumerate(right) if k != j]
    others += [len(a.near & right[j].near) for k, a in enumerate(left) if k != i]
    least = BESIDE_CLOCK if _clock(left[i].value) and _clock(right[j].value) else BESIDE
    return shared >= least and all(shared > n for n in others)


def _clock(value: Amount | When) -> bool:
    return isinstance(value, When) and bool(CLOCK.search(value.value))


def relation(left: Amount | When, right: Amount | When) -> Relation:
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
    if a and b and left.value[:10] == right.value[:10]:
        apart = abs(_minutes(a[1]) - _minutes(b[1]))
        return "same" if not apart else "fits" if apart <= NEAR else "excludes"
    if a and b:
        return "fits"  # another day's instance: kick-off times of two matches
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
