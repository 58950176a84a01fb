"""Which claims of one story make the same statement."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from runut.compare.bags import Said, about_others
from runut.compare.glue import unglued
from runut.lang import language
from runut.lang.meanings import shared_shares
from runut.types import Modality

KIND = {"w": 1.0, "e": 0.15, "n": 1.4, "u": 0.2, "d": 0.6, "c": 1.5, "p": 0.3, "t": 1.2}
VALUES = "ncdt"
JOIN = 0.22  # average similarity at which two clusters are one statement
WITHIN = 0.35  # the same between two claims of one report
CLOCKED = 0.1  # the same, where both give a clock time for one kind of action
CONTEST = 0.3  # the same, values left out, where reports give different values for one thing
LEAST = 3  # features that a longer claim must share with what it holds
HOLDS = 0.6  # share of a cluster's weight that a longer claim must hold to say it, too
UNCOUNTED = 0.85
ANOTHER_NUMBER = 0.7
ANOTHER_NAME = 0.6
ANOTHER_DAY = 0.6
ANOTHER_LENGTH = 0.4  # factor where two lengths of time are given: sentences of three and of eleven years
OPPOSED = 0.6  # factor where one of two claims is negated
POSTINGS = 150  # units that a feature may stand in and still bring candidates together
FLOOR = 0.1  # similarities below count as none


class Unit(Struct, frozen=True):
    """Claims that have every feature in common: what copies repeat is compared once."""

    members: tuple[int, ...]  # numbers of claims
    reports: frozenset[str]
    negated: bool
    denied: bool
    named: frozenset[tuple[str, str]]
    days: frozenset[str]
    lengths: frozenset[str]
    units: frozenset[str]
    numbers: frozenset[str]


class Claims(Struct, frozen=True):
    """The claims of one story with the weight of every feature, and who shares a rare one."""

    units: list[Unit]
    bags: list[dict[str, float]]
    index: dict[str, list[int]]
    starts: frozenset[str]  # features that say that something begins


def align(said: Sequence[Said]) -> tuple[Claims, list[set[int]]]:
    """Clusters of units that make one statement, in order of their first claim, and the claims made ready.

    Average-link clustering over pairs that share a feature found in few units; then clusters that differ in
    nothing but a value are joined, and long claims added to what they hold. Cost: claims times postings.
    """
    claims = weighed(unglued(said))
    clusters = _contested(claims, sorted(_clusters(claims, _pairs(claims)), key=min))
    return claims, [set(c) for c in dict.fromkeys(map(frozenset, _attached(claims, clusters)))]


def weighed(said: Sequence[Said]) -> Claims:
    """The claims with the weight of every feature: its kind's, more the fewer units, and reports at all, have it."""
    alike: dict[tuple[frozenset[str], bool], list[int]] = defaultdict(list)
    for i, s in enumerate(said):
        alike[s.features, s.claim.modality == Modality.DENIED].append(i)
    index: dict[str, list[int]] = defaultdict(list)
    for k, (features, _) in enumerate(alike):
        for f in sorted(features):
            index[f].append(k)
    common = shared_shares(s.tag for s in said)
    weights = {
        f: KIND[f[0]] * math.log(1 + (len(alike) + 1) / len(p)) * (1 - common.get(f[2:], 0.0) if f[0] == "w" else 1)
        for f, p in index.items()
    }
    return Claims(
        [_unit(said, members, features) for (features, _), members in alike.items()],
        [{f: weights[f] for f in sorted(features)} for features, _ in alike],
        index,
        frozenset("w:" + word for s in said[:1] for word in language(s.tag).actions.starts),
    )


def _unit(said: Sequence[Said], members: Sequence[int], features: frozenset[str]) -> Unit:
    return Unit(
        members=tuple(members),
        reports=frozenset(said[i].report for i in members),
        negated=said[members[0]].negated,
        named=said[members[0]].named,
        denied=said[members[0]].claim.modality == Modality.DENIED,
        days=frozenset(f for f in features if f[0] == "d"),
        lengths=frozenset(f for f in features if f[0] == "t"),
        units=frozenset(f for f in features if f[0] == "u"),
        numbers=frozenset(f for f in features if f[0] == "n"),
    )


def cosine(left: dict[str, float], right: dict[str, float]) -> float:
    """Cosine of two bags, 0..1."""
    if len(left) > len(right):
        left, right = right, left
    dot = sum(v * right[f] for f, v in left.items() if f in right)
    return dot / (_norm(left) * _norm(right)) if dot else 0.0


def _norm(bag: dict[str, float]) -> float:
    return math.sqrt(sum(v * v for v in bag.values()))


def _pairs(claims: Claims) -> dict[tuple[int, int], float]:
    """Cosine of every pair that shares a rare enough feature; less where one of the two is negated."""
    norms = [_norm(bag) or 1.0 for bag in claims.bags]
    dots: dict[tuple[int, int], float] = defaultdict(float)
    for f, posting in claims.index.items():
        if 1 < len(posting) <= POSTINGS:
            square = claims.bags[posting[0]][f] ** 2
            for n, i in enumerate(posting):
                for j in posting[n + 1 :]:
                    dots[i, j] += square
    out = {}
    for (i, j), dot in dots.items():
        left, right = claims.units[i], claims.units[j]
        least = WITHIN if left.reports & right.reports else FLOOR
        value = dot / (norms[i] * norms[j])
        if value >= least and (value := value * _agreement(left, right)) >= least:
            out[i, j] = value
    return out


def _agreement(left: Unit, right: Unit) -> float:
    """A factor below one where two claims can hardly be one statement; 0 for a denial and what it denies."""
    if left.denied != right.denied:
        return 0.0
    factor = OPPOSED if left.negated != right.negated else 1.0
    if len(left.days) == 1 == len(right.days) and left.days != right.days:
        factor *= ANOTHER_DAY
    if left.lengths and right.lengths and not left.lengths & right.lengths:
        factor *= ANOTHER_LENGTH
    if about_others(left.named, right.named):
        factor *= ANOTHER_NAME
    if left.units & right.units and not left.numbers & right.numbers:
        factor *= ANOTHER_NUMBER
    return factor if bool(left.units) == bool(right.units) else factor * UNCOUNTED


def _clusters(claims: Claims, similar: dict[tuple[int, int], float]) -> Iterable[set[int]]:
    """Average-link clusters; two claims of one report that are not alike never meet in one."""
    members = {i: {i} for i in range(len(claims.units))}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), value in similar.items():
        links[i][j] = links[j][i] = value
    heap = [(-v, i, j, 1, 1) for (i, j), v in similar.items()]
    heapq.heapify(heap)
    while heap and -heap[0][0] >= JOIN:
        _, i, j, size_i, size_j = heapq.heappop(heap)
        if len(members.get(i, ())) != size_i or len(members.get(j, ())) != size_j:
            continue
        if _clash(claims.units, members[i], members[j], similar):
            continue
        members[i] |= members.pop(j)
        _relink(links, i, j)
        for k, total in links[i].items():
            a, b = min(i, k), max(i, k)
            average = total / (len(members[a]) * len(members[b]))
            heapq.heappush(heap, (-average, a, b, len(members[a]), len(members[b])))
    return members.values()


def _relink(links: dict[int, dict[int, float]], into: int, gone: int) -> None:
    """Sums of similarities of `gone` added to those of `into`."""
    near = links.pop(gone)
    near.pop(into, None)
    links[into].pop(gone, None)
    for k, total in near.items():
        links[k].pop(gone, None)
        links[into][k] = links[k][into] = links[into].get(k, 0.0) + total


def _clash(units: Sequence[Unit], left: set[int], right: set[int], similar: dict[tuple[int, int], float]) -> bool:
    """Whether some report says something in each of two clusters, and not the same thing."""
    shared = frozenset().union(*(units[i].reports for i in left)) & frozenset().union(
        *(units[j].reports for j in right)
    )
    if not shared:
        return False
    a, b = ([i for i in side if units[i].reports & shared] for side in (left, right))
    return any(units[i].reports & units[j].reports and (min(i, j), max(i, j)) not in similar for i in a for j in b)


def _contested(claims: Claims, clusters: Sequence[set[int]]) -> list[set[int]]:
    """The clusters, those joined that other reports fill in with other values: "pukul 09.10" and "pukul 09.40"."""
    cores = [core(claims, c) for c in clusters]
    plain = [
        {f: v * share for f, (v, share) in _shares(claims, c).items() if f[0] not in VALUES and share >= 1 / 2}
        for c in clusters
    ]
    index: dict[str, list[int]] = defaultdict(list)
    for k, bag in enumerate(plain):
        for f in bag:
            index[f].append(k)
    near = {(a, b) for f, p in index.items() if len(p) <= POSTINGS // 4 for n, a in enumerate(p) for b in p[n + 1 :]}
    found = []
    for a, b in near:
        if _one_question(cores[a], cores[b]) and not _reports(claims, clusters[a]) & _reports(claims, clusters[b]):
            value = cosine(plain[a], plain[b])
            if value >= (CLOCKED if _same_act(cores[a], cores[b], claims.starts) else CONTEST):
                found.append((-value, a, b))
    out = {k: set(c) for k, c in enumerate(clusters)}
    taken: set[int] = set()
    for _, a, b in sorted(found):
        if not {a, b} & taken:
            taken |= {a, b}
            out[a] |= out.pop(b)
    return list(out.values())


def _one_question(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two cores give values of one kind that exclude each other: numbers of one unit, or clock times."""
    a, b = ({kind: {f for f in core if f[0] == kind} for kind in "unc"} for core in (left, right))
    counts = bool(a["u"] & b["u"]) and bool(a["n"] and b["n"])
    apart = counts and all(_apart(x, y) for x in a["n"] for y in b["n"])
    return apart or bool(a["c"] and b["c"] and not a["c"] & b["c"])


def _same_act(left: Iterable[str], right: Iterable[str], starts: frozenset[str]) -> bool:
    """Whether two cores give clock times for one action, both for its beginning or both not."""
    a, b = set(left), set(right)
    clocked = all(any(f[0] == "c" for f in core) for core in (a, b))
    acted = any(f[0] == "p" for f in a & b) and any(f[0] == "w" for f in a & b)
    return clocked and acted and bool(a & starts) == bool(b & starts)


def _apart(left: str, right: str) -> bool:
    """Whether two "n:low:high" have no number in common; an open side holds every number."""
    (_, *a), (_, *b) = left.split(":"), right.split(":")
    if "None" in (*a, *b):
        return False
    return Decimal(a[-1]) < Decimal(b[0]) or Decimal(b[-1]) < Decimal(a[0])


def _reports(claims: Claims, cluster: set[int]) -> set[str]:
    return {r for i in cluster for r in claims.units[i].reports}


def core(claims: Claims, cluster: set[int]) -> dict[str, float]:
    """Features that more than half of a cluster's voices share, with their weights; a report is heard once."""
    return {f: v for f, (v, share) in _shares(claims, cluster).items() if share > 1 / 2}


def _shares(claims: Claims, cluster: set[int]) -> dict[str, tuple[float, float]]:
    """Every feature of a cluster with its weight and the share of voices that have it."""
    voices: dict[str, set[int]] = defaultdict(set)
    for i in sorted(cluster):
        voices[min(claims.units[i].reports)].add(i)
    count = Counter(f for units in voices.values() for f in {f for i in units for f in claims.bags[i]})
    weight = {f: v for i in cluster for f, v in claims.bags[i].items()}
    return {f: (weight[f], n / len(voices)) for f, n in count.items()}


def _attached(claims: Claims, clusters: Sequence[set[int]]) -> Iterator[set[int]]:
    """The clusters, each with the longer claims of other reports that hold what it says.

    A lead says in one sentence what another report says in three; it then stands in three findings.
    """
    for cluster in clusters:
        shared = core(claims, cluster)
        reports = _reports(claims, cluster)
        whole = sum(shared.values())
        near = {i for f in shared if len(claims.index[f]) <= POSTINGS for i in claims.index[f]}
        best: dict[str, tuple[float, int]] = {}
        for i in sorted(near):
            unit = claims.units[i]
            new = unit.reports - reports if _agreement(unit, claims.units[min(cluster)]) >= OPPOSED else frozenset()
            if new and _holds(shared, claims.bags[i], whole):
                weight = sum(v for f, v in shared.items() if f in claims.bags[i])
                for report in new:
                    best[report] = max(best.get(report, (0.0, 0)), (weight, -i))
        yield cluster | {-i for _, i in best.values()}


def _holds(shared: dict[str, float], bag: dict[str, float], whole: float) -> bool:
    """Whether a claim holds most of a core: enough of its features and weight, every number and clock time."""
    common = [f for f in shared if f in bag]
    if len(common) < LEAST or sum(shared[f] for f in common) < HOLDS * whole:
        return False
    return all(f in bag for f in shared if f[0] in "nct")
