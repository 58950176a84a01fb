"""What words mean whatever their language: "dievakuasi" and "evacuated" are one concept."""

import functools
from collections.abc import Iterable, Mapping

from runut.lang.lemmas import lemma
from runut.lang.match import Forms
from runut.lang.packs import language
from runut.text import fold

CONCEPT = "="  # before a concept, lest a word be taken for one


@functools.lru_cache(maxsize=65536)
def meaning(word: str, tag: str) -> str:
    """The concept of a folded word, marked by CONCEPT; the word's lemma where it has none."""
    key = concept(word, tag)
    return CONCEPT + key if key else fold(lemma(word, tag))


@functools.lru_cache(maxsize=65536)
def concept(word: str, tag: str) -> str:
    """The concept of a folded word, a key of `concepts.yaml`; "" where it has none."""
    known = _words(tag)
    found = known.get(word)
    if found is None and language(tag).concepts.inflections:
        found = known.get(lemma(word, tag))
    if found is None:
        found = next((known[w] for w in _bare(word, tag) if w in known), "")
    return found


def _bare(word: str, tag: str) -> list[str]:
    """A word without each ending that does not change what it means: "korbannya"."""
    return [word.removesuffix(ending) for ending in language(tag).actions.clitics if word.endswith(ending)]


@functools.cache
def phrases(tag: str) -> Forms[str]:
    """The concepts of several words, found in folded text."""
    return Forms((form, key) for key, forms in language(tag).concepts.forms.items() for form in forms if " " in form)


@functools.cache
def _words(tag: str) -> Mapping[str, str]:
    return {form: key for key, forms in language(tag).concepts.forms.items() for form in forms if " " not in form}


@functools.cache
def shares(tag: str) -> Mapping[str, float]:
    """Share of reports that use a lemma or a concept, for the common ones; of a concept, at least one of its words."""
    pack = language(tag)
    out = dict(pack.common.share)
    for key, forms in pack.concepts.forms.items():
        rest = 1.0
        for root in {lemma(form, tag) for form in forms if " " not in form}:
            rest *= 1 - pack.common.share.get(root, 0.0)
        out[CONCEPT + key] = 1 - rest
    return out


def shared_shares(tags: Iterable[str]) -> Mapping[str, float]:
    """`shares` of several languages, the larger where two know a word."""
    out: dict[str, float] = {}
    for tag in sorted(set(tags)):
        for word, share in shares(tag).items():
            out[word] = max(share, out.get(word, 0.0))
    return out


def spelled(key: str, tag: str) -> str:
    """The word that stands for a concept in a language: its first form; the key where the language has none."""
    return next(iter(language(tag).concepts.forms.get(key, ())), key)
