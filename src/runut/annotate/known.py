"""Names that the world's data knows: places, agencies, public bodies."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from runut.lang import Forms, world
from runut.lang.places import countries
from runut.text import fold


class Known(NamedTuple):
    """A known form: how it is written, what it names."""

    form: str
    kind: str  # as Name.kind
    rule: str
    exact: bool  # an abbreviation: written exactly so
    common: bool  # an ordinary word, too
    loose: bool  # a description: any case


class Hit(NamedTuple):
    """A known name at a place of the text."""

    start: int
    end: int
    kind: str
    rule: str


def hits(text: str, folded: str, start: int, end: int) -> list[Hit]:
    """Known names between two offsets, in order, none inside another."""
    return [
        Hit(start + s, start + e, k.kind, k.rule)
        for s, e, choices in _forms().find(folded[start:end])
        for k in _written(choices, text[start + s : start + e], first=s == 0)
    ]


def _written(choices: tuple[Known, ...], found: str, *, first: bool) -> Iterator[Known]:
    """The first meaning whose way of writing the text keeps."""
    for k in choices:
        if k.common and first:
            continue
        if k.loose or found == k.form or (not k.exact and _capitals(k.form, found)):
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
def _forms() -> Forms[tuple[Known, ...]]:
    """One automaton over every form of `data/world`; a form that several share keeps all, by file order."""
    table: dict[str, list[Known]] = {}
    for known in _entries():
        table.setdefault(fold(known.form), []).append(known)
    return Forms((form, tuple(choices)) for form, choices in table.items())


def _entries() -> Iterator[Known]:
    data = world()
    for agency in data.agencies.entries:
        for text in agency.names:
            yield Known(text, "agency", "agencies", False, agency.common, False)
        for text in agency.shorts:
            yield Known(text, "agency", "agencies", True, False, False)
        for text in agency.descriptions:
            yield Known(text, "agency", "agencies:description", False, False, True)
    for body in data.bodies.entries:
        for text in body.names:
            yield Known(text, "organisation", "bodies", False, body.common, False)
        for text in body.shorts:
            yield Known(text, "organisation", "bodies", True, False, False)
    for country in countries():
        for text in country.shorts:
            yield Known(text, "place", "places:country", True, False, False)
        for text in (*country.names, *country.capital):
            yield Known(text, "place", "places:country", False, False, False)
    for region in data.places.regions:
        for text in region.names:
            yield Known(text, "place", "places:region", False, False, False)
    for cities in data.places.cities:
        for entry in cities.names:
            for text in entry.split(" = "):
                yield Known(text, "place", "places:city", False, False, False)
    for text in data.places.areas:
        yield Known(text, "place", "places:area", False, False, False)
