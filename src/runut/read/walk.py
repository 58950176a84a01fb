"""Which files there are to read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote_from_bytes

from runut.types import Issue

KINDS = (".txt", ".html", ".htm", ".json", ".jsonl", ".jsonl.gz")


class Source(NamedTuple):
    """A file to read."""

    path: Path
    name: str  # relative to the folder given, with "/"; its own name where the file itself was given
    kind: str  # one of KINDS

    @property
    def url(self) -> str:
        """Its address where it gives none itself."""
        return "file:" + quote_from_bytes(os.fsencode(self.name))


def walk(paths: Iterable[str | Path]) -> Iterator[Source | Issue]:
    """Every readable file under the paths, folders sorted by name; an Issue for everything passed over."""
    seen: set[tuple[int, int]] = set()
    for given in paths:
        path = Path(given)
        yield from _under(path, path.name or str(path), seen, top=True)


def _under(path: Path, name: str, seen: set[tuple[int, int]], *, top: bool = False) -> Iterator[Source | Issue]:
    """Recursion is as deep as the folders are, which the file system limits."""
    if not top and path.name.startswith("."):
        yield Issue("file-skipped", f"{name}: hidden; not read")
        return
    try:
        status = path.stat()
        folder = path.is_dir()
        entries = sorted(path.iterdir()) if folder else []
    except OSError as error:
        yield unreadable(str(path) if top else name, error)
        return
    if (status.st_dev, status.st_ino) in seen:
        code, what = ("link-loop", "folder") if folder else ("report-twice", "file")
        yield Issue(code, f"{path}: this {what} was read before, under another path; skipped")
        return
    seen.add((status.st_dev, status.st_ino))
    if folder:
        for entry in entries:
            inner = entry.name if top else f"{name}/{entry.name}"
            yield from _under(entry, inner, seen)
    else:
        yield _file(path, name)


def _file(path: Path, name: str) -> Source | Issue:
    low = path.name.lower()
    kind = next((k for k in sorted(KINDS, key=len, reverse=True) if low.endswith(k)), "")
    if not kind:
        return Issue("file-skipped", f"{name}: not read; runut reads {', '.join(KINDS)}")
    if not path.is_file():
        return Issue("file-unreadable", f"{name}: not a regular file; skipped")
    return Source(path, name, kind)


def unreadable(name: str, error: Exception) -> Issue:
    """The issue of a file that cannot be opened or read to its end."""
    why = (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__
    return Issue("file-unreadable", f"{name}: {why}; check the path, its permissions and that the file is whole")
