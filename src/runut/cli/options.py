"""The command itself, and what its commands share: arguments, settings, errors."""

import functools
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, get_args

import msgspec
import typer

from runut.cli.terminal import visible
from runut.errors import RunutError
from runut.settings import Settings, choices, load, merged
from runut.store import Judge, JudgementFile, open_store

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
FILES = "Files and folders: .txt, .html, .json, .jsonl, .jsonl.gz; folders with all their folders; - is standard input."
Paths = Annotated[list[Path] | None, typer.Argument(metavar="PATH", help=FILES, show_default=False)]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here; else to the terminal.")
]
Sample = Annotated[bool, typer.Option("--sample", help="Read the bundled sample of invented reports.")]


app = typer.Typer(
    help=ABOUT, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip


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


def record(settings: Settings) -> Judge:
    """Where decisions are kept: in the store, else in a file."""
    return open_store(settings.store) if settings.store else JudgementFile(Path(settings.judgements))


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
