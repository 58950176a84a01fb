"""What every engine can do."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Engine(Protocol):
    """Where work runs. Results never depend on the engine."""

    def map(self, fn: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """`fn` of every item, in the order of the items, which are taken only as they are needed.

        What `fn` raises is raised here, at its place in the order.
        """
        ...

    def gather(self, keys: Callable[[A], Iterable[str]], items: Iterable[A], /) -> Iterator[tuple[str, list[A]]]:
        """Items that share a key, by key; in each bucket in the order of the items, an item once."""
        ...
