"""Keys that are one entity, across reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from runut.resolve.keys import blocks
from runut.resolve.nodes import Key
from runut.resolve.scores import variants

if TYPE_CHECKING:
    from runut.resolve.across import Found

LEAST = {"person": 5, "organisation": 6, "place": 6}  # letters of the word that may differ
CROWD = 50  # keys in one block; a larger block is a common name and joins nobody


class Clusters:
    """Sets of keys, joined one pair at a time; pairs that a judgement holds apart are never joined."""

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}
        self._members: dict[Key, set[Key]] = {}
        self._apart: set[frozenset[Key]] = set()

    def root(self, key: Key) -> Key:
        """The key that stands for the set."""
        path = []
        while (up := self._parent.get(key, key)) != key:
            path.append(key)
            key = up
        for k in path:
            self._parent[k] = key
        return key

    def part(self, left: Key, right: Key) -> None:
        """Holds two keys apart from now on."""
        self._apart.add(frozenset((left, right)))

    def may_join(self, left: Key, right: Key) -> bool:
        """Whether nothing holds the sets of two keys apart."""
        a, b = self._set(self.root(left)), self._set(self.root(right))
        return not any(frozenset((x, y)) in self._apart for x in a for y in b) if self._apart else True

    def join(self, left: Key, right: Key) -> bool:
        """Whether the two sets are one now."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return True
        if not self.may_join(a, b):
            return False
        low, high = sorted((a, b))
        members = self._set(low) | self._set(high)
        self._parent[high] = low
        self._members.pop(high, None)
        self._members[low] = members
        return True

    def _set(self, root: Key) -> set[Key]:
        return self._members.get(root, {root})


def near_spellings(reports: dict[Key, set[str]]) -> list[tuple[Key, Key]]:
    """Pairs of full names that differ by a letter or so in one word and meet in no report.

    `reports`: key -> the reports that use it. Compared only within blocks.
    """
    table: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in sorted(k for k in reports if k[0] in ("person", "organisation", "place") and len(k) > 2):
        for block in blocks(key[1:]):
            table[key[0], *block].append(key)
    pairs = {
        (a, b)
        for group in table.values()
        if 1 < len(group) <= CROWD
        for i, a in enumerate(group)
        for b in group[i + 1 :]
        if variants(a[1:], b[1:], least=LEAST[a[0]]) and not reports[a] & reports[b]
    }
    return sorted(pairs)


def without_heads(
    keys: Iterable[Key], named: Mapping[tuple[str, ...], Key], heads: frozenset[str]
) -> list[tuple[Key, Key]]:
    """Pairs of a place with its kind and the same place without: "Kecamatan X" and "X".

    `named`: words of a place -> key of what the world's data knows by them. Where two kinds bear one name, as a
    city and a district often do, none is joined.
    """
    bare: dict[tuple[str, ...], Key] = dict(named)
    headed: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in sorted(set(keys)):
        if key[0] == "place" and len(key) > 2 and key[1] in heads:
            headed[key[2:]].append(key)
        elif key[0] == "place":
            bare[key[1:]] = key
    return [(given[0], bare[words]) for words, given in sorted(headed.items()) if len(given) == 1 and words in bare]


def reports_of(found: "Iterable[Found]") -> dict[Key, set[str]]:
    """Key -> the reports that use it."""
    table: dict[Key, set[str]] = defaultdict(set)
    for f in found:
        table[f.key].add(f.node.report)
    return table
