"""The shape of `data/lang/<tag>/common.yaml`."""

from msgspec import Struct


class Common(Struct, frozen=True, kw_only=True):
    """Words that many reports use whatever they are about; made by `train/common.py`."""

    share: dict[str, float] = {}
