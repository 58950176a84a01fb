"""Findings that speak of the same thing: denials and what they deny, other values given elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from runut.compare.align import VALUES, Claims, core, cosine
from runut.compare.values import relation
from runut.types import Amount, Finding, Modality, Reason, When

DENIES = 0.2  # cosine of a denial with what it denies, values left out
DIFFERS = 0.3  # cosine of two findings about one thing, values left out
LEAST = 2  # words or names that they must share, whatever the cosine
POSTINGS = 20  # findings that a feature may stand in and still bring candidates together


class Row(Struct, frozen=True):
    """A finding, the numbers of its claims, and what it is about."""

    finding: Finding
    members: frozenset[int]
    plain: dict[str, float]


def linked(findings: Sequence[Finding], claims: Claims, clusters: Sequence[set[int]]) -> list[Finding]:
    """The findings of one story with `denies`, `denied_by` and `differs_from` filled in."""
    rows = [_row(f, claims, c) for f, c in zip(findings, clusters, strict=True)]
    denied: dict[str, list[str]] = defaultdict(list)
    denies: dict[str, str] = {}
    differs: dict[str, list[str]] = defaultdict(list)
    scored = sorted(_near(rows), key=lambda p: (-p[0], p[1], p[2]))
    for value, a, b in scored:
        left, right = rows[a], rows[b]
        denial, target = (left, right) if left.finding.modality == Modality.DENIED else (right, left)
        if _denies(denial, target, value):
            denies.setdefault(denial.finding.id, target.finding.id)
            denied[target.finding.id].append(denial.finding.id)
        elif value >= DIFFERS and _other_value(left, right):
            differs[left.finding.id].append(right.finding.id)
            differs[right.finding.id].append(left.finding.id)
    return [_with(r.finding, denies, denied, differs) for r in rows]


def _row(finding: Finding, claims: Claims, cluster: set[int]) -> Row:
    plain = {f: v for f, v in core(claims, cluster).items() if f[0] not in VALUES}
    return Row(finding, frozenset(cluster), plain)


def _near(rows: Sequence[Row]) -> Iterator[tuple[float, int, int]]:
    """(cosine, row, row) of pairs that share enough; no claim stands in both."""
    for (a, b), count in _shared(rows).items():
        if count >= LEAST and not rows[a].members & rows[b].members:
            value = cosine(rows[a].plain, rows[b].plain)
            if value >= min(DENIES, DIFFERS):
                yield value, a, b


def _shared(rows: Sequence[Row]) -> dict[tuple[int, int], int]:
    """How many words and names pairs of rows share, those left out that stand in many."""
    index: dict[str, list[int]] = defaultdict(list)
    for k, row in enumerate(rows):
        for f in row.plain:
            if f[0] in "we":
                index[f].append(k)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for posting in index.values():
        if len(posting) <= POSTINGS:
            for n, a in enumerate(posting):
                for b in posting[n + 1 :]:
                    shared[a, b] += 1
    return shared


def _denies(denial: Row, target: Row, value: float) -> bool:
    """Whether one finding denies the other: it is marked so, the other is not, and nobody is on both sides."""
    if denial.finding.modality != Modality.DENIED or target.finding.modality == Modality.DENIED or value < DENIES:
        return False
    deniers = {o.name for o in denial.finding.origins}
    return not deniers or not deniers & {o.name for o in target.finding.origins}


def _other_value(left: Row, right: Row) -> bool:
    """Whether two findings give values of one kind that are not the same."""
    a, b = left.finding, right.finding
    if not a.role or a.role != b.role or not a.answers or not b.answers:
        return False
    relations = {
        relation(x.value, y.value)
        for x in a.answers
        for y in b.answers
        if isinstance(x.value, Amount | When) and isinstance(y.value, Amount | When)
    }
    return relations == {"excludes"} if a.role == "time" else bool(relations) and "same" not in relations


def _with(
    finding: Finding, denies: dict[str, str], denied: dict[str, list[str]], differs: dict[str, list[str]]
) -> Finding:
    by = tuple(sorted(set(denied.get(finding.id, ()))))
    if by:
        why = (*finding.why, Reason("denied-elsewhere", {"count": str(len(by))}))
        finding = msgspec.structs.replace(finding, verdict="denied", why=why)
    return msgspec.structs.replace(
        finding,
        denies=denies.get(finding.id, ""),
        denied_by=by,
        differs_from=tuple(sorted(set(differs.get(finding.id, ())))),
    )
