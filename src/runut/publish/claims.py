"""What a claim gives for the question that its finding asks."""

from collections.abc import Sequence

from runut.publish.moments import moment
from runut.types import Amount, Claim, Finding, Mark, Value, When


def claim_mark(claim: Claim, finding: Finding) -> Mark[Value] | None:
    """The mark in the slot that the finding compares; None where it compares none or the claim leaves it empty."""
    marks = [s.mark for s in claim.slots if s.role == finding.role]
    same = [m for m in marks if not isinstance(m.value, Amount) or m.value.unit == finding.unit]
    return next(iter(same or marks), None)


def claim_value(claim: Claim, finding: Finding) -> Value | None:
    """What the claim gives for the slot that the finding compares, else None."""
    mark = claim_mark(claim, finding)
    return mark.value if mark else None


def claim_time(claim: Claim) -> When | None:
    """The first calendar time inside the claim's own clause; None where it has none there."""
    for slot in claim.slots:
        when, at = slot.mark.value, slot.mark.span.start
        if isinstance(when, When) and claim.span.start <= at < claim.span.end and moment(when):
            return when
    return None


def time_confidence(claim: Claim) -> float | None:
    """How sure the time is that `claim_time` gives; None where there is none, or it was never measured."""
    when = claim_time(claim)
    return next((s.mark.confidence for s in claim.slots if s.mark.value is when), None) if when else None


def finding_of(findings: Sequence[Finding]) -> dict[str, Finding]:
    """By id of claim the finding that it stands in; of several the one with most claims."""
    return {c.id: x for x in sorted(findings, key=lambda x: len(x.claims)) for c in x.claims}
