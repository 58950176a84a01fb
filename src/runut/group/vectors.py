"""Words weighted by rarity, and the few pairs of reports worth comparing."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest

from runut.group.profiles import Profile
from runut.lang.meanings import shared_shares

Vector = dict[str, float]
ASSUMED = 200  # reports that the shares of common words stand for, so that a run of five has rarities, too
TELLING = 12  # words by which a report looks for others
CROWD = 120  # a word in more reports than this finds none
NEAREST = 15  # reports that one report is compared with
COMMON = 0.1  # a word less rare than this is left out
REACH = 1.5  # a report of few words that another language has counts at most so much more
USUAL = 7.5  # length of the vector of a usual report


def vectors(profiles: Sequence[Profile]) -> list[Vector]:
    """The words of each profile by (1 + log count) x rarity, in the order given.

    Each is divided by the square root of its length and of USUAL, so that `shared` of two usual reports is their
    cosine, and long reports need share no more words than usual ones. Words that can tell nothing are then left out:
    those of one report alone and those nearly as common as "and".
    """
    rarity, alone = rarities(profiles)
    out = []
    for p in profiles:
        full = {w: (1 + math.log(k)) * rarity[w] for w, k in p.words.items()}
        scale = math.sqrt(length(full) * USUAL)
        out.append({w: x / scale for w, x in full.items() if w not in alone and rarity[w] > COMMON})
    return out


def rarities(profiles: Sequence[Profile]) -> tuple[dict[str, float], frozenset[str]]:
    """How rare each word of the run is, up to 1: log(n / df) / log(n); and the words of one report alone.

    Over the run and ASSUMED further reports, in which common words have the shares of `common.yaml`.
    """
    found: Counter[str] = Counter()
    for p in profiles:
        found.update(p.words.keys())
    common = shared_shares(p.lang for p in profiles)
    total = math.log(len(profiles) + ASSUMED + 1)
    rarity = {w: 1 - math.log(n + ASSUMED * common.get(w, 0.0) + 0.5) / total for w, n in found.items()}
    return rarity, frozenset(w for w, n in found.items() if n == 1)


def reaches(profiles: Sequence[Profile]) -> list[float]:
    """How much more the words of each report count that one in another language can share.

    Those are concepts, names and numbers; `vectors` divides by the length of all. 1 in a run of one language.
    """
    if len({p.lang for p in profiles}) < 2:
        return [1.0] * len(profiles)
    rarity, _ = rarities(profiles)
    out = []
    for p in profiles:
        full = {w: (1 + math.log(k)) * rarity[w] for w, k in p.words.items()}
        known = {w: x for w, x in full.items() if not w[0].isalpha() or w in p.names}
        out.append(min(math.sqrt(length(full) / length(known)), REACH))
    return out


def length(vector: Vector) -> float:
    """Euclidean length; 1 for the empty vector, so that it divides."""
    return math.sqrt(sum(x * x for x in vector.values())) or 1.0


def mean(several: Sequence[Vector]) -> Vector:
    """The mean of vectors."""
    total: Vector = defaultdict(float)
    for vector in several:
        for word, weight in vector.items():
            total[word] += weight / len(several)
    return dict(total)


def shared(left: Vector, right: Vector) -> float:
    """How much two reports share: the dot product of their vectors, the same to the last bit in any order."""
    return math.fsum(left[w] * right[w] for w in left.keys() & right.keys())


def near(every: Sequence[Vector], of: Iterable[int] | None = None) -> set[tuple[int, int]]:
    """Pairs (lower, higher index) of reports that share telling words; at most NEAREST for each report.

    `of`: the reports that look for others; None for all.
    Linear in the number of reports: a report looks along TELLING lists of at most CROWD reports each.
    """
    lists: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(every):
        for word, weight in vector.items():
            lists[word].append((index, weight))
    pairs: set[tuple[int, int]] = set()
    for index in range(len(every)) if of is None else of:
        vector = every[index]
        found: dict[int, float] = defaultdict(float)
        useful = ((-x, w) for w, x in vector.items() if 1 < len(lists[w]) <= CROWD)
        for minus, word in sorted(useful)[:TELLING]:
            for other, there in lists[word]:
                found[other] -= minus * there
        found.pop(index, None)
        for _, minus in nlargest(NEAREST, ((x, -o) for o, x in found.items())):
            pairs.add((min(index, -minus), max(index, -minus)))
    return pairs
