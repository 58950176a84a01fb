"""The JSON forms: what programs that read runut's output can rely on.

Spans are code points, half open, into the text of the report. `docs/reference/json.md` is made from this file.
"""

from typing import Literal

from msgspec import Struct

NameKind = Literal["person", "organisation", "place", "agency", "work", "other"]
Basis = Literal["stated", "weekday", "published", "previous", "open"]
Verdict = Literal["single", "agree", "compatible", "differ", "denied"]
Role = Literal["outlet", "wire", "medium", "institution", "person", "document", "unnamed"]
Mode = Literal["fact", "planned", "alleged", "denied", "conditional", "estimated"]


class Out(Struct, frozen=True, kw_only=True):
    """Base of every form."""


class Place(Out, frozen=True):
    """A stretch of the text of the report that it stands under."""

    start: int
    end: int


class Where(Out, frozen=True):
    """A stretch of the text of a named report."""

    report: str
    start: int
    end: int


class Why(Out, frozen=True):
    """Why something was inferred: the rule's code, the words that fill its sentence, the sentence, the evidence."""

    code: str
    text: str
    words: dict[str, str] = {}
    spans: tuple[Where, ...] = ()


class NameValue(Out, frozen=True, tag="name"):
    """A name, and the entity that it was found to be ("" not resolved)."""

    text: str
    kind: NameKind
    entity: str = ""


class TimeValue(Out, frozen=True, tag="time"):
    """A calendar time: ISO 8601 prefix, part of day ("2025-06-19TNI"), clock, week, duration, SET or *_REF."""

    value: str
    until: str = ""
    basis: Basis = "stated"


class AmountValue(Out, frozen=True, tag="amount"):
    """low..high in `unit`; null is an open end."""

    low: int | float | None
    high: int | float | None
    unit: str
    per: str = ""
    approx: bool = False


AnyValue = NameValue | TimeValue | AmountValue


class ZoneValue(Out, frozen=True):
    """What a stretch of the text is."""

    kind: Literal["headline", "dateline", "byline", "body", "caption", "related", "credit", "furniture"]


class ZoneMark(Out, frozen=True):
    """A zone; together they cover the text once."""

    span: Place
    value: ZoneValue
    rule: str = ""
    confidence: float | None = None


class NameMark(Out, frozen=True):
    """A name where it is written."""

    span: Place
    value: NameValue
    rule: str = ""
    confidence: float | None = None


class TimeMark(Out, frozen=True):
    """A time where it is written."""

    span: Place
    value: TimeValue
    rule: str = ""
    confidence: float | None = None


class AmountMark(Out, frozen=True):
    """An amount where it is written."""

    span: Place
    value: AmountValue
    rule: str = ""
    confidence: float | None = None


class HopOut(Out, frozen=True):
    """One step of a chain."""

    name: str
    role: Role
    cue: Place | None = None
    entity: str = ""


class AttributionOut(Out, frozen=True):
    """Something laid at a source's door; chain: nearest speaker first, the report's own outlet left out."""

    content: Place
    source: Place | None
    cue: Place | None
    kind: Literal["direct", "indirect", "mixed"]
    speaker: str
    chain: tuple[HopOut, ...]
    rule: str = ""
    confidence: float | None = None


class SlotOut(Out, frozen=True):
    """Who, to whom, where, when, how much, about what."""

    role: Literal["actor", "recipient", "place", "time", "amount", "topic"]
    span: Place
    value: AnyValue
    rule: str = ""


class ClaimOut(Out, frozen=True):
    """One thing that one report says happened, will happen or did not; chain: outlet first, origin last."""

    id: str
    span: Place
    text: str
    action: str
    verb: str
    modality: Mode
    slots: tuple[SlotOut, ...]
    chain: tuple[HopOut, ...]
    caption: bool
    rule: str
    confidence: float | None = None


class IssueOut(Out, frozen=True):
    """What a reader of the result should know about a report, or about the run."""

    code: str
    note: str
    span: Place | None = None
    text: str = ""


class Published(Out, frozen=True):
    """When a report was published, and how that is known. value "": not known."""

    value: str
    until: str
    basis: Basis
    why: str
    reason: Why | None = None


class ReportOut(Out, frozen=True):
    """A report as read; outlet, title and published as its text tells them where nothing else does."""

    id: str
    url: str
    outlet: str
    title: str
    published: str
    lang: str
    text: str


class DocumentOut(Out, frozen=True):
    """One line of `runut annotate --format jsonl`."""

    report: ReportOut
    published: Published
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    credits: tuple[str, ...]
    zones: tuple[ZoneMark, ...]
    sentences: tuple[Place, ...]
    names: tuple[NameMark, ...]
    times: tuple[TimeMark, ...]
    amounts: tuple[AmountMark, ...]
    attributions: tuple[AttributionOut, ...]
    claims: tuple[ClaimOut, ...]
    issues: tuple[IssueOut, ...]


class TracedReport(Out, frozen=True):
    """A report of a dossier. `key` is its short name in the dossier: sentence 3 of r1 is "r1·3"."""

    id: str
    key: str
    url: str
    title: str
    outlet: str
    published: Published
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    credits: tuple[str, ...]
    lang: str
    issues: tuple[IssueOut, ...]
    text: str
    zones: tuple[ZoneMark, ...]
    sentences: tuple[Place, ...]
    names: tuple[NameMark, ...]
    times: tuple[TimeMark, ...]
    amounts: tuple[AmountMark, ...]
    attributions: tuple[AttributionOut, ...]


class GroupOut(Out, frozen=True):
    """Reports that belong together; first and last: days of publication."""

    id: str
    reports: tuple[str, ...]
    first: str
    last: str
    why: tuple[Why, ...]


class SpellingOut(Out, frozen=True):
    """One way an entity is written, why it is taken for that entity, and where."""

    text: str
    why: Why
    spans: tuple[Where, ...]


class EntityOut(Out, frozen=True):
    """Somebody or something that reports name; the fullest name first."""

    id: str
    kind: str
    names: tuple[str, ...]
    codes: tuple[str, ...]
    spellings: tuple[SpellingOut, ...]


class Moment(Out, frozen=True):
    """One dated claim."""

    claim: str
    finding: str | None
    report: str
    start: int
    end: int
    text: str
    modality: Mode
    when: TimeValue


class FoundClaim(Out, frozen=True):
    """A claim as one report makes it; `value` is what it gives for the slot compared, null where none is."""

    id: str
    report: str
    start: int
    end: int
    text: str
    modality: Mode
    value: AnyValue | None
    chain: tuple[HopOut, ...]
    slots: tuple[SlotOut, ...]
    verb: str
    caption: bool
    rule: str
    confidence: float | None = None


class AnswerOut(Out, frozen=True):
    """One value, the claims that give it, and the origins behind them."""

    value: AnyValue | str | None
    claims: tuple[str, ...]
    origins: tuple[str, ...]


class Source(Out, frozen=True):
    """An origin unfolded: its chains as the reports give them, and why they are one."""

    name: str
    role: Role
    chains: tuple[tuple[HopOut, ...], ...]
    why: Why | None


class FindingOut(Out, frozen=True):
    """One statement that one or several reports make. `origins`: the independent named ones."""

    id: str
    verdict: Verdict
    action: str
    modality: Mode
    role: str
    unit: str
    claims: tuple[FoundClaim, ...]
    answers: tuple[AnswerOut, ...]
    origins: tuple[str, ...]
    sources: tuple[Source, ...]
    unattributed: int
    outlets: int
    publishers: int
    denies: str | None
    denied_by: tuple[str, ...]
    differs_from: tuple[str, ...]
    why: tuple[Why, ...]


class JudgementOut(Out, frozen=True):
    """A decision of a person that overruled what was found; reports by their ids."""

    left: str
    right: str
    same: bool | None
    kind: Literal["", "name", "story", "copy", "origin"]
    by: str
    at: str
    why: str
    text: str


class DossierOut(Out, frozen=True):
    """What `runut trace --format json` prints."""

    reports: tuple[TracedReport, ...]
    stories: tuple[GroupOut, ...]
    threads: tuple[GroupOut, ...]
    copies: tuple[GroupOut, ...]
    entities: tuple[EntityOut, ...]
    timeline: tuple[Moment, ...]
    findings: tuple[FindingOut, ...]
    issues: tuple[IssueOut, ...]
    judgements: tuple[JudgementOut, ...] = ()
