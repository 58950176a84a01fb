"""Files and folders, one after the other, into readings."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import IO

import msgspec

from runut.read import records
from runut.read.decode import decode, doubts
from runut.read.given import Given, reading
from runut.read.walk import Source, unreadable, walk
from runut.text import digest
from runut.types import Issue, Reading

PAGES = ("<!doctype html", "<html")  # how a web page saved under another name begins
BROKEN = (OSError, EOFError, zlib.error)  # what an unreadable or torn file raises, packed or not


def reports(sources: Iterable[str | Path]) -> Iterator[Reading]:
    """A Reading for every report, and for every file or entry that gives none, in the order of the paths given.

    Folders are read with all their folders, sorted by name. One file is held at a time, of `.jsonl` one line. A text
    read before is named and left out, unless two different web addresses tell the two apart.
    """
    seen: dict[str, str] = {}
    for source in walk(sources):
        if isinstance(source, Issue):
            yield Reading(None, (source,))
            continue
        try:
            for found, where in _readings(source):
                yield _once(found, where, seen)
        except BROKEN as error:
            yield Reading(None, (unreadable(source.name, error),))


def _once(found: Reading, where: str, seen: dict[str, str]) -> Reading:
    report = found.report
    if report is None:
        return found
    key = "t-" + digest(report.outlet, report.text) if report.url.startswith("file:") else report.id
    if key in seen:
        return Reading(None, (Issue("report-twice", f"{where}: the same report as {seen[key]}; kept once"),))
    seen[key] = where
    return found


def _readings(source: Source) -> Iterator[tuple[Reading, str]]:
    if source.kind.startswith(".json"):
        yield from _from_json(source)
        return
    data = source.path.read_bytes()
    yield _from_text(source, data), source.name


def _from_text(source: Source, data: bytes) -> Reading:
    if not data.strip(b"\x00 \t\r\n"):
        return _failed("file-empty", f"{source.name}: the file is empty; skipped")
    found = decode(data)
    if found is None:
        return _failed("file-binary", f"{source.name}: this is not text; skipped")
    page = found.text[:200].lstrip("\ufeff \t\r\n").lower().startswith(PAGES)
    given: Given | Issue = Given(where=source.name, text=found.text)
    if page or (source.kind.startswith(".htm") and "<" in found.text):
        from runut.read import html  # lxml and trafilatura take a second

        given = html.given(found.text, source.name)
    if isinstance(given, Issue):
        return Reading(None, (given,))
    issues = (*doubts(source.name, found), *given.issues)
    return reading(given._replace(url=given.url or source.url, issues=issues), data)


def _from_json(source: Source) -> Iterator[tuple[Reading, str]]:
    count = 0
    try:
        for where, raw in _entries(source):
            count += 1
            yield _entry(raw, where, f"{source.url}#{count}"), where
    except msgspec.DecodeError as error:
        note = f"{source.name}: {error}; nothing of the file is read; mend it, or write one object a line"
        yield _failed("json-broken", note), source.name
    else:
        if not count:
            yield _failed("file-empty", f"{source.name}: the file is empty; skipped"), source.name


def _entries(source: Source) -> Iterator[records.Entry]:
    """The entries of a JSON file, line by line where it is made of lines in a one-byte encoding."""
    with _opened(source) as file:
        head = file.peek(64)[:64] if isinstance(file, BufferedReader | gzip.GzipFile) else b""
        if source.kind != ".json" and b"\x00" not in head and not head.startswith((b"\xff\xfe", b"\xfe\xff", b"[")):
            yield from records.lines(file, source.name)
        else:
            yield from records.split(_utf8(file.read()), source.name)


def _opened(source: Source) -> IO[bytes]:
    return gzip.open(source.path) if source.kind.endswith(".gz") else source.path.open("rb")


def _utf8(data: bytes) -> bytes:
    """The bytes of a JSON file; in UTF-8 where they were in UTF-16 or UTF-32."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:64]:
        found = decode(data)
        return found.text.encode("utf-8", "replace") if found else data
    return data.removeprefix(b"\xef\xbb\xbf")


def _entry(raw: bytes, where: str, url: str) -> Reading:
    try:
        value, issues = records.load(raw, where)
    except ValueError as error:
        return _failed("json-broken", f"{where}: {error}; skipped")
    given = records.given(value, where)
    if isinstance(given, Issue):
        return Reading(None, (given,))
    return reading(given._replace(url=given.url or url, issues=(*issues, *given.issues)), raw)


def _failed(code: str, note: str) -> Reading:
    return Reading(None, (Issue(code, note),))
