"""The shape of `data/lang/<tag>/actions.yaml`."""

from msgspec import Struct


class Actions(Struct, frozen=True, kw_only=True):
    """To be filled."""
