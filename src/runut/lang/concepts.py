"""The shape of `data/lang/<tag>/concepts.yaml`: words of any language that mean one thing in news."""

from msgspec import Struct


class Concepts(Struct, frozen=True, kw_only=True):
    """The words of one language by what they mean."""

    inflections: bool = False  # a word whose lemma is a form counts, too: where lemmas undo inflection and no more
    forms: dict[str, tuple[str, ...]] = {}  # concept -> words and phrases, folded; concepts have one name everywhere
