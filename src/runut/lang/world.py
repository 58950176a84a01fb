"""The shape of `data/world/*.yaml` and `data/outlets/<cc>/*.yaml`."""

from msgspec import Struct


class Places(Struct, frozen=True, kw_only=True):
    """Countries, capitals that stand for governments, provinces, cities."""


class Agencies(Struct, frozen=True, kw_only=True):
    """News agencies and foreign media with their names in every language."""


class Bodies(Struct, frozen=True, kw_only=True):
    """Public bodies: long name, acronym, country."""


class Outlet(Struct, frozen=True, kw_only=True):
    """One outlet: how it is recognised and who owns it."""

    key: str
    country: str = ""
    name: str = ""
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    family: str = ""  # publisher; "" the outlet is its own


class Outlets(Struct, frozen=True, kw_only=True):
    """Every outlet known."""

    entries: tuple[Outlet, ...] = ()
