"""Names that the world's data knows: places, agencies, public bodies, outlets."""

import functools
import re
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
    """Known names between two offsets, in order, none inside another; those in glued words, too ("dariAntara")."""
    found = _between(text, folded, start, end)
    cuts = [m.start() for m in GLUE.finditer(text, start, end)]
    if not cuts:
        return found
    taken = {i for h in found for i in range(h.start, h.end)}
    for left, right in zip([start, *cuts], [*cuts, end], strict=True):
        found += [h for h in _between(text, folded, left, right) if taken.isdisjoint((h.start, h.end - 1))]
    return sorted(set(found))


def _between(text: str, folded: str, start: int, end: int) -> list[Hit]:
    return [
        Hit(start + s, start + e, k.thing.kind, f"{k.thing.group}:{k.reason}")
        for s, e, choices in _automaton().find(folded[start:end])
        for k in written(choices, text[start + s : start + e], first=_opens(text, start, start + s))
    ]


def _opens(text: str, start: int, at: int) -> bool:
    """Whether nothing but marks stands before a word of a sentence; a word glued to another does not open one."""
    return not text[start:at].strip(OPENING) and not (at and text[at - 1].isalnum())


GLUE = re.compile(r"[A-Z](?<=[a-z][A-Z])")  # a scraper dropped the blank between two words
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
