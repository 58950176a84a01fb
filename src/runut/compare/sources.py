"""Who the ends of chains are: the same person by another name, a body and those who speak for it."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from runut.compare.bags import WORD, canonical
from runut.lang import language, world
from runut.text import fold
from runut.types import Document, Hop, Resolution

REACH = 60  # characters around a source in which its title and body stand
MEDIA = ("wire", "medium")


class Source(Struct, frozen=True, kw_only=True):
    """One end of a chain, with all that the story's reports say of who it is."""

    key: str
    name: str
    role: str
    words: frozenset[str]  # of its name
    around: frozenset[str]  # of its titles and the bodies named beside it, over all reports
    described: bool  # a description of a medium without its name


class Sources:
    """Every source of one story. Made once, asked often."""

    def __init__(self, documents: Sequence[Document], resolution: Resolution) -> None:
        self._entities = _names(documents, resolution)
        self._around: dict[str, set[str]] = {}
        for d in documents:
            for name, words in _surroundings(d):
                self._around.setdefault(self._key(Hop(name, "person")), set()).update(words)

    def _key(self, hop: Hop) -> str:
        return hop.entity or self._entities.get(fold(hop.name), "") or fold(hop.name)

    def source(self, hop: Hop, tag: str) -> Source:
        """Who a hop is."""
        key = self._key(hop)
        return Source(
            key=key,
            name=hop.name,
            role=hop.role,
            words=_words(hop.name, tag),
            around=frozenset(self._around.get(key, ())),
            described=_described(hop.name, tag),
        )


def _names(documents: Sequence[Document], resolution: Resolution) -> dict[str, str]:
    """Folded name -> entity, for names that stand for one entity only in these documents."""
    found: dict[str, set[str]] = {}
    used = set()
    for d in documents:
        for m in d.names:
            entity = resolution.names.get(f"{m.span.report}:{m.span.start}:{m.span.end}")
            if entity:
                found.setdefault(fold(m.value.text), set()).add(entity)
                used.add(entity)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _surroundings(document: Document) -> Iterable[tuple[str, frozenset[str]]]:
    """(speaker, words of the noun phrase that names him) for every attribution; the phrase ends at cue and content."""
    text = fold(document.report.text)
    for a in document.attributions:
        if a.source is None or not a.chain:
            continue
        start, end = max(0, a.source.start - REACH), min(len(text), a.source.end + REACH)
        for s in (a.cue, a.content):
            if s and s.end <= a.source.start:
                start = max(start, s.end)
            elif s and s.start >= a.source.end:
                end = min(end, s.start)
        stop = re.compile(r"[.\n;]\s").search(text, a.source.end, end)
        start = max(start, text.rfind("\n", start, a.source.start) + 1, text.rfind(". ", start, a.source.start) + 1)
        yield a.chain[0].name, _words(text[start : stop.start() if stop else end], document.report.lang)


def _words(name: str, tag: str) -> frozenset[str]:
    """Lemmas of the words of a name or title, an office under the body it speaks for ("menteri" -> "kementerian")."""
    actions = language(tag).actions
    offices = {form: group[0] for group in actions.offices for form in group}
    found = set()
    for m in WORD.finditer(fold(name)):
        word = m.group()
        if word not in actions.weak:
            found.add(offices.get(word) or offices.get(canonical(word, tag)) or canonical(word, tag))
    return frozenset(found)


def _described(name: str, tag: str) -> bool:
    """Whether a medium is described, not named: "media negara Korea Utara"."""
    low = fold(name)
    if any(form in low for form in language(tag).actions.state_media):
        return True
    return any(fold(d) in low for agency in world().agencies.entries for d in agency.descriptions)
