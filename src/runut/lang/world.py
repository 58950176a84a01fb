"""The shape of `data/world/*.yaml` and `data/outlets/<cc>/*.yaml`."""

from typing import Literal

from msgspec import Struct


class Country(Struct, frozen=True, kw_only=True):
    """What Unicode's list of countries does not say: other names, abbreviations, people, seats of government."""

    code: str  # ISO 3166-1
    names: tuple[str, ...] = ()  # as well as those of Unicode's CLDR in Indonesian and English
    shorts: tuple[str, ...] = ()  # abbreviations, written exactly so: "AS"
    people: tuple[str, ...] = ()  # adjective and inhabitants: "Russian"
    capital: tuple[str, ...] = ()  # its spellings
    seats: tuple[str, ...] = ()  # houses that stand for the government: "Kremlin"


class Region(Struct, frozen=True, kw_only=True):
    """A province or state."""

    code: str  # ISO 3166-2
    names: tuple[str, ...]


class Cities(Struct, frozen=True, kw_only=True):
    """Cities and districts of a country; "a = b" gives two spellings of one."""

    country: str  # ISO 3166-1
    names: tuple[str, ...]


class Places(Struct, frozen=True, kw_only=True):
    """Countries, capitals that stand for governments, provinces, cities."""

    countries: tuple[Country, ...] = ()
    regions: tuple[Region, ...] = ()
    cities: tuple[Cities, ...] = ()
    areas: tuple[str, ...] = ()  # continents, seas, regions of the world


class Agency(Struct, frozen=True, kw_only=True):
    """A news agency or a medium known beyond its country; the first name is the one to show."""

    names: tuple[str, ...]
    shorts: tuple[str, ...] = ()  # written exactly so: "AP"
    country: str = ""  # ISO 3166-1
    kind: Literal["agency", "medium"] = "medium"
    state: bool = False  # owned or run by its government
    descriptions: tuple[str, ...] = ()  # what it is called without its name: "kantor berita resmi Korea Utara"
    common: bool = False  # its name is also an ordinary word: no name at the start of a sentence


class Agencies(Struct, frozen=True, kw_only=True):
    """News agencies and foreign media with their names in every language."""

    entries: tuple[Agency, ...] = ()


class Body(Struct, frozen=True, kw_only=True):
    """A public body, party or company; the first name is the one to show."""

    names: tuple[str, ...]
    shorts: tuple[str, ...] = ()  # written exactly so: "KPK"
    country: str = ""  # ISO 3166-1; "" of several countries
    common: bool = False


class Bodies(Struct, frozen=True, kw_only=True):
    """Public bodies: long name, acronym, country."""

    entries: tuple[Body, ...] = ()


class Outlet(Struct, frozen=True, kw_only=True):
    """One outlet: how it is recognised and who owns it. See `runut.lang.outlets` to look one up."""

    key: str  # name of its file: its main domain
    country: str = ""  # folder of its file: ISO 3166-1, small letters
    name: str = ""  # the one to show
    names: tuple[str, ...] = ()  # others, as texts write them
    domains: tuple[str, ...] = ()  # each with all its subdomains; "bbc.com/indonesia" for a part of a site
    signs: tuple[str, ...] = ()  # initials by which other outlets credit it at the end of a report
    family: str = ""  # publisher; "" the outlet is its own


class Outlets(Struct, frozen=True, kw_only=True):
    """Every outlet known."""

    entries: tuple[Outlet, ...] = ()
