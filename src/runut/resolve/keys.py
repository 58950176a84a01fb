"""What names are compared by: a spelling without what writers vary, and the blocks in which near spellings meet."""

import functools
import re
import unicodedata
from collections.abc import Iterator

from runut.lang import Forms, language
from runut.lang.gazetteer import gazetteer
from runut.text import fold

GLUED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")  # "BudiSantoso": a scraper dropped the blank
BREAKS = re.compile(r"[\s\-‐‑–/,()\"“”.]+")
STATE = ("republik indonesia", "ri")  # at the end of a body's name they add nothing
LINKS = frozenset({"dan", "and", "of", "the", "untuk", "for", "&"})


def plain(text: str) -> str:
    """A folded spelling without accents, hyphens and doubled blanks."""
    return _plain(text)


@functools.lru_cache(maxsize=1 << 16)
def _plain(text: str) -> str:
    low = unicodedata.normalize("NFKD", fold(GLUED.sub(" ", text)))
    bare = "".join(c for c in low if not unicodedata.combining(c)).replace("’", "'")
    return " ".join(w for w in BREAKS.split(bare) if w)


@functools.lru_cache(maxsize=1 << 16)
def person(text: str) -> tuple[str, ...]:
    """The words of a person's name; single letters and degrees count only where nothing else is left."""
    words = plain(text).split()
    kept = tuple(w for w in words if len(w) > 1 and w not in _degrees())
    return kept or tuple(words)


@functools.cache
def _degrees() -> frozenset[str]:
    """Degrees as `plain` leaves them; the ambiguous ones of two letters stay in names."""
    forms = language("id").titles.forms("degree-after", "degree-before")
    return frozenset(f.replace(".", "") for f in forms if len(f.replace(".", "")) > 2)


@functools.lru_cache(maxsize=1 << 16)
def organisation(text: str) -> tuple[str, ...]:
    """The words of an organisation's name; a country stands as its code, legal forms and link words are left out."""
    low = plain(text)
    for tail in STATE:
        low = low.removesuffix(f" {tail}")
    low = _countries_as_codes(low)
    legal = language("id").titles.forms("legal")
    words = tuple(w for w in low.split() if w not in LINKS and w not in legal)
    return words or tuple(low.split())


def _countries_as_codes(low: str) -> str:
    out, at = [], 0
    for start, end, code in _countries().find(low):
        out += [low[at:start], code]
        at = end
    return "".join([*out, low[at:]])


@functools.cache
def _countries() -> Forms[str]:
    """Names of countries as `plain` leaves them -> code; abbreviations are left out, as folding makes words of them."""
    return Forms(
        (plain(known.form), known.thing.id)
        for choices in gazetteer().values()
        for known in choices
        if known.thing.group == "country" and (known.way == "plain" or len(known.form) > 3)
    )


def blocks(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Keys that two names of as many words share when only one word differs, and not in its first letter."""
    for i, word in enumerate(words):
        yield (str(i), *words[:i], word[:1] + "*", *words[i + 1 :])
