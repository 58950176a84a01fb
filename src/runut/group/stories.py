"""Stories: one news event as many outlets tell it."""

import math
from collections import Counter
from collections.abc import Callable, Sequence

from runut.group.leads import answering
from runut.group.merge import Clusters, Pair
from runut.group.moments import fitting
from runut.group.profiles import Profile
from runut.group.terms import shown, term
from runut.group.vectors import ASSUMED, Vector, near, reaches, shared
from runut.types import Reason

LEAST = 0.03  # likeness that two clusters need whatever they are; these three by bench/stories.py
CROWDED = 0.021  # and this for each e-fold of reports: among more reports the best chance likeness is higher
CLOSENESS = 0.1  # and this much of their own inner likeness
UNFIT = 0.05  # times that fit less leave nothing worth computing
SHOWN = 8  # words that a reason names


def stories_of(
    profiles: Sequence[Profile], every: Sequence[Vector], together: Sequence[Pair] = (), apart: Sequence[Pair] = ()
) -> list[tuple[list[int], Reason | None]]:
    """The stories as indices of profiles, with what their reports share; None for a report alone.

    Every profile is in exactly one. `profiles` sorted by report id, so that the result does not depend on their order.
    """
    found = Clusters(len(profiles), likeness(profiles, every), needed(len(profiles)), CLOSENESS).run(
        near(every), together, apart
    )
    return [(members, _shared(profiles, every, members)) for members in found]


def needed(count: int) -> float:
    """The likeness that two clusters need at least in a run of so many reports."""
    return LEAST + CROWDED * math.log(count + ASSUMED)


def likeness(profiles: Sequence[Profile], every: Sequence[Vector]) -> Callable[[int, int], float]:
    """How much two reports tell the same event, 0..1: likeness of words, less where times or leads disagree."""
    reach = reaches(profiles)
    answer = answering(profiles)

    def like(a: int, b: int) -> float:
        fit = fitting(profiles[a], profiles[b])
        if fit <= UNFIT:
            return 0.0
        bridge = reach[a] * reach[b] if profiles[a].lang != profiles[b].lang else 1.0
        return fit * bridge * answer(a, b) * shared(every[a], every[b])

    return like


def _shared(profiles: Sequence[Profile], every: Sequence[Vector], members: list[int]) -> Reason | None:
    """The weightiest names and numbers that most of the reports give; where there are none, the weightiest words."""
    if len(members) < 2:
        return None
    for used in ([profiles[m].anchors for m in members], [tuple(every[m]) for m in members]):
        found = Counter(word for words in used for word in words)
        common = [w for w, n in found.items() if n > 1 and n * 2 > len(members)]
        weight = {w: sum(every[m].get(term(w, profiles[m].lang), 0.0) for m in members) for w in common}
        best = sorted((w for w in weight if weight[w] > 0), key=lambda w: (-weight[w], w))[:SHOWN]
        if best:
            words = [shown(w, profiles[members[0]].lang) for w in best]
            return Reason(code="story-shared", words={"words": ", ".join(words)})
    return None
