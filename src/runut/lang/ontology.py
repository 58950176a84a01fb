"""The shape of `data/ontology/*.yaml`: codes of actions that no language owns."""

import functools

from msgspec import Struct

from runut.lang.packs import DATA, compiled


class Category(Struct, frozen=True):
    """One kind of action."""

    code: str
    gloss: str


class Ontology(Struct, frozen=True, kw_only=True):
    """The codes that `Claim.action` may carry, by file."""

    plover: tuple[Category, ...] = ()


@functools.cache
def ontology() -> Ontology:
    """Every category of action; `Claim.action` is "plover:" and its code."""
    return compiled(DATA / "ontology", Ontology)
