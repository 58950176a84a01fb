"""Which stretches of a report are its own telling."""

from bisect import bisect_right
from collections.abc import Callable

from runut.types import Document

READ = frozenset({"body", "caption"})


def readable(document: Document) -> Callable[[int], bool]:
    """Whether an offset lies in body or caption; everything does where no zones are known."""
    zones = document.zones
    starts = [z.span.start for z in zones]

    def inside(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index < 0 or zones[index].value.kind in READ

    return inside
