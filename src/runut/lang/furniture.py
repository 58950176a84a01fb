"""The shape of `data/lang/<tag>/furniture.yaml`: what stands in a report's text and is not reporting."""

from typing import Literal

from msgspec import Struct, field

ZoneKind = Literal["headline", "dateline", "byline", "caption", "related", "credit", "furniture"]


class FurnitureRule(Struct, frozen=True, kw_only=True):
    """One pattern (Python regular expression) for a zone.

    `where` says what it is tried on: "line" a whole line, "top" one of the first lines, "head" the start of one of
    them, "end" the end of a line, "tail" a whole paragraph after the last one of the report proper, "inside" any
    place where one of `triggers` stands (folded words, found in one pass; the pattern is matched from there).
    `takes` says what becomes the zone: the "match", the "sentence" or "line" it stands in, "rest" the line and
    everything after it, "title" the match and the title that follows it, on the same line or the next one.
    A group called `credit` inside a caption is a zone of its own. "{agency}" stands for the agencies that sell
    photographs, "{outlet}" for anything written like an outlet's address,
    "{city}" for any city known.
    Examples are invented texts, with what the rule takes between « and ».
    """

    name: str
    kind: ZoneKind
    where: Literal["line", "top", "head", "end", "tail", "inside"]
    pattern: str
    triggers: tuple[str, ...] = ()
    takes: Literal["match", "sentence", "line", "rest", "title"] = "match"
    needs: str = ""  # what a sentence or line must have in it, too, to be taken
    everywhere: bool = False  # reports of other languages carry it, too
    examples: tuple[str, ...]
    not_: tuple[str, ...] = field(name="not", default=())


class Furniture(Struct, frozen=True, kw_only=True):
    """Rules in order: where two take the same stretch, the first has it."""

    rules: tuple[FurnitureRule, ...] = ()
    author_labels: tuple[str, ...] = ()  # before the names of those who wrote it
    editor_labels: tuple[str, ...] = ()  # before the names of those who edited or translated it
    joiners: tuple[str, ...] = ()  # between two names
    media_words: tuple[str, ...] = ()  # folded: words that tell an outlet's name in a dateline from a place's
    no_source: tuple[str, ...] = ()  # folded: what a source line says where it names nobody
    menu_words: tuple[str, ...] = ()  # folded: sections and buttons that stand alone on a line of a page's menus
    photo_agencies: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()  # folded, without the last stop: a sentence goes on after them
    may_end: tuple[str, ...] = ()  # of these, what ends a sentence where a capital follows ("dll.")
    before_numbers: tuple[str, ...] = ()  # abbreviations only where a number follows ("No. 5")
    lettered: tuple[str, ...] = ()  # a single letter after them is no initial ("Grup C.")
    cues: tuple[str, ...] = ()  # folded: after a closing quotation mark they go on with its sentence
    small_words: tuple[str, ...] = ()  # folded: words that stay small in a headline
    starters: tuple[str, ...] = ()  # folded: words that begin sentences and are rare inside headlines
    starter_endings: tuple[str, ...] = ()  # folded: longer words that end so begin sentences, too
