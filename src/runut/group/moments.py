"""Whether the times of two reports fit one event."""

import math

from runut.group.profiles import Profile

FADES = 8.0  # days between publications after which likeness falls to 1/e where no day in the texts is the same
FADES_SHARED = 40.0  # ... where both texts name the same day
OTHER_DAYS = 0.75  # both name days and none is the same
OTHER_CLOCK = 0.5  # both name clock times and none is within AROUND minutes: another quake, another match
AROUND = 20


def fitting(a: Profile, b: Profile) -> float:
    """How well the times of two reports fit one event, 0..1; 1 where they are not known."""
    same_day = bool(a.days & b.days or a.open_tails & b.tails or b.open_tails & a.tails)
    gap = _gap(a, b)
    fit = math.exp(-gap / FADES_SHARED if same_day else -max(0, gap - 1) / FADES)
    if a.tails and b.tails and not same_day:
        fit *= OTHER_DAYS
    if a.clocks and b.clocks and min(abs(x - y) for x in a.clocks for y in b.clocks) > AROUND:
        fit *= OTHER_CLOCK
    return fit


def _gap(a: Profile, b: Profile) -> int:
    """Days between two publications; the least possible where one is not known, 0 where neither is."""
    if a.day is not None and b.day is not None:
        return abs(a.day - b.day)
    if a.day is not None and b.since is not None:
        return max(0, b.since - a.day)
    if b.day is not None and a.since is not None:
        return max(0, a.since - b.day)
    return 0
