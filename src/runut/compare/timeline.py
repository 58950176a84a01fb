"""What happened when: one dated claim for every finding that has one."""

from collections.abc import Iterable

from runut.compare.values import days_of
from runut.types import Claim, Finding, When


def timeline(findings: Iterable[Finding]) -> tuple[Claim, ...]:
    """Dated claims by time, then report: of each finding the one with the finest calendar time, the first of equals.

    A claim counts as dated only where its own clause gives the time; vague times are no dates.
    """
    rows = []
    for finding in findings:
        dated = [(when, c) for c in finding.claims if (when := _dated(c)) is not None]
        if dated:
            when, claim = min(dated, key=lambda d: (_fineness(d[0]), d[1].span))
            rows.append((days_of(when) or ("", ""), when.value, claim))
    seen: set[str] = set()
    out = []
    for _, _, claim in sorted(rows, key=lambda r: (r[0], r[1], r[2].span)):
        if claim.id not in seen:
            seen.add(claim.id)
            out.append(claim)
    return tuple(out)


def _dated(claim: Claim) -> When | None:
    """The first calendar time inside a claim's own clause."""
    for slot in claim.slots:
        when = slot.mark.value
        if isinstance(when, When) and claim.span.start <= slot.mark.span.start < claim.span.end and days_of(when):
            return when
    return None


def _fineness(when: When) -> int:
    """0 for a clock time, then days by how many they are."""
    if "T" in when.value:
        return 0
    return {10: 1, 7: 40, 4: 400}.get(len(when.value), 1000) + (10 if when.until else 0)
