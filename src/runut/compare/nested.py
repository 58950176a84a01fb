"""Statements that stand inside another and add nothing to it."""

from collections.abc import Sequence

from runut.compare.bags import Said
from runut.compare.relations import days_of
from runut.types import Claim, When


def telling(said: Sequence[Said], clusters: Sequence[Sequence[int]]) -> list[int]:
    """The numbers of the clusters that say something which no other cluster of one claim says with more around it.

    A relative clause is a statement of its own where other reports make it, or where it gives a day; else its
    sentence says it. `clusters`: numbers of claims, in order.
    """
    alone = {members[0]: k for k, members in enumerate(clusters) if len(members) == 1}
    inner = set()
    outer: Claim | None = None
    for i in sorted(alone, key=lambda i: (said[i].report, said[i].claim.span.start, -said[i].claim.span.end)):
        s = said[i]
        if outer is not None and _inside(s.claim, outer) and not _dated(s.claim):
            inner.add(alone[i])
        elif outer is None or not _inside(s.claim, outer):
            outer = s.claim
    return [k for k in range(len(clusters)) if k not in inner]


def _inside(claim: Claim, outer: Claim) -> bool:
    """Whether one claim lies in another, and the same source says both."""
    same = claim.span.report == outer.span.report and claim.chain == outer.chain
    return same and outer.span.start <= claim.span.start and claim.span.end <= outer.span.end


def _dated(claim: Claim) -> bool:
    return any(
        isinstance(s.mark.value, When)
        and claim.span.start <= s.mark.span.start < claim.span.end
        and days_of(s.mark.value)
        for s in claim.slots
    )
