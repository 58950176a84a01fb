"""The shape of `data/lang/<tag>/numbers.yaml`."""

from msgspec import Struct


class Numbers(Struct, frozen=True, kw_only=True):
    """To be filled."""
