"""The shape of `data/lang/<tag>/numbers.yaml`, and its rules made ready to match."""

from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field

from runut.lang.patterns import Patterns, alternatives

DIGITS = r"(\d{1,3}([.,]\d{3})+([.,]\d{1,6})?|\d{1,15}([.,]\d{1,6})?)"


class AmountExample(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An invented stretch of text and the amount a rule must find in it."""

    text: str
    low: Decimal | None = None  # open where left out
    high: Decimal | None = None
    unit: str = ""


class AmountRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to write an amount."""

    name: str
    pattern: str  # in lower case, with {placeholders}; a plain bracket groups, a blank is any white space
    gives: str  # how the amount is made of the placeholders: a key of annotate's table
    after: tuple[str, ...] = ()  # one of these words, or the start of a sentence, must stand before it
    examples: tuple[AmountExample, ...]
    not_: tuple[str, ...] = field(name="not", default=())


class Numbers(Struct, frozen=True, kw_only=True, dict=True, forbid_unknown_fields=True):
    """How a language writes numbers and what it counts."""

    decimal: str = ","
    numerals: dict[str, Decimal] = {}
    scales: dict[str, Decimal] = {}
    words: dict[str, dict[str, str]] = {}
    modifiers: dict[str, str] = {}
    classifiers: tuple[str, ...] = ()  # dropped before the noun they introduce
    stops: tuple[str, ...] = ()  # words that end the noun counted
    endings: tuple[
        str, ...
    ] = ()  # "di+kan": words so built end it, as verbs; a first word only where both sides are given
    nouns: tuple[str, ...] = ()  # nouns that look like such verbs
    names: tuple[str, ...] = ()  # words before a number that make it a name or an ordinal
    scores: tuple[str, ...] = ()  # words before a pair of numbers that make it a score
    counted: tuple[str, ...] = ()  # words before a number that make it an amount even with no noun behind
    others: tuple[str, ...] = ()  # words behind a number that stand for a noun named before
    pairs: tuple[str, ...] = ()  # nouns of which "kedua" counts two, even behind another noun
    turns: tuple[str, ...] = ()  # nouns that count how often: "kali"; of them, "kedua" is always the second
    apart: tuple[str, ...] = ()  # words behind "sehari" that make it a distance in time: "sehari sebelumnya"
    possessive: str = ""  # ending dropped from the noun counted
    ages: tuple[str, ...] = ()  # words before "25 tahun" that make it an age
    age_nouns: tuple[str, ...] = ()  # of these, the ones that may stand some words before, in one clause
    age_after: tuple[str, ...] = ()  # words behind "25 tahun" that make it an age, but not after these:
    lasting: tuple[str, ...] = ()
    times: tuple[str, ...] = ()  # units of time: the calendar's
    years: tuple[str, ...] = ()  # of these, the ones that ages are told in
    rules: tuple[AmountRule, ...] = ()

    @cached_property
    def patterns(self) -> Patterns:
        """The rules as one set of patterns, in their order."""
        numeral, word = alternatives(self.numerals), alternatives(self.numerals | self.scales)
        places = {name: alternatives(forms, whole=name not in ("money", "lead")) for name, forms in self.words.items()}
        places |= {
            "digits": DIGITS,
            "spelt": f"{numeral}(( |-){word}){{0,9}}",
            "scale": alternatives(self.scales),
            "modifier": alternatives(self.modifiers),
        }
        return Patterns([r.pattern for r in self.rules], places)
