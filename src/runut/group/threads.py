"""Threads: stories about the same actors and matter at different times."""

from collections.abc import Sequence

from runut.group.merge import Clusters
from runut.group.profiles import Profile
from runut.group.terms import shown
from runut.group.vectors import Vector, length, mean, near, shared
from runut.types import Reason

LEAST = 0.45  # likeness of names that two stories need; reports of two quakes by one agency have .40
MATTER = 1.4  # likeness of all words counts this much more: the same people in another matter have less
NAMED = 0.3  # length of names in a vector of length 1 below which a story has no actors of its own
HOPELESS = 0.1  # likeness of names below which the words need not be compared
SHOWN = 5  # names that a reason gives


def threads_of(
    profiles: Sequence[Profile], every: Sequence[Vector], stories: Sequence[Sequence[int]]
) -> list[tuple[list[int], Reason | None]]:
    """The threads as indices of stories, with what their stories share; None for a story alone.

    Times play no part: a visit and the agreement a year later are one thread when the names that are rare among
    the reports are the same.
    """
    words = [mean([every[m] for m in story]) for story in stories]
    names = [_names(profiles, story, vector) for story, vector in zip(stories, words, strict=True)]
    sizes = [(length(w), max(length(n), NAMED)) for w, n in zip(words, names, strict=True)]

    def like(a: int, b: int) -> float:
        by_names = shared(names[a], names[b]) / (sizes[a][1] * sizes[b][1])
        if by_names < HOPELESS:
            return 0.0
        return min(MATTER * shared(words[a], words[b]) / (sizes[a][0] * sizes[b][0]), by_names)

    found = Clusters(len(stories), like, LEAST, 0.0).run(near(names))
    tags = [profiles[story[0]].lang for story in stories]
    return [(members, _reason(names, members, tags[members[0]])) for members in found]


def _names(profiles: Sequence[Profile], story: Sequence[int], vector: Vector) -> Vector:
    """The part of a story's vector that is names."""
    found = frozenset[str]().union(*(profiles[m].names for m in story))
    return {w: x for w, x in vector.items() if w in found}


def _reason(names: Sequence[Vector], members: list[int], tag: str) -> Reason | None:
    if len(members) < 2:
        return None
    common = set.intersection(*(set(names[m]) for m in members))
    best = sorted(common, key=lambda w: (-sum(names[m][w] for m in members), w))[:SHOWN]
    return Reason(
        code="thread-names", words={"names": ", ".join(shown(w, tag) for w in best), "stories": str(len(members))}
    )
