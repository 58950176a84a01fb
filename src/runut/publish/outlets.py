"""Names and publishers of outlets by any of their names."""

import functools

from runut.lang import world
from runut.text import fold


class Outlets:
    """What `data/outlets` knows; an outlet that it does not know has its own name and is its own publisher."""

    def __init__(self) -> None:
        self._known = {
            fold(form): entry
            for entry in reversed(world().outlets.entries)
            for form in (*entry.domains, *entry.names, entry.name, entry.key)
            if form
        }

    def name(self, outlet: str) -> str:
        """The name to show."""
        entry = self._known.get(fold(outlet))
        return (entry.name or entry.key) if entry else outlet

    def family(self, outlet: str) -> str:
        """What outlets of one publisher have in common."""
        entry = self._known.get(fold(outlet))
        return fold(entry.family or entry.name or entry.key) if entry else fold(outlet)


@functools.cache
def outlets() -> Outlets:
    """The outlets known, made once."""
    return Outlets()
