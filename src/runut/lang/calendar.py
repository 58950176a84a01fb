"""The shape of `data/lang/<tag>/calendar.yaml`, and its rules made ready to match."""

from functools import cached_property

from msgspec import Struct, field

from runut.lang.patterns import Patterns, alternatives

NUMERIC = {
    "day": r"(0?[1-9]|[12]\d|3[01])",
    "nmonth": r"(0?[1-9]|1[0-2])\b",
    "year": r"(1[6-9]|20)\d\d\b",
    "hyear": r"1[345]\d\d\b",
    "shortyear": r"\d\d\b",
    "hour": r"([01]?\d|2[0-4])",
    "minute": r"[0-5]\d",
    "second": r"[0-5]\d",
    "number": r"\d{1,3}([.,]\d{1,3})?\b",
    "decade": r"(1[6-9]|20)\d0|[2-9]0",
}


class Example(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An invented stretch of text and the value a rule must find in it."""

    ref: str = ""  # day of publication
    text: str
    gives: str  # value, or value/until


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to write a time."""

    name: str
    pattern: str  # in lower case, with {placeholders}; a plain bracket groups, a blank is any white space
    gives: str  # how a value is made of the placeholders: a key of annotate's table
    value: str = ""  # what is given where no placeholder says it, e.g. PAST_REF
    after: tuple[str, ...] = ()  # one of these words must stand before it
    unless: tuple[str, ...] = ()  # none of these words may stand before it
    capital: bool = False  # the first letter must be a capital in the text
    examples: tuple[Example, ...]
    not_: tuple[str, ...] = field(name="not", default=())


class Calendar(Struct, frozen=True, kw_only=True, dict=True, forbid_unknown_fields=True):
    """How a language writes times."""

    words: dict[str, dict[str, str]] = {}
    capitals: tuple[str, ...] = ()  # forms that are times only when written with a capital
    sundays: tuple[str, ...] = ()  # forms that mean a day with a capital and a week without
    future: tuple[str, ...] = ()  # words before a time that put it after the day of publication
    past: tuple[str, ...] = ()  # words that end the reach of a future word: reporting verbs
    ages: tuple[str, ...] = ()  # words after which "25 tahun" is an age
    age_nouns: tuple[str, ...] = ()  # of these, the ones that may stand some words before, in one clause
    age_after: tuple[str, ...] = ()  # words behind "25 tahun" that make it an age, but not after these:
    lasting: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()  # words whose number and year name a document, not a time
    horizon: int = 0  # the last year to think of when nothing tells when a report was written
    rules: tuple[Rule, ...] = ()

    @cached_property
    def patterns(self) -> Patterns:
        """The rules as one set of patterns, in their order."""
        places = {name: alternatives(forms) for name, forms in self.words.items()}
        return Patterns([r.pattern for r in self.rules], NUMERIC | places)
