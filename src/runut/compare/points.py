"""What one sentence says, point by point: its words with what they mean, its names and its values."""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from runut.compare.bags import GLUED, WORD, canonical
from runut.lang import Forms, language
from runut.lang.checks import opposites
from runut.lang.lemmas import lemma
from runut.lang.meanings import concept, phrases
from runut.text import fold
from runut.types import Amount, Document, Mark, Name, When

REACH = 3  # words behind a negation that it negates
LONG = 6  # letters above which a word may be taken apart
MONEY = re.compile(r"\d$")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}

Spot = tuple[int, int]


class Word(Struct, frozen=True, kw_only=True):
    """A word or phrase. Its keys are what it may be matched by: "@" a concept, "#" a number, else a lemma."""

    start: int
    end: int
    form: str  # folded
    keys: frozenset[str]
    against: frozenset[str] = frozenset()  # keys of what excludes it
    negated: bool = False
    acts: bool = False  # says what happens
    weak: bool = False
    voiced: bool = False  # shows by its affix who acts
    capital: bool = False  # written like a name
    behind: bool = False  # stands behind a comma
    within: str = ""  # "name" or "value" where it stands inside a mark


class Points(Struct, frozen=True, kw_only=True):
    """A stretch of a document, ready to be set against another."""

    report: str
    tag: str
    start: int
    end: int
    words: tuple[Word, ...]
    keys: frozenset[str]
    names: tuple[Mark[Name], ...]
    amounts: tuple[Mark[Amount], ...]
    times: tuple[Mark[When], ...]


def points(document: Document, start: int, end: int) -> Points:
    """The points of a stretch. Linear in its length."""
    amounts, times = inside(document.amounts, start, end), inside(document.times, start, end)
    names = [m for m in inside(document.names, start, end) if not any(_overlap(m, a) for a in amounts)]
    marked = [(m.span.start, m.span.end, "name") for m in names]
    marked += [(s.start, s.end, "value") for s in (*(m.span for m in amounts), *(m.span for m in times))]
    words = tuple(_words(document, (start, end), marked))
    return Points(
        report=document.report.id,
        tag=document.report.lang,
        start=start,
        end=end,
        words=words,
        keys=frozenset(k for w in words for k in w.keys),
        names=tuple(names),
        amounts=tuple(amounts),
        times=tuple(times),
    )


def _overlap(name: Mark[Name], amount: Mark[Amount]) -> bool:
    """Whether a name is no more than part of a sum of money: "Rp750"."""
    return (
        amount.span.start <= name.span.start
        and name.span.end <= amount.span.end
        and bool(MONEY.search(name.value.text))
    )


V = TypeVar("V", Name, When, Amount)


def inside(marks: Sequence[Mark[V]], start: int, end: int) -> list[Mark[V]]:
    """The marks that lie in a stretch; `marks` are in order of span."""
    first = bisect.bisect_left(marks, start, key=lambda m: m.span.start)
    last = bisect.bisect_left(marks, end, key=lambda m: m.span.start)
    return [m for m in marks[first:last] if m.span.end <= end]


def _words(document: Document, spot: Spot, marked: Sequence[tuple[int, int, str]]) -> Iterator[Word]:
    """Words and phrases by position; a phrase stands beside its words."""
    text, tag = document.report.text, document.report.lang
    folded = fold(text[spot[0] : spot[1]])
    found = [
        (a, b, folded[a - spot[0] : b - spot[0]], _phrase(form, tag)) for a, b, form in _phrases(folded, spot[0], tag)
    ]
    for a, b in _tokens(text, spot):
        form = fold(text[a:b])
        found.append((a, b, form, keys_of(text[a:b], tag)))
    negated, turning = _negated(sorted(found, key=lambda f: (f[0], f[1])), folded, spot[0], tag)
    checks, weak = language(tag).checks, _weak(tag)
    for a, b, form, keys in sorted(found, key=lambda f: (f[0], -f[1])):
        against = _against(keys, tag)
        yield Word(
            start=a,
            end=b,
            form=form,
            keys=keys,
            against=against,
            negated=a in negated,
            acts=a not in turning and acts(form, tag),
            weak=a in turning or form in weak or form in checks.light or (keys <= weak and not against),
            voiced=_voiced(form, tag),
            capital=text[a].isupper() and a > spot[0],
            behind="," in text[max(spot[0], a - 2) : a],
            within=next((kind for x, y, kind in marked if x <= a and b <= y), ""),
        )


def _tokens(text: str, spot: Spot) -> Iterator[Spot]:
    """Words; those that lost links glued together are parted: "wilayahTuban"."""
    for m in WORD.finditer(text, *spot):
        at, word = m.start(), m.group()
        for piece in GLUED.split(word) if word[0].islower() and not word.islower() else [word]:
            yield at, at + len(piece)
            at += len(piece)


def _phrases(folded: str, offset: int, tag: str) -> Iterator[tuple[int, int, str]]:
    seen = set()
    for forms in (_same_phrases(tag), phrases(tag), _own_phrases(tag)):
        for a, b, _ in forms.find(folded):
            if (a, b) not in seen:
                seen.add((a, b))
                yield a + offset, b + offset, folded[a:b]


@functools.lru_cache(maxsize=65536)
def keys_of(word: str, tag: str) -> frozenset[str]:
    """What a word may be matched by."""
    form = fold(word)
    number = language(tag).numbers.numerals.get(form)
    if word in ROMAN or (number is not None and number == int(number)):
        return frozenset({form, f"#{ROMAN.get(word) or int(number or 0)}"})
    if form.isdecimal():
        return frozenset({form, f"#{int(form)}"})
    meant = concept(form, tag)
    return frozenset({_stem(canonical(form, tag), form, tag), *(["@" + meant] if meant else []), *_near(form, tag)})


def _stem(root: str, form: str, tag: str) -> str:
    """The lemma; of a verb that has none what is left without its beginning."""
    stems = _stems(tag)
    return stems.sub("", form, count=1) if stems and root == form and len(form) > LONG else root


@functools.cache
def _stems(tag: str) -> re.Pattern[str] | None:
    patterns = language(tag).checks.stems
    return re.compile("^(?:" + "|".join(patterns) + ")") if patterns else None


@functools.lru_cache(maxsize=4096)
def _phrase(form: str, tag: str) -> frozenset[str]:
    """What a phrase may be matched by."""
    meant = next((key for a, b, key in phrases(tag).find(form) if (a, b) == (0, len(form))), "")
    same = next((key for a, b, key in _same_phrases(tag).find(form) if (a, b) == (0, len(form))), "")
    return frozenset(k for k in ("@" + meant if meant else "", same or form, *_near(form, tag)) if k)


def _near(form: str, tag: str) -> tuple[str, ...]:
    """Keys of the groups of verbs that a word or its lemma stands in."""
    known = _near_forms(tag)
    return known.get(form) or known.get(lemma(form, tag), ())


@functools.cache
def _near_forms(tag: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    checks = language(tag).checks
    for key, forms in (*checks.near.items(), *checks.alike.items()):
        for form in forms:
            found[form] = (*found.get(form, ()), "~" + key)
    return found


@functools.cache
def _nouns(tag: str) -> frozenset[str]:
    """Nouns and adjectives that data files know and that are no verb beside."""
    checks = language(tag).checks
    alike = frozenset(form for group in checks.alike.values() for form in group)
    return alike - {form for group in checks.near.values() for form in group} - {*checks.acts}


@functools.cache
def _known_verbs(tag: str) -> frozenset[str]:
    """Words with a verb's affix that data files know, whether or not they have a lemma."""
    groups = (*language(tag).actions.same, *language(tag).checks.near.values(), tuple(opposites(language(tag).checks)))
    return frozenset(form for group in groups for form in group)


@functools.cache
def _own_phrases(tag: str) -> Forms[str]:
    """Opposites and near verbs of several words."""
    forms = (*_near_forms(tag), *opposites(language(tag).checks))
    return Forms((form, form) for form in forms if " " in form)


@functools.cache
def _same_phrases(tag: str) -> Forms[str]:
    return Forms((form, group[0]) for group in language(tag).actions.same for form in group if " " in form)


@functools.cache
def _weak(tag: str) -> frozenset[str]:
    return frozenset(language(tag).actions.weak)


@functools.cache
def _opposite_keys(tag: str) -> dict[str, frozenset[str]]:
    """Key of a word -> keys of what excludes it; concepts carry the opposites of one language into the other."""
    found: dict[str, set[str]] = {}
    for form, others in opposites(language(tag).checks).items():
        theirs = {k for o in others for k in _form_keys(o, tag)}
        for key in _form_keys(form, tag):
            found.setdefault(key, set()).update(theirs - {key})
    return {key: frozenset(others) for key, others in found.items()}


def _form_keys(form: str, tag: str) -> frozenset[str]:
    return _phrase(form, tag) if " " in form else keys_of(form, tag)


@functools.lru_cache(maxsize=65536)
def _against(keys: frozenset[str], tag: str) -> frozenset[str]:
    known = _opposite_keys(tag)
    return frozenset().union(*(known.get(k, frozenset()) for k in keys)) - keys


@functools.lru_cache(maxsize=65536)
def _voiced(form: str, tag: str) -> bool:
    """Whether a verb shows by its affix who acts."""
    checks = language(tag).checks
    if " " in form or form in checks.nouns or not form.startswith((*checks.active, *checks.passive)):
        return False
    return lemma(form, tag) != form or form in _known_verbs(tag)


@functools.lru_cache(maxsize=65536)
def acts(form: str, tag: str) -> bool:
    """Whether a word says what happens, from its affixes or the list."""
    pack = language(tag)
    if " " in form:
        return any(acts(part, tag) for part in form.split())
    if form in pack.checks.light or form in pack.checks.nouns or form in _weak(tag) or form in _nouns(tag):
        return False
    noun = bool(pack.checks.noun_endings) and form.endswith(pack.checks.noun_endings)
    if form in pack.checks.acts or (not noun and lemma(form, tag) in pack.checks.acts):
        return True
    if pack.actions.verb_prefixes and len(form) > 5 and form.startswith(pack.actions.verb_prefixes):
        return lemma(form, tag) != form or form in _known_verbs(tag)
    return bool(pack.checks.act_endings) and form.endswith(pack.checks.act_endings) and lemma(form, tag) != form


def _negated(
    found: Sequence[tuple[int, int, str, frozenset[str]]], folded: str, offset: int, tag: str
) -> tuple[set[int], set[int]]:
    """Starts of the words that a negation stands before, a few words on, and of the negations themselves.

    "tidak hanya" negates nothing.
    """
    pack = language(tag)
    turning = {*pack.actions.negations, *pack.checks.turning}
    undoing = {*pack.checks.undoing}
    out: set[int] = set()
    negations: set[int] = set()
    words = [f for f in found if " " not in f[2]]
    for i, (at, end, form, _) in enumerate(words):
        if form not in turning | undoing or (i + 1 < len(words) and words[i + 1][2] in pack.checks.merely):
            continue
        reach = 0
        for start, stop, word, _ in words[i + 1 :]:
            if reach >= REACH or any(c in ",;.:" for c in folded[end - offset : start - offset]):
                break
            end = stop
            out.add(start)
            reach += word not in _weak(tag)
            if form in turning:
                negations.add(at)
    return out, negations
