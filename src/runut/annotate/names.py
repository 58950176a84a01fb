"""Marks names: known ones, those the tagger finds, and capitalised runs beside titles."""

import bisect
import re
from collections.abc import Iterator, Sequence

import msgspec

from runut.annotate.known import Hit, hits
from runut.annotate.runs import runs
from runut.annotate.tagged import tagged
from runut.annotate.words import Lexicon, Token, lexicon, tokens
from runut.lang import Forms, Language
from runut.lang.gazetteer import gazetteer, ordinary
from runut.text import fold
from runut.types import Document, Mark, Name, Span

NAMED = frozenset({"headline", "dateline", "body", "caption"})
HEADED = frozenset({"titles:organisation", "titles:place", "titles:district", "titles:event"})
LINE = re.compile("\n")
HEADLINE, SENTENCE = (4, 0.8), (12, 0.95)  # longer words, and share of capitals from which these tell nothing
STEM = 6  # letters left of a glued small word; shorter ones may be whole names: "Pyongyang"
GLUED_LETTERS, LONG_WORD = 7, 40  # letters of the shortest and longest word that is looked at for glue
PIECE = 20_000  # characters read at once where a text has no sentences
LONGEST = 400  # words looked at together; longer stretches are tables or lists


def mark(document: Document, language: Language) -> Document:
    """The document with its names, in order and without overlaps. Linear in the text.

    Where nearly every word has a capital, as in some headlines, a capital tells nothing: only known names count
    there, and those found elsewhere in the report.
    """
    text, report = document.report.text, document.report.id
    folded = fold(text)
    found: list[Hit] = []
    titled: list[tuple[int, int]] = []
    for start, end, zone in _stretches(document):
        where = (start, end)
        words = tokens(text, folded, *where)
        if _all_capitals(words, HEADLINE if zone == "headline" else SENTENCE):
            titled.append(where)
        else:
            found += _sentence(words, hits(text, folded, *where), language.tag)
    found += _again(text, folded, titled, found)
    names = tuple(
        Mark(Span(report, h.start, h.end), Name(text[h.start : h.end], h.kind), h.rule)  # type: ignore[arg-type]
        for h in sorted(_unglued(text, found, lexicon(language.tag)))
        if folded[h.start : h.end] not in lexicon(language.tag).degrees or h.kind == "place"
    )
    return msgspec.structs.replace(document, names=names)


def _unglued(text: str, found: Sequence[Hit], titles: Lexicon) -> list[Hit]:
    """The names without a word that a scraper glued to their end: "Wirayudayang", "Wirayudamembuka"."""
    known = {w for h in found for w in text[h.start : h.end].split() if len(w) > 3}
    out = []
    for hit in found:
        last = text[hit.start : hit.end].rpartition(" ")[2]
        cut = _cut(last, known, titles)
        out.append(hit._replace(end=hit.end - len(last) + cut) if cut else hit)
    return out


def _cut(word: str, known: set[str], titles: Lexicon) -> int:
    """Where a glued word ends: before a small word, or before any word where a known name ends."""
    low = fold(word)
    if not GLUED_LETTERS <= len(word) <= LONG_WORD or not word.isalpha() or low in titles.given or low in gazetteer():
        return 0
    if ordinary(word, titles.tag):
        return 0
    for n in range(len(word) - 2, 3, -1):
        rest = word[n:]
        if n >= STEM and rest in titles.glue:
            return n
        stem = word[:n] in known or (fold(word[:n]) in titles.given and len(rest) > 3)
        if stem and ordinary(rest, titles.tag):
            return n
    return 0


def _all_capitals(words: Sequence[Token], limits: tuple[int, float]) -> bool:
    """Whether a stretch has at least so many longer words, and such a share of them has a capital."""
    least, share = limits
    long = small = 0
    most = (1 - share) * len(words) + 1  # of words with a small letter; with more the share cannot be reached
    for word in words:
        if len(word.text) > 3 and word.text[0].isalpha():
            long += 1
            small += not word.text[0].isupper()
            if small > most:
                return False
    return long >= least and long - small >= share * long


def _again(text: str, folded: str, where: Sequence[tuple[int, int]], found: Sequence[Hit]) -> list[Hit]:
    """Known names, and names found elsewhere in the report, in stretches whose capitals tell nothing."""
    out: list[Hit] = []
    if not where:
        return out
    kinds = {fold(text[h.start : h.end]): h.kind for h in found if h.rule != "capitals" and text[h.start].isupper()}
    forms = Forms(sorted(kinds.items()))
    for start, end in where:
        taken = hits(text, folded, start, end)
        starts = [h.start for h in taken]
        more = (Hit(start + s, start + e, kind, "again") for s, e, kind in forms.find(folded[start:end]))
        out += [*taken, *(h for h in more if text[h.start].isupper() and _free(h, taken, starts))]
    return out


def _sentence(words: Sequence[Token], known: Sequence[Hit], tag: str) -> list[Hit]:
    """The names of one sentence."""
    if not known and not any(w.text[0].isupper() for w in words):
        return []
    out: list[Hit] = []
    for i in range(0, len(words), LONGEST):
        part = words[i : i + LONGEST]
        out += merged(part, [h for h in known if part[0].start <= h.start < part[-1].end], lexicon(tag), tag)
    return out


def merged(words: Sequence[Token], known: Sequence[Hit], titles: Lexicon, tag: str) -> list[Hit]:
    """The names of a sentence from all that speaks of it: tagger, then data, then rules; none overlaps another."""
    ruled = runs(words, known, titles)
    firm = [h for h in ruled if h.rule == "titles:legal"]
    best = [h for h in tagged(words, known, titles, tag) if not any(_better(k, h) for k in known)]
    headed = [h for r in ruled if r.rule in HEADED for h in _beside(r, best, words)]
    taken: list[Hit] = []
    for more in (firm, headed, best, known, ruled):
        taken.sort()
        starts = [t.start for t in taken]
        taken += [h for h in more if _free(h, taken, starts)]
    return sorted(taken)


def _better(known: Hit, found: Hit) -> bool:
    """Whether a known name is to be preferred to a tagged one.

    It covers it, names a medium inside it, or is a place with which a place begins: "Kursk" in "Kursk Rusia".
    """
    inside = found.start <= known.start and known.end <= found.end
    begins = found.start == known.start and known.kind == found.kind == "place"
    return (known.start <= found.start and found.end <= known.end) or (inside and (begins or known.kind == "agency"))


def _beside(headed: Hit, found: Sequence[Hit], words: Sequence[Token]) -> list[Hit]:
    """A run that starts with a word such as "Dinas", up to a person in it; nothing where a tagged name leaves it."""
    for other in found:
        if other.start < headed.end and headed.start < other.end:
            if other.start < headed.start or other.end > headed.end:
                return []
            if other.kind == "person":
                before = [w for w in words if headed.start <= w.start and w.end <= other.start]
                if before:
                    return [headed._replace(end=before[-1].end)] if len(before) > 1 else []
    return [headed]


def _free(hit: Hit, taken: Sequence[Hit], starts: Sequence[int]) -> bool:
    """Whether a name overlaps none of those taken, which are in order."""
    i = bisect.bisect_right(starts, hit.start)
    return (i == 0 or taken[i - 1].end <= hit.start) and (i == len(starts) or starts[i] >= hit.end)


def _stretches(document: Document) -> Iterator[tuple[int, int, str]]:
    """(start, end, zone) of the sentences in which names count; of lines where there are no sentences."""
    zones = [(z.span.start, z.span.end, z.value.kind) for z in document.zones if z.value.kind in NAMED]
    if not document.zones:
        zones = [(0, len(document.report.text), "body")]
    text = document.report.text
    cuts = sorted({p for s in document.sentences for p in (s.start, s.end)} | _lines(text))
    for start, end, kind in zones:
        inside = cuts[bisect.bisect_right(cuts, start) : bisect.bisect_left(cuts, end)]
        for a, b in zip([start, *inside], [*inside, end], strict=True):
            if not text[a:b].isspace():
                yield from ((c, d, kind) for c, d in _cut_long(text, a, b))


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces that memory holds easily, cut at blanks where there are any."""
    while end - start > PIECE:
        cut = max(text.rfind(" ", start + 1, start + PIECE), 0) or start + PIECE
        yield start, cut
        start = cut
    yield start, end


def _lines(text: str) -> set[int]:
    return {m.start() for m in LINE.finditer(text)}
