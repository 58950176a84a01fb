"""Words weighted by rarity, and the few pairs of reports worth comparing."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from runut.group.profiles import Profile
from runut.lang import language

Vector = dict[str, float]
ASSUMED = 200  # reports that the shares of common words stand for, so that a run of five has rarities, too
TELLING = 24  # words by which a report looks for others
CROWD = 250  # a word in more reports than this finds none
NEAREST = 30  # reports that one report is compared with


def vectors(profiles: Sequence[Profile]) -> list[Vector]:
    """The words of each profile by (1 + log count) x rarity, of length 1, in the order given.

    Rarity is log((n + 1) / (df + 0.5)) over the run and, for common words, over ASSUMED further reports.
    """
    rarity = rarities(profiles)
    return [_unit({w: (1 + math.log(k)) * rarity[w] for w, k in p.words.items()}) for p in profiles]


def rarities(profiles: Sequence[Profile]) -> dict[str, float]:
    """How rare each word of the run is."""
    found: Counter[str] = Counter()
    for p in profiles:
        found.update(p.words.keys())
    shares: dict[str, float] = {}
    for tag in sorted({p.lang for p in profiles}):
        for word, share in language(tag).common.share.items():
            shares[word] = max(share, shares.get(word, 0.0))
    total = len(profiles) + ASSUMED + 1
    return {w: math.log(total / (n + ASSUMED * shares.get(w, 0.0) + 0.5)) for w, n in found.items()}


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
    return {w: x / length for w, x in vector.items()}


def cosine(left: Vector, right: Vector) -> float:
    """The cosine of two vectors of length 1."""
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(x * right[w] for w, x in left.items() if w in right)


def near(every: Sequence[Vector]) -> set[tuple[int, int]]:
    """Pairs (lower, higher index) of reports that share telling words; at most NEAREST for each report.

    Linear in the number of reports: a report looks along TELLING lists of at most CROWD reports each.
    """
    lists: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(every):
        for word, weight in vector.items():
            lists[word].append((index, weight))
    pairs: set[tuple[int, int]] = set()
    for index, vector in enumerate(every):
        shared: dict[int, float] = defaultdict(float)
        useful = ((w, x) for w, x in vector.items() if 1 < len(lists[w]) <= CROWD)
        for word, weight in sorted(useful, key=lambda wx: (-wx[1], wx[0]))[:TELLING]:
            for other, there in lists[word]:
                shared[other] += weight * there
        shared.pop(index, None)
        best = sorted(shared, key=lambda o: (-shared[o], o))[:NEAREST]
        pairs.update((min(index, o), max(index, o)) for o in best)
    return pairs
