"""Marks attributions: who says what in one report (after PARC and PolNeAR)."""

import msgspec

from runut.annotate import direct, indirect
from runut.annotate.passages import Draft, Passage, passage
from runut.annotate.speakers import Cast, hop
from runut.lang import Language
from runut.types import Attribution, Document, Hop, Issue, Span


def mark(document: Document, language: Language) -> Document:
    """The document with its attributions, in order of what is said; issues where a quotation lacks a mark."""
    if not language.cues.verbs:
        return document
    p = passage(document, language.tag)
    quoted, used = direct.drafts(p)
    drafts = sorted([*quoted, *indirect.drafts(p, used, quoted)], key=_place)
    found = _resolved(p, document.report.id, drafts)
    lost = tuple(
        Issue(
            "quote-unclosed",
            "a quotation mark is missing; read to where the quotation seems to end",
            Span(document.report.id, q.start, q.end),
        )
        for q in p.quotes
        if not q.whole
    )
    return msgspec.structs.replace(document, attributions=found, issues=document.issues + lost)


def _place(draft: Draft) -> tuple[int, int]:
    at = draft.cue[0] if draft.cue else draft.content[0] if draft.content else 0
    return draft.sentence[0], min(
        at, draft.content[0] if draft.content and draft.sentence[0] <= draft.content[0] else at
    )


def _resolved(p: Passage, report: str, drafts: list[Draft]) -> tuple[Attribution, ...]:
    cast = Cast(p, report)
    out: list[tuple[Attribution, Draft]] = []
    hops: list[tuple[Draft, Hop]] = []
    for d in drafts:
        at = d.cue[0] if d.cue else d.sentence[0]
        if d.content is None:
            if d.kind and (h := hop(cast, d)):
                hops.append((d, h))
            elif not d.kind:
                cast.resolve(d.source, at)
            continue
        speaker, role = cast.resolve(d.source, at)
        out.append((_attribution(report, d, speaker, role), d))
    return tuple(sorted((_chained(a, d, hops) for a, d in out), key=lambda a: (a.content, a.rule)))


def _attribution(report: str, d: Draft, speaker: str, role: str) -> Attribution:
    assert d.content is not None
    cue = Span(report, *d.cue) if d.cue else None
    chain = (Hop(speaker, role, cue),) if speaker else ()  # type: ignore[arg-type]
    source = Span(report, *d.source) if d.source else None
    return Attribution(Span(report, *d.content), source, cue, d.kind, speaker, chain, d.rule)  # type: ignore[arg-type]


def _chained(a: Attribution, d: Draft, hops: list[tuple[Draft, Hop]]) -> Attribution:
    """The attribution with the media of its own sentence, else those of the whole report when there is one only."""
    own = [h for o, h in hops if o.sentence == d.sentence]
    every = {h.name for _, h in hops}
    more = own or ([hops[0][1]] if len(every) == 1 else [])
    more = [h for h in more if h.name != a.speaker]
    return msgspec.structs.replace(a, chain=a.chain + tuple(more))
