"""Which kept reports may belong with new ones, so that only these need be compared again."""

from collections.abc import Collection, Sequence

from runut.group.profiles import Profile
from runut.group.stories import needed
from runut.group.vectors import Vector, near, shared, vectors

FAR = 0.75  # of the likeness that makes a story: what neighbours of given reports need, so that threads are seen, too


def beside(profiles: Sequence[Profile], given: Collection[str]) -> set[str]:
    """Ids of the reports given and of those that may be of their stories and threads.

    These are the reports nearly like enough to a given one to tell its story, and those like enough to one of these.
    Times play no part. Near linear in the number of profiles.
    """
    every = vectors(profiles)
    least = needed(len(profiles))
    first = {n for n, p in enumerate(profiles) if p.report in given}
    second = first | _like(every, first, FAR * least)
    return {profiles[n].report for n in second | _like(every, second, least)}


def _like(every: Sequence[Vector], of: Collection[int], least: float) -> set[int]:
    """The nearest to some reports that are like enough, themselves perhaps among them."""
    return {n for pair in near(every, of) if shared(every[pair[0]], every[pair[1]]) >= least for n in pair}
