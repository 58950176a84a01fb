"""Data files made ready to match. Door: `language`; beside it `world` for what no language owns."""

from runut.lang.match import Forms
from runut.lang.packs import Language, has_pack, language, languages, world

__all__ = ["Forms", "Language", "has_pack", "language", "languages", "world"]
