"""What happened when: one dated claim for every finding that has one."""

from collections.abc import Iterable, Iterator, Mapping

from runut.compare.relations import days_of
from runut.types import Claim, Finding, Span, When


def timeline(findings: Iterable[Finding]) -> tuple[Claim, ...]:
    """Dated claims by time, then report: of each finding the one with the finest calendar time, the first of equals.

    A claim counts as dated only where its own clause gives the time, and no shorter claim that lies inside it; vague
    times are no dates.
    """
    found = tuple(findings)
    owner = _owners(c for f in found for c in f.claims)
    rows = []
    for finding in found:
        dated = [(when, c) for c in finding.claims if (when := _dated(c, owner)) is not None]
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


def _owners(claims: Iterable[Claim]) -> dict[Span, str]:
    """The span of every calendar time -> the shortest claim that it stands in."""
    best: dict[Span, tuple[int, str]] = {}
    for claim in claims:
        length = claim.span.end - claim.span.start
        for span, _ in _times(claim):
            best[span] = min(best.get(span, (length, claim.id)), (length, claim.id))
    return {span: claim for span, (_, claim) in best.items()}


def _times(claim: Claim) -> Iterator[tuple[Span, When]]:
    """The calendar times inside a claim's own clause, in order."""
    for slot in claim.slots:
        when, at = slot.mark.value, slot.mark.span
        if isinstance(when, When) and claim.span.start <= at.start < claim.span.end and days_of(when):
            yield at, when


def _dated(claim: Claim, owner: Mapping[Span, str]) -> When | None:
    """The first calendar time of a claim that no shorter claim has."""
    return next((when for span, when in _times(claim) if owner[span] == claim.id), None)


def _fineness(when: When) -> int:
    """0 for a clock time, then days by how many they are."""
    if "T" in when.value:
        return 0
    return {10: 1, 7: 40, 4: 400}.get(len(when.value), 1000) + (10 if when.until else 0)
