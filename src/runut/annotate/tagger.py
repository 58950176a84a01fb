"""The trained tagger of names: features of words, shared with `train/names.py`, and the model."""

import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from runut.lang.gazetteer import ordinary
from runut.lang.packs import DATA
from runut.text import fold

LONG_WORD = 40  # letters whose shape is looked at
NEAR = 3  # words on each side of a capital that are tagged with it
FEATURES = ".features"  # end of the name of the list of features that training kept
CACHED = 1 << 16  # words whose features are kept
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
RULE = "tagger:1"  # the model's name and version

Feature = str | bytes


class Seen(NamedTuple):
    """What the data knows of each word of a sentence; "" nothing."""

    titles: Sequence[str]  # kind of the title that the word is in, with "$" on its last word: "role$"
    known: Sequence[str]  # "B" or "I" and the list that the known name is from: "Bcountry"
    given: Sequence[bool]  # a given or family name


def model(tag: str) -> Path:
    """Where the model of a language lies; it need not be there."""
    return DATA / "lang" / tag / "model" / "names.crfsuite"


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first word, word after the last, kind) of every name in IOB labels; an I without its B starts a name."""
    out: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        if label == "O":
            continue
        kind = KINDS[label[2:]]
        if label[0] == "I" and out and out[-1][1] == i and out[-1][2] == kind:
            out[-1] = (out[-1][0], i + 1, kind)
        else:
            out.append((i, i + 1, kind))
    return out


def stretches(words: Sequence[str]) -> list[tuple[int, int]]:
    """(first, last + 1) of the stretches near a capital: the only words that can be in a name."""
    out: list[tuple[int, int]] = []
    for i, word in enumerate(words):
        if word[0].isupper():
            start, end = max(0, i - NEAR), min(len(words), i + NEAR + 1)
            if out and start <= out[-1][1]:
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
    return out


class Told(Struct, frozen=True):
    """What a word says of itself, and to the words on its sides."""

    own: tuple[Feature, ...]
    next: tuple[Feature, ...]
    before: tuple[Feature, ...]
    shape: str


class Features:
    """Features of words, each made once: all of them, or, as bytes, those that a model has."""

    def __init__(self, known: Iterable[str] | None = None) -> None:
        self._known = None if known is None else {feature: feature.encode() for feature in known}
        self._told = functools.lru_cache(maxsize=CACHED)(self._read)
        self._pair = functools.lru_cache(maxsize=CACHED)(self._shapes)

    def rows(self, words: Sequence[str], seen: Seen, start: int = 0, end: int | None = None) -> list[list[Feature]]:
        """The features of the words of one sentence from `start` to `end`, in the order of the words."""
        end = len(words) if end is None else end
        told = [self._told(w) for w in ("", *words, "")[start : end + 2]]
        pair = self._pair
        rows: list[list[Feature]] = [
            [*own.own, *near.next, *following.before, *pair(near.shape, own.shape)]
            for near, own, following in zip(told, told[1:], told[2:], strict=False)
        ]
        marked = [t or k or g for t, k, g in zip(*seen, strict=True)]
        if any(marked):
            run = ""  # the title met since the capitalised run began
            for i, row in enumerate(rows, start):
                capital = words[i][0].isupper()
                if run and capital:
                    row.append(f"run={run}")
                run = seen.titles[i] or (run if capital else "")
                if any(marked[max(0, i - 2) : i + 2]):
                    row += _marks(seen, i)
        if start == 0:
            rows[0].append("first")
        return rows

    def _read(self, word: str) -> Told:
        low, known = fold(word), ordinary(word)
        on, before = (self._kept(_beside(word, low, step, known=known)) for step in (-1, 1))
        return Told(self._kept(_own(word, low, known=known)), on, before, shape(word))

    def _shapes(self, before: str, own: str) -> tuple[Feature, ...]:
        return self._kept((f"bi={before}|{own}",))

    def _kept(self, features: tuple[str, ...]) -> tuple[Feature, ...]:
        known = self._known
        return features if known is None else tuple([known[f] for f in features if f in known])


class Tagger(NamedTuple):
    """A model, opened, and the features that it takes."""

    model: Any
    features: Features


@functools.cache
def tagger(tag: str) -> Tagger | None:
    """The tagger of a language, opened once; None where the language has no model."""
    path = model(tag)
    if not path.exists():
        return None
    import pycrfsuite  # not needed by languages without a model

    opened = pycrfsuite.Tagger()
    opened.open(str(path))
    return Tagger(opened, Features(path.with_suffix(FEATURES).read_text(encoding="utf-8").split("\n")))


def _marks(seen: Seen, i: int) -> list[Feature]:
    """What the data knows of a word and its neighbours."""
    titles, known, given = seen
    row: list[Feature] = [f"-2t={titles[i - 2]}"] if i > 1 and titles[i - 2] else []
    for j in range(max(0, i - 1), min(len(titles), i + 2)):
        if titles[j]:
            row.append(f"{j - i}t={titles[j]}")
        if known[j]:
            row.append(f"{j - i}g={known[j]}")
        if given[j]:
            row.append(f"{j - i}n")
    return row


def _own(word: str, low: str, *, known: bool) -> tuple[str, ...]:
    """What a word says of itself: the word, its beginning and end, its shape, whether it is in the dictionary."""
    return (
        "b",
        f"w={low}",
        f"s={shape(word)}",
        f"p2={low[:2]}",
        f"p3={low[:3]}",
        f"p4={low[:4]}",
        f"e2={low[-2:]}",
        f"e3={low[-3:]}",
        f"e4={low[-4:]}",
        f"d={known}{word[:1].isupper()}",
    )


def _beside(word: str, low: str, step: int, *, known: bool) -> tuple[str, ...]:
    """What a word says to its neighbour from `step` words away; "" stands for the end of the sentence."""
    if not word:
        return (f"{step}w=",)
    return (f"{step}w={low}", f"{step}s={shape(word)}", f"{step}e3={low[-3:]}", f"{step}d={known}")


@functools.lru_cache(maxsize=CACHED)
def shape(word: str) -> str:
    """Capitals, small letters and digits in order, repetitions folded after two capitals: "Jong-un" is "Xx-x"."""
    out = ""
    for c in word[:LONG_WORD]:
        mark = "X" if c.isupper() else "x" if c.islower() else "0" if c.isdigit() else c
        if not out.endswith(mark) or (mark == "X" and len(out) < 3):
            out += mark
        if len(out) == 8:
            break
    return out
