"""Whether one report tells what another leads with: its headline and first lines say which event it is about."""

from collections.abc import Callable, Sequence
from math import fsum, sqrt

from runut.group.profiles import Profile
from runut.group.vectors import COMMON, rarities

ENOUGH = 0.6  # share of two leads, by rarity, that the other's text holds where nothing speaks against one event


def answering(profiles: Sequence[Profile]) -> Callable[[int, int], float]:
    """How well each of two reports tells what the other leads with, 0..1; 1 where their languages differ.

    Two hearings of one case share most of their words, yet neither tells what the other leads with.
    """
    rarity, _ = rarities(profiles)
    leads = [{w: rarity[w] for w in p.lead if rarity[w] > COMMON} for p in profiles]
    totals = [fsum(lead.values()) for lead in leads]

    def told(a: int, b: int) -> float:
        words = profiles[b].words
        return fsum(x for w, x in leads[a].items() if w in words) / totals[a]

    def answer(a: int, b: int) -> float:
        if profiles[a].lang != profiles[b].lang or not totals[a] or not totals[b]:
            return 1.0
        return sqrt(min(1.0, (told(a, b) + told(b, a)) / 2 / ENOUGH))

    return answer
