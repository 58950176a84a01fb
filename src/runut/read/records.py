"""JSON and JSON lines: one report an object, under the usual names of its fields."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from runut.read.decode import decode, doubts
from runut.read.given import Given, short
from runut.types import Issue

FIELDS = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": ("published", "date", "published_at", "publishedAt", "datePublished"),
    "outlet": ("outlet", "site", "publisher"),
    "lang": ("lang", "language"),
}
AUTHORS = ("authors", "author", "byline")
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
OLD_TAGS = {"in": "id", "iw": "he", "ji": "yi"}

Entry = tuple[str, bytes]  # where it stands in its file: "" the whole, "#3" in a list, ":3" a line; its bytes


def split(data: bytes) -> Iterator[Entry]:
    """The entries of a JSON file: of a list, else one a line, else the whole. Raises msgspec.DecodeError for a list."""
    data = data.strip()
    if data.startswith(b"["):
        for number, raw in enumerate(msgspec.json.decode(data, type=list[msgspec.Raw]), 1):
            yield f"#{number}", bytes(raw)
        return
    first, _, rest = data.partition(b"\n")
    if rest.strip() and _whole(first):
        yield from lines(data.split(b"\n"))
    elif data:
        yield "", data


def _whole(raw: bytes) -> bool:
    try:
        return bool(msgspec.json.decode(raw, type=msgspec.Raw))
    except msgspec.DecodeError:
        return False


def lines(rows: Iterable[bytes]) -> Iterator[Entry]:
    """One entry a line; empty lines are passed over."""
    for number, row in enumerate(rows, 1):
        if row.strip():
            yield f":{number}", row


def load(raw: bytes, where: str) -> tuple[Any, tuple[Issue, ...]]:
    """The value of one entry, and what is doubtful about its letters. Raises ValueError that says what is broken.

    The standard library's parser gets what msgspec refuses: bare control characters, NaN, half of a surrogate pair.
    """
    try:
        return msgspec.json.decode(raw), ()
    except (msgspec.DecodeError, UnicodeDecodeError):
        found = decode(raw)
    if found is None:
        raise ValueError("this is not text")
    return json.loads(found.text, strict=False), doubts(where, found)


def given(entry: Any, where: str) -> Given | Issue:
    """The fields of one decoded entry, or why it is no report."""
    if not isinstance(entry, dict):
        return Issue("json-entry", f"{where}: {_kind(entry)}")
    if (
        {"findings", "reports"} <= entry.keys()
        or {"report", "zones"} <= entry.keys()
        or {"left", "right", "same"} <= entry.keys()
    ):
        return Issue("own-output", where)
    issues: list[Issue] = []
    found = {name: _field(entry, names, where, issues) for name, names in FIELDS.items()}
    if not found["text"].strip():
        there = ", ".join(f"{short(name)}: {_kind(value)}" for name, value in list(entry.items())[:8])
        return Issue("json-no-text", f"{where}: {{{there}}}")
    lang = _tag(found.pop("lang"), where, issues)
    return Given(where=where, **found, authors=_authors(entry, where, issues), lang=lang, issues=tuple(issues))


def _field(entry: dict[str, Any], names: tuple[str, ...], where: str, issues: list[Issue]) -> str:
    for name in names:
        value = entry.get(name)
        if isinstance(value, str):
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if value is not None:
            issues.append(_wrong(where, name, value, "string"))
            return ""
    return ""


def _authors(entry: dict[str, Any], where: str, issues: list[Issue]) -> tuple[str, ...]:
    name = next((n for n in AUTHORS if entry.get(n) is not None), "")
    value = entry.get(name)
    rows = [value] if isinstance(value, str) else value or []
    if not isinstance(rows, list) or not all(isinstance(r, str) for r in rows):
        issues.append(_wrong(where, name, value, "string | [string, …]"))
        return ()
    return tuple(r.strip() for r in rows if r.strip())


def _tag(value: str, where: str, issues: list[Issue]) -> str:
    """The primary subtag; "" leaves the language to be found from the text."""
    if not value:
        return ""
    if found := TAG.fullmatch(value.strip()):
        tag = found[1].lower()
        return OLD_TAGS.get(tag, tag)
    issues.append(_wrong(where, "lang", value, '"id" | "en" | …'))
    return ""


def _wrong(where: str, name: str, value: Any, right: str) -> Issue:
    return Issue("json-field", f'{where}, "{name}": {_kind(value)} {short(value)}; {right}')


def _kind(value: Any) -> str:
    """The kind of a value, in JSON's own words."""
    kinds = {bool: "boolean", int: "number", float: "number", list: "array", dict: "object", str: "string"}
    return kinds.get(type(value), "null")
