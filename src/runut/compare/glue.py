"""Words that lost links glued together, parted by what else the story says."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import structs

from runut.compare.bags import Said, meant, weak_words

LEAST = 8  # characters of a word feature that may be two words
SMALL = 3  # characters of words that are no part of another, small words of the language apart
MOST = 3  # words that one glued word is parted into


def unglued(said: Sequence[Said]) -> list[Said]:
    """The claims of one story; a word that stands once is parted into words that stand elsewhere in it.

    Links that were cut out of a page leave words without the blank between them: "kembalierupsipada". Linear in the
    words of the claims.
    """
    count = Counter(f for s in said for f in s.features if f[0] == "w")
    parted = {
        f: parts
        for s in said
        for f in s.features
        if f[0] == "w"
        and count[f] == 1
        and len(f) > LEAST
        and f[2:].isalpha()
        and (parts := _parts(f[2:], count, s.tag))
    }
    return [
        structs.replace(s, features=frozenset(p for f in s.features for p in parted.get(f, [f]) if p))
        if parted.keys() & s.features
        else s
        for s in said
    ]


def _parts(word: str, count: Mapping[str, int], tag: str, most: int = MOST) -> list[str]:
    """Features of the words that a word is made of, the longest first word before others, "" for a small word.

    [] where it is not made of known words, or of small ones only.
    """
    for at in range(len(word) - 2, 1, -1):
        first = _known(word[:at], count, tag)
        if first is None:
            continue
        last = _known(word[at:], count, tag)
        rest = [last] if last is not None else _parts(word[at:], count, tag, most - 1) if most > 2 else []
        if rest and any((first, *rest)):
            return [first, *rest]
    return []


def _known(word: str, count: Mapping[str, int], tag: str) -> str | None:
    """The feature of a word that the story has elsewhere, "" of a small word of the language; None of no word."""
    if word in weak_words(tag):
        return ""
    feature = "w:" + meant(word, tag)
    return feature if len(word) > SMALL and count.get(feature, 0) > 1 else None
