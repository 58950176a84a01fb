"""Commands over reports: `trace` and `annotate`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from runut.cli.options import Output, Paths, Sample, app, configured, record
from runut.cli.terminal import busy, counted, print_issues, written
from runut.errors import UsageError
from runut.settings import Settings

if TYPE_CHECKING:
    from runut.types import Document, Dossier, Issue, Report

SUFFIXES = {".txt": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json"}


@app.command(short_help="Make a dossier of reports.")
@configured("format", "lang", "strict", "engine", "jobs", "judgements", "store")
def trace(paths: Paths = None, *, output: Output = None, sample: Sample = False, settings: Settings) -> None:
    """Makes a dossier: what happened when, who says so, where reports differ, and how each inference was made.

    The form follows --format, else the suffix of the output file, else it is text. With --store the reports are kept
    and read only once; the dossier is of the reports given and of those kept before that may tell of the same, or
    of all that is kept where none is given.

    Example: runut trace today/ --store sqlite:///reports.db -o today.html
    """
    form = settings.format or _form(output)
    with written(output) as to:
        from runut.publish import write

        dossier = traced(paths, output, settings, sample=sample)
        write(dossier, form, to, settings.lang)
    _finish([*dossier.issues, *(i for d in dossier.documents for i in _own_issues(d))], settings)


def traced(paths: list[Path] | None, output: Path | None, settings: Settings, *, sample: bool) -> "Dossier":
    """The dossier of the reports given, through the store where one is set; decisions of people are replayed.

    Raises UsageError where no report could be read.
    """
    from runut.pipeline import trace as compared

    read = _kept if settings.store else _read
    documents, issues = read(paths, output, settings, sample=sample)
    _require(documents, issues, settings.lang)
    with busy("comparing reports"):
        return compared(documents, list(record(settings).judgements()), issues)


def _read(
    paths: list[Path] | None, output: Path | None, settings: Settings, *, sample: bool
) -> "tuple[list[Document], list[Issue]]":
    """The documents of the reports given, and the issues of files."""
    from runut.types import Document, Issue

    found = list(_documents(_found(paths, output, sample=sample), settings))
    return [d for d in found if isinstance(d, Document)], [i for i in found if isinstance(i, Issue)]


def _kept(
    paths: list[Path] | None, output: Path | None, settings: Settings, *, sample: bool
) -> "tuple[list[Document], list[Issue]]":
    """The same, through a store."""
    from runut import pipeline
    from runut.engine import open_engine
    from runut.store import open_store

    store, engine = open_store(settings.store), open_engine(settings.engine, settings.jobs)
    if not paths and not sample:
        return pipeline.kept(store, engine), []
    given, issues = pipeline.keep(counted(_found(paths, output, sample=sample)), store, engine)
    return (pipeline.kept(store, engine, given) if given else []), issues


@app.command(short_help="Print what is found in each report.")
@configured("lang", "strict", "engine", "jobs")
def annotate(
    paths: Paths = None,
    *,
    form: Annotated[Literal["jsonl"], typer.Option("--format", help="Form of the output.")] = "jsonl",  # noqa: ARG001
    output: Output = None,
    sample: Sample = False,
    settings: Settings,
) -> None:
    """Prints one document a line: zones, sentences, names, times, amounts, attributions and claims of each report.

    Offsets count characters (code points) of the report's text. Reports are read and printed one at a time.
    """
    with written(output) as to:
        from runut.publish import document_json
        from runut.types import Issue

        issues, count = [], 0
        for found in _documents(_found(paths, output, sample=sample), settings):
            if isinstance(found, Issue):
                issues.append(found)
                continue
            count += 1
            issues += _own_issues(found)
            to.write(document_json(found, settings.lang).decode() + "\n")
        _require(count, issues, settings.lang)
    _finish(issues, settings)


def _form(output: Path | None) -> str:
    """The form that the suffix of the output file asks for."""
    suffix = output.suffix.lower() if output else ""
    if suffix and suffix not in SUFFIXES:
        raise UsageError(f"-o {output}: no form has this suffix; known: {', '.join(SUFFIXES)}; or say it with --format")
    return SUFFIXES.get(suffix, "text")


def _sources(paths: list[Path] | None, folder: Path, *, sample: bool) -> list[Path]:
    if sample:
        folder = Path(__file__).parents[1] / "data" / "sample"
        return [*(p for p in sorted(folder.iterdir()) if p.suffix != ".md"), *(paths or [])]
    if not paths:
        raise UsageError("nothing to read; give files or folders, or --sample to see what runut does")
    return [_standard_input(folder) if str(p) == "-" else p for p in paths]


def _standard_input(folder: Path) -> Path:
    """What standard input holds, as a file; its kind is seen from how it begins."""
    content = sys.stdin.buffer.read()
    kind = "json" if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else "txt"
    path = folder / f"stdin.{kind}"
    path.write_bytes(content)
    return path


def _found(paths: list[Path] | None, output: Path | None, *, sample: bool) -> "Iterator[Report | Issue]":
    """The reports and issues of what is given."""
    from runut.read import reports

    with TemporaryDirectory(prefix="runut-") as folder:
        yield from reports(_sources(paths, Path(folder), sample=sample), output)


def _documents(found: "Iterator[Report | Issue]", settings: Settings) -> "Iterator[Document | Issue]":
    from runut.engine import open_engine
    from runut.pipeline import documents

    return counted(documents(found, open_engine(settings.engine, settings.jobs)))


def _require(found: object, issues: list["Issue"], lang: str) -> None:
    if not found:
        print_issues(issues, lang)
        raise UsageError(
            "no report could be read; give .txt, .html, .json or .jsonl files, or try: runut trace --sample"
        )


def _own_issues(document: "Document") -> Iterator["Issue"]:
    """The document's issues; those found after it was read with the report's address before their note."""
    for issue in document.issues:
        where = "" if issue in document.report.issues else f"{document.report.url}: "
        yield msgspec.structs.replace(issue, note=(where + issue.note).removesuffix(": "))


def _finish(issues: list["Issue"], settings: Settings) -> None:
    print_issues(issues, settings.lang)
    if issues and settings.strict:
        raise typer.Exit(1)
