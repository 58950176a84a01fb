"""Whether the times of two reports fit one event."""

import math

from runut.group.profiles import Profile

FADES = 10.0  # days between publications after which likeness falls to 1/e where no day in the texts is the same
FADES_SHARED = 40.0  # ... where both texts name the same day
OTHER_DAYS = 0.85  # both name days and none is the same
OTHER_CLOCK = 0.5  # both name clock times and none is within AROUND minutes: another quake, another match
AROUND = 20


def fitting(a: Profile, b: Profile) -> float:
    """How well the times of two reports fit one event, 0..1; 1 where they are not known."""
    same_day = bool(a.days & b.days or a.open_tails & b.tails or b.open_tails & a.tails)
    gap = _gap(a, b)
    fit = math.exp(-gap / FADES_SHARED if same_day else -max(0, gap - 1) / FADES)
    if a.tails and b.tails and not same_day:
        fit *= OTHER_DAYS
    if a.clocks and b.clocks and not (_meet(a.clocks, b.clocks) or _meet(a.instants, b.instants)):
        fit *= OTHER_CLOCK
    return fit


def _meet(left: frozenset[int], right: frozenset[int]) -> bool:
    return any(abs(x - y) <= AROUND for x in left for y in right)


def _gap(a: Profile, b: Profile) -> int:
    """Days between two publications at least; 0 where one is not known and its text does not tell."""
    return max(0, _later(a, b), _later(b, a))


def _later(a: Profile, b: Profile) -> int:
    """By how many days at least the second report is younger; its text tells where its day is not known."""
    first = b.earliest if b.earliest is not None else b.since
    return first - a.latest if first is not None and a.latest is not None else 0
