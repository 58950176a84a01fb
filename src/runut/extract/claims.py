"""Every statement of a report as a claim."""

import bisect

import msgspec

from runut.extract.actions import action
from runut.extract.chains import chain, with_only_source
from runut.extract.clauses import LEAST, Clause, clauses
from runut.extract.modality import modality
from runut.extract.reading import Reading, overlap, reading
from runut.extract.slots import slots
from runut.text import digest
from runut.types import Attribution, Claim, Document, Span

SPOKEN = ("body", "caption")


def claims(document: Document) -> Document:
    """The document with a claim for every clause of body and captions that says something."""
    ready = reading(document)
    spoken = [s for s in document.sentences if _zone(document, s) in SPOKEN]
    found = []
    for i, sentence in enumerate(spoken):
        back = _back(ready, spoken[i + 1]) if i + 1 < len(spoken) else None
        caption = _zone(document, sentence) == "caption"
        found += [_claim(ready, c, sentence, back=back, caption=caption) for c in clauses(ready, sentence)]
    found.sort(key=lambda c: c.span)
    return msgspec.structs.replace(document, claims=tuple(with_only_source(document, found)))


def _claim(ready: Reading, clause: Clause, sentence: Span, *, back: Attribution | None, caption: bool) -> Claim:
    report = ready.document.report.id
    span = Span(report, clause.start, clause.end)
    code, verb = action(ready, clause.start, clause.end)
    hops, how = chain(ready, clause, back)
    by = clause.by or back
    return Claim(
        id="c-" + digest(report, str(span.start), str(span.end), code),
        span=span,
        action=code,
        verb=verb,
        modality=modality(ready, clause.start, clause.end, clause.by),
        slots=slots(ready, span, sentence),
        chain=hops,
        caption=caption,
        rule=f"chain:{how}",
        confidence=by.confidence if by and how in ("attributed", "back") else None,
    )


def _zone(document: Document, span: Span) -> str:
    """The kind of the zone that holds most of a sentence; body where there are no zones."""
    best, most = "body", 0
    first = max(0, bisect.bisect_right(document.zones, span.start, key=lambda z: z.span.start) - 1)
    for k in range(first, len(document.zones)):
        zone = document.zones[k]
        if zone.span.start >= span.end:
            break
        shared = overlap(zone.span, span.start, span.end)
        if shared > most:
            best, most = zone.value.kind, shared
    return best


def _back(ready: Reading, following: Span) -> Attribution | None:
    """The attribution of the next sentence whose content only points back at this one."""
    for a in ready.attributed(following.start, following.end):
        if a.content.start < following.start or a.content.end > following.end:
            continue
        words = ready.words(a.content.start, a.content.end)
        starts = [first for first, _, (kind, _) in ready.tags(a.content.start, a.content.end) if kind == "back"]
        if starts and starts[0] - a.content.start <= 1 and len(words) <= LEAST:
            return a
    return None
