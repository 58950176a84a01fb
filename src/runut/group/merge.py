"""Clusters by average likeness, over sparse pairs; the result does not depend on the order of the reports."""

import heapq
from collections.abc import Callable, Iterable, Sequence

Pair = tuple[int, int]
SAMPLE = 7  # members of a cluster whose likeness to another cluster is looked at


class Clusters:
    """Agglomeration: the two most alike clusters become one while they are alike enough for how close each is.

    Two clusters merge when their mean likeness is at least `least` + `share` x the mean likeness inside the closer
    of the two: reports copied from one statement take in only reports that are nearly as close, independent
    accounts of one event take in looser ones.
    """

    def __init__(self, count: int, likeness: Callable[[int, int], float], least: float, share: float) -> None:
        self.likeness = likeness
        self.least = least
        self.share = share
        self.members: dict[int, list[int]] = {n: [n] for n in range(count)}
        self.inside: dict[int, float] = dict.fromkeys(range(count), 0.0)
        self.beside: dict[int, set[int]] = {n: set() for n in range(count)}
        self.apart: dict[int, set[int]] = {n: set() for n in range(count)}  # reports, not clusters
        self._known: dict[Pair, float] = {}
        self._heap: list[tuple[float, int, int, int, int]] = []
        self._next = count

    def run(self, pairs: Iterable[Pair], together: Sequence[Pair] = (), apart: Sequence[Pair] = ()) -> list[list[int]]:
        """The clusters, each with its members in order; `pairs`: who may merge at all."""
        for a, b in apart:
            self.apart[a].add(b)
            self.apart[b].add(a)
        for a, b in pairs:
            self.beside[a].add(b)
            self.beside[b].add(a)
        self._join_judged(together)
        for one in sorted(self.members):
            for other in sorted(self.beside[one]):
                if one < other:
                    self._offer(one, other)
        while self._heap:
            _, _, _, a, b = heapq.heappop(self._heap)
            if a in self.members and b in self.members and self._close_enough(a, b):
                self._merge(a, b)
        return sorted(self.members.values())

    def _join_judged(self, together: Sequence[Pair]) -> None:
        for a, b in together:
            one = next(c for c, m in self.members.items() if a in m)
            other = next(c for c, m in self.members.items() if b in m)
            if one != other and not self._kept_apart(one, other):
                self._merge(one, other, offer=False)

    def _kept_apart(self, a: int, b: int) -> bool:
        there = set(self.members[b])
        return any(self.apart[m] & there for m in self.members[a] if self.apart[m])

    def _close_enough(self, a: int, b: int) -> bool:
        needed = self.least + self.share * max(self.inside[a], self.inside[b])
        return self.link(a, b) >= needed and not self._kept_apart(a, b)

    def _offer(self, a: int, b: int) -> None:
        link = self.link(a, b)
        if link >= self.least:
            first, second = sorted((self.members[a][0], self.members[b][0]))
            heapq.heappush(self._heap, (-link, first, second, a, b))

    def link(self, a: int, b: int) -> float:
        """Mean likeness between two clusters, over at most SAMPLE members of each."""
        left, right = _sample(self.members[a]), _sample(self.members[b])
        return sum(self._like(m, n) for m in left for n in right) / (len(left) * len(right))

    def _like(self, a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = self.likeness(*pair)
        return found

    def _merge(self, a: int, b: int, *, offer: bool = True) -> None:
        new, self._next = self._next, self._next + 1
        size_a, size_b = len(self.members[a]), len(self.members[b])
        inner = self.inside[a] * _pairs(size_a) + self.inside[b] * _pairs(size_b) + self.link(a, b) * size_a * size_b
        self.members[new] = sorted(self.members.pop(a) + self.members.pop(b))
        self.inside[new] = inner / _pairs(size_a + size_b)
        around = (self.beside.pop(a) | self.beside.pop(b)) - {a, b}
        self.beside[new] = around
        for other in sorted(around):
            self.beside[other] -= {a, b}
            self.beside[other].add(new)
            if offer:
                self._offer(new, other)


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def _sample(members: list[int]) -> list[int]:
    """At most SAMPLE members, spread evenly."""
    if len(members) <= SAMPLE:
        return members
    return [members[n * len(members) // SAMPLE] for n in range(SAMPLE)]
