"""What people have decided about origins: which two sources are one, and which are two."""

from collections.abc import Sequence
from itertools import permutations

from runut.text import fold
from runut.types import Judgement


class Rulings:
    """The latest decision on each pair of names. Made once for a run."""

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        """`judgements`: those that stand, in the order made; only those about origins are looked at."""
        rows = sorted((j for j in judgements if j.kind == "origin"), key=lambda j: j.at)
        self._same = {frozenset((fold(j.left), fold(j.right))): j.same for j in rows}

    def on(self, left: frozenset[str], right: frozenset[str]) -> bool | None:
        """Whether two sources are one, each by all its folded names; None where nobody has decided.

        A decision that they are two outweighs one that they are one.
        """
        found = {
            same for pair, same in self._same.items() if any(a in left and b in right for a, b in permutations(pair, 2))
        }
        return False if False in found else True if True in found else None


NONE = Rulings()
