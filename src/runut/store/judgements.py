"""Decisions that overrule what runut finds: kept one a line in a file, appended and never edited."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from runut.errors import StoreError
from runut.types import Judgement


def standing(record: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The decisions that nobody has undone, in the order made; numbers of a record begin with 1.

    A decision that undoes another can be undone itself, which brings the other back.
    """
    rows = list(record)
    undone: set[int] = set()
    found: list[Judgement] = []
    for number in range(len(rows), 0, -1):
        judgement = rows[number - 1]
        if number in undone:
            continue
        if judgement.undoes:
            undone.add(judgement.undoes)
        else:
            found.append(judgement)
    return tuple(reversed(found))


class JudgementFile:
    """A record of decisions in one file, which need not be there yet."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def judge(self, judgement: Judgement) -> None:
        """Appends a decision. Raises StoreError."""
        try:
            with self._path.open("ab+") as file:
                if file.tell() and not _ends_a_line(file.fileno(), file.tell()):
                    file.write(b"\n")
                file.write(msgspec.json.encode(judgement) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(
                f"{self._path}: {error.strerror}; say where decisions are kept with --judgements"
            ) from error

    def judgements(self) -> Iterator[Judgement]:
        """Every decision, in the order made; none where there is no file. Raises StoreError with the bad line."""
        try:
            lines = self._path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return
        except OSError as error:
            raise StoreError(f"{self._path}: {error.strerror}") from error
        for number, line in enumerate(lines, 1):
            try:
                if line.strip():
                    yield msgspec.json.decode(line, type=Judgement)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise StoreError(f"{self._path}:{number}: {error}; the file is written by: runut judge") from error


def _ends_a_line(file: int, size: int) -> bool:
    return os.pread(file, 1, size - 1) == b"\n"
