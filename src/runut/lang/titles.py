"""The shape of `data/lang/<tag>/titles.yaml`: words that stand at names and tell what the name is."""

from typing import Literal

from msgspec import Struct

Kind = Literal[
    "role",  # an office or function: "menteri", "wakil ketua"; a phrase may follow before the name
    "source",  # what a person is to the report: "saksi", "analis"
    "rank",  # directly before a name: "brigjen pol"
    "honorific",  # "tuan", "pak"
    "degree-before",  # "dr.", "prof."
    "degree-after",  # "s.h."
    "organisation",  # first word of an organisation's name: "kementerian"
    "legal",  # legal form of a company, before or after: "pt", "tbk"
    "place",  # first word of a place's name: "gunung"
    "district",  # first word of a place's name that may be left out: "kabupaten"
    "event",  # first word of a name of a law, agreement, event: "perjanjian"
    "particle",  # small words inside names: "bin", "van"
    "joiner",  # small words inside names of organisations: "dan"
    "given",  # given and family names that are seldom anything else
    "glue",  # words that scrapers leave glued to the end of a name
    "opener",  # words that stand capitalised at the start of a sentence and begin no name
]


class TitleExample(Struct, frozen=True):
    """An invented sentence and the name the entry finds in it."""

    text: str
    gives: str


class TitleEntry(Struct, frozen=True, kw_only=True):
    """Forms of one kind, folded."""

    name: str
    kind: Kind
    forms: tuple[str, ...]
    local: tuple[str, ...] = ()  # those of the forms that a place follows: "bupati", "kapolres"
    examples: tuple[TitleExample, ...] = ()


class Titles(Struct, frozen=True, kw_only=True):
    """Every entry of a language."""

    entries: tuple[TitleEntry, ...] = ()
    heads_first: bool = True  # "Dinas Perhubungan"; false where the word for the kind comes last: "Transport Agency"

    def forms(self, *kinds: Kind) -> frozenset[str]:
        """All forms of the kinds given, folded. Reads every entry: keep what it gives."""
        return frozenset(f for e in self.entries if e.kind in kinds for f in e.forms)
