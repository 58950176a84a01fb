"""The shape of `data/lang/<tag>/furniture.yaml`."""

from msgspec import Struct


class Furniture(Struct, frozen=True, kw_only=True):
    """To be filled."""
