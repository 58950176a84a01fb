"""The shape of `data/lang/<tag>/titles.yaml`."""

from msgspec import Struct


class Titles(Struct, frozen=True, kw_only=True):
    """To be filled."""
