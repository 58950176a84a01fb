"""Everything in this process."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


class SerialEngine:
    """One item after the other."""

    def map(self, fn: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """`fn` of every item, in order."""
        return map(fn, items)

    def gather(self, keys: Callable[[A], Iterable[str]], items: Iterable[A], /) -> Iterator[tuple[str, list[A]]]:
        """Items that share a key, by key."""
        return gathered(keys, items)


def gathered(keys: Callable[[A], Iterable[str]], items: Iterable[A]) -> Iterator[tuple[str, list[A]]]:
    """Buckets in memory, sorted by key."""
    buckets: dict[str, list[A]] = {}
    for item in items:
        for key in dict.fromkeys(keys(item)):
            buckets.setdefault(key, []).append(item)
    yield from sorted(buckets.items(), key=lambda bucket: bucket[0])
