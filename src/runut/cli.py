"""The command: arguments and printing only. What takes time to import is imported where it is used."""

import functools
import inspect
import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO, get_args

import msgspec
import typer

from runut.errors import RunutError, UsageError
from runut.settings import Settings, choices, load, merged

if TYPE_CHECKING:
    from runut.types import Document, Issue

SHOWN = 20  # issues printed one by one
SUFFIXES = {".txt": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json"}
BROKEN_PIPE = 141  # what a shell shows for a program that ended because nobody read on
ABOUT = """Reads many news reports of the same events and traces every statement back to who said it.

runut never says what is true: it says how many outlets, publishers and independent origins stand behind a statement,
where reports differ and who denies what; every line leads to its sentence.

Examples:

\b
  runut trace --sample                      see a dossier of invented reports
  runut trace reports/                      a folder of .txt, .html, .json and .jsonl files
  runut trace reports/ -o dossier.html      one page that needs no network
  runut trace a.txt b.html --lang en        the frame in English; statements stay as printed
  runut trace reports/ -o dossier.json && runut explain f-0123456789abcdef dossier.json
  runut annotate corpus.jsonl.gz -o out.jsonl
"""
FILES = "Files and folders: .txt, .html, .json, .jsonl, .jsonl.gz; folders with all their folders."
Paths = Annotated[list[Path] | None, typer.Argument(metavar="PATH", help=FILES, show_default=False)]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here; else to the terminal.")
]
Sample = Annotated[bool, typer.Option("--sample", help="Read the bundled sample of invented reports.")]

app = typer.Typer(
    help=ABOUT, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip


def main() -> None:
    """Runs the command line. Exits with 1 for issues under --strict, 2 for what cannot be done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace", encoding=None if stream.isatty() else "utf-8")
    app()


def configured(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator that gives a command an option for each of the settings named, and hands it all settings.

    What is not given on the command line comes from the environment, then from the file, then from the defaults.
    Errors become one line on stderr and exit 2.
    """

    def wrap(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def run(config: Path | None, **given: Any) -> None:
            with failing_well():
                chosen = {name: given.pop(name) for name in names}
                command(**given, settings=merged(msgspec.structs.asdict(load(config)), chosen))

        own = inspect.signature(command, eval_str=True).parameters.values()
        options = [p for p in _setting_options() if p.name in names]
        parameters = [p for p in own if p.name != "settings"] + options + [_config()]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        return run

    return wrap


def _setting_options() -> Iterator[inspect.Parameter]:
    """An option for every setting; None means that the command line does not say."""
    for field in msgspec.structs.fields(Settings):
        kind, meta = get_args(field.type)
        values = "|".join(choices(kind))
        default = f"  [default: {field.default}]" if field.default not in ("", False) else ""
        plain = kind if kind in (bool, int) else str
        option = typer.Option(
            f"--{field.name}",
            help=meta.description + default,
            metavar=values or ("N" if kind is int else None),
            show_default=False,
        )
        annotation = Annotated[plain | None, option]  # type: ignore[valid-type]
        yield inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def _config() -> inspect.Parameter:
    text = "Read options from this file instead of ./runut.toml; RUNUT_… variables and the command line win over it."
    annotation = Annotated[Path | None, typer.Option("--config", metavar="FILE", help=text, show_default=False)]
    return inspect.Parameter("config", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


@contextmanager
def failing_well() -> Iterator[None]:
    """Turns what runut raises on purpose into one line and exit 2; ends quietly when nobody reads on."""
    try:
        yield
        sys.stdout.flush()
    except RunutError as error:
        print(f"runut: {visible(str(error))}", file=sys.stderr)
        raise typer.Exit(2) from error
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
    except OSError as error:
        print(f"runut: {visible(str(error))}", file=sys.stderr)
        raise typer.Exit(2) from error


@app.callback(invoke_without_command=True)
def start(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """Options of runut itself."""
    if version:
        from importlib.metadata import version as installed

        print(f"runut {installed('runut')}")
        raise typer.Exit


@app.command(short_help="Make a dossier of reports.")
@configured("format", "lang", "strict", "engine", "jobs")
def trace(paths: Paths = None, *, output: Output = None, sample: Sample = False, settings: Settings) -> None:
    """Makes a dossier: what happened when, who says so, where reports differ, and how each inference was made.

    The form follows --format, else the suffix of the output file, else it is text.
    """
    form = settings.format or _form(output)
    with written(output) as to:
        from runut.pipeline import trace as traced
        from runut.publish import write
        from runut.types import Document, Issue

        documents: list[Document] = []
        issues: list[Issue] = []
        for found in _documents(_sources(paths, sample=sample), settings, output):
            if isinstance(found, Issue):
                issues.append(found)
            else:
                documents.append(found)
        _require(documents, issues, settings.lang)
        with busy("comparing reports"):
            dossier = traced(documents, issues=issues)
        write(dossier, form, to, settings.lang)
    _finish([*issues, *(i for d in dossier.documents for i in _own_issues(d))], settings)


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
        for found in _documents(_sources(paths, sample=sample), settings, output):
            if isinstance(found, Issue):
                issues.append(found)
                continue
            count += 1
            issues += _own_issues(found)
            to.write(document_json(found, settings.lang).decode() + "\n")
        _require(count, issues, settings.lang)
    _finish(issues, settings)


@app.command(short_help="Show where a line of a dossier comes from.")
@configured("lang")
def explain(
    line: Annotated[str, typer.Argument(metavar="ID", help="Its id: of a finding, claim, report, story, name …")],
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER.json", help="A dossier saved with --format json.")],
    *,
    settings: Settings,
) -> None:
    """Shows what stands behind one line of a saved dossier: sentences, spans, and the reason of each inference."""
    saved = _saved(dossier)
    from runut.publish import explain as explained

    print(explained(saved, line, settings.lang))


def _saved(path: Path) -> dict[str, Any]:
    try:
        saved = msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: {error}; it must be a dossier saved with: runut trace … --format json -o FILE"
        ) from error
    if not isinstance(saved, dict) or "findings" not in saved:
        raise UsageError(f"{path}: this is no dossier; save one with: runut trace … --format json -o FILE")
    return saved


def _form(output: Path | None) -> str:
    """The form that the suffix of the output file asks for."""
    suffix = output.suffix.lower() if output else ""
    if suffix and suffix not in SUFFIXES:
        raise UsageError(f"-o {output}: no form has this suffix; known: {', '.join(SUFFIXES)}; or say it with --format")
    return SUFFIXES.get(suffix, "text")


def _sources(paths: list[Path] | None, *, sample: bool) -> list[Path]:
    if sample:
        folder = Path(__file__).parent / "data" / "sample"
        return [*(p for p in sorted(folder.iterdir()) if p.suffix != ".md"), *(paths or [])]
    if not paths:
        raise UsageError("nothing to read; give files or folders, or --sample to see what runut does")
    return paths


def _documents(sources: list[Path], settings: Settings, output: Path | None) -> Iterator["Document | Issue"]:
    from runut.engine import open_engine
    from runut.pipeline import documents
    from runut.read import reports

    return counted(documents(reports(sources, output), open_engine(settings.engine, settings.jobs)))


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


def _require(found: object, issues: list["Issue"], lang: str) -> None:
    if not found:
        _print_issues(issues, lang)
        raise UsageError(
            "no report could be read; give .txt, .html, .json or .jsonl files, or try: runut trace --sample"
        )


def _own_issues(document: "Document") -> Iterator["Issue"]:
    """The document's issues; those found after it was read with the report's address before their note."""
    for issue in document.issues:
        where = "" if issue in document.report.issues else f"{document.report.url}: "
        yield msgspec.structs.replace(issue, note=(where + issue.note).removesuffix(": "))


def _finish(issues: list["Issue"], settings: Settings) -> None:
    _print_issues(issues, settings.lang)
    if issues and settings.strict:
        raise typer.Exit(1)


def _print_issues(issues: list["Issue"], lang: str) -> None:
    """One line an issue on stderr; beyond the first few, a count by code."""
    from runut.lang.phrases import say_issue

    sys.stdout.flush()
    for issue in issues[:SHOWN]:
        print(f"runut: {visible(say_issue(issue, lang))}", file=sys.stderr)
    rest = Counter(issue.code for issue in issues[SHOWN:])
    if rest:
        counts = ", ".join(f"{code} {count}" for code, count in sorted(rest.items()))
        print(f"runut: … and {sum(rest.values()):,} more: {counts}", file=sys.stderr)


def visible(text: str) -> str:
    """The text with every character that could steer a terminal written out, cut after 400 characters."""
    text = text if len(text) <= 400 else text[:399] + "…"
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


if __name__ == "__main__":
    main()
