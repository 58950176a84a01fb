"""Documents and dossiers as JSON."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar, cast

import msgspec

from runut.lang.decisions import say_judgement
from runut.lang.phrases import say, say_issue
from runut.publish import forms as f
from runut.publish.claims import claim_time, claim_value, finding_of
from runut.publish.outlets import outlets
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
    Issue,
    Judgement,
    Mark,
    Modality,
    Name,
    Origin,
    Reason,
    Slot,
    Span,
    Value,
    When,
)

# JSON leaves DEL, the C1 controls and the marks that turn the direction of text as they are; a terminal obeys them.
_RISKY = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")

P = TypeVar("P", f.NameMark, f.TimeMark, f.AmountMark)


def document_json(document: Document, lang: str = "en") -> bytes:
    """One document as one line of JSON, without the line end."""
    return encoded(document_form(document, lang))


def dossier_json(dossier: Dossier, lang: str = "en") -> Iterator[bytes]:
    """A dossier as JSON (`DossierOut`), with the texts and marks that `explain` needs; in pieces, as it is large."""
    start = b"{"
    for key, items in _fields(dossier, lang).items():
        yield b'%s"%s":[' % (start, key.encode())
        for number, item in enumerate(items):
            yield (b"," if number else b"") + encoded(item)
        yield b"]"
        start = b","
    yield b"}"


def encoded(form: f.Out) -> bytes:
    """JSON in which no character can steer a terminal."""
    return _RISKY.sub(lambda m: b"\\u%04x" % ord(m[0].decode()), msgspec.json.encode(form))


def document_form(document: Document, lang: str) -> f.DocumentOut:
    """What is printed of one document."""
    report, published = document.report, _published(document.published, lang)
    return f.DocumentOut(
        report=f.ReportOut(
            id=report.id,
            url=report.url,
            outlet=outlets().name(document.outlet or report.outlet),
            title=title_of(document),
            published=report.published or published.value,
            lang=report.lang,
            text=report.text,
        ),
        published=published,
        authors=authors_of(document),
        editors=tuple(m.value.text for m in document.editors),
        credits=tuple(m.value.text for m in document.credits),
        zones=_zones(document),
        sentences=tuple(_place(s) for s in document.sentences),
        names=tuple(_mark(m, f.NameMark) for m in document.names),
        times=tuple(_mark(m, f.TimeMark) for m in document.times),
        amounts=tuple(_mark(m, f.AmountMark) for m in document.amounts),
        attributions=tuple(_attribution(a) for a in document.attributions),
        claims=tuple(_claim(c, report.text) for c in document.claims),
        issues=tuple(_issue(i, lang) for i in document.issues),
    )


def _fields(dossier: Dossier, lang: str) -> dict[str, Iterable[f.Out]]:
    """The fields of `DossierOut`, in its order."""
    texts = {d.report.id: d.report.text for d in dossier.documents}
    findings = finding_of(dossier.findings)
    return {
        "reports": (_traced(d, n, lang) for n, d in enumerate(dossier.documents)),
        "stories": (_group(g, lang) for g in dossier.stories),
        "threads": (_group(g, lang) for g in dossier.threads),
        "copies": (_group(g, lang) for g in dossier.copies),
        "entities": (_entity(e, lang) for e in dossier.entities),
        "timeline": (
            _moment(c, when, texts.get(c.span.report, ""), findings.get(c.id))
            for c in dossier.timeline
            if (when := claim_time(c))
        ),
        "findings": (_finding(x, texts, lang) for x in dossier.findings),
        "issues": (_issue(i, lang) for i in dossier.issues),
        "judgements": (_judgement(j, lang) for j in dossier.judgements),
    }


def title_of(document: Document) -> str:
    """The title given beside the text, else the headline inside it, else ""."""
    span, text = document.title, document.report.text
    return document.report.title or (text[span.start : span.end].strip() if span else "")


def authors_of(document: Document) -> tuple[str, ...]:
    """Authors named in the text, then those given beside it."""
    return tuple(dict.fromkeys([*(m.value.text for m in document.authors), *document.report.authors]))


def _traced(document: Document, number: int, lang: str) -> f.TracedReport:
    whole = document_form(document, lang)
    return f.TracedReport(
        id=whole.report.id,
        key=f"r{number}",
        url=whole.report.url,
        title=whole.report.title,
        outlet=whole.report.outlet,
        published=whole.published,
        authors=whole.authors,
        editors=whole.editors,
        credits=whole.credits,
        lang=whole.report.lang,
        issues=whole.issues,
        text=whole.report.text,
        zones=whole.zones,
        sentences=whole.sentences,
        names=whole.names,
        times=whole.times,
        amounts=whole.amounts,
        attributions=whole.attributions,
    )


def _published(dating: Dating | None, lang: str) -> f.Published:
    if dating is None:
        return f.Published(value="", until="", basis="open", why="")
    when, why = dating.when, _why(dating.why, lang)
    return f.Published(value=when.value, until=when.until, basis=when.basis, why=why.text, reason=why)


def _why(reason: Reason, lang: str) -> f.Why:
    spans = tuple(_where(s) for s in reason.spans)
    return f.Why(code=reason.code, text=say(reason, lang), words=dict(reason.words), spans=spans)


def _issue(issue: Issue, lang: str) -> f.IssueOut:
    span = _place(issue.span) if issue.span else None
    return f.IssueOut(code=issue.code, note=issue.note, span=span, text=say_issue(issue, lang))


def _judgement(judgement: Judgement, lang: str) -> f.JudgementOut:
    return f.JudgementOut(
        left=judgement.left,
        right=judgement.right,
        same=judgement.same,
        kind=judgement.kind,
        by=judgement.by,
        at=judgement.at.isoformat(),
        why=judgement.why,
        text=say_judgement(judgement, lang),
    )


def _place(span: Span) -> f.Place:
    return f.Place(start=span.start, end=span.end)


def _where(span: Span) -> f.Where:
    return f.Where(report=span.report, start=span.start, end=span.end)


def _zones(document: Document) -> tuple[f.ZoneMark, ...]:
    return tuple(
        f.ZoneMark(span=_place(m.span), value=f.ZoneValue(kind=m.value.kind), rule=m.rule, confidence=m.confidence)
        for m in document.zones
    )


def _mark(mark: Mark[Name] | Mark[When] | Mark[Amount], kind: type[P]) -> P:
    value = value_form(mark.value)
    return kind(span=_place(mark.span), value=value, rule=mark.rule, confidence=mark.confidence)  # type: ignore[arg-type]


def value_form(value: Value) -> f.AnyValue:
    """What is printed of a name, a time or an amount."""
    match value:
        case Name():
            return f.NameValue(text=value.text, kind=value.kind, entity=value.entity)
        case When():
            return f.TimeValue(value=value.value, until=value.until, basis=value.basis)
        case Amount():
            return f.AmountValue(
                low=_number(value.low), high=_number(value.high), unit=value.unit, per=value.per, approx=value.approx
            )


def _number(number: Decimal | None) -> int | float | None:
    if number is None or not number.is_finite():
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _hops(chain: tuple[Hop, ...]) -> tuple[f.HopOut, ...]:
    return tuple(
        f.HopOut(name=h.name, role=h.role, cue=_place(h.cue) if h.cue else None, entity=h.entity) for h in chain
    )


def _attribution(found: Attribution) -> f.AttributionOut:
    return f.AttributionOut(
        content=_place(found.content),
        source=_place(found.source) if found.source else None,
        cue=_place(found.cue) if found.cue else None,
        kind=found.kind,
        speaker=found.speaker,
        chain=_hops(found.chain),
        rule=found.rule,
        confidence=found.confidence,
    )


def _slot(slot: Slot) -> f.SlotOut:
    mark = slot.mark
    return f.SlotOut(role=slot.role, span=_place(mark.span), value=value_form(mark.value), rule=mark.rule)


def _claim(claim: Claim, text: str) -> f.ClaimOut:
    return f.ClaimOut(
        id=claim.id,
        span=_place(claim.span),
        text=text[claim.span.start : claim.span.end],
        action=claim.action,
        verb=claim.verb,
        modality=claim.modality.value,
        slots=tuple(_slot(s) for s in claim.slots),
        chain=_hops(claim.chain),
        caption=claim.caption,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _group(group: Group, lang: str) -> f.GroupOut:
    why = tuple(_why(r, lang) for r in group.why)
    return f.GroupOut(id=group.id, reports=group.reports, first=group.first, last=group.last, why=why)


def _entity(entity: Entity, lang: str) -> f.EntityOut:
    spellings = tuple(
        f.SpellingOut(text=s.text, why=_why(s.why, lang), spans=tuple(_where(x) for x in s.spans))
        for s in entity.spellings
    )
    return f.EntityOut(id=entity.id, kind=entity.kind, names=entity.names, codes=entity.codes, spellings=spellings)


def _moment(claim: Claim, when: When, text: str, finding: Finding | None) -> f.Moment:
    span = claim.span
    return f.Moment(
        claim=claim.id,
        finding=finding.id if finding else None,
        report=span.report,
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        modality=claim.modality.value,
        when=f.TimeValue(value=when.value, until=when.until, basis=when.basis),
    )


def _found(claim: Claim, finding: Finding, text: str) -> f.FoundClaim:
    value, span = claim_value(claim, finding), claim.span
    return f.FoundClaim(
        id=claim.id,
        report=span.report,
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        modality=claim.modality.value,
        value=value_form(value) if value is not None else None,
        chain=_hops(claim.chain),
        slots=tuple(_slot(s) for s in claim.slots),
        verb=claim.verb,
        caption=claim.caption,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _answer(answer: Answer) -> f.AnswerOut:
    value = answer.value
    printed = value.value if isinstance(value, Modality) else None if value is None else value_form(value)
    return f.AnswerOut(value=printed, claims=answer.claims, origins=answer.origins)


def _source(origin: Origin, lang: str) -> f.Source:
    return f.Source(
        name=origin.name,
        role=cast("f.Role", origin.role),
        chains=tuple(_hops(c) for c in origin.chains),
        why=_why(origin.why, lang) if origin.why else None,
    )


def _finding(finding: Finding, texts: dict[str, str], lang: str) -> f.FindingOut:
    return f.FindingOut(
        id=finding.id,
        verdict=finding.verdict,
        action=finding.action,
        modality=finding.modality.value,
        role=finding.role,
        unit=finding.unit,
        claims=tuple(_found(c, finding, texts.get(c.span.report, "")) for c in finding.claims),
        answers=tuple(_answer(a) for a in finding.answers),
        origins=tuple(o.name for o in finding.origins),
        sources=tuple(_source(o, lang) for o in finding.origins),
        unattributed=finding.unattributed,
        outlets=finding.outlets,
        publishers=finding.publishers,
        denies=finding.denies or None,
        denied_by=finding.denied_by,
        differs_from=finding.differs_from,
        why=tuple(_why(r, lang) for r in finding.why),
    )
