"""Outlets looked up by key, name or address.

`outlet("https://news.detik.com/x")`, `outlet("detikcom")` and `outlet("detik.com")` give the same entry;
`family` gives its publisher. An outlet that is not known is its own family.
"""

import functools
import re

from runut.lang.packs import world
from runut.lang.world import Outlet
from runut.text import fold

ADDRESS = re.compile(
    r"(?:(?:[a-z][a-z0-9+.-]*:)?//)?(?:[^/@\s]*@)?(?P<host>[^/:\s?#]+\.[^/:\s?#]+)(?::\d+)?(?P<path>/[^?#\s]*)?"
)


def outlet(name: str) -> Outlet | None:
    """The outlet that a key, a name as texts write it, or an address with any subdomain stands for; None unknown."""
    folded = fold(name.strip())
    found = _names().get(folded)
    if found:
        return found
    m = ADDRESS.match(folded)
    return _by_address(m["host"], m["path"] or "") if m else None


def family(name: str) -> str:
    """The publisher of an outlet given by key, name or address; the name itself where it is not known."""
    found = outlet(name)
    return (found.family or found.key) if found else name


def by_sign(sign: str) -> Outlet | None:
    """The outlet whose desk initials another outlet closes a report with: "(okz)"; None unknown."""
    return _signs().get(fold(sign))


def _by_address(host: str, path: str) -> Outlet | None:
    """The entry of the narrowest domain: with the first step of the path, else the host, else what it is part of."""
    host = host.removeprefix("www.")
    step = path.split("/")[1] if path.count("/") else ""
    while "." in host:
        found = _domains().get(f"{host}/{step}") or _domains().get(host)
        if found:
            return found
        host = host.partition(".")[2]
    return None


@functools.cache
def _names() -> dict[str, Outlet]:
    entries = world().outlets.entries
    by_name = {fold(n): o for o in reversed(entries) for n in (*o.names, o.name, *o.domains) if n}
    return by_name | {fold(o.key): o for o in entries}


@functools.cache
def _domains() -> dict[str, Outlet]:
    return {fold(d): o for o in world().outlets.entries for d in o.domains}


@functools.cache
def _signs() -> dict[str, Outlet]:
    return {fold(s): o for o in world().outlets.entries for s in o.signs}
