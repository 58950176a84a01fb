"""Countries: Unicode's list of names (CLDR, through Babel) with what `data/world/places.yaml` adds to it."""

import functools

from babel import Locale
from msgspec.structs import replace

from runut.lang.packs import world
from runut.lang.world import Country

LOCALES = ("id", "en")


@functools.cache
def countries() -> tuple[Country, ...]:
    """Every country with its names in Indonesian and English, the name to show first; by code."""
    own = {c.code: c for c in world().places.countries}
    listed = {str(code) for code in Locale(LOCALES[0]).territories if len(str(code)) == 2 and str(code).isalpha()}
    return tuple(
        replace(country, names=_names(country))
        for code in sorted(own.keys() | (listed - NO_COUNTRIES))
        for country in (own.get(code, Country(code=code)),)
    )


NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})  # in CLDR's list, but no territory


def _names(country: Country) -> tuple[str, ...]:
    """Own names first, as they are the usual ones; then Unicode's, without what stands in brackets or after a dash."""
    found = [str(Locale(tag).territories.get(country.code, "")) for tag in LOCALES]
    plain = [name.split(" (")[0] for name in found if " - " not in name]
    return tuple(dict.fromkeys(n for n in (*country.names, *plain) if n))
