"""The command that sets statements against reports: `check`."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from runut.cli.options import Sample, app, configured
from runut.cli.terminal import busy, print_issues
from runut.cli.trace import traced
from runut.errors import UsageError
from runut.settings import Settings

if TYPE_CHECKING:
    from runut.types import Checked, Dossier

FIRST = 200  # bytes in which a saved dossier shows itself
SAYS = "What is to be checked, one sentence. With --file: more of what --in takes."
IN = "A dossier saved with --format json, or reports: files and folders. May be given several times."
LINES = "Check every line of this file; one JSON object a line comes back."
FORM = "text, or one JSON object a line."


@app.command(short_help="Tell what the reports say about a statement.")
@configured("lang", "engine", "jobs", "judgements", "store")
def check(
    statement: Annotated[list[str] | None, typer.Argument(metavar="STATEMENT [PATH…]", help=SAYS)] = None,
    *,
    among: Annotated[list[Path] | None, typer.Option("--in", metavar="DOSSIER|PATH", help=IN)] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="STATEMENTS.txt", help=LINES)] = None,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help=FORM)] = "text",
    sample: Sample = False,
    settings: Settings,
) -> None:
    """Tells who supports a statement, who contradicts it, or that no report says it. It never says what is true.

    Support needs the same verb, numbers, dates and names in one sentence with its context, neither denied nor merely
    planned. Where no report names a source, the outlets stand for it. With --store the reports given and those kept
    before that may tell of the same are looked in, or all that is kept where none is given; decisions of `runut judge`
    are replayed, in a saved dossier those made before it was saved.

    \b
    Examples:
      runut check "Seluruh 128 penumpang dievakuasi." --sample
      runut check "The agreement was cancelled." --in dossier.json
      runut check "Harga garam naik." --in reports/ --format json
      runut check --file statements.txt --in dossier.json > answers.jsonl
      runut check "Harga garam naik." --store sqlite:///reports.db
    """  # noqa: D301 (click reads \b)
    given = list(statement or [])
    statements = _statements(file) if file else given[:1]
    paths = [*(among or []), *map(Path, given[0 if file else 1 :])]
    if not statements:
        raise UsageError(
            'there is nothing to check; give a sentence, as in: runut check "Harga garam naik." --in DOSSIER'
        )
    dossier = _dossier(paths, settings, sample=sample)
    from runut.pipeline import checker
    from runut.publish import checked_json, checked_text

    with busy("reading the sentences"):
        ask = checker(dossier)
    for checked in _checked(statements, ask):
        if form == "json" or file:
            print(checked_json(checked, settings.lang), flush=True)
        else:
            print(checked_text(checked, dossier.documents, settings.lang), end="")


def _statements(file: Path) -> list[str]:
    """The lines of a file that are not empty."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UsageError(f"--file {file}: it must be UTF-8 text, one statement a line") from error
    found = [line.strip() for line in lines if line.strip()]
    if not found:
        raise UsageError(f"--file {file}: it holds no statement; write one a line")
    return found


def _dossier(paths: list[Path], settings: Settings, *, sample: bool) -> "Dossier":
    """The saved dossier, or the one made of reports."""
    if not paths and not sample and not settings.store:
        raise UsageError("there are no reports to look in; give --in DOSSIER.json, --in PATH, --store or --sample")
    if len(paths) == 1 and not sample and _is_dossier(paths[0]):
        from runut.publish import saved

        with busy("reading the dossier"):
            return saved(paths[0].read_bytes())
    dossier = traced(paths, None, settings, sample=sample)
    print_issues(dossier.issues, settings.lang)
    return dossier


def _is_dossier(path: Path) -> bool:
    if path.suffix.lower() != ".json" or not path.is_file():
        return False
    with path.open("rb") as content:
        return content.read(FIRST).lstrip().startswith(b'{"reports":')


def _checked(statements: list[str], ask: Callable[[str], "Checked"]) -> Iterator["Checked"]:
    """The answers in order, with progress on stderr where that is a terminal and there are many."""
    if len(statements) == 1 or not sys.stderr.isatty():
        yield from map(ask, statements)
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from map(ask, track(statements, "checking statements", console=console, transient=True))
