"""The least that annotations and output must hold to be scored; what is wrong is said with its place."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from runut.errors import UsageError

Time = Annotated[list[Any], Meta(min_length=2)]  # text, value
Quantity = Annotated[list[Any], Meta(min_length=4)]  # text, low, high, unit


class Place(Struct):
    """A span of output."""

    start: int
    end: int


class Report(Struct):
    """A report of output: the text is what offsets count in."""

    url: str
    text: str


class Kind(Struct):
    """A zone's kind."""

    kind: str


class When(Struct):
    """A time's value."""

    value: str
    until: str = ""


class Amount(Struct):
    """An amount's bounds and unit."""

    low: str | float | None
    high: str | float | None
    unit: str


class Zoned(Struct):
    """A zone."""

    span: Place
    value: Kind


class Timed(Struct):
    """A time."""

    span: Place
    value: When


class Counted(Struct):
    """An amount."""

    span: Place
    value: Amount


class Attributed(Struct):
    """An attribution."""

    content: Place
    kind: str
    source: Place | None = None
    speaker: str | None = None


class Document(Struct):
    """One line of `runut annotate --format jsonl`."""

    report: Report
    zones: list[Zoned]
    times: list[Timed]
    amounts: list[Counted]
    attributions: list[Attributed]


class TracedReport(Struct):
    """A report of a dossier."""

    id: str
    url: str
    text: str


class Story(Struct):
    """A story of a dossier."""

    reports: list[str]


class Claim(Struct):
    """A claim of a finding."""

    report: str
    start: int
    end: int


class Finding(Struct):
    """A finding of a dossier."""

    claims: list[Claim]
    origins: list[Any]
    verdict: str


class Dossier(Struct):
    """What `runut trace --format json` gives."""

    reports: list[TracedReport]
    stories: list[Story]
    findings: list[Finding]


class GoldAttribution(Struct):
    """An annotated attribution."""

    content: str
    kind: str
    speaker: str | None


class GoldReport(Struct):
    """The annotations of one report."""

    boilerplate: list[str] | None = None
    times: list[Time] | None = None
    quantities: list[Quantity] | None = None
    attributions: list[GoldAttribution] | None = None


class GoldFact(Struct):
    """An annotated fact."""

    id: str | int
    reports: dict[str, Any]


class GoldStory(Struct):
    """One STORY.yaml."""

    story_partition: list[list[str]]
    reports: dict[str, GoldReport]
    facts: list[GoldFact] | None = None


def checked(value: Any, form: type[Struct], where: str) -> dict[str, Any]:
    """The value itself, when it holds what the form asks for. Raises UsageError that names the place."""
    try:
        msgspec.convert(value, form)
    except msgspec.ValidationError as error:
        raise UsageError(f"{where}: {error}; docs/annotation.md tells what is scored") from error
    return value  # type: ignore[no-any-return]


def output_documents(path: Path) -> list[dict[str, Any]]:
    """Every line of what `runut annotate --format jsonl` gave. Raises UsageError with the number of a bad line."""
    lines = enumerate(_bytes(path).split(b"\n"), 1)
    return [checked(_json(line, f"{path}:{n}"), Document, f"{path}:{n}") for n, line in lines if line.strip()]


def output_dossier(path: Path) -> dict[str, Any]:
    """What `runut trace --format json` gave. Raises UsageError where it cannot be scored."""
    dossier = checked(_json(_bytes(path), str(path)), Dossier, str(path))
    known = {r["id"] for r in dossier["reports"]}
    named = {r for s in dossier["stories"] for r in s["reports"]}
    named |= {c["report"] for f in dossier["findings"] for c in f["claims"]}
    if named - known:
        raise UsageError(f"{path}: reports are named that it does not hold: {', '.join(sorted(named - known)[:3])}")
    return dossier


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error


def _json(content: bytes, where: str) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{where}: {error}; it must be what runut gave as JSON") from error
