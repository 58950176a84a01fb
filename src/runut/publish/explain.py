"""What stands behind one line of a saved dossier, from the dossier alone."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from runut.errors import UsageError
from runut.lang import language
from runut.lang.confidence import path
from runut.lang.phrases import say
from runut.publish import forms as f
from runut.publish import phrases
from runut.publish.frame import Frame, clean, frame, labels
from runut.publish.moments import written
from runut.publish.saved import read_attribution, read_mark
from runut.types import Amount, Attribution, Mark, Name, Reason, When

NEAR = 3  # ids suggested for one that there is not
_REPORT = re.compile(r"\br-[0-9a-f]{16}\b")
_SENTENCE = re.compile(r"(r\d+)[·.:-](\d+)")


def explain(saved: dict[str, Any] | bytes | str, wanted: str, lang: str = "en") -> str:
    """The sentence, the spans and the rule behind each inference of a finding, claim, report, name, story or sentence.

    `saved`: a dossier in its JSON form, decoded or not. `wanted`: an id ("f-…", "c-…", "r-…"), the short name of a
    report ("r1") or of a sentence ("r1·3"). Raises UsageError for an id that is not there, with near ones.
    """
    try:
        if isinstance(saved, dict):
            dossier = msgspec.convert(saved, f.DossierOut)
        else:
            dossier = msgspec.json.decode(saved, type=f.DossierOut)
    except msgspec.DecodeError as error:
        raise UsageError(f"this is no dossier saved with --format json: {error}") from error
    return "\n".join(_Explained(dossier, frame(lang)).lines(wanted)) + "\n"


class _Explained:
    def __init__(self, dossier: f.DossierOut, frame: Frame) -> None:
        self.dossier, self.frame, self.labels = dossier, frame, labels(frame)
        self.reports = {r.id: r for r in dossier.reports}
        self.keys = {r.key: r for r in dossier.reports}
        self.findings = {x.id: x for x in dossier.findings}
        self.claims = {c.id: (x, c) for x in dossier.findings for c in x.claims}
        self.entities = {e.id: e for e in dossier.entities}
        self.groups = {g.id: g for g in (*dossier.stories, *dossier.threads, *dossier.copies)}

    def lines(self, wanted: str) -> Iterator[str]:
        sentence = _SENTENCE.fullmatch(wanted)
        if wanted in self.findings:
            return self.finding(self.findings[wanted])
        if wanted in self.claims:
            finding, claim = self.claims[wanted]
            return self.claim(claim, finding)
        if found := self.reports.get(wanted) or self.keys.get(wanted):
            return self.report(found)
        if wanted in self.entities:
            return self.entity(self.entities[wanted])
        if wanted in self.groups:
            return self.group(self.groups[wanted])
        if sentence and sentence[1] in self.keys:
            return self.sentence(self.keys[sentence[1]], int(sentence[2]))
        raise UsageError(self.unknown(wanted))

    def unknown(self, wanted: str) -> str:
        known = [*self.findings, *self.claims, *self.reports, *self.keys, *self.entities, *self.groups]
        near = difflib.get_close_matches(wanted, known, n=NEAR, cutoff=0.3)
        near = near or [next(iter(x)) for x in (self.findings, self.keys, self.entities) if x]
        return f"nothing in this dossier has the id {clean(wanted)!r}; near ones: {', '.join(near) or 'none'}"

    def finding(self, found: f.FindingOut) -> Iterator[str]:
        _ = self.frame.gettext
        counts = self.frame.counts(found.outlets, found.publishers, len(found.origins))
        yield f"{found.id}  {self.labels['verdict'][found.verdict]} · {counts}"
        yield from self.reasons(found.why)
        for name, ids in (
            (_("denies"), (found.denies,)),
            (_("denied"), found.denied_by),
            (_("differs from"), found.differs_from),
        ):
            for other in filter(None, ids):
                first = self.findings[other].claims[0] if other in self.findings else None
                yield f"  {name}: {other}" + (f" {self.ref(first)} “{_line(first.text)}”" if first else "")
        for answer in found.answers:
            names = ", ".join(c for c in answer.claims)
            yield f"  {self.value(answer.value) or '●'}: {names}"
        keys = {c.chain: self.reports[c.report] for c in found.claims if c.report in self.reports}
        for source in found.sources:
            yield from self.source(source, keys)
        if found.unattributed:
            yield "  " + self.frame.ngettext(
                "%(num)s report names nobody", "%(num)s reports name nobody", found.unattributed
            )
        for claim in found.claims:
            yield ""
            yield from self.claim(claim, found)

    def source(self, source: f.Source, keys: Mapping[tuple[f.HopOut, ...], f.TracedReport]) -> Iterator[str]:
        yield f"  {self.frame.gettext('Origin')}: {clean(source.name)} ({self.labels['role'][source.role]})"
        for chain in source.chains:
            report = keys.get(chain)
            first = f"{report.key} {report.outlet}".strip() if report else chain[0].name if chain else "?"
            yield "    " + " <- ".join(clean(n) for n in (first, *(h.name for h in chain[1:])))
        yield from self.reasons([source.why] if source.why else [], "    ")

    def claim(self, claim: f.FoundClaim, finding: f.FindingOut) -> Iterator[str]:
        _ = self.frame.gettext
        report = self.reports[claim.report]
        caption = f" · {self.labels['zone']['caption']}" if claim.caption else ""
        mood = self.labels["modality"][claim.modality]
        yield f"{claim.id}  {self.ref(claim)} {clean(report.outlet)}" + (f" · {mood}" if mood else "") + caption
        yield f"  “{self.marked(report, claim.start, claim.end)}”"
        if claim.rule:
            yield "  " + _("rule: %(rule)s", rule=claim.rule)
        if claim.confidence is not None:
            share = phrases.percent(claim.confidence, self.frame)
            yield "  " + _("that its source says so is right in about %(share)s of such cases", share=share)
        for slot in claim.slots:
            mark = "*" if slot.role == finding.role else " "
            words = _line(report.text[slot.span.start : slot.span.end])
            rule = f"  [{slot.rule}]" if slot.rule else ""
            yield f"  {mark} {slot.role}: {self.value(slot.value)}  “{words}” {slot.span.start}-{slot.span.end}{rule}"
        yield from self.chain(claim.chain, report)

    def chain(self, chain: Iterable[f.HopOut], report: f.TracedReport) -> Iterator[str]:
        _ = self.frame.gettext
        for hop in chain:
            if hop.cue is None and hop.role == "outlet":
                yield f"  {report.key} {clean(report.outlet) or _('outlet not stated')}"
                continue
            how = _("known from outside the text")
            if hop.cue:
                how = _("cue: %(text)s", text=f"“{_line(report.text[hop.cue.start : hop.cue.end])}”")
            yield f"    <- {clean(hop.name)} ({self.labels['role'][hop.role]}; {how})"

    def report(self, report: f.TracedReport) -> Iterator[str]:
        _ = self.frame.gettext
        yield f"{report.key} {report.id}  {clean(report.outlet) or _('outlet not stated')}"
        yield from filter(None, [clean(report.title), clean(report.url)])
        dated = report.published
        when = written(When(dated.value, dated.until, dated.basis), self.frame) if dated.value else ""
        yield f"{_('Published')}: {when or _('date not known')}"
        if dated.reason:
            yield from self.reasons([dated.reason])
        rows = ((_("Authors"), report.authors), (_("Editors"), report.editors), (_("Credit"), report.credits))
        for name, values in rows:
            if values:
                yield f"{name}: {clean(', '.join(values))}"
        for issue in report.issues:
            yield f"{_('Issues')}: {clean(issue.text or issue.code)}"
        for zone in report.zones:
            if zone.value.kind != "body":
                words = _line(report.text[zone.span.start : zone.span.end])
                yield f"  {self.labels['zone'].get(zone.value.kind, zone.value.kind)}: “{words}”  [{zone.rule}]"

    def sentence(self, report: f.TracedReport, number: int) -> Iterator[str]:
        if number >= len(report.sentences):
            raise UsageError(f"{report.key} has {len(report.sentences)} sentences, counted from 0")
        span = report.sentences[number]
        yield f"{report.key}·{number} {clean(report.outlet)}  {span.start}-{span.end}"
        yield f"  “{_line(report.text[span.start : span.end])}”"
        marks: list[f.NameMark | f.TimeMark | f.AmountMark] = [*report.names, *report.times, *report.amounts]
        for mark in sorted(marks, key=lambda m: m.span.start):
            at = mark.span
            if span.start <= at.start < span.end:
                words = _line(report.text[at.start : at.end])
                sure = self.sure(report, read_mark(report.id, mark))
                yield f"  {self.value(mark.value)}  “{words}” {at.start}-{at.end}  [{mark.rule}]{sure}"
        for found in report.attributions:
            if found.content.start < span.end and span.start < found.content.end:
                words = _line(report.text[found.content.start : found.content.end])
                sure = self.sure(report, read_attribution(report.id, found))
                yield f"  {clean(found.speaker) or '?'}: “{words}” ({found.kind})  [{found.rule}]{sure}"
                yield from self.chain(found.chain, report)
        for finding, claim in self.claims.values():
            if claim.report == report.id and span.start <= claim.start < span.end:
                yield f"  {claim.id} -> {finding.id} ({self.labels['verdict'][finding.verdict]})"

    def sure(self, report: f.TracedReport, made: Mark[Name] | Mark[When] | Mark[Amount] | Attribution) -> str:
        """How likely it is right, and of how many annotated ones made in this way that is known."""
        if made.confidence is None:
            return ""
        table, way = language(report.lang).confidence, path(made, report.text)
        right, every = table.counted(way)
        words = {"share": phrases.percent(made.confidence, self.frame), "right": right, "every": every}
        said = "  " + self.frame.gettext("≈ %(share)s; of such annotated %(right)s of %(every)s right", **words)
        times = table.errors.get(way[0], 1)
        if times != 1:
            said += " " + self.frame.gettext("(an error counts %(times)g times)", times=times)
        return said

    def entity(self, entity: f.EntityOut) -> Iterator[str]:
        codes = f" · {', '.join(entity.codes)}" if entity.codes else ""
        yield f"{entity.id}  {self.labels['kind'].get(entity.kind, entity.kind)}{codes}"
        for spelling in entity.spellings:
            places = " ".join(self.ref(s) for s in spelling.spans)
            yield f"  {clean(spelling.text)}  {places}"
            yield from self.reasons([spelling.why], "    ")

    def group(self, group: f.GroupOut) -> Iterator[str]:
        days = written(When(group.first, group.last if group.last != group.first else ""), self.frame)
        yield f"{group.id}  {days if group.first else self.frame.gettext('date not known')}"
        yield from self.reasons(group.why)
        for report in (self.reports[r] for r in group.reports if r in self.reports):
            yield f"  {report.key} {clean(report.outlet)}  {clean(report.title)}".rstrip()

    def reasons(self, reasons: Iterable[f.Why], indent: str = "  ") -> Iterator[str]:
        for reason in reasons:
            said = clean(_REPORT.sub(self.key, say(Reason(reason.code, reason.words), self.frame.tag)))
            places = " ".join(self.ref(s) for s in reason.spans)
            yield f"{indent}{self.frame.gettext('Reason')}: {said} [{reason.code}] {places}".rstrip()

    def ref(self, place: f.Where | f.FoundClaim) -> str:
        report = self.reports.get(place.report)
        if report is None:
            return place.report
        numbers = (n for n, s in enumerate(report.sentences) if s.start < place.end and place.start < s.end)
        number = next(numbers, None)
        return report.key if number is None else f"{report.key}·{number}"

    def key(self, found: re.Match[str]) -> str:
        report = self.reports.get(found[0])
        return report.key if report else found[0]

    def marked(self, report: f.TracedReport, start: int, end: int) -> str:
        """The sentences of a span, with the span in brackets where it is less than they are."""
        touched = [s for s in report.sentences if s.start < end and start < s.end]
        first = min([start, *(s.start for s in touched)])
        last = max([end, *(s.end for s in touched)])
        inner = _line(report.text[start:end])
        before, after = _line(report.text[first:start]), _line(report.text[end:last])
        return " ".join(filter(None, (before, f"[{inner}]", after))) if before or after else inner

    def value(self, value: f.AnyValue | str | None) -> str:
        match value:
            case f.NameValue():
                return clean(f"{value.text} ({value.entity})" if value.entity else value.text)
            case f.TimeValue():
                iso = f"{value.value}/{value.until}" if value.until else value.value
                return f"{written(When(value.value, value.until, value.basis), self.frame)} [{iso}, {value.basis}]"
            case f.AmountValue():
                return self.frame.amount(amount_of(value))
            case None:
                return ""
            case _:
                return self.labels["modality"].get(value, value)


def amount_of(value: f.AmountValue) -> Amount:
    """The amount that a printed one stands for."""
    return msgspec.convert(
        {"low": _text(value.low), "high": _text(value.high), "unit": value.unit, "per": value.per, "type": "Amount"}
        | {"approx": value.approx},
        Amount,
        strict=False,
    )


def _text(number: float | None) -> str | None:
    return None if number is None else str(number)


def _line(words: str) -> str:
    return clean(" ".join(words.split()))
