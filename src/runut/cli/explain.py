"""The command over a saved dossier: `explain`."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from runut.cli.options import app, configured
from runut.errors import UsageError
from runut.settings import Settings


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
