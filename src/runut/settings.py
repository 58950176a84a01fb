"""Every option of runut: its default, its unit, its help line, and where it may be set."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from runut.errors import UsageError

FILE = "runut.toml"
TABLE = "runut"
PREFIX = "RUNUT_"


class Settings(Struct, frozen=True, kw_only=True):
    """The options, each with its default and its help line."""

    format: Annotated[
        Literal["", "text", "md", "html", "json"],
        Meta(description="Form of the dossier; else it follows the suffix of -o, else it is text."),
    ] = ""
    lang: Annotated[
        Literal["id", "en"], Meta(description="Language of the frame around the statements, which stay as printed.")
    ] = "en"
    strict: Annotated[bool, Meta(description="Exit with 1 if there was any issue.")] = False
    engine: Annotated[Literal["serial", "processes"], Meta(description="Where the work on single reports runs.")] = (
        "processes"
    )
    jobs: Annotated[int, Meta(ge=0, description="Processes; 0 is one for each core.")] = 0


def load(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """The options as set by a file and by RUNUT_* variables, which win. Raises UsageError with the valid names.

    `path`: None reads `runut.toml` in the working folder if it is there. The file holds one table, `[runut]`.
    """
    given = _file(path) | _environment(environ)
    return checked(given)


def checked(given: Mapping[str, Any]) -> Settings:
    """Options from plain values, text converted by type. Raises UsageError that names the option."""
    try:
        return msgspec.convert(dict(given), Settings, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"option: {error}".replace("$.", "")) from error


def _file(path: Path | None) -> dict[str, Any]:
    if path is None and not Path(FILE).is_file():
        return {}
    where = path or Path(FILE)
    try:
        tables = tomllib.loads(where.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{where}: {error}") from error
    table = tables.pop(TABLE, {})
    if tables or not isinstance(table, dict):
        raise UsageError(f"{where}: {', '.join(tables) or TABLE}: options belong into one table, [{TABLE}]")
    return _known(table, str(where))


def _environment(environ: Mapping[str, str]) -> dict[str, Any]:
    found = {k.removeprefix(PREFIX).lower(): v for k, v in environ.items() if k.startswith(PREFIX)}
    found.pop("eval_data", None)  # for tests and benchmarks only
    return _known(found, "environment")


def _known(given: dict[str, Any], where: str) -> dict[str, Any]:
    unknown = [name for name in given if name not in Settings.__struct_fields__]
    if unknown:
        names = ", ".join(Settings.__struct_fields__)
        raise UsageError(f"{where}: no option {', '.join(unknown)}; known: {names}")
    return given
