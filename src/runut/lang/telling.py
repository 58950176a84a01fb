"""The shape of `data/lang/<tag>/telling.yaml`: words by which a text in the language is known."""

from msgspec import Struct


class Telling(Struct, frozen=True, kw_only=True):
    """What `identify` looks for before it asks a model. Folded words."""

    common: tuple[str, ...] = ()  # small words of which every text has many: "yang"
    own: tuple[str, ...] = ()  # words that no language with the same small words writes so: "bahwa", Malay "bahawa"
