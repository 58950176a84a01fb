"""Every name that `data/world` and `data/outlets` know, with what it names."""

import functools
from collections.abc import Iterator
from typing import Literal, NamedTuple

import simplemma

from runut.lang.packs import language, world
from runut.lang.places import countries
from runut.text import fold

Way = Literal["plain", "exact", "common", "loose"]


class Thing(NamedTuple):
    """Something that the world's data names."""

    id: str  # "iso3166:KP", "agency:KCNA"
    kind: str  # as Name.kind
    name: str  # the one to show
    group: str  # which list it is from: "agencies", "bodies", "outlets", "country", "capital", "region", "city", "area"


class Known(NamedTuple):
    """One form of a thing."""

    form: str
    thing: Thing
    way: Way  # exact: an abbreviation; common: an ordinary word, too; loose: a description, in any case
    reason: str  # key in data/reasons.yaml


@functools.cache
def gazetteer() -> dict[str, tuple[Known, ...]]:
    """Folded form -> what it may name, likeliest first."""
    table: dict[str, list[Known]] = {}
    for known in _entries():
        forms = table.setdefault(fold(known.form), [])
        if all(known.thing.id != k.thing.id or known.form != k.form for k in forms):
            forms.append(known)
    return {form: tuple(choices) for form, choices in table.items()}


@functools.lru_cache(maxsize=1 << 16)
def ordinary(word: str, tag: str = "id") -> bool:
    """Whether a word is in the dictionary of a language's lemmas; never for a language without one."""
    try:
        return bool(simplemma.is_known(fold(word), lang=tag))
    except ValueError:
        return False


def _entries() -> Iterator[Known]:
    yield from _agencies()
    for body in world().bodies.entries:
        thing = Thing(f"body:{body.names[0]}", "organisation", body.names[0], "bodies")
        yield from _forms(thing, body.names, body.shorts, common=body.common)
    yield from _places()


def _agencies() -> Iterator[Known]:
    """Agencies, then outlets; an outlet that shares a name with an agency is that agency."""
    taken: dict[str, Thing] = {}
    for agency in world().agencies.entries:
        thing = Thing(f"agency:{agency.names[0]}", "agency", agency.names[0], "agencies")
        taken |= {fold(text): thing for text in (*agency.names, *agency.shorts)}
        yield from _forms(thing, agency.names, agency.shorts, common=agency.common)
        yield from (Known(text, thing, "loose", "description") for text in agency.descriptions)
    for outlet in world().outlets.entries:
        names = tuple(dict.fromkeys(n for n in (outlet.name, *outlet.names) if n and fold(n) not in _given()))
        own = Thing(f"outlet:{outlet.key}", "agency", outlet.name or outlet.key, "outlets")
        thing = next((taken[fold(n)] for n in names if fold(n) in taken), own)
        yield from _forms(thing, names, ())


@functools.cache
def _given() -> frozenset[str]:
    """Given names, which are no names of outlets: "Surya" is more often a person than the daily."""
    return language("id").titles.forms("given")


def _places() -> Iterator[Known]:
    places = world().places
    for country in (c for c in countries() if c.names):
        thing = Thing(f"iso3166:{country.code}", "place", country.names[0], "country")
        yield from _forms(thing, country.names, country.shorts)
        yield from (Known(text, thing, "plain", "people") for text in country.people)
        if country.capital:
            seat = Thing(f"capital:{country.code}", "place", country.capital[0], "capital")
            yield from _forms(seat, country.capital, ())
    for region in places.regions:
        yield from _forms(Thing(f"iso3166-2:{region.code}", "place", region.names[0], "region"), region.names, ())
    for cities in places.cities:
        for names in (entry.split(" = ") for entry in cities.names):
            yield from _forms(Thing(f"city:{cities.country}:{names[0]}", "place", names[0], "city"), names, ())
    for name in places.areas:
        yield from _forms(Thing(f"area:{name}", "place", name, "area"), (name,), ())


def _forms(
    thing: Thing, names: tuple[str, ...] | list[str], shorts: tuple[str, ...], *, common: bool = False
) -> Iterator[Known]:
    """The forms of one thing; the first is its own name."""
    for i, text in enumerate(names):
        way: Way = "common" if common or (" " not in text and ordinary(text)) else "plain"
        yield Known(text, thing, way, "alias-known" if i else "same-spelling")
    for text in shorts:
        yield Known(text, thing, "exact", "acronym-known")
