"""Findings: statements aligned across the reports of a story, with verdict and origins."""

from collections.abc import Mapping, Sequence

import msgspec

from runut.compare.align import align
from runut.compare.bags import Names, Said, Value, bags, unit_key
from runut.compare.links import linked
from runut.compare.nested import telling
from runut.compare.origins import origins
from runut.compare.outlets import outlet_of, publisher_of
from runut.compare.plans import fulfilled
from runut.compare.rivals import Apart, told_together
from runut.compare.rulings import Rulings
from runut.compare.sources import Sources
from runut.compare.updates import Told, told_of
from runut.compare.values import Judged, judge
from runut.text import digest
from runut.types import Amount, Answer, Claim, Document, Finding, Group, Judgement, Modality, Origin, Resolution


def compare(
    documents: Sequence[Document],
    groups: Sequence[Group],
    resolution: Resolution,
    judgements: Sequence[Judgement] = (),
) -> tuple[Finding, ...]:
    """Findings: every statement of a report, aligned with those of the other reports of its story.

    Only reports of one story are set side by side. `judgements`: those that
    stand; of them count those about origins. The order of documents and groups does not matter. Cost: near
    linear in reports; within a story, claims times the postings of their rarer features.
    """
    by_id, names, rulings = {d.report.id: d for d in documents}, Names(resolution), Rulings(judgements)
    out: list[Finding] = []
    for reports in _stories(documents, groups):
        out += _story([by_id[r] for r in reports if r in by_id], names, resolution, rulings)
    return tuple(out)


def _stories(documents: Sequence[Document], groups: Sequence[Group]) -> list[tuple[str, ...]]:
    """Report ids by story, every report once; one that stands in no story is its own."""
    stories = sorted(tuple(sorted(g.reports)) for g in groups if g.kind == "story")
    held = {r for s in stories for r in s}
    return stories + sorted((d.report.id,) for d in documents if d.report.id not in held)


def _story(documents: Sequence[Document], names: Names, resolution: Resolution, rulings: Rulings) -> list[Finding]:
    ordered = sorted(documents, key=lambda d: (d.published.when.value if d.published else "9999", d.report.id))
    said = [s for d in ordered for s in bags(d, names)]
    sources = Sources(ordered, resolution, names, rulings)
    by_id = {d.report.id: d for d in ordered}
    claims, clusters = align(said)
    members = [sorted(i for u in c for i in claims.units[u].members) for c in clusters]
    kept = telling(said, members)
    members, clusters = [members[k] for k in kept], [clusters[k] for k in kept]
    apart = told_together(said)
    found = [_finding([said[i] for i in numbers], sources, by_id, apart) for numbers in members]
    return linked(found, claims, clusters, ordered[0].report.lang) if ordered else []


def _finding(cluster: Sequence[Said], sources: Sources, documents: Mapping[str, Document], apart: Apart) -> Finding:
    claims = tuple(s.claim for s in cluster)
    found = origins(cluster, sources)
    by = {s.report: (documents[s.report], outlet_of(documents[s.report])) for s in cluster}
    told = {s.claim.id: told_of(s, *by[s.report], found) for s in cluster}
    judged = _judged(judge(cluster, told, apart), cluster, told, documents)
    named = {chain[0] for o in found for chain in o.chains}
    reports = dict.fromkeys(s.report for s in cluster)
    silent = sum(all(c.chain[0] not in named for c in claims if c.span.report == r) for r in reports)
    return Finding(
        id="f-" + digest(*sorted(c.id for c in claims)),
        verdict=judged.verdict,
        action=_most([c.action for c in claims if c.action]),
        modality=_modality(claims),
        role=judged.role,
        unit=judged.unit,
        claims=claims,
        answers=_answers(judged, {s.claim.id: s for s in cluster}, found),
        origins=found,
        unattributed=silent,
        outlets=len({outlet_of(documents[r]) for r in reports}),
        publishers=len({publisher_of(documents[r]) for r in reports}),
        why=judged.why,
    )


def _judged(
    judged: Judged, cluster: Sequence[Said], told: Mapping[str, Told], documents: Mapping[str, Document]
) -> Judged:
    """How the reports' values stand to each other; a plan that came true is no disagreement."""
    plan = fulfilled(cluster, told, documents)
    if plan is None:
        return judged
    why = (*(r for r in judged.why if r.code != "fits-modality"), plan)
    return msgspec.structs.replace(judged, verdict="differ" if judged.verdict == "differ" else "compatible", why=why)


def _most(values: Sequence[str]) -> str:
    """The value given most often, the first of equals; "" of none."""
    return max(dict.fromkeys(values), key=values.count, default="")


def _modality(claims: Sequence[Claim]) -> Modality:
    """What most claims say; a plan or an allegation that any report gives as fact stays what most say."""
    return Modality(_most([c.modality.value for c in claims]))


def _answers(judged: Judged, said: Mapping[str, Said], found: Sequence[Origin]) -> tuple[Answer, ...]:
    """Every value with the claims and the origins that give it, in order of the claims.

    "14 penumpang" and "14 passengers" are one.
    """
    by_value: dict[str, list[Value]] = {}
    for g in judged.given:
        by_value.setdefault(_answered(g, said[g.claim].tag), []).append(g)
    chains = {i: s.claim.chain for i, s in said.items()}
    out = []
    for given in by_value.values():
        ids = tuple(dict.fromkeys(g.claim for g in given))
        names = tuple(o.name for o in found if any(chains[i] in o.chains for i in ids))
        out.append(Answer(value=given[0].value, claims=ids, origins=names))
    return tuple(out)


def _answered(given: Value, tag: str) -> str:
    value = given.value
    if isinstance(value, Amount) and " " not in value.unit:
        value = msgspec.structs.replace(value, unit=unit_key(value.unit, tag))
    return repr(value)
