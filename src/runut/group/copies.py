"""Copies: reports that are one text, whole, edited, in part or in other words."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec import Struct

from runut.group.merge import Pair
from runut.group.moments import fitting
from runut.group.profiles import Profile
from runut.types import Reason

SAMPLED = 4  # one shingle in so many is looked up
CROWD = 40  # a shingle in more reports than this is a formula and finds none
SAME = 0.9  # shared of all shingles; these by bench/copies.py
EDITED = 0.4  # shared of the shingles of the shorter report
EXCERPT = 0.6  # a report whose length is less than this part of the other's is an excerpt
SHORTEST = 12  # shingles that two reports must share
TIMES_FIT = 0.7  # times that fit less tell another event in the words of the first
REWRITTEN = 0.75  # anchors in the same order, of those of the shorter report
FEWEST = 10  # anchors in the same order
MATES = 40  # reports of one story among which rewritten ones are looked for: the nearest in number of anchors


class Copy(Struct, frozen=True):
    """Two reports that are one text."""

    left: int  # the source where it is known, else the lower index
    right: int
    code: str
    share: float  # of the shorter report
    known_by: str = ""  # "credit", "text", "time": how it is known that right comes from left; "" it is not


def copies_of(
    profiles: Sequence[Profile],
    stories: Iterable[Sequence[int]],
    together: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
) -> list[tuple[list[int], tuple[Reason, ...]]]:
    """Sets of two and more reports that are one text, as indices, with a reason for each tie.

    `together` and `apart`: pairs that somebody has judged; one that is held apart is in no set together.
    Compared are pairs that share sampled shingles and, for rewriting, pairs of one story. Near linear in reports.
    """
    sets = [_set(p.shingles) for p in profiles]
    ties = {(c.left, c.right): c for pair in sorted(_candidates(sets)) if (c := _compared(profiles, sets, pair))}
    done = {frozenset(pair) for pair in ties}
    for c in _rewritten(profiles, stories, done):
        ties[c.left, c.right] = c
    held = {frozenset(pair) for pair in apart}
    for a, b in together:
        ties.pop((b, a), None)
        ties[a, b] = Copy(a, b, "copies-judged", 1.0)
    return _components(profiles, list(ties.values()), held)


def _set(shingles: bytes) -> frozenset[int]:
    return frozenset(array("Q", shingles))


def _candidates(sets: Sequence[frozenset[int]]) -> set[Pair]:
    """Pairs that share at least two sampled shingles that are no formula."""
    lists: dict[int, list[int]] = defaultdict(list)
    for index, shingles in enumerate(sets):
        for s in shingles:
            if s % SAMPLED == 0:
                lists[s].append(index)
    found: Counter[Pair] = Counter()
    for row in lists.values():
        if 1 < len(row) <= CROWD:
            found.update(combinations(row, 2))
    return {pair for pair, n in found.items() if n > 1}


def _compared(profiles: Sequence[Profile], sets: Sequence[frozenset[int]], pair: Pair) -> Copy | None:
    a, b = sorted(pair, key=lambda n: (-len(sets[n]), n))
    common = len(sets[a] & sets[b])
    share, whole = common / len(sets[b]), common / len(sets[a] | sets[b])
    if common < SHORTEST or share < EDITED:
        return None
    if whole < SAME and fitting(profiles[a], profiles[b]) < TIMES_FIT:
        return None
    if whole >= SAME:
        return _directed(profiles, pair, "copies-same", share)
    if len(sets[b]) < EXCERPT * len(sets[a]):
        return _directed(profiles, (a, b), "copies-excerpt", share) if share >= EXCERPT else None
    return _directed(profiles, pair, "copies-edited", share)


def _directed(profiles: Sequence[Profile], pair: Pair, code: str, share: float) -> Copy:
    """The tie with its source on the left, where a credit, the hour of publication or the length tells it."""
    for a, b in (pair, pair[::-1]):
        if _credits(profiles[b], profiles[a]) and not _credits(profiles[a], profiles[b]):
            return Copy(a, b, code, share, "credit")
    left, right = (profiles[n].published for n in pair)
    if min(len(left), len(right)) >= len("2025-06-10T08:00") and left != right:
        a, b = pair if left < right else pair[::-1]
        return Copy(a, b, code, share, "time")
    if code == "copies-excerpt":
        return Copy(pair[0], pair[1], code, share, "text")
    return Copy(min(pair), max(pair), code, share)


def _credits(one: Profile, other: Profile) -> bool:
    """Whether a report names the other's outlet as where it takes its matter from."""
    name = other.outlet.casefold()
    return bool(name) and any(name.startswith(c) or c.startswith(name) for c in one.credits)


def _rewritten(profiles: Sequence[Profile], stories: Iterable[Sequence[int]], done: set[frozenset[int]]) -> list[Copy]:
    """Pairs of one story whose names and numbers come in the same order."""
    found = []
    for story in stories:
        members = sorted(story, key=lambda n: (len(profiles[n].anchors), n))
        for place, a in enumerate(members):
            for b in members[place + 1 : place + MATES]:
                if frozenset((a, b)) not in done:
                    share, common = in_order(profiles[a].anchors, profiles[b].anchors)
                    if share >= REWRITTEN and common >= FEWEST and fitting(profiles[a], profiles[b]) >= TIMES_FIT:
                        found.append(_directed(profiles, (a, b), "copies-rewritten", share))
    return found


def in_order(left: Sequence[str], right: Sequence[str]) -> tuple[float, int]:
    """Share of the shorter sequence that both have in the same order, and its length.

    No item occurs twice in a sequence, so the longest common subsequence is the longest increasing one.
    """
    where = {word: n for n, word in enumerate(right)}
    tails: list[int] = []
    for place in (where[w] for w in left if w in where):
        spot = bisect_left(tails, place)
        tails[spot : spot + 1] = [place]
    return len(tails) / (min(len(left), len(right)) or 1), len(tails)


def _components(
    profiles: Sequence[Profile], ties: list[Copy], apart: set[frozenset[int]]
) -> list[tuple[list[int], tuple[Reason, ...]]]:
    """Reports tied directly or through others, each later one with its strongest tie."""
    root: dict[int, int] = {}

    def find(n: int) -> int:
        while root.setdefault(n, n) != n:
            n = root[n]
        return n

    kept: dict[int, list[Copy]] = defaultdict(list)
    sets: dict[int, set[int]] = defaultdict(set)
    for tie in sorted(ties, key=lambda t: (t.code != "copies-judged", -t.share, t.left, t.right)):
        a, b = find(tie.left), find(tie.right)
        left, right = sets[a] or {a}, sets[b] or {b}
        if a != b and not (apart and any(frozenset((m, n)) in apart for m in left for n in right)):
            sets[min(a, b)] = left | right
            root[max(a, b)] = min(a, b)
            kept[min(a, b)] += [*kept.pop(max(a, b), []), tie]
    members: dict[int, list[int]] = defaultdict(list)
    for n in sorted(root):
        members[find(n)].append(n)
    members = {top: rows for top, rows in members.items() if len(rows) > 1}
    return [(rows, tuple(r for t in kept[top] for r in _reasons(profiles, t))) for top, rows in sorted(members.items())]


def _reasons(profiles: Sequence[Profile], tie: Copy) -> list[Reason]:
    words = {"left": profiles[tie.left].report, "right": profiles[tie.right].report}
    out = [Reason(code=tie.code, words=words | {"share": str(round(100 * tie.share))})]
    if tie.known_by:
        out.append(Reason(code=f"copies-from-{tie.known_by}", words=words))
    return out
