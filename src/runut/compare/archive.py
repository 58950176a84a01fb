"""The sentences of a dossier, ready to be asked what they say about a statement."""

import functools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from runut.compare.bags import WORD
from runut.compare.points import Points, inside, keys_of, points
from runut.lang import world
from runut.lang.places import countries
from runut.text import fold
from runut.types import Claim, Document, Dossier, Finding, Mark, Name, Span, When

LEAD = 2  # sentences at the head of a report that say what it is about
BEFORE = 2  # sentences before one that say whom it speaks of
SPOKEN = ("body", "caption")


class Around(Struct, frozen=True):
    """What a sentence leaves to its report: title, lead and the sentences before it."""

    keys: frozenset[str]
    entities: frozenset[str]
    near: tuple[tuple[frozenset[str], frozenset[str]], ...]  # (keys, entities): title, sentence before, lead
    times: tuple[Mark[When], ...]
    told: frozenset[str]  # keys of who speaks in it


class Evidence(Struct, frozen=True, kw_only=True):
    """One sentence of one report, and what stands around it."""

    document: Document
    points: Points
    keys: frozenset[str]  # of its words and of every spelling of what it names
    entities: frozenset[str]
    around: Around
    claims: tuple[Claim, ...]


class Archive(Struct, frozen=True, kw_only=True):
    """All sentences with what finds them. Made once; memory is linear in the reports' text."""

    evidence: tuple[Evidence, ...]
    index: Mapping[str, tuple[int, ...]]
    spelled: Mapping[str, frozenset[str]]  # folded spelling -> entities
    findings: Mapping[str, Finding]  # by claim
    places: Mapping[tuple[str, int], int]  # report and start of a sentence -> its number

    def weight(self, keys: Iterable[str]) -> float:
        """How much a word tells, by the rarest of what it may be matched by; most where no report has it."""
        found = [len(self.index[k]) for k in keys if k in self.index]
        return math.log(1 + len(self.evidence) / (max(found) if found else 0.5))


def archive(dossier: Dossier) -> Archive:
    """The sentences of all reports. Linear in their text."""
    spellings = {e.id: _spelled_keys(e.names, "") for e in dossier.entities}
    evidence = tuple(e for d in dossier.documents for e in _sentences(d, spellings))
    index: dict[str, list[int]] = defaultdict(list)
    for number, e in enumerate(evidence):
        for key in e.keys:
            index[key].append(number)
    spelled: dict[str, set[str]] = defaultdict(set)
    for entity in dossier.entities:
        for name in entity.names:
            spelled[fold(name)].add(entity.id)
    return Archive(
        evidence=evidence,
        index={k: tuple(v) for k, v in index.items()},
        spelled={k: frozenset(v) for k, v in spelled.items()},
        findings={c.id: f for f in dossier.findings for c in f.claims},
        places={(e.points.report, e.points.start): n for n, e in enumerate(evidence)},
    )


def _sentences(document: Document, spellings: Mapping[str, frozenset[str]]) -> list[Evidence]:
    spoken = [s for s in document.sentences if _spoken(document, s)]
    ready = [points(document, s.start, s.end) for s in spoken]
    named = [_named(p, spellings) for p in ready]
    title = _title(document)
    out = []
    for i, (p, (keys, entities)) in enumerate(zip(ready, named, strict=True)):
        near = sorted({*range(min(LEAD, len(ready))), *range(max(0, i - BEFORE), i)} - {i})
        around = Around(
            keys=title.union(*(named[k][0] for k in near)),
            entities=frozenset().union(*(named[k][1] for k in near)),
            near=((title, frozenset()), *(named[k] for k in near if k < LEAD or k == i - 1)),
            times=tuple(m for k in near for m in ready[k].times),
            told=_told(document, p),
        )
        claims = tuple(c for c in document.claims if c.span.start < p.end and p.start < c.span.end)
        out.append(Evidence(document=document, points=p, keys=keys, entities=entities, around=around, claims=claims))
    return out


def _spoken(document: Document, span: Span) -> bool:
    """Whether a sentence is part of the reporting."""
    zone = next((z.value.kind for z in document.zones if z.span.start <= span.start < z.span.end), "body")
    return zone in SPOKEN


def _title(document: Document) -> frozenset[str]:
    span, tag = document.title, document.report.lang
    text = document.report.title or (document.report.text[span.start : span.end] if span else "")
    return frozenset(k for m in WORD.finditer(text) for k in keys_of(m.group(), tag))


def _named(p: Points, spellings: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """(keys, entities) of a sentence, every spelling of what it names among the keys."""
    entities = frozenset(m.value.entity for m in p.names if m.value.entity)
    return p.keys.union(*(spellings.get(e, frozenset()) for e in entities)), entities


def _told(document: Document, p: Points) -> frozenset[str]:
    """Keys of the names of who speaks in a sentence."""
    names = [
        name
        for a in document.attributions
        if a.content.start < p.end and p.start < a.content.end
        for name in (a.speaker, *(h.name for h in a.chain))
    ]
    return _spelled_keys(names, document.report.lang)


def _spelled_keys(names: Iterable[str], tag: str) -> frozenset[str]:
    return frozenset(k for name in names for m in WORD.finditer(name) for k in keys_of(m.group(), tag))


def other_names(name: str) -> tuple[str, ...]:
    """Other names of a public body, agency or country, as data files know them."""
    return _known_names().get(fold(name), ())


@functools.cache
def _known_names() -> Mapping[str, tuple[str, ...]]:
    groups: list[Sequence[str]] = [(*b.names, *b.shorts) for b in world().bodies.entries]
    groups += [(*a.names, *a.shorts) for a in world().agencies.entries]
    groups += [(*c.names, *c.shorts, *c.people) for c in countries()]
    return {fold(form): tuple(group) for group in groups for form in group}


__all__ = ["Archive", "Evidence", "Name", "archive", "inside", "other_names"]
