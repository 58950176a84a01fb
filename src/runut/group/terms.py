"""The terms by which grouping counts what reports say: the same for every language as far as words are known."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator

from runut.lang import Forms, language
from runut.lang.gazetteer import Known, gazetteer
from runut.lang.meanings import CONCEPT, meaning, spelled
from runut.text import fold

TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]{2,}(?:-[^\W\d_]+)*")
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "wilayahTuban": link words that lost their blank
PLACES = frozenset({"country", "capital", "region", "city"})


def terms(plain: str, tag: str) -> Iterator[tuple[str, int, str]]:
    """(token, offset, term) of every word and number, in order; a phrase has its term at its first token.

    The other tokens of a phrase have "".
    """
    held, end = next(found := _phrases(tag).find(fold(plain)), None), 0
    for m in TOKEN.finditer(plain):
        start = m.start()
        while held is not None and held[1] <= start:
            held = next(found, None)
        if held is None or start < held[0]:
            yield m[0], start, term(m[0], tag)
        else:
            yield m[0], start, held[2] if end <= held[0] else ""
            end = held[1]


@functools.lru_cache(maxsize=65536)
def term(token: str, tag: str) -> str:
    """The concept of a word, else its lemma; a number with one kind of separator, so that "06.15" is "06:15"."""
    if token[0].isdigit():
        return token.replace(".", ",").replace(":", ",")
    return meaning(fold(token), tag)


def shown(found: str, tag: str) -> str:
    """A term as a reader of a language takes it."""
    return spelled(found.removeprefix(CONCEPT), tag) if found.startswith(CONCEPT) else found


@functools.cache
def _phrases(tag: str) -> Forms[str]:
    """Concepts of several words, and places that have several names, by the first of them."""
    forms = language(tag).concepts.forms
    concepts = [(form, CONCEPT + key) for key, several in forms.items() for form in several if " " in form]
    names: dict[str, list[Known]] = defaultdict(list)
    for choices in gazetteer().values():
        known = choices[0]
        if known.thing.group in PLACES and known.way == "plain":
            names[known.thing.id].append(known)
    places = [(fold(k.form), fold(k.thing.name)) for several in names.values() if len(several) > 1 for k in several]
    return Forms(concepts + places)
