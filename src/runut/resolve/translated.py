"""Names of bodies that say one thing in two languages: "Kantor Berita Melur", "Melur News Agency"."""

from collections import defaultdict
from collections.abc import Iterable

from runut.lang import languages
from runut.lang.meanings import CONCEPT, concept, phrases
from runut.resolve.nodes import Key

KIND = "organisation"


def translations(keys: Iterable[Key]) -> list[tuple[Key, Key]]:
    """Pairs of keys whose words mean the same in two languages; they share a word of their own, too."""
    told: dict[tuple[str, ...], dict[Key, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key in sorted(k for k in set(keys) if k[0] == KIND and len(k) > 2):
        for tag in languages():
            said = meanings(key[1:], tag)
            if {w.startswith(CONCEPT) for w in said} == {True, False}:
                told[said][key].add(tag)
    pairs = set()
    for group in told.values():
        some = sorted(group)
        pairs |= {(a, b) for n, a in enumerate(some) for b in some[n + 1 :] if group[a] != group[b]}
    return sorted(pairs)


def meanings(words: tuple[str, ...], tag: str) -> tuple[str, ...]:
    """What the words of a name mean in a language, sorted: concepts, and the words without one."""
    text = " ".join(words)
    out, at = [], 0
    for start, end, key in phrases(tag).find(text):
        out += [*_each(text[at:start], tag), CONCEPT + key]
        at = end
    return tuple(sorted([*out, *_each(text[at:], tag)]))


def _each(text: str, tag: str) -> list[str]:
    return [CONCEPT + key if (key := concept(word, tag)) else word for word in text.split()]
