"""What a claim is about, as a bag of features that other reports can share."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from runut.compare.codes import codes
from runut.lang import Forms, language
from runut.lang.lemmas import lemma
from runut.lang.meanings import CONCEPT, concept, phrases
from runut.text import fold
from runut.types import Amount, Claim, Document, Modality, Name, Resolution, Slot, Span, When

WORD = re.compile(r"[^\W_]+(?:[-'’](?=[^\W_])[^\W_]+)*")
GLUED = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
CLOCK = re.compile(r"T(\d\d:\d\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SPELLED = 3  # words of a name that count, lest long names outweigh what is said
NEAR = 45  # characters on each side of a value in which the words stand that say what it measures
BEFORE = 24  # characters before a value in which RIGHT_BEFORE words are looked for
RIGHT_BEFORE = 2

Spot = tuple[int, int]


class Given(Struct, frozen=True):
    """A value inside a claim, and the words beside it that say of what."""

    value: Amount | When
    near: frozenset[str]
    before: tuple[str, ...] = ()  # the words right before it, weak ones too
    after: str = ""  # the word right after it


class Value(Struct, frozen=True):
    """One value that one claim gives, and the words beside it."""

    value: Amount | When
    near: frozenset[str]
    named: frozenset[tuple[str, str]]  # who and where, in its claim
    claim: str
    report: str
    before: tuple[str, ...] = ()
    after: str = ""
    negated: bool = False
    modality: Modality = Modality.FACT
    about: frozenset[str] = frozenset()  # the features of its claim, values left out


class Said(Struct, frozen=True, kw_only=True):
    """One claim made ready to be aligned.

    Features begin with their kind: "w:" words, "e:" entities, "n:" numbers, "u:" units, "d:" days, "c:" clock
    times, "t:" durations, "p:" actions.
    """

    claim: Claim
    report: str
    tag: str  # language
    features: frozenset[str]
    negated: bool
    named: frozenset[tuple[str, str]]  # (kind, entity or folded name)
    given: tuple[Given, ...]  # amounts and times
    codes: tuple[tuple[str, str], ...]  # numbers that name things: letters, digits


class Names:
    """What the names of a run stand for: each by the words of its entity's fullest spelling. Made once."""

    def __init__(self, resolution: Resolution) -> None:
        self._entity = resolution.names
        self._fullest = {e.id: e.spellings[0].text for e in resolution.entities if e.spellings}
        self._countries = {e.id for e in resolution.entities if any(c.startswith("iso3166:") for c in e.codes)}
        self._spellings = {e.id: e.names for e in resolution.entities}
        self._features: dict[tuple[str, str], list[str]] = {}

    def entity(self, span: Span) -> str:
        """The entity of a name mark's span; "" where it is not resolved."""
        return self._entity.get(f"{span.report}:{span.start}:{span.end}", "")

    def kind(self, span: Span, name: Name) -> str:
        """The kind of a name, a country apart from other places."""
        return "country" if self.entity(span) in self._countries else name.kind

    def spellings(self, entity: str) -> tuple[str, ...]:
        """Every spelling of an entity, fullest first; () of one not known."""
        return self._spellings.get(entity, ())

    def features(self, span: Span, tag: str) -> list[str]:
        """The entity and the first words of its fullest spelling, as features."""
        key = self.entity(span), tag
        if key not in self._features:
            words = [meant(m.group(), tag) for m in WORD.finditer(fold(self._fullest.get(key[0], "")))]
            telling = [w for w in words if w not in weak_words(tag)][:SPELLED]
            self._features[key] = ["e:" + key[0], *("w:" + w for w in telling)]
        return self._features[key]


def about_others(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]) -> bool:
    """Whether each of two sets of names has a person or place that the other lacks: two subjects of one form."""
    kinds = [{kind for kind, _ in one - other} for one, other in ((left, right), (right, left))]
    return bool(kinds[0] & kinds[1] & {"person", "place", "country"})


def bags(document: Document, names: Names) -> list[Said]:
    """Every claim of a document made ready, in order. A claim inside another is taken out of the outer one."""
    return [
        _said(document, claim, [(c.span.start, c.span.end) for c in inner], names)
        for claim, inner in _nested(document.claims)
    ]


def _nested(claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Each claim with those that lie inside it; the claims are in order of span."""
    for i, claim in enumerate(claims):
        inner = []
        for k in chain(range(max(0, i - 3), i), range(i + 1, len(claims))):
            other = claims[k]
            if other.span.start >= claim.span.end:
                break
            if claim.span.start <= other.span.start and other.span.end <= claim.span.end:
                inner.append(other)
        yield claim, inner


def _said(document: Document, claim: Claim, holes: Sequence[Spot], names: Names) -> Said:
    tag = document.report.lang
    own = [s for s in claim.slots if not any(a <= s.mark.span.start < b for a, b in holes)]
    valued = [s for s in own if not isinstance(s.mark.value, Name) or names.entity(s.mark.span)]
    skip = [*holes, *((s.mark.span.start, s.mark.span.end) for s in valued if isinstance(s.mark.value, When))]
    counts = [(s.mark.span.start, s.mark.span.end) for s in valued if isinstance(s.mark.value, Amount)]
    words = [
        (at, f)
        for at, f in _words(document.report.text, claim.span, skip, tag)
        if not (f[2:3].isdigit() and any(a <= at < b for a, b in counts))
    ]
    negations = frozenset(language(tag).actions.negations)
    return Said(
        claim=claim,
        report=document.report.id,
        tag=tag,
        features=frozenset(
            [f for _, f in words if f[0] != "-"]
            + [f for s in valued for f in _value(s, names, tag)]
            + (["p:" + claim.action] if claim.action else [])
        ),
        named=frozenset(
            (names.kind(s.mark.span, s.mark.value), names.entity(s.mark.span) or fold(s.mark.value.text))
            for s in own
            if isinstance(s.mark.value, Name)
        ),
        negated=any(f[1:] in negations for _, f in words if f[0] == "-"),
        codes=tuple(codes(document.report.text, claim.span, [*skip, *counts], tag)),
        given=tuple(
            g for s in own if _inside(s, claim.span) for g in _given(s, words, document.report.text, claim.span.start)
        ),
    )


def _inside(slot: Slot, span: Span) -> bool:
    return span.start <= slot.mark.span.start < span.end


def _given(slot: Slot, words: Sequence[tuple[int, str]], text: str, first: int) -> list[Given]:
    """The slot's amount or time with the words beside it; a time belongs to what stands before it, if anything does."""
    start, end, value = slot.mark.span.start, slot.mark.span.end, slot.mark.value
    if isinstance(value, Name):
        return []
    before = frozenset(f for at, f in words if f[0] == "w" and start - NEAR <= at < start)
    after = frozenset(f for at, f in words if f[0] == "w" and start <= at < end + NEAR)
    near = before or after if isinstance(value, When) else before | after
    words_before = tuple(WORD.findall(fold(text[max(first, start - BEFORE) : start])))[-RIGHT_BEFORE:]
    follows = WORD.match(text, end + 1)
    return [Given(value, near, words_before, fold(follows[0]) if follows else "")]


def _value(slot: Slot, names: Names, tag: str) -> list[str]:
    """Features of a slot's value."""
    value = slot.mark.value
    if isinstance(value, Name):
        return names.features(slot.mark.span, tag)
    if isinstance(value, Amount):
        return ["u:" + unit_key(value.unit, tag), f"n:{value.low}:{value.high}"]
    if value.value.startswith("P") and any(c.isdigit() for c in value.value):
        return ["t:" + value.value]
    clock, day = CLOCK.search(value.value), DAY.match(value.value)
    out = [f"c:{clock[1]}"] if clock else []
    return out + ([f"d:{day[0]}"] if day else [f"d:{value.value}"] if value.value[:1].isdigit() else [])


@functools.lru_cache(maxsize=4096)
def unit_key(unit: str, tag: str) -> str:
    """A unit by what its first word means: "rumah tinggal" and "houses" are one."""
    words = WORD.findall(fold(unit))
    return meant(words[0], tag) if words else ""


def _words(text: str, span: Span, skip: Sequence[Spot], tag: str) -> Iterator[tuple[int, str]]:
    """(offset, feature) of the words of a stretch, those inside `skip` left out; a negation as "-word"."""
    weak, negations = weak_words(tag), frozenset(language(tag).actions.negations)
    masked = list(skip)
    folded = fold(text[span.start : span.end])
    found = [(a, b, CONCEPT + key) for a, b, key in phrases(tag).find(folded)]
    found += [(a, b, meant(first, tag)) for a, b, first in _same(tag).find(folded)]
    for start, end, what in found:
        at = span.start + start
        if not any(a <= at < b for a, b in masked):
            yield at, "w:" + what
            masked.append((at, span.start + end))
    for at, word in _tokens(text, span):
        if word in negations:
            yield at, "-" + word
        elif word not in weak and not any(a <= at < b for a, b in masked):
            if word[0].isdigit():
                yield at, "w:" + word
            elif len(root := canonical(word, tag)) > 1 and root not in weak:
                yield at, "w:" + meant(word, tag)


def _tokens(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """(offset, folded word); words that lost links glued together are parted: "wilayahMaba"."""
    for m in WORD.finditer(text, span.start, span.end):
        at = m.start()
        word = m.group()
        pieces = GLUED.split(word) if word[0].islower() and not word.islower() else [word]
        for piece in pieces:
            yield at, fold(piece)
            at += len(piece)


@functools.lru_cache(maxsize=65536)
def meant(word: str, tag: str) -> str:
    """The concept of a folded word, marked by CONCEPT; what `canonical` gives where it has none."""
    root = canonical(word, tag)
    key = concept(word, tag) or (concept(root, tag) if root != lemma(word, tag) else "")
    return CONCEPT + key if key else root


@functools.lru_cache(maxsize=65536)
def canonical(word: str, tag: str) -> str:
    """The lemma of a folded word; of words that mean the same, the first."""
    known = _words_same(tag)
    for ending in language(tag).actions.clitics:
        if word.endswith(ending) and word[: -len(ending)] in known:
            return known[word[: -len(ending)]]
    root = lemma(word, tag)
    return known.get(word) or known.get(root) or root


@functools.cache
def _words_same(tag: str) -> Mapping[str, str]:
    return {form: group[0] for group in language(tag).actions.same for form in group if " " not in form}


@functools.cache
def _same(tag: str) -> Forms[str]:
    return Forms((form, group[0]) for group in language(tag).actions.same for form in group if " " in form)


@functools.cache
def weak_words(tag: str) -> frozenset[str]:
    """Words on which two statements never align."""
    return frozenset(language(tag).actions.weak)
