"""Marks attributions: who says what in one report (after PARC and PolNeAR)."""

import msgspec

from runut.annotate import direct, indirect
from runut.annotate.media import EARLY, Step, chained, credited, platform, step, told
from runut.annotate.passages import Draft, Passage, passage
from runut.annotate.quotes import Quote
from runut.annotate.speakers import Cast
from runut.lang import Language
from runut.types import Attribution, Document, Hop, Issue, Span

SHOWN = 60  # characters of a quotation in an issue's note


def mark(document: Document, language: Language) -> Document:
    """The document with its attributions, in order of what is said; issues where a quotation lacks a mark."""
    if not language.cues.verbs:
        return document
    p = passage(document, language.tag)
    quoted, used = direct.drafts(p)
    drafts = sorted([*quoted, *indirect.drafts(p, used, quoted)], key=_place)
    found = _resolved(p, document, drafts)
    lost = tuple(_unclosed(document, q) for q in p.quotes if not q.whole)
    return msgspec.structs.replace(document, attributions=found, issues=document.issues + lost)


def _unclosed(document: Document, q: Quote) -> Issue:
    start = document.report.text[q.start : q.start + SHOWN].partition("\n")[0]
    return Issue("quote-unclosed", start, Span(document.report.id, q.start, q.end))


def _place(draft: Draft) -> tuple[int, int]:
    at = draft.cue[0] if draft.cue else draft.content[0] if draft.content else 0
    return draft.sentence[0], min(
        at, draft.content[0] if draft.content and draft.sentence[0] <= draft.content[0] else at
    )


def _resolved(p: Passage, document: Document, drafts: list[Draft]) -> tuple[Attribution, ...]:
    cast = Cast(p)
    report = document.report.id
    found: list[tuple[Attribution, tuple[int, int]]] = []
    steps: list[Step] = []
    said = (0, 0)
    for d in drafts:
        at = d.cue[0] if d.cue else d.sentence[0]
        body = d.rule in p.lexicon.entrances
        if d.content is None:
            if d.kind in {"via", "hop"}:
                steps += [s for s in [step(p, d, report, cast.medium(at))] if s]
            elif d.kind == "" and d.source and not said[0] <= at < said[1] and cast.known(d.source, body=body):
                cast.resolve(d.source, at)
            continue
        said = d.content
        aloud = d.kind == "direct" and d.cue is not None and d.rule not in p.lexicon.written
        speaker, role = cast.resolve(d.source, at, aloud=aloud, quoted=d.kind == "direct")
        found.append((_attribution(report, d, d.content, (speaker, role)), d.sentence))
        steps += [s for s in [platform(p, d, report)] if s and s.name != speaker]
        if role in {"wire", "medium"} and d.rule in p.lexicon.credits and d.cue and d.sentence in p.sentences[:EARLY]:
            steps.append(Step(speaker, role, Span(report, *d.cue), sentence=d.sentence, reach="report"))  # type: ignore[arg-type]
    for sentence in dict.fromkeys(where for _, where in found):
        steps += told(p, document, sentence)
    steps += credited(document)
    return chained(found, steps, document, p.lexicon.credits)


def _attribution(report: str, d: Draft, content: tuple[int, int], who: tuple[str, str]) -> Attribution:
    speaker, role = who
    cue = Span(report, *d.cue) if d.cue else None
    chain = (Hop(speaker, role, cue),) if speaker else ()  # type: ignore[arg-type]
    source = Span(report, *d.source) if d.source else None
    return Attribution(Span(report, *content), source, cue, d.kind, speaker, chain, d.rule)  # type: ignore[arg-type]
