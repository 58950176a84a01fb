"""Outlets and the publishers that own them."""

import functools
from collections.abc import Mapping

from runut.lang import world
from runut.text import fold
from runut.types import Document


def outlet_of(document: Document) -> str:
    """The key of a report's outlet; its name where no data file knows it; the report's id where it is not stated."""
    return _outlet(document)[0]


def publisher_of(document: Document) -> str:
    """The family of a report's outlet; an outlet that no data file knows is its own."""
    return _outlet(document)[1]


def _outlet(document: Document) -> tuple[str, str]:
    report = document.report
    for name in (document.outlet, report.outlet, report.url):
        known = _known().get(_plain(name))
        if known:
            return known
    name = _plain(document.outlet or report.outlet) or report.id
    return name, name


@functools.cache
def _known() -> Mapping[str, tuple[str, str]]:
    """Key, names and domains of every outlet -> (key, family)."""
    return {
        _plain(form): (o.key, o.family or o.key)
        for o in world().outlets.entries
        for form in (o.key, o.name, *o.names, *o.domains)
        if form
    }


def _plain(name: str) -> str:
    """A name, domain or address as the key that finds its outlet."""
    low = fold(name).removeprefix("https://").removeprefix("http://").split("/")[0]
    return low.removeprefix("www.").strip()
