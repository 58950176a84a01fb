"""The shape of `data/lang/<tag>/calendar.yaml`."""

from msgspec import Struct


class Calendar(Struct, frozen=True, kw_only=True):
    """To be filled."""
