"""Which files there are to read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote_from_bytes

from runut.types import Issue

KINDS = (".jsonl.gz", ".jsonl", ".json", ".html", ".htm", ".txt")
UNFINISHED = ".runut-part"  # end of the name of a file that is being written


class Source(NamedTuple):
    """A file to read."""

    path: Path
    relative: str  # to the folder given, with "/"; its own name where the file itself was given
    kind: str  # one of KINDS

    @property
    def name(self) -> str:
        """What messages call it."""
        return shown(self.relative)

    @property
    def url(self) -> str:
        """Its address where it gives none itself."""
        return "file:" + quote_from_bytes(os.fsencode(self.relative))


def walk(paths: Iterable[str | Path], skip: Path | None = None) -> Iterator[Source | Issue]:
    """Every readable file under the paths, folders sorted by name; an Issue for everything passed over.

    A file or folder that is reached twice, through a link or because it was given twice, is taken once. `skip` is
    passed over without an Issue, and so are files that runut is writing.
    """
    seen: set[tuple[int, int]] = set()
    skip = skip and skip.resolve()
    for given in paths:
        todo = [(Path(given), Path(given).name, "")]
        while todo:
            path, name, inside = todo.pop()
            if path.name.endswith(UNFINISHED) or (skip and path.name == skip.name and path.resolve() == skip):
                continue
            try:
                entries = _entries(path) if path.is_dir() else []
                status = path.stat()
            except OSError as error:
                yield unreadable(name if inside else str(path), error)
                continue
            again = (status.st_dev, status.st_ino) in seen
            seen.add((status.st_dev, status.st_ino))
            if inside and path.name.startswith("."):
                yield Issue("file-skipped", shown(name))
            elif again:
                yield Issue("folder-twice" if path.is_dir() else "file-twice", shown(name))
            elif path.is_dir():
                todo += [(entry, f"{name}/{entry.name}" if inside else entry.name, "inside") for entry in entries]
            else:
                yield _file(path, name)


def unreadable(name: str, error: Exception) -> Issue:
    """The issue of a file that cannot be opened or read to its end."""
    why = (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__
    return Issue("file-unreadable", f"{shown(name)}: {why}")


def shown(name: str) -> str:
    """A file's name as text that can be written anywhere; bytes that are no UTF-8 are written out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _entries(folder: Path) -> list[Path]:
    """Last name first: the next one is taken from the end."""
    return sorted(folder.iterdir(), reverse=True)


def _file(path: Path, name: str) -> Source | Issue:
    low = path.name.lower()
    kind = next((k for k in KINDS if low.endswith(k)), "")
    if not kind:
        return Issue("file-skipped", shown(name))
    if not path.is_file():
        return Issue("file-unreadable", f"{shown(name)}: not a regular file")
    return Source(path, name, kind)
