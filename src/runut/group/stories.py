"""Stories: one news event as many outlets tell it."""

import math
from collections import Counter
from collections.abc import Callable, Sequence

from runut.group.merge import Clusters, Pair
from runut.group.profiles import Profile
from runut.group.vectors import Vector, cosine, near, vectors
from runut.types import Reason

LEAST = 0.10  # likeness that two clusters need whatever they are; LEAST and CLOSENESS by bench/stories.py
CLOSENESS = 0.28  # how much of their own inner likeness they need besides
FADES = 8.0  # days between publications after which likeness falls to 1/e where no day in the texts is the same
FADES_SHARED = 40.0  # ... where both texts name the same day
OTHER_DAYS = 0.85  # both name days and none is the same
OTHER_CLOCK = 0.6  # both name clock times and none is within AROUND minutes: another quake, another match
AROUND = 20


def stories_of(
    profiles: Sequence[Profile], together: Sequence[Pair] = (), apart: Sequence[Pair] = ()
) -> list[tuple[list[int], Reason | None]]:
    """The stories as indices of profiles, with what their reports share; None for a report alone.

    Every profile is in exactly one. `profiles` sorted by report id, so that the result does not depend on their order.
    """
    every = vectors(profiles)
    found = Clusters(len(profiles), likeness(profiles, every), LEAST, CLOSENESS).run(near(every), together, apart)
    return [(members, _shared(profiles, every, members)) for members in found]


def likeness(profiles: Sequence[Profile], every: Sequence[Vector]) -> Callable[[int, int], float]:
    """How much two reports tell the same event, 0..1: likeness of words, less where times disagree."""

    def like(a: int, b: int) -> float:
        return cosine(every[a], every[b]) * fitting(profiles[a], profiles[b])

    return like


def fitting(a: Profile, b: Profile) -> float:
    """How well the times of two reports fit one event, 0..1; 1 where they are not known."""
    same_day = bool(a.days & b.days)
    fit = 1.0
    if a.day is not None and b.day is not None:
        gap = abs(a.day - b.day)
        fit *= math.exp(-gap / FADES_SHARED if same_day else -max(0, gap - 1) / FADES)
    if a.days and b.days and not same_day:
        fit *= OTHER_DAYS
    if a.clocks and b.clocks and min(abs(x - y) for x in a.clocks for y in b.clocks) > AROUND:
        fit *= OTHER_CLOCK
    return fit


def _shared(profiles: Sequence[Profile], every: Sequence[Vector], members: list[int]) -> Reason | None:
    if len(members) < 2:
        return None
    found: Counter[str] = Counter()
    weight: Counter[str] = Counter()
    for m in members:
        found.update(every[m].keys())
        for word, x in every[m].items():
            weight[word] += x  # type: ignore[assignment]
    common = [w for w in weight if found[w] * 2 > len(members) and found[w] > 1]
    best = sorted(common, key=lambda w: (-weight[w], w))[:8]
    return Reason(code="story-shared", words={"words": ", ".join(best), "reports": str(len(members))})
