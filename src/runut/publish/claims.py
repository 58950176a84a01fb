"""What a claim gives for the question that its finding asks."""

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
    """When the claim says that it happened or will; None where it does not say."""
    return next((s.mark.value for s in claim.slots if isinstance(s.mark.value, When)), None)
