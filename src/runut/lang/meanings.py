"""What words mean whatever their language: "dievakuasi" and "evacuated" are one concept."""

import functools
from collections.abc import Mapping

from runut.lang.lemmas import lemma
from runut.lang.match import Forms
from runut.lang.packs import language


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


def spelled(key: str, tag: str) -> str:
    """The word that stands for a concept in a language: its first form; the key where the language has none."""
    return next(iter(language(tag).concepts.forms.get(key, ())), key)
