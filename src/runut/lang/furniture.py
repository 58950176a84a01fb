"""The shape of `data/lang/<tag>/furniture.yaml`: what stands in a report's text and is not reporting."""

from typing import Literal

from msgspec import Struct, field

Kind = Literal["headline", "dateline", "byline", "caption", "related", "credit", "furniture"]


class FurnitureRule(Struct, frozen=True, kw_only=True):
    """One pattern for a zone.

    `where` says what the pattern is tried on: "line" a whole line, "end" the end of a line, "head" the start of one
    of the first lines of the body, "inside" any place. A group called "zone" narrows what is taken.
    Examples are invented texts with what the rule takes in double angle brackets.
    """

    name: str
    kind: Kind
    where: Literal["line", "end", "head", "inside"]
    pattern: str
    examples: tuple[str, ...]
    not_: tuple[str, ...] = field(name="not", default=())


class Furniture(Struct, frozen=True, kw_only=True):
    """Rules in order: the first that matches takes the stretch."""

    rules: tuple[FurnitureRule, ...] = ()
    abbreviations: tuple[str, ...] = ()  # folded, with their stops: a sentence goes on after them
    cues: tuple[str, ...] = ()  # folded: a sentence goes on when one of them follows a closing quotation mark
