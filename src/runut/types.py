"""Every noun that passes from one room to another.

Offsets count Unicode code points in `Report.text`, half open. Dates are ISO 8601 prefixes, so length is
precision: `2024`, `2024-11`, `2024-11-20`. Tuples are in order of span, so equal input gives equal bytes.
"""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from msgspec import Struct, field

# --- what is read ---------------------------------------------------------------------------------


class Span(Struct, frozen=True, order=True):
    """A stretch of one report's text."""

    report: str
    start: int
    end: int


class Issue(Struct, frozen=True):
    """What a reader of the result should know about one report. Not an exception."""

    code: str  # key in data/issues.yaml
    note: str  # what exactly, where, and the remedy
    span: Span | None = None


class Report(Struct, frozen=True, kw_only=True):
    """One report as published. A later version of the page is another report."""

    id: str  # "r-" + 16 hex digits, from outlet, url and text
    text: str  # NFC, "\n" line ends; never changes
    lang: str  # BCP 47, e.g. "id"
    outlet: str = ""  # key in data/outlets, else the name as given; "" not known from outside the text
    url: str = ""
    title: str = ""  # given beside the text; a headline inside the text is a zone
    authors: tuple[str, ...] = ()  # given beside the text; bylines inside the text are marks
    published: str = ""  # ISO 8601 prefix in the outlet's own zone: "Kamis" is a local day
    retrieved: datetime | None = None  # UTC
    raw: str = ""  # sha256 of the bytes read, or the WARC record id
    issues: tuple[Issue, ...] = ()  # found while it was read


class Reason(Struct, frozen=True):
    """Why something was inferred: a rule's name and the words that fill its sentence."""

    code: str  # key in data/reasons.yaml
    words: dict[str, str] = {}
    spans: tuple[Span, ...] = ()  # the evidence


# --- values: what is meant ------------------------------------------------------------------------


class Name(Struct, frozen=True, tag=True):
    """Somebody or something by name, as written."""

    text: str
    kind: Literal["person", "organisation", "place", "agency", "work", "other"]
    entity: str = ""  # set by resolve


class When(Struct, frozen=True, tag=True):
    """A calendar time (after TIMEX3)."""

    value: str  # ISO prefix, part of day "2025-06-19TNI", clock "2025-06-19T02:02+07:00", "XXXX-11-17", P2D, SET, *_REF
    until: str = ""  # end of a range, included
    basis: Literal["stated", "weekday", "published", "previous", "open"] = "stated"


class Amount(Struct, frozen=True, tag=True):
    """low..high; an open side is None: "lebih dari 5 ribu orang" is 5000..None orang."""

    low: Decimal | None
    high: Decimal | None
    unit: str  # ISO 4217 for money, "percent", UCUM for measures, else the noun counted
    per: str = ""  # ISO 8601 duration, e.g. "P1Y"
    approx: bool = False


class Zone(Struct, frozen=True, tag=True):
    """What a stretch of a report's text is there for; only headline, body and caption report."""

    kind: Literal["headline", "dateline", "byline", "body", "caption", "related", "credit", "furniture"]


Value = Name | When | Amount
V = TypeVar("V")

# --- marks: where it is written -------------------------------------------------------------------


class Mark(Struct, Generic[V], frozen=True):
    """A value at a span, and what put it there."""

    span: Span
    value: V
    rule: str  # the data entry, e.g. "calendar:weekday-date", or the model and its version
    confidence: float | None = None  # that span and value are right, 0 to 1; None: never measured in this language


class Hop(Struct, frozen=True):
    """One step of a chain, from the outlet back towards the origin."""

    name: str
    role: Literal["outlet", "wire", "medium", "institution", "person", "document", "unnamed"]
    cue: Span | None = None  # None: known from metadata, not from the text
    entity: str = ""  # set by resolve


class Attribution(Struct, frozen=True):
    """Something laid at a source's door (after PARC and PolNeAR)."""

    content: Span
    source: Span | None  # None: "dilaporkan" without saying by whom
    cue: Span | None  # None: quotation marks alone
    kind: Literal["direct", "indirect", "mixed"]
    speaker: str  # by full name where the report gives one ("ucapnya" -> "Mohamad Yohan"); "" unknown
    chain: tuple[Hop, ...]  # nearest speaker first, then the media it came through; the report's own outlet left out
    rule: str
    confidence: float | None = None  # that content and speaker are right, 0 to 1; None as in Mark


class Modality(StrEnum):
    """How a report stands to what it says (after PLOVER's modes)."""

    FACT = "fact"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    CONDITIONAL = "conditional"
    ESTIMATED = "estimated"


class Slot(Struct, frozen=True):
    """What fills one part of a claim, and where it is written."""

    role: Literal["actor", "recipient", "place", "time", "amount", "topic"]
    mark: Mark[Value]


class Claim(Struct, frozen=True, kw_only=True):
    """One thing one report says happened, will happen or did not."""

    id: str  # "c-" + 16 hex digits, from span and action
    span: Span  # the clause or sentence that says it
    action: str  # key in data/ontology, e.g. "plover:AGREE"; "" when the verb has no code there
    verb: str = ""  # lemma of the clause's main verb
    modality: Modality = Modality.FACT
    slots: tuple[Slot, ...] = ()
    chain: tuple[Hop, ...] = ()  # outlet first, origin last
    caption: bool = False  # stands in a photo caption
    rule: str = ""
    confidence: float | None = None  # of the attribution that its chain rests on; None where it rests on none


class Dating(Struct, frozen=True):
    """When a report was published, and how that is known."""

    when: When
    why: Reason


class Document(Struct, frozen=True, kw_only=True):
    """A report and all that was found in it."""

    report: Report
    outlet: str = ""  # key or name, from metadata or the text's own head; "" not stated
    published: Dating | None = None
    title: Span | None = None  # where the text itself starts with its headline
    authors: tuple[Mark[Name], ...] = ()  # bylines
    editors: tuple[Mark[Name], ...] = ()  # editors and translators
    credits: tuple[Mark[Name], ...] = ()  # media that the whole report says it takes its matter from
    zones: tuple[Mark[Zone], ...] = ()  # a partition of the text
    sentences: tuple[Span, ...] = ()
    names: tuple[Mark[Name], ...] = ()
    times: tuple[Mark[When], ...] = ()
    amounts: tuple[Mark[Amount], ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()


# --- across reports -------------------------------------------------------------------------------


class Spelling(Struct, frozen=True):
    """One way an entity is written, where, and why it is taken for that entity."""

    text: str
    why: Reason
    spans: tuple[Span, ...] = ()


class Entity(Struct, frozen=True, kw_only=True):
    """Somebody or something that reports name; the first spelling is the fullest."""

    id: str
    kind: str
    spellings: tuple[Spelling, ...]
    codes: tuple[str, ...] = ()  # "wikidata:Q423", "iso3166:KP"

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling, fullest first."""
        return tuple(s.text for s in self.spellings)


class Judgement(Struct, frozen=True, kw_only=True):
    """A decision, by a person or a rule, on whether two ids are the same. The latest on a pair counts."""

    left: str  # name or entity id; report id or URL
    right: str
    same: bool | None  # None: undecided
    by: str
    at: datetime
    score: float | None = None
    why: str = ""
    kind: Literal["", "name", "story", "copy", "origin"] = ""  # "": names or reports, whatever the ids are of
    undoes: int = 0  # number of an earlier decision in the record, from 1; 0 none


class Resolution(Struct, frozen=True):
    """Which names are which entities."""

    entities: tuple[Entity, ...]
    names: dict[str, str]  # "report:start:end" of a name mark -> entity id


class Group(Struct, frozen=True, kw_only=True):
    """Reports that belong together, and why."""

    id: str
    kind: Literal["copies", "story", "thread"]
    reports: tuple[str, ...]  # by date, then id
    first: str = ""  # earliest and latest day of publication, ISO prefixes; "" unknown
    last: str = ""
    why: tuple[Reason, ...] = ()


class Grouping(Struct, frozen=True):
    """What `group` finds: the groups, and days of publication known only from other reports."""

    groups: tuple[Group, ...]
    dates: dict[str, Dating] = field(default_factory=dict)  # report id -> dating


class Origin(Struct, frozen=True, kw_only=True):
    """The end of chains: who first said it. The count that matters."""

    name: str
    role: str  # as Hop.role; "outlet" only where the text says that the outlet saw or was told itself
    chains: tuple[tuple[Hop, ...], ...] = ()  # each as the report gives it, outlet first
    why: Reason | None = None  # why several chains are one origin


class Answer(Struct, frozen=True, kw_only=True):
    """One value given to a finding's question, and the claims that give it."""

    value: Value | Modality | None
    claims: tuple[str, ...]
    origins: tuple[str, ...]


class Finding(Struct, frozen=True, kw_only=True):
    """One statement that one or several reports make: do they agree, and who says so?"""

    id: str  # "f-" + 16 hex digits
    verdict: Literal["single", "agree", "compatible", "differ", "denied"]
    action: str
    modality: Modality
    role: str = ""  # of the slot compared; "" for the claim itself
    unit: str = ""
    claims: tuple[Claim, ...]  # by report's date, then span; the first is the one to show
    answers: tuple[Answer, ...]
    origins: tuple[Origin, ...]
    unattributed: int = 0  # reports that name nobody for it
    outlets: int = 0
    publishers: int = 0  # families of outlets
    denies: str = ""  # finding that this one denies
    denied_by: tuple[str, ...] = ()  # findings that deny this one
    differs_from: tuple[str, ...] = ()  # findings about the same thing with another value
    why: tuple[Reason, ...] = ()  # for the verdict


class Dossier(Struct, frozen=True, kw_only=True):
    """What is published in the reports read; every line leads to a span."""

    documents: tuple[Document, ...]  # by date, then id; `published` as settled across reports
    threads: tuple[Group, ...] = ()
    stories: tuple[Group, ...] = ()
    copies: tuple[Group, ...] = ()
    entities: tuple[Entity, ...] = ()
    timeline: tuple[Claim, ...] = ()  # dated claims, by time then report
    findings: tuple[Finding, ...] = ()
    issues: tuple[Issue, ...] = ()  # of the run: files that could not be read
    judgements: tuple[Judgement, ...] = ()  # decisions of people that overruled what was found


class Checked(Struct, frozen=True, kw_only=True):
    """What the reports of a dossier say about a statement."""

    statement: str
    answer: Literal["supported", "contradicted", "not_reported"]
    supported_by: tuple[str, ...] = ()  # origins; where nobody is named for it, the outlets
    contradicted_by: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()  # that support or contradict it; of something not reported none
    why: tuple[Reason, ...] = ()
