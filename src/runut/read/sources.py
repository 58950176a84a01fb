"""Files and folders, one after the other, into readings."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path

import msgspec

from runut.read import records
from runut.read.decode import decode, doubts
from runut.read.given import Given, report
from runut.read.walk import Source, unreadable, walk
from runut.text import digest
from runut.types import Issue, Report

PAGES = ("<!doctype html", "<html")  # how a web page saved under another name begins
BROKEN = (OSError, EOFError, zlib.error)  # what an unreadable or torn file raises, packed or not


def reports(sources: Iterable[str | Path], skip: Path | None = None) -> Iterator[Report | Issue]:
    """Every report, and an Issue for every file or entry that gives none, in the order of the paths given.

    Folders are read with all their folders, sorted by name. One file is held at a time, of `.jsonl` one line. A text
    read before is named and left out, unless two different web addresses tell the two apart. `skip`: a file to pass
    over without a word, because the results go there.
    """
    seen: dict[str, str] = {}
    for source in walk(sources, skip):
        if isinstance(source, Issue):
            yield source
            continue
        try:
            for found, where in _readings(source):
                yield _once(found, where, seen)
        except BROKEN as error:
            yield unreadable(source.name, error)


def _once(found: Report | Issue, where: str, seen: dict[str, str]) -> Report | Issue:
    if isinstance(found, Issue):
        return found
    key = "t-" + digest(found.outlet, found.text) if found.url.startswith("file:") else found.id
    if key in seen:
        return Issue("report-twice", f"{where} = {seen[key]}")
    seen[key] = where
    return found


def _readings(source: Source) -> Iterator[tuple[Report | Issue, str]]:
    if source.kind.startswith(".json"):
        yield from _from_json(source)
        return
    data = source.path.read_bytes()
    yield _from_text(source, data), source.name


def _from_text(source: Source, data: bytes) -> Report | Issue:
    if not data.strip(b"\x00 \t\r\n"):
        return Issue("file-empty", source.name)
    found = decode(data)
    if found is None:
        return Issue("file-binary", source.name)
    page = found.text[:200].lstrip("\ufeff \t\r\n").lower().startswith(PAGES)
    given: Given | Issue = Given(where=source.name, text=found.text)
    if page or (source.kind.startswith(".htm") and "<" in found.text):
        from runut.read import html  # lxml and trafilatura take a second

        given = html.given(found.text, source.name)
    if isinstance(given, Issue):
        return given
    issues = (*doubts(source.name, found), *given.issues)
    return report(given._replace(url=given.url or source.url, issues=issues), data)


def _from_json(source: Source) -> Iterator[tuple[Report | Issue, str]]:
    empty = True
    try:
        for place, raw in _entries(source):
            empty, where = False, source.name + place
            yield _entry(raw, where, source.url + place.replace(":", "#")), where
    except msgspec.DecodeError as error:
        yield Issue("json-broken", f"{source.name}: {error}"), source.name
    else:
        if empty:
            yield Issue("file-empty", source.name), source.name


def _entries(source: Source) -> Iterator[records.Entry]:
    """The entries of a JSON file, line by line where it is made of lines in a one-byte encoding."""
    with _opened(source) as file:
        head = file.peek(64)[:64]
        if source.kind != ".json" and b"\x00" not in head and not head.startswith((b"\xff\xfe", b"\xfe\xff", b"[")):
            yield from records.lines(file)
        else:
            yield from records.split(_utf8(file.read()))


def _opened(source: Source) -> gzip.GzipFile | BufferedReader:
    return gzip.open(source.path) if source.kind.endswith(".gz") else source.path.open("rb")


def _utf8(data: bytes) -> bytes:
    """The bytes of a JSON file; in UTF-8 where they were in UTF-16 or UTF-32."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:64]:
        found = decode(data)
        return found.text.encode("utf-8", "replace") if found else data
    return data.removeprefix(b"\xef\xbb\xbf")


def _entry(raw: bytes, where: str, url: str) -> Report | Issue:
    try:
        value, issues = records.load(raw, where)
    except ValueError as error:
        return Issue("json-broken", f"{where}: {error}")
    given = records.given(value, where)
    if isinstance(given, Issue):
        return given
    return report(given._replace(url=given.url or url, issues=(*issues, *given.issues)), raw)
