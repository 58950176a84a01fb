"""What every step of `extract` looks up in one document: cues and marks by position."""

import bisect
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TypeVar

from msgspec import Struct

from runut.lang import language
from runut.lang.actions import Actions, Tag, action_cues
from runut.lang.lemmas import lemma
from runut.text import fold
from runut.types import Amount, Attribution, Document, Mark, Name, Span, When

V = TypeVar("V", Name, When, Amount)
WORD = re.compile(r"[^\W_]++(?:[-'’.,/:][^\W_]++)*+")


class Reading(Struct, frozen=True, kw_only=True):
    """One document made ready: folded text, cues in order, the pack."""

    document: Document
    folded: str
    cues: list[tuple[int, int, tuple[Tag, ...]]]
    starts: list[int]  # of the cues
    every: list[tuple[int, int, str]]  # word of the text
    edges: list[int]  # where the words start
    attributions: tuple[Attribution, ...]  # by content
    contents: list[int]  # where contents start
    reach: list[int]  # where the contents up to each one end at the latest
    actions: Actions
    tag: str

    def tags(self, start: int, end: int) -> Iterable[tuple[int, int, Tag]]:
        """(start, end, tag) of every cue inside a stretch, in order."""
        for k in range(bisect.bisect_left(self.starts, start), len(self.cues)):
            first, last, tags = self.cues[k]
            if first >= end:
                return
            if last <= end:
                yield from ((first, last, tag) for tag in tags)

    def attributed(self, start: int, end: int) -> list[Attribution]:
        """The attributions whose content shares something with a stretch, in order."""
        out = []
        for k in range(bisect.bisect_left(self.contents, end) - 1, -1, -1):
            if self.reach[k] <= start:
                break
            if self.attributions[k].content.end > start:
                out.append(self.attributions[k])
        return out[::-1]

    def words(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """(start, end, folded word) of every word in a stretch, which may begin or end inside a word."""
        first, last = bisect.bisect_left(self.edges, start), bisect.bisect_left(self.edges, end)
        if (first and self.every[first - 1][1] > start) or (last and self.every[last - 1][1] > end):
            return _words(self.folded, start, end)
        return self.every[first:last]

    def is_verb(self, word: str) -> bool:
        """Whether a folded word looks like a verb of doing, from its prefix and lemma."""
        return len(word) > 5 and word.startswith(self.actions.verb_prefixes) and lemma(word, self.tag) != word


def reading(document: Document) -> Reading:
    """The document made ready. One pass of one automaton over the text."""
    actions = language(document.report.lang).actions
    folded = fold(document.report.text)
    every = _words(folded, 0, len(folded))
    cues = action_cues(actions).find(folded)
    attributions = tuple(sorted(document.attributions, key=lambda a: (a.content.start, a.content.end)))
    return Reading(
        document=document,
        folded=folded,
        cues=cues,
        starts=[c[0] for c in cues],
        every=every,
        edges=[w[0] for w in every],
        attributions=attributions,
        contents=[a.content.start for a in attributions],
        reach=list(accumulate((a.content.end for a in attributions), max)),
        actions=actions,
        tag=document.report.lang,
    )


def _words(folded: str, start: int, end: int) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m[0]) for m in WORD.finditer(folded, start, end)]


def inside(marks: Sequence[Mark[V]], start: int, end: int) -> list[Mark[V]]:
    """The marks that lie in a stretch; `marks` are in order of span."""
    first = bisect.bisect_left(marks, start, key=lambda m: m.span.start)
    out = []
    for k in range(first, len(marks)):
        mark = marks[k]
        if mark.span.start >= end:
            break
        if mark.span.end <= end:
            out.append(mark)
    return out


def overlap(span: Span, start: int, end: int) -> int:
    """Characters that a span shares with a stretch."""
    return max(0, min(span.end, end) - max(span.start, start))
