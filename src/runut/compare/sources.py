"""Who the ends of chains are: the same person by another name, a body and those who speak for it."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from runut.compare.bags import WORD, Names, canonical
from runut.compare.rulings import NONE, Rulings
from runut.lang import Forms, language, world
from runut.lang.meanings import phrases
from runut.text import fold
from runut.types import Document, Hop, Resolution, Span

REACH = 60  # characters around a source in which its title and body stand
ACRONYM = re.compile(r"\((\w{2,20})\)")
MEDIA = ("wire", "medium")


class Source(Struct, frozen=True, kw_only=True):
    """One end of a chain, with all that the story's reports say of who it is."""

    key: str
    name: str
    role: str
    words: frozenset[str]  # of its name
    short: frozenset[str]  # the acronym given in brackets in its name
    around: frozenset[str]  # of its titles, over all reports
    bodies: frozenset[str]  # organisations named in its titles
    common: frozenset[str]  # words that many bodies of its language have in their names
    described: bool  # a description of a medium without its name
    meaning: str = ""  # the concept that the whole name says, the same in every language: "transport-ministry"


class Titled(Struct, frozen=True):
    """What one attribution says of who its source is."""

    name: str
    words: frozenset[str]
    bodies: frozenset[str]


class Sources:
    """Every source of one story. Made once, asked often."""

    def __init__(
        self, documents: Sequence[Document], resolution: Resolution, names: Names, rulings: Rulings = NONE
    ) -> None:
        """`documents`: of one story."""
        self._rulings = rulings
        self.days = {d.report.id: day for d in documents if (day := _day(d)) is not None}
        self._texts = {d.report.id: d.report.text for d in documents}
        self._words: dict[Span, tuple[str, ...]] = {}
        self._entities = _names(documents, resolution)
        self._names = names
        self._known = Forms(sorted((name, entity) for name, entity in self._entities.items() if len(name) > 1))
        self._titles: dict[str, list[Titled]] = {}
        for d in documents:
            for titled in _titles(d, resolution):
                self._titles.setdefault(self._key(Hop(titled.name, "person")), []).append(titled)

    def _key(self, hop: Hop) -> str:
        return hop.entity or self._entities.get(fold(hop.name), "") or fold(hop.name)

    def ruled(self, left: Iterable[Hop], right: Iterable[Hop]) -> bool | None:
        """Whether somebody has decided that the sources at two ends are one, or two; None where nobody has."""
        return self._rulings.on(self._called(left), self._called(right))

    def _called(self, hops: Iterable[Hop]) -> frozenset[str]:
        """Every folded name of the sources."""
        return frozenset(fold(name) for h in hops for name in (h.name, *self._names.spellings(self._key(h))))

    def words(self, span: Span) -> tuple[str, ...]:
        """The folded words of a stretch of one of the story's reports, in order."""
        if span not in self._words:
            text = self._texts.get(span.report, "")[span.start : span.end]
            self._words[span] = tuple(WORD.findall(fold(text)))
        return self._words[span]

    def source(self, hop: Hop, tag: str) -> Source:
        """Who a hop is."""
        agency = _agency(hop.name)
        inner = [entity for _, _, entity in self._known.find(fold(hop.name))]
        key = f"agency:{agency}" if agency else self._key(hop)
        aliases = [words_of(name, tag) for entity in inner for name in self._names.spellings(entity)]
        titles = self._titles.get(key, ())
        return Source(
            key=key,
            name=hop.name,
            role="wire" if agency else hop.role,
            words=words_of(hop.name, tag),
            short=frozenset(fold(m) for m in ACRONYM.findall(hop.name)),
            around=frozenset().union(*aliases, *(t.words for t in titles)),
            bodies=frozenset().union(*(t.bodies for t in titles)),
            common=_common(tag),
            described=not agency and _described(hop.name, tag),
            meaning=_meaning(hop.name, tag),
        )


def _day(document: Document) -> int | None:
    """The day of publication as a number; None where it is not known to the day."""
    try:
        return date.fromisoformat(document.published.when.value[:10]).toordinal() if document.published else None
    except ValueError:
        return None


def _names(documents: Sequence[Document], resolution: Resolution) -> dict[str, str]:
    """Folded name -> entity, for names that stand for one entity only in these documents."""
    found: dict[str, set[str]] = {}
    for d in documents:
        for m in d.names:
            entity = resolution.names.get(f"{m.span.report}:{m.span.start}:{m.span.end}")
            if entity:
                found.setdefault(fold(m.value.text), set()).add(entity)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _titles(document: Document, resolution: Resolution) -> Iterator[Titled]:
    """Every attribution's speaker with the noun phrase that names him; the phrase ends at cue and content."""
    text = fold(document.report.text)
    organisations = [m for m in document.names if m.value.kind in ("organisation", "agency")]
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
        end = stop.start() if stop else end
        bodies = frozenset(
            resolution.names.get(f"{m.span.report}:{m.span.start}:{m.span.end}") or fold(m.value.text)
            for m in organisations
            if start <= m.span.start and m.span.end <= end
        )
        yield Titled(a.chain[0].name, words_of(text[start:end], document.report.lang), bodies)


def words_of(name: str, tag: str) -> frozenset[str]:
    """Lemmas of the words of a name or title, an office under the body it speaks for ("menteri" -> "kementerian")."""
    weak, offices = frozenset(language(tag).actions.weak), _offices(tag)
    found = set()
    for m in WORD.finditer(fold(name)):
        word = m.group()
        if word not in weak:
            root = canonical(word, tag)
            found.add(offices.get(word) or offices.get(root) or root)
    return frozenset(found)


def _meaning(name: str, tag: str) -> str:
    """The concept that all words of a name say together; "" where they say none."""
    low = fold(name)
    return next((key for start, end, key in phrases(tag).find(low) if end - start == len(low)), "")


@functools.cache
def _offices(tag: str) -> dict[str, str]:
    return {form: group[0] for group in language(tag).actions.offices for form in group}


@functools.cache
def _common(tag: str) -> frozenset[str]:
    return frozenset(root for word in language(tag).actions.common_bodies for root in (word, canonical(word, tag)))


def _agency(name: str) -> str:
    """The first name of the agency or medium that a name holds or describes; "" of none."""
    found = next((key for _, _, key in _media().find(fold(name))), "")
    return found or next((_shorts()[word] for word in name.split() if word in _shorts()), "")


@functools.cache
def _media() -> Forms[str]:
    """Names and descriptions of agencies and media; names that are also ordinary words are left out."""
    entries = [a for a in world().agencies.entries if not a.common]
    return Forms((fold(form), a.names[0]) for a in entries for form in (*a.names, *a.descriptions))


@functools.cache
def _shorts() -> dict[str, str]:
    return {short: a.names[0] for a in world().agencies.entries for short in a.shorts}


def _described(name: str, tag: str) -> bool:
    """Whether a medium is described and not named: "media negara"."""
    return any(form in fold(name) for form in language(tag).actions.state_media)
