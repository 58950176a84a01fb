"""Marks names: known ones, those the tagger finds, and capitalised runs beside titles."""

import bisect
from collections.abc import Iterator, Sequence

import msgspec

from runut.annotate.known import Hit, hits
from runut.annotate.runs import runs
from runut.annotate.tagger import RULE, features, spans, tagger
from runut.annotate.words import PEOPLE, Lexicon, Token, lexicon, seen, title_at, tokens
from runut.lang import Language
from runut.text import fold
from runut.types import Document, Mark, Name, Span

NAMED = frozenset({"headline", "dateline", "body", "caption"})
LONGEST = 400  # words looked at together; longer stretches are tables or lists


def mark(document: Document, language: Language) -> Document:
    """The document with its names, in order and without overlaps. Linear in the text."""
    text, report = document.report.text, document.report.id
    folded = fold(text)
    found: list[Hit] = []
    for start, end in _stretches(document):
        found += _sentence(text, folded, (start, end), language.tag)
    names = tuple(
        Mark(Span(report, h.start, h.end), Name(text[h.start : h.end], h.kind), h.rule)  # type: ignore[arg-type]
        for h in found
    )
    return msgspec.structs.replace(document, names=names)


def _sentence(text: str, folded: str, where: tuple[int, int], tag: str) -> list[Hit]:
    """The names of one sentence."""
    words = tokens(text, *where)
    known = hits(text, folded, *where)
    if not known and not any(w.text[0].isupper() for w in words):
        return []
    out: list[Hit] = []
    for i in range(0, len(words), LONGEST):
        part = words[i : i + LONGEST]
        inside = [h for h in known if part[0].start <= h.start < part[-1].end]
        out += merged(part, inside, lexicon(tag), tag)
    return out


def merged(words: Sequence[Token], known: Sequence[Hit], titles: Lexicon, tag: str) -> list[Hit]:
    """The names of a sentence from all that speaks of it: tagger, then data, then rules; none overlaps another."""
    taken = [t for h in _tagged(words, known, titles, tag) for t in _trimmed(h, words, known, titles)]
    taken = [t for t in taken if not any(_better(h, t) for h in known)]
    for more in (known, runs(words, known, titles)):
        taken.sort()
        starts = [t.start for t in taken]
        taken += [h for h in more if _free(h, taken, starts)]
    return sorted(taken)


def _tagged(words: Sequence[Token], known: Sequence[Hit], titles: Lexicon, tag: str) -> list[Hit]:
    """What the tagger of the language finds."""
    model = tagger(tag)
    if model is None or not words:
        return []
    labels = model.tag(features([w.text for w in words], seen(words, known, titles)))
    return [Hit(words[i].start, words[j - 1].end, kind, RULE) for i, j, kind in spans(labels)]


def _trimmed(hit: Hit, words: Sequence[Token], known: Sequence[Hit], titles: Lexicon) -> list[Hit]:
    """A person's name without the titles and countries that the tagger took with it."""
    if hit.kind != "person":
        return [hit]
    i = next(k for k, w in enumerate(words) if w.start == hit.start)
    while i < len(words) and words[i].start < hit.end:
        length, kind = title_at(words, i, titles)
        place = next((h for h in known if h.start == words[i].start and h.end < hit.end and "country" in h.rule), None)
        if length and kind in PEOPLE:
            i += length
        elif place:
            i = next(k for k, w in enumerate(words) if w.end == place.end) + 1
        else:
            break
    if i >= len(words) or words[i].start >= hit.end:
        return []
    return [hit._replace(start=words[i].start)]


def _better(known: Hit, tagged: Hit) -> bool:
    """Whether a known name is to be preferred to a tagged one that it overlaps: when it covers it."""
    return known.start <= tagged.start and tagged.end <= known.end


def _free(hit: Hit, taken: Sequence[Hit], starts: Sequence[int]) -> bool:
    """Whether a name overlaps none of those taken, which are in order."""
    i = bisect.bisect_right(starts, hit.start)
    return (i == 0 or taken[i - 1].end <= hit.start) and (i == len(starts) or starts[i] >= hit.end)


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Sentences of the zones in which names count; lines where there are no sentences."""
    zones = [(z.span.start, z.span.end) for z in document.zones if z.value.kind in NAMED]
    if not document.zones:
        zones = [(0, len(document.report.text))]
    cuts = sorted({p for s in document.sentences for p in (s.start, s.end)} | _lines(document.report.text))
    for start, end in zones:
        inside = cuts[bisect.bisect_right(cuts, start) : bisect.bisect_left(cuts, end)]
        yield from zip([start, *inside], [*inside, end], strict=True)


def _lines(text: str) -> set[int]:
    return {i for i, c in enumerate(text) if c == "\n"}
