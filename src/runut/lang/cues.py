"""The shape of `data/lang/<tag>/cues.yaml`."""

from msgspec import Struct


class Cues(Struct, frozen=True, kw_only=True):
    """To be filled."""
