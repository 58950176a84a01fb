"""Two neighbouring sentences of one report that back a statement together."""

from collections.abc import Iterator, Sequence

import msgspec

from runut.compare.archive import Archive, Evidence
from runut.compare.matching import Match, match, needs
from runut.compare.points import Points
from runut.types import Modality

TRIED = 8  # sentences that are tried with their neighbours
SPLIT = frozenset({"verb", "word", "number", "time"})  # what the neighbour may bring
ENOUGH = 0.7  # share of a statement's weight that the two must hold
OWN = 0.45  # share that one of them must hold by itself


def windows(statement: Points, modality: Modality, matches: Sequence[Match], archive: Archive) -> Iterator[Match]:
    """Pairs of sentences that back a statement: one says a main verb of it and lacks one or two points.

    The other names nobody else.
    """
    verbs = sum(n.main for n in needs(statement, archive))
    near = [m for m in matches if _lacking(m) and sum(f.kind in ("verb", "word") for f in m.faults) < max(verbs, 1)]
    near.sort(key=lambda m: (len(m.faults), -m.share))
    for m in near[:TRIED]:
        for other in _neighbours(m.evidence, archive):
            if _strange(other, m.evidence, statement):
                continue
            found = match(statement, modality, _joined(m.evidence, other), archive)
            if found.backs and min(found.share, found.here) >= ENOUGH and found.shared > m.shared:
                yield msgspec.structs.replace(found, evidence=m.evidence, claim=m.claim or found.claim)


def _lacking(m: Match) -> bool:
    """Whether a sentence says most of a statement, and nothing otherwise."""
    plain = all(f.kind in SPLIT and not f.against for f in m.faults)
    return plain and 1 <= len(m.faults) <= 2 and min(m.share, m.here) >= OWN and m.shared >= 2


def _neighbours(evidence: Evidence, archive: Archive) -> list[Evidence]:
    """The sentences before and behind one in its report."""
    at = archive.places[evidence.points.report, evidence.points.start]
    around = [archive.evidence[n] for n in (at - 1, at + 1) if 0 <= n < len(archive.evidence)]
    return [e for e in around if e.points.report == evidence.points.report]


def _strange(other: Evidence, first: Evidence, statement: Points) -> bool:
    """Whether a sentence names a person or body that neither the first nor the statement names."""
    known = first.keys | statement.keys
    for mark in other.points.names:
        if mark.value.kind in ("person", "organisation") and mark.value.entity not in first.entities:
            words = [w for w in other.points.words if mark.span.start <= w.start and w.end <= mark.span.end]
            if not any(w.keys & known for w in words):
                return True
    return False


def _joined(first: Evidence, second: Evidence) -> Evidence:
    """Two sentences as one; around them stands what stands around the earlier one."""
    a, b = sorted((first, second), key=lambda e: e.points.start)
    p, q = a.points, b.points
    both = msgspec.structs.replace(
        p,
        end=q.end,
        words=p.words + q.words,
        keys=p.keys | q.keys,
        names=(*p.names, *q.names),
        amounts=(*p.amounts, *q.amounts),
        times=(*p.times, *q.times),
    )
    return msgspec.structs.replace(
        a,
        points=both,
        keys=a.keys | b.keys,
        entities=a.entities | b.entities,
        claims=first.claims,
    )
