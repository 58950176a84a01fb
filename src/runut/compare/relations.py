"""Whether two values are the same, can both hold, or exclude each other."""

from decimal import Decimal
from typing import Literal

from runut.compare.bags import CLOCK, DAY
from runut.types import Amount, When

Relation = Literal["same", "fits", "excludes"]
ROUNDED = Decimal("0.05")  # two counts this near, one of them marked as about, can be one count
NEAR = 10  # minutes between clock times that can be one time


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
