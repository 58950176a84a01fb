"""What the templates show: every text ready and clean, every line with the place it leads to."""

from msgspec import Struct

from runut.publish.moments import Moment, Precision


class View(Struct, frozen=True, kw_only=True):
    """Base of every view."""


class Ref(View, frozen=True):
    """A stretch of a report. `label` "r1·3" is sentence 3 of report r1; `marked` counts UTF-16 units, for browsers."""

    key: str
    sentence: int  # -1: in no sentence
    start: int
    end: int
    marked: str

    @property
    def label(self) -> str:
        """How the place is named on the page."""
        return f"{self.key}·{self.sentence}" if self.sentence >= 0 else self.key

    @property
    def anchor(self) -> str:
        """The id of the place in the page."""
        return f"{self.key}-{self.sentence}" if self.sentence >= 0 else self.key


class Quote(View, frozen=True):
    """Words of a report."""

    text: str
    ref: Ref
    lang: str


class Cell(View, frozen=True):
    """What one report gives for one statement. value "": it says so, without a value of its own."""

    ref: Ref
    value: str
    words: str
    lang: str
    modality: str
    caption: bool
    unsure: str  # that it gives this value; "" sure enough


class Group(View, frozen=True):
    """Cells of several reports that give the same value."""

    value: str
    words: str
    lang: str
    refs: tuple[Ref, ...]


class OriginView(View, frozen=True):
    """An origin, its chains written out, and why they are one."""

    name: str
    role: str
    chains: tuple[tuple[str, ...], ...]  # names, outlet first
    why: str


class Row(View, frozen=True):
    """A finding: one statement and what every report gives for it."""

    id: str
    quote: Quote
    modality: str  # as Modality
    verdict: str
    cells: dict[str, tuple[Cell, ...]]  # report key -> what it gives
    groups: tuple[Group, ...]  # the same, by value
    origins: tuple[OriginView, ...]
    unattributed: int
    outlets: int
    publishers: int
    denied_by: tuple[Quote, ...]
    denies: tuple[Quote, ...]
    differs: tuple[Quote, ...]
    why: tuple[str, ...]
    caption: bool
    unsure: str  # that anybody says so of whom it is told; "" sure enough

    @property
    def main(self) -> bool:
        """Whether more than one account of it is known."""
        return self.verdict != "single" or bool(self.denied_by or self.denies or self.differs)


class Event(View, frozen=True):
    """Something with a time: one entry of the timeline."""

    written: str
    moment: Moment
    precision: Precision
    quote: Quote
    modality: str
    verdict: str
    outlets: int
    origins: int
    refs: tuple[Ref, ...]
    also: tuple[str, ...]  # other times given for it
    why: str


class HopView(View, frozen=True):
    """One step of a chain."""

    name: str
    role: str
    node: str  # what makes two hops one: entity, else folded name


class Chain(View, frozen=True):
    """A way that statements of one report came, outlet first; and the statements."""

    key: str
    hops: tuple[HopView, ...]
    quotes: tuple[Quote, ...]
    unsure: str  # that the statements are this source's; "" sure enough


class Side(View, frozen=True):
    """One account in a disagreement: the sentence, with the words that differ in `marked`."""

    before: str
    marked: str
    after: str
    ref: Ref
    lang: str
    outlet: str
    day: str
    source: tuple[str, ...]  # names of the chain after the outlet
    value: str
    role: str  # "states", "differs", "denies", "denied"
    unsure: str  # that it is the source's; "" sure enough


class Versus(View, frozen=True):
    """Accounts that do not agree, or do so only as ranges."""

    verdict: str
    sides: tuple[Side, ...]
    more: int  # accounts left out
    why: tuple[str, ...]


class Piece(View, frozen=True):
    """A stretch of a report's text for the page; together they are the text."""

    text: str
    zone: str
    label: str  # name of the zone, on its first piece only
    sentence: int  # -1: in none
    opens: bool  # whether the sentence begins here


class ReportView(View, frozen=True):
    """A report with how everything about it is known."""

    id: str
    key: str
    outlet: str  # "" not stated
    title: str
    published: str
    why: str
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    credits: tuple[str, ...]
    copies: tuple[str, ...]  # "r3: why"
    issues: tuple[str, ...]
    url: str
    lang: str
    pieces: tuple[Piece, ...]


class Story(View, frozen=True):
    """One story: what its reports say."""

    id: str
    anchor: str
    title: str
    lang: str
    days: str
    outlets: int
    publishers: int
    origins: int
    keys: tuple[str, ...]
    why: tuple[str, ...]
    rows: tuple[Row, ...]
    singles: tuple[Row, ...]
    versus: tuple[Versus, ...]
    chains: tuple[Chain, ...]
    bare: tuple[tuple[str, int], ...]  # report key, statements for which it names nobody
    reports: tuple[ReportView, ...]


class Thread(View, frozen=True):
    """Stories that continue or recur."""

    id: str
    anchor: str
    names: tuple[str, ...]
    days: str
    why: tuple[str, ...]
    stories: tuple[Story, ...]
    events: tuple[Event, ...]
    outlets: int
    publishers: int
    origins: int


class Seen(View, frozen=True):
    """One spelling of a name, why it is taken for this entity, and where it stands."""

    text: str
    why: str
    refs: tuple[Ref, ...]


class NameView(View, frozen=True):
    """An entity with every spelling seen."""

    id: str
    kind: str
    spellings: tuple[Seen, ...]
    places: int
    reports: int


class Page(View, frozen=True):
    """The whole dossier."""

    threads: tuple[Thread, ...]
    names: tuple[NameView, ...]
    issues: tuple[str, ...]
    judgements: tuple[str, ...]
    reports: int
    outlets: int
    publishers: int
    origins: int
    findings: int
    differ: int
    denied: int
