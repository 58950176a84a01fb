"""What a claim is about, as a bag of features that other reports can share."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from runut.lang import Forms, language
from runut.lang.lemmas import lemma
from runut.text import fold
from runut.types import Amount, Claim, Document, Name, Resolution, When

WORD = re.compile(r"[^\W_]+(?:[-'’](?=[^\W_])[^\W_]+)*")
CLOCK = re.compile(r"T(\d\d:\d\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Said(Struct, frozen=True, kw_only=True):
    """One claim made ready to be aligned."""

    claim: Claim
    report: str
    tag: str  # language
    features: frozenset[
        str
    ]  # "w:" words, "e:" entities, "n:" numbers, "u:" units, "d:" days, "c:" clock times, "p:" actions
    negated: bool
    amounts: tuple[Amount, ...]
    times: tuple[When, ...]


def bags(document: Document, resolution: Resolution) -> list[Said]:
    """Every claim of a document made ready, in order. A claim inside another is taken out of the outer one."""
    folded = fold(document.report.text)
    return [_said(document, folded, claim, resolution) for claim in document.claims]


def _said(document: Document, folded: str, claim: Claim, resolution: Resolution) -> Said:
    start, end = claim.span.start, claim.span.end
    holes = [
        (c.span.start, c.span.end)
        for c in document.claims
        if c is not claim and start <= c.span.start and c.span.end <= end
    ]
    own = [s for s in claim.slots if not any(a <= s.mark.span.start < b for a, b in holes)]
    covered = [(s.mark.span.start, s.mark.span.end) for s in own]
    features = {f for s in own for f in _value(s.mark.value, _entity(s.mark.span, resolution), document.report.lang)}
    named = [
        (a, b)
        for (a, b), s in zip(covered, own, strict=True)
        if not (isinstance(s.mark.value, Name) and not _entity(s.mark.span, resolution))
    ]
    words, negated = _words(
        folded[start:end], document.report.lang, [(a - start, b - start) for a, b in (*holes, *named)]
    )
    features |= words
    if claim.action:
        features.add("p:" + claim.action)
    return Said(
        claim=claim,
        report=document.report.id,
        tag=document.report.lang,
        features=frozenset(features),
        negated=negated,
        amounts=tuple(s.mark.value for s in own if isinstance(s.mark.value, Amount)),
        times=tuple(s.mark.value for s in own if isinstance(s.mark.value, When) and start <= s.mark.span.start < end),
    )


def _entity(span: object, resolution: Resolution) -> str:
    return resolution.names.get(f"{span.report}:{span.start}:{span.end}", "")  # type: ignore[attr-defined]


def _value(value: Name | When | Amount, entity: str, tag: str) -> Iterable[str]:
    if isinstance(value, Name):
        return [f"e:{entity}"] if entity else []
    if isinstance(value, Amount):
        unit = unit_key(value.unit, tag)
        return [f"u:{unit}", f"n:{value.low}:{value.high}"]
    clock = CLOCK.search(value.value)
    day = DAY.match(value.value)
    out = [f"c:{clock[1]}"] if clock else []
    return out + ([f"d:{day[0]}"] if day else [f"d:{value.value}"] if value.value[:1].isdigit() else [])


@functools.lru_cache(maxsize=4096)
def unit_key(unit: str, tag: str) -> str:
    """A unit by the lemma of its first word: "rumah tinggal" and "rumah" are one."""
    words = WORD.findall(fold(unit))
    return canonical(words[0], tag) if words else ""


def _words(text: str, tag: str, skip: Sequence[tuple[int, int]]) -> tuple[set[str], bool]:
    """Features of the words of a folded stretch, those inside `skip` left out; and whether it is negated."""
    actions = language(tag).actions
    weak, negations = _weak(tag), frozenset(actions.negations)
    out, negated, masked = set(), False, list(skip)
    for start, end, meaning in _same(tag).find(text):
        if not any(a <= start < b for a, b in masked):
            out.add("w:" + meaning)
            masked.append((start, end))
    for m in WORD.finditer(text):
        word = m.group()
        negated = negated or word in negations
        if any(a <= m.start() < b for a, b in masked) or word in weak:
            continue
        if word[0].isdigit():
            out.add("n:" + word)
            continue
        root = canonical(word, tag)
        if root not in weak and len(root) > 1:
            out.add("w:" + root)
    return out, negated


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
def _weak(tag: str) -> frozenset[str]:
    return frozenset(language(tag).actions.weak)
