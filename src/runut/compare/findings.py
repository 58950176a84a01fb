"""Findings: statements aligned across the reports of a story, with verdict and origins."""

from collections.abc import Sequence

from runut.compare.align import align
from runut.compare.bags import Said, bags
from runut.compare.origins import origins
from runut.text import digest
from runut.types import Document, Finding, Group, Resolution


def compare(documents: Sequence[Document], groups: Sequence[Group], resolution: Resolution) -> tuple[Finding, ...]:
    """Findings: statements aligned across the reports of one story or thread, with verdict and origins."""
    by_id = {d.report.id: d for d in documents}
    out = []
    for g in groups:
        if g.kind == "story":
            out += _story([by_id[r] for r in g.reports if r in by_id], resolution)
    return tuple(out)


def _story(documents: Sequence[Document], resolution: Resolution) -> list[Finding]:
    said = [s for d in documents for s in bags(d, resolution)]
    return [_finding(c) for c in align(said)]


def _finding(cluster: Sequence[Said]) -> Finding:
    claims = tuple(s.claim for s in cluster)
    reports = {s.report for s in cluster}
    return Finding(
        id="f-" + digest(*sorted(c.id for c in claims)),
        verdict="single" if len(reports) == 1 else "agree",
        action=claims[0].action,
        modality=claims[0].modality,
        claims=claims,
        answers=(),
        origins=origins(claims),
    )
