"""Names that the world's data knows: places, agencies, public bodies, outlets."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from runut.lang import Forms
from runut.lang.gazetteer import Known, gazetteer


class Hit(NamedTuple):
    """A name at a place of the text."""

    start: int
    end: int
    kind: str  # as Name.kind
    rule: str


def hits(text: str, folded: str, start: int, end: int) -> list[Hit]:
    """Known names between two offsets, in order, none inside another."""
    return [
        Hit(start + s, start + e, k.thing.kind, f"{k.thing.group}:{k.reason}")
        for s, e, choices in _automaton().find(folded[start:end])
        for k in written(choices, text[start + s : start + e], first=not text[start : start + s].strip(OPENING))
    ]


OPENING = " \n\t\r\"'“”‘’([*-–—"  # marks that may stand before the first word of a sentence


def written(choices: tuple[Known, ...], found: str, *, first: bool) -> Iterator[Known]:
    """The first meaning that is written as the text has it; none when the text means an ordinary word."""
    for k in choices:
        if k.way == "common" and first:
            continue
        if k.way == "loose" or found == k.form or (k.way != "exact" and _capitals(k.form, found)):
            yield k
            return


def _capitals(form: str, found: str) -> bool:
    """Whether the text has a capital wherever the form has one at the start of a word, or is all capitals."""
    if found.isupper() and len(found) > 1:
        return True
    return all(
        b.isupper()
        for i, (a, b) in enumerate(zip(form, found, strict=True))
        if a.isupper() and (i == 0 or not form[i - 1].isalnum())
    )


@functools.cache
def _automaton() -> Forms[tuple[Known, ...]]:
    return Forms(gazetteer().items())
