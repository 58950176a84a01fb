"""Which claims of one story make the same statement."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from runut.compare.bags import Said

KIND = {"w": 1.0, "e": 1.0, "n": 1.4, "u": 0.4, "d": 0.6, "c": 1.2, "p": 0.3}
JOIN = 0.25  # average similarity at which two clusters are one statement
WITHIN = 0.4  # the same between two claims of one report
POSTINGS = 80  # claims that a feature may stand in and still bring candidates together


def align(said: Sequence[Said]) -> list[list[Said]]:
    """Clusters of claims that make one statement, each in the order given; the clusters by their first claim.

    Average-link clustering over pairs that share a feature found in few claims. Cost: claims times postings.
    """
    weights = _weights(said)
    bags = [{f: weights[f] for f in s.features} for s in said]
    similar = _pairs(said, bags)
    return [[said[i] for i in sorted(c)] for c in sorted(_clusters(said, similar), key=min)]


def _weights(said: Sequence[Said]) -> dict[str, float]:
    df = Counter(f for s in said for f in s.features)
    total = len(said) + 1
    return {f: KIND[f[0]] * math.log(1 + total / n) for f, n in df.items()}


def _pairs(said: Sequence[Said], bags: Sequence[dict[str, float]]) -> dict[tuple[int, int], float]:
    """Similarity of every pair that shares a rare enough feature: cosine, less where they exclude each other."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, bag in enumerate(bags):
        for f in bag:
            index[f].append(i)
    norms = [math.sqrt(sum(v * v for v in bag.values())) or 1.0 for bag in bags]
    dots: dict[tuple[int, int], float] = defaultdict(float)
    for f, posting in sorted(index.items()):
        if 1 < len(posting) <= POSTINGS:
            square = bags[posting[0]][f] ** 2
            for n, i in enumerate(posting):
                for j in posting[n + 1 :]:
                    dots[i, j] += square
    out = {}
    for (i, j), dot in dots.items():
        value = dot / (norms[i] * norms[j]) * _agreement(said[i], said[j])
        if value > 0.1:
            out[i, j] = value
    return out


def _agreement(a: Said, b: Said) -> float:
    """A factor below one where two claims cannot be the same statement."""
    if a.negated != b.negated:
        return 0.6
    return 1.0


def _apart(a: Said, b: Said, similarity: float) -> bool:
    """Whether two claims of one report are different statements."""
    return a.report == b.report and similarity < WITHIN


def _clusters(said: Sequence[Said], similar: dict[tuple[int, int], float]) -> Iterator[set[int]]:
    members = {i: {i} for i in range(len(said))}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    barred: set[tuple[int, int]] = set()
    for (i, j), value in similar.items():
        if _apart(said[i], said[j], value):
            continue
        links[i][j] = links[j][i] = value
    heap = [(-v, i, j, 1, 1) for i, near in links.items() for j, v in near.items() if i < j]
    heapq.heapify(heap)
    reports = {i: {said[i].report} for i in members}
    while heap:
        value, i, j, size_i, size_j = heapq.heappop(heap)
        if -value < JOIN:
            break
        if i not in members or j not in members or len(members[i]) != size_i or len(members[j]) != size_j:
            continue
        if _clash(said, members[i], members[j], similar) or (i, j) in barred:
            continue
        members[i] |= members.pop(j)
        reports[i] |= reports.pop(j)
        near = links.pop(j)
        links[i].pop(j, None)
        near.pop(i, None)
        for k, total in near.items():
            links[i][k] = links[i].get(k, 0.0) + total
            links[k].pop(j, None)
        for k in links[i]:
            links[k][i] = links[i][k]
            average = links[i][k] / (len(members[i]) * len(members[k]))
            a, b = (i, k) if i < k else (k, i)
            heapq.heappush(heap, (-average, a, b, len(members[a]), len(members[b])))
    yield from members.values()


def _clash(said: Sequence[Said], left: set[int], right: set[int], similar: dict[tuple[int, int], float]) -> bool:
    for i in left:
        for j in right:
            if said[i].report == said[j].report and _apart(said[i], said[j], similar.get((min(i, j), max(i, j)), 0.0)):
                return True
    return False
