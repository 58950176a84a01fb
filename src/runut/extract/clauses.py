"""Where one sentence says several things: clauses, and content apart from its frame."""

import functools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from runut.extract.reading import Reading, inside, overlap
from runut.types import Attribution, Span

LEAST = 4  # words on each side of a break
JOINT = 10  # characters between a word of saying and what is said: " bahwa “"
NEAR = 60  # characters around a break in which what stands beside it is looked up
QUOTED = 3  # words of a quotation that stand alone
LEAD = 2  # words before who speaks in a stretch that only says who speaks
TRIM = " \t\n\r\f\v,;:.-–—\"'“”‘’«»()[]"


class Clause(Struct, frozen=True):
    """A stretch that says one thing, and the attribution that covers it."""

    start: int
    end: int
    by: Attribution | None


def clauses(reading: Reading, sentence: Span) -> list[Clause]:
    """The clauses of one sentence, in order; a relative clause with its own date or amount lies inside another."""
    out = []
    around = reading.attributed(sentence.start, sentence.end)
    for start, end, by in _pieces(reading, sentence):
        start = start if by else _after_frame(reading, start, end, around)
        for first, last in _split(reading, start, end) if start < end else ():
            if _points_back(reading, first, last) or (by is None and _says_who(reading, first, last, around)):
                continue
            out.append(Clause(first, _end(reading, first, last, around) if by is None else last, by))
            out.extend(Clause(a, b, by) for a, b in _relatives(reading, first, last))
    said = {(c.start, c.end): c for c in out if len(reading.words(c.start, c.end)) >= _least(c.by)}
    return sorted(said.values(), key=lambda c: (c.start, -c.end))


def _pieces(reading: Reading, sentence: Span) -> Iterator[tuple[int, int, Attribution | None]]:
    """The sentence cut at the ends of attributed contents; a short content stays in its sentence."""
    at = sentence.start
    for a in reading.attributed(sentence.start, sentence.end):
        start, end = max(a.content.start, at), min(a.content.end, sentence.end)
        words = len(reading.words(start, end))
        if end <= start or (words < _alone(a) and end - start < 0.8 * (sentence.end - sentence.start)):
            continue
        if start > at:
            yield (*_trim(reading, at, start), None)
        yield (*_trim(reading, start, end), a)
        at = end
    small = next(iter(reading.attributed(sentence.start, sentence.end)), None) if at == sentence.start else None
    yield (*_trim(reading, at, sentence.end), small)


def _alone(by: Attribution) -> int:
    """Words that a content must have to stand without its frame."""
    return QUOTED if by.kind == "direct" else LEAST + 1


def _least(by: Attribution | None) -> int:
    """Words that a clause must have."""
    return QUOTED if by is not None and by.kind == "direct" else LEAST


def _trim(reading: Reading, start: int, end: int) -> tuple[int, int]:
    text = reading.folded
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end


def _is_frame(reading: Reading, start: int, end: int, around: Sequence[Attribution]) -> bool:
    """Whether a stretch outside every content only says who speaks: no verb but of saying, no action, no amount."""
    words = reading.words(start, end)
    if not around:
        return False
    if len(words) <= LEAST:
        return True
    sources = [s for a in around for s in (a.source, a.cue) if s]
    said = {first for first, _, (kind, _) in reading.tags(start, end) if kind == "speech"}
    own = [w for w in words if w[0] not in said and not any(overlap(s, w[0], w[1]) for s in sources)]
    acted = any(
        kind == "action" and first not in said and not any(overlap(s, first, last) for s in sources)
        for first, last, (kind, _) in reading.tags(start, end)
    )
    return not (acted and len(own) > LEAST)


def _after_frame(reading: Reading, start: int, end: int, around: Sequence[Attribution]) -> int:
    """Where a stretch outside every content begins to say something: after its frame, at its end if it is all frame."""
    if not _is_frame(reading, start, end, around) and not _says_who(reading, start, end, around):
        return start
    for m in _breaks(reading.actions.breaks, reading.actions.joins).finditer(reading.folded, start, end):
        if m.lastgroup != "join" and _begins(reading, m, start, end):
            return m.end()
    return end


def _says_who(reading: Reading, start: int, end: int, around: Sequence[Attribution]) -> bool:
    """Whether a stretch outside every content begins with who speaks, or with the word of saying."""
    for a in around:
        if a.cue is None or not start <= a.cue.start < end:
            continue
        own = a.source is not None and start <= a.source.start < a.cue.start
        first = a.source.start if own and a.source else a.cue.start
        if len(reading.words(start, first)) <= LEAD:
            return True
    return False


def _points_back(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch only lays the sentence before it at a source's door: "Keterangan itu dilaporkan Antara"."""
    near = min(end, start + NEAR)
    tags = [(first, kind) for first, _, (kind, _) in reading.tags(start, near) if kind in ("back", "speech")][:2]
    if [kind for _, kind in tags] != ["back", "speech"] or tags[0][0] != start:
        return False
    said = any(a.content.start > tags[1][0] for a in reading.attributed(start, end))
    return not said and len(reading.words(start, tags[1][0])) <= LEAD


def _end(reading: Reading, start: int, end: int, around: Sequence[Attribution]) -> int:
    """Where a stretch outside every content ends; one that runs into a content says nothing without it."""
    into = next((a for a in around if a.cue and start <= a.cue.start < end <= a.content.start <= end + JOINT), None)
    return _trim(reading, start, into.content.end)[1] if into else end


def _split(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch cut where a new statement begins."""
    at = _opened(reading, start, end)
    if at > start:
        yield _trim(reading, start, at)
    for m in _breaks(reading.actions.breaks, reading.actions.joins).finditer(reading.folded, start, end):
        if _says(reading, at, m.start()) and _begins(reading, m, at, end):
            yield _trim(reading, at, m.start())
            at = m.end()
    yield _trim(reading, at, end)


def _opened(reading: Reading, start: int, end: int) -> int:
    """Where the statement proper begins after a circumstance that opens a stretch; its start if none does."""
    words = reading.words(start, min(end, start + 30))
    comma = reading.folded.find(", ", start, end)
    if not words or words[0][2] not in reading.actions.openers or comma < 0:
        return start
    return comma + 2 if _says(reading, start, comma) and _says(reading, comma, end) else start


@functools.lru_cache(maxsize=16)
def _breaks(breaks: tuple[str, ...], joins: tuple[str, ...]) -> re.Pattern[str]:
    """`;`, a comma and a conjunction, or (group "join") a conjunction alone."""
    after, before = ("|".join(map(re.escape, forms)) or "(?!)" for forms in (breaks, joins))
    return re.compile(rf"; |, (?=(?:{after}) )|(?P<join> )(?=(?:{before}) )")


def _says(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch can stand as a statement: long enough, with a verb or an amount."""
    words = reading.words(start, end)
    if len(words) < LEAST:
        return False
    return any(reading.is_verb(w[2]) for w in words) or bool(inside(reading.document.amounts, start, end))


def _begins(reading: Reading, found: re.Match[str], at: int, end: int) -> bool:
    """Whether a statement begins after a break: what "dan" joins must be verbs, what "namun" sets apart need none."""
    after = reading.words(found.end(), min(end, found.end() + NEAR))
    times = inside(reading.document.times, max(at, found.start() - NEAR), min(end, found.end() + NEAR))
    if any(t.span.start < found.end() < t.span.end for t in times):
        return False
    if found.lastgroup == "join" and not (_verb_next(reading, found.end()) and not _manner(reading, at, found.start())):
        return False
    contrast = len(after) >= LEAST and after[0][2] in reading.actions.contrasts
    return contrast or _says(reading, found.end(), end)


def _manner(reading: Reading, start: int, end: int) -> bool:
    """Whether the last words of a stretch are the first half of one manner: "secara sah dan meyakinkan"."""
    return bool({w for _, _, w in reading.words(max(start, end - NEAR), end)[-2:-1]} & set(reading.actions.manner))


def _verb_next(reading: Reading, at: int) -> bool:
    """Whether the word after the conjunction at `at` is a verb, auxiliaries skipped."""
    words = reading.words(at, at + 60)[1:4]
    while words and words[0][2] in reading.actions.weak:
        words = words[1:]
    return bool(words) and reading.is_verb(words[0][2])


def _relatives(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Relative clauses with a date or an amount of their own, from the noun before them."""
    for m in _relative(reading.actions.relatives).finditer(reading.folded, start, end):
        stop = _relative_end(reading.folded, m.end(), end)
        doc = reading.document
        if len(reading.words(m.end(), stop)) < LEAST:
            continue
        valued = bool(inside(doc.times, m.end(), stop)) or bool(inside(doc.amounts, m.end(), stop))
        if not valued and not (reading.folded[m.start()] == "," and _says(reading, m.end(), stop)):
            continue
        first = _noun(reading, start, m.start())
        if (first, stop) != (start, end) and stop - first < 0.85 * (end - start):
            yield _trim(reading, first, stop)


@functools.lru_cache(maxsize=16)
def _relative(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r",? (?:" + ("|".join(map(re.escape, forms)) or "(?!)") + r") ")


def _relative_end(folded: str, start: int, end: int) -> int:
    comma = re.compile(r", (?=\D)").search(folded, start, end)
    return comma.start() if comma else end


def _noun(reading: Reading, start: int, at: int) -> int:
    """Start of the noun phrase before a relative clause: back to a comma, a small word or a verb, six words at most."""
    words = reading.words(start, at)
    first = at
    for a, b, word in reversed(words[-6:]):
        if word in reading.actions.weak or reading.is_verb(word) or "," in reading.folded[b:first]:
            break
        first = a
    return first
