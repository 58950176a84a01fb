"""A dossier read back from its JSON form."""

from datetime import datetime
from decimal import Decimal
from typing import TypeVar

import msgspec

from runut.errors import UsageError
from runut.publish import forms as f
from runut.types import (
    Amount,
    Answer,
    Attribution,
    Claim,
    Dating,
    Document,
    Dossier,
    Entity,
    Finding,
    Group,
    Hop,
    Judgement,
    Mark,
    Modality,
    Name,
    Origin,
    Reason,
    Report,
    Slot,
    Span,
    Spelling,
    Value,
    When,
    Zone,
)

V = TypeVar("V", Name, When, Amount)


def saved(content: bytes) -> Dossier:
    """The dossier that `runut trace --format json` wrote: reports, names, stories and findings, with every
    span, and the decisions of people.

    Issues and the timeline are left out, and what the JSON form does not keep: who wrote it and where titles stand.
    Raises UsageError for anything that is no dossier.
    """
    try:
        form = msgspec.json.decode(content, type=f.DossierOut)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"this is no dossier saved with --format json: {error}") from error
    claims: dict[str, dict[str, Claim]] = {}
    for found in form.findings:
        for claim in found.claims:
            claims.setdefault(claim.report, {})[claim.id] = _claim(claim, found.action)
    return Dossier(
        documents=tuple(_document(r, claims.get(r.id, {})) for r in form.reports),
        stories=tuple(
            Group(id=g.id, kind="story", reports=g.reports, first=g.first, last=g.last) for g in form.stories
        ),
        entities=tuple(_entity(e) for e in form.entities),
        findings=tuple(_finding(x, claims) for x in form.findings),
        judgements=tuple(_judgement(x) for x in form.judgements),
    )


def _judgement(given: f.JudgementOut) -> Judgement:
    at = datetime.fromisoformat(given.at)
    return Judgement(
        left=given.left, right=given.right, same=given.same, by=given.by, at=at, why=given.why, kind=given.kind
    )


def _document(report: f.TracedReport, claims: dict[str, Claim]) -> Document:
    given = report.published
    when = When(given.value, given.until, given.basis)
    return Document(
        report=Report(
            id=report.id, text=report.text, lang=report.lang, outlet=report.outlet, url=report.url, title=report.title
        ),
        outlet=report.outlet,
        published=Dating(when, _why(given.reason)) if given.value and given.reason else None,
        zones=tuple(Mark(_span(report.id, m.span), Zone(m.value.kind), m.rule, m.confidence) for m in report.zones),
        sentences=tuple(_span(report.id, s) for s in report.sentences),
        names=tuple(Mark(_span(report.id, m.span), _name(m.value), m.rule, m.confidence) for m in report.names),
        times=tuple(Mark(_span(report.id, m.span), _when(m.value), m.rule, m.confidence) for m in report.times),
        amounts=tuple(Mark(_span(report.id, m.span), _amount(m.value), m.rule, m.confidence) for m in report.amounts),
        attributions=tuple(read_attribution(report.id, a) for a in report.attributions),
        claims=tuple(sorted(claims.values(), key=lambda c: c.span)),
    )


def read_mark(report: str, found: f.NameMark | f.TimeMark | f.AmountMark) -> Mark[Name] | Mark[When] | Mark[Amount]:
    """A mark of a report as it was before it was saved."""
    span = _span(report, found.span)
    match found:
        case f.NameMark():
            return Mark(span, _name(found.value), found.rule, found.confidence)
        case f.TimeMark():
            return Mark(span, _when(found.value), found.rule, found.confidence)
        case f.AmountMark():
            return Mark(span, _amount(found.value), found.rule, found.confidence)


def _span(report: str, place: f.Place) -> Span:
    return Span(report, place.start, place.end)


def _name(value: f.NameValue) -> Name:
    return Name(value.text, value.kind, value.entity)


def _when(value: f.TimeValue) -> When:
    return When(value.value, value.until, value.basis)


def _amount(value: f.AmountValue) -> Amount:
    low, high = (None if x is None else Decimal(str(x)) for x in (value.low, value.high))
    return Amount(low, high, value.unit, value.per, value.approx)


def _value(value: f.AnyValue) -> Value:
    match value:
        case f.NameValue():
            return _name(value)
        case f.TimeValue():
            return _when(value)
        case f.AmountValue():
            return _amount(value)


def _why(why: f.Why) -> Reason:
    return Reason(why.code, why.words, tuple(Span(s.report, s.start, s.end) for s in why.spans))


def _hops(report: str, chain: tuple[f.HopOut, ...]) -> tuple[Hop, ...]:
    return tuple(Hop(h.name, h.role, _span(report, h.cue) if h.cue else None, h.entity) for h in chain)


def read_attribution(report: str, found: f.AttributionOut) -> Attribution:
    """An attribution of a report as it was before it was saved."""
    return Attribution(
        content=_span(report, found.content),
        source=_span(report, found.source) if found.source else None,
        cue=_span(report, found.cue) if found.cue else None,
        kind=found.kind,
        speaker=found.speaker,
        chain=_hops(report, found.chain),
        rule=found.rule,
        confidence=found.confidence,
    )


def _claim(claim: f.FoundClaim, action: str) -> Claim:
    slots = (Slot(s.role, Mark(_span(claim.report, s.span), _value(s.value), s.rule)) for s in claim.slots)
    return Claim(
        id=claim.id,
        span=Span(claim.report, claim.start, claim.end),
        action=action,
        verb=claim.verb,
        modality=Modality(claim.modality),
        slots=tuple(slots),
        chain=_hops(claim.report, claim.chain),
        caption=claim.caption,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _entity(entity: f.EntityOut) -> Entity:
    spellings = tuple(
        Spelling(s.text, _why(s.why), tuple(Span(x.report, x.start, x.end) for x in s.spans)) for s in entity.spellings
    )
    return Entity(id=entity.id, kind=entity.kind, spellings=spellings, codes=entity.codes)


def _finding(found: f.FindingOut, claims: dict[str, dict[str, Claim]]) -> Finding:
    return Finding(
        id=found.id,
        verdict=found.verdict,
        action=found.action,
        modality=Modality(found.modality),
        role=found.role,
        unit=found.unit,
        claims=tuple(claims[c.report][c.id] for c in found.claims),
        answers=tuple(_answer(a) for a in found.answers),
        origins=tuple(
            Origin(name=s.name, role=s.role, chains=tuple(_hops("", c) for c in s.chains)) for s in found.sources
        ),
        unattributed=found.unattributed,
        outlets=found.outlets,
        publishers=found.publishers,
        denies=found.denies or "",
        denied_by=found.denied_by,
        differs_from=found.differs_from,
        why=tuple(_why(w) for w in found.why),
    )


def _answer(answer: f.AnswerOut) -> Answer:
    value = answer.value
    given = Modality(value) if isinstance(value, str) else None if value is None else _value(value)
    return Answer(value=given, claims=answer.claims, origins=answer.origins)
