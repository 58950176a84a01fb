"""Which kept reports may belong with new ones, so that only these need be compared again."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from runut.group.profiles import Profile
from runut.group.stories import needed
from runut.group.vectors import near, shared, vectors

FAR = 0.5  # of the likeness that makes a story: what a given report's neighbours need, so that threads are seen, too


def beside(profiles: Sequence[Profile], given: Collection[str]) -> set[str]:
    """Ids of the reports given and of those that may be of their stories and threads.

    A report that is like enough to a given one belongs to them, and so does one that is of a story with such a
    report. Times play no part. Near linear in the number of profiles.
    """
    every = vectors(profiles)
    least = needed(len(profiles))
    beside: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for a, b in near(every):
        if (like := shared(every[a], every[b])) >= FAR * least:
            beside[a].append((b, like))
            beside[b].append((a, like))
    wanted = {n for n, p in enumerate(profiles) if p.report in given}
    wanted |= {other for n in wanted for other, _ in beside[n]}
    wanted |= {other for n in wanted for other, like in beside[n] if like >= least}
    return {profiles[n].report for n in wanted}
