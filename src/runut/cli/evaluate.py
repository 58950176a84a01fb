"""Commands that score output against annotated reports: `eval documents` and `eval dossier`."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from runut.cli.options import app, failing_well
from runut.cli.terminal import visible

ABOUT = """Scores what runut gave against reports that people have annotated.

Examples:

\b
  runut annotate gold/articles.jsonl -o out.jsonl && runut eval documents gold out.jsonl
  runut trace gold/articles.jsonl -o out.json && runut eval dossier gold out.json --errors 20
"""
scores = typer.Typer(help=ABOUT, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(scores, name="eval", short_help="Score output against annotated reports.")

FOLDER = "Folder of STORY.yaml files; short ids become URLs by an articles.jsonl beside them."
Gold = Annotated[Path, typer.Argument(metavar="GOLD", help=FOLDER, show_default=False)]
Errors = Annotated[int, typer.Option("--errors", min=0, metavar="N", help="Print the first N mistakes, too.")]
Json = Annotated[bool, typer.Option("--json", help="Print the scores, and with --errors the mistakes, as JSON.")]
GIVEN_JSONL = "What `runut annotate --format jsonl` gave."
GIVEN_JSON = "What `runut trace --format json` gave."
CUT = 300  # characters of a mistake


@scores.command("documents", short_help="Score what was read in each report.")
def documents(
    gold: Gold,
    out: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help=GIVEN_JSONL, show_default=False)],
    *,
    errors: Errors = 0,
    as_json: Json = False,
) -> None:
    """Scores times, amounts, attributions and boilerplate of each report.

    Example: runut eval documents gold out.jsonl --errors 50
    """
    with failing_well():
        from runut import evaluate

        _show(*evaluate.documents(evaluate.load(gold), evaluate.output_documents(out)), errors, as_json=as_json)


@scores.command("dossier", short_help="Score what was made of all reports.")
def dossier(
    gold: Gold,
    out: Annotated[Path, typer.Argument(metavar="OUT.json", help=GIVEN_JSON, show_default=False)],
    *,
    errors: Errors = 0,
    as_json: Json = False,
) -> None:
    """Scores stories, facts, origins and disagreements of a dossier.

    Example: runut eval dossier gold out.json --json
    """
    with failing_well():
        from runut import evaluate

        _show(*evaluate.dossier(evaluate.load(gold), evaluate.output_dossier(out)), errors, as_json=as_json)


def _show(found: dict[str, Any], mistakes: list[str], errors: int, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(found | ({"mistakes": mistakes[:errors]} if errors else {}), indent=1))
        return
    _table(found)
    if found.get("missing_reports"):
        print(f"{found['missing_reports']} annotated reports are not in the output; all in them counts as missed")
    for line in mistakes[:errors]:
        print(visible(line, CUT))
    if errors < len(mistakes):
        print(f"{len(mistakes) - errors:,} {'more ' if errors else ''}mistakes; --errors N prints the first N")


def _table(found: dict[str, Any]) -> None:
    """One line a measure: precision, recall and F1, or accuracy; and of how many annotated things."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table("measure", box=SIMPLE_HEAD)
    for name in ("precision", "recall", "F1", "accuracy", "of"):
        table.add_column(name, justify="right")
    for name, measure in found.items():
        if isinstance(measure, dict):
            cells = [f"{measure[k]:.3f}" if k in measure else "" for k in ("p", "r", "f1", "accuracy")]
            count = next(measure[k] for k in ("gold", "of", "items") if k in measure)
            table.add_row(name.replace("_", " "), *cells, f"{count:,}")
    width = None if sys.stdout.isatty() else 100
    Console(file=sys.stdout, width=width).print(table)
