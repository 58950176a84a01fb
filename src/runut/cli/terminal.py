"""Printing: to the terminal without steering it, to files whole or not at all."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from runut.errors import UsageError

if TYPE_CHECKING:
    from runut.types import Issue

SHOWN = 20  # issues printed one by one


def counted(found: Iterator[Any]) -> Iterator[Any]:
    """The same, with a count on stderr while it runs, if that is a terminal."""
    if not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("reading reports: {task.completed:,}"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(found, total=None)


@contextmanager
def busy(text: str) -> Iterator[None]:
    """Says on stderr what is being done, if that is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield


def print_issues(issues: "Sequence[Issue]", lang: str) -> None:
    """One line an issue on stderr; beyond the first few, a count by code."""
    from runut.lang.phrases import say_issue

    sys.stdout.flush()
    for issue in issues[:SHOWN]:
        print(f"runut: {visible(say_issue(issue, lang))}", file=sys.stderr)
    rest = Counter(issue.code for issue in issues[SHOWN:])
    if rest:
        counts = ", ".join(f"{code} {count}" for code, count in sorted(rest.items()))
        print(f"runut: … and {sum(rest.values()):,} more: {counts}", file=sys.stderr)


def visible(text: str, length: int = 400) -> str:
    """The text with every character that could steer a terminal written out, cut after so many characters."""
    text = text if len(text) <= length else text[: length - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


@contextmanager
def written(path: Path | None) -> Iterator[TextIO]:
    """A stream to a file that appears whole or not at all; stdout for None and "-". Raises UsageError at once.

    Devices and pipes are written as they are.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    target = path.resolve()
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("w", encoding="utf-8") as to:
            yield to
        return
    with _replacing(target, path) as to:
        yield to


@contextmanager
def _replacing(target: Path, path: Path) -> Iterator[TextIO]:
    part = target.with_name(f".{target.name}.{os.getpid()}.runut-part")
    try:
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        to = part.open("x", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            f"-o {path}: cannot be written: {error.strerror}; choose a file in a folder that you may write"
        ) from error
    try:
        with to:
            yield to
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except OSError as error:
        raise UsageError(f"-o {path}: cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
