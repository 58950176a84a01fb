"""Judgements as pairs of keys."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from runut.resolve.across import Found
from runut.resolve.keys import plain
from runut.resolve.nodes import Key
from runut.types import Judgement, Resolution


class Rules(Struct, frozen=True):
    """Keys to join, keys to hold apart, and spellings that get a key of their own."""

    same: tuple[tuple[Key, Key], ...] = ()
    apart: tuple[tuple[Key, Key], ...] = ()
    alone: frozenset[str] = frozenset()  # spellings told from others with the same key
    by: dict[Key, str] = field(default_factory=dict)  # key -> who judged

    def renamed(self, found: Found) -> Found:
        """The spelling, with a key of its own where a judgement tells it from its like."""
        if found.node.text not in self.alone:
            return found
        return Found(found.node, (*found.own, f"={found.node.text}"))


def rules(judgements: Sequence[Judgement], plain_result: Resolution, found: Sequence[Found]) -> Rules:
    """What the judgements say, the latest of each pair; one that names nothing known says nothing."""
    table = _table(plain_result, found)
    latest = {frozenset((j.left, j.right)): j for j in sorted(judgements, key=lambda j: (j.at, j.left, j.right))}
    same: list[tuple[Key, Key]] = []
    apart: list[tuple[Key, Key]] = []
    alone: set[str] = set()
    by: dict[Key, str] = {}
    for j in latest.values():
        left, right = (
            table.get(j.left) or table.get(plain(j.left), ()),
            table.get(j.right) or table.get(plain(j.right), ()),
        )
        if j.same is None or not left or not right:
            continue
        if j.same:
            pairs = _pairs((*left, *right))
            same += pairs
            by |= {key: j.by for pair in pairs for key in pair}
        else:
            apart += [(a, b) for a in left for b in right if a != b]
            if set(left) & set(right):
                alone.add(j.right)
    return Rules(tuple(sorted(set(same))), tuple(sorted(set(apart))), frozenset(alone), by)


def _pairs(all_keys: Iterable[Key]) -> list[tuple[Key, Key]]:
    ordered = sorted(set(all_keys))
    return [(ordered[0], other) for other in ordered[1:]]


def _table(result: Resolution, found: Sequence[Found]) -> dict[str, tuple[Key, ...]]:
    """Entity id, spelling or plain spelling -> the keys it stands for."""
    table: dict[str, set[Key]] = defaultdict(set)
    for f in found:
        table[f.node.text].add(f.own)
        table[plain(f.node.text)].add(f.own)
        for span in f.node.spans:
            table[result.names[f"{span.report}:{span.start}:{span.end}"]].add(f.key)
    return {name: tuple(sorted(named)) for name, named in table.items()}
