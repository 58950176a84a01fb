"""Every option of runut: its default, its unit, its help line, and where it may be set."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta, Struct

from runut.errors import UsageError

FILE = "runut.toml"
TABLE = "runut"
PREFIX = "RUNUT_"
OTHERS = ("eval_data",)  # variables that are no options: where evaluation data lies


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
    judgements: Annotated[
        str, Meta(description="File in which decisions of `runut judge` are kept without a store.")
    ] = "runut-judgements.jsonl"
    store: Annotated[str, Meta(description="Where reports are kept: sqlite:///FILE or postgresql+psycopg://….")] = ""
    engine: Annotated[Literal["serial", "processes"], Meta(description="Where the work on single reports runs.")] = (
        "processes"
    )
    jobs: Annotated[int, Meta(ge=0, description="Processes; 0 is one for each core.")] = 0


def load(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """The options as set by a file and by RUNUT_* variables, which win. Raises UsageError with the valid names.

    `path`: None reads `runut.toml` in the working folder if it is there. The file holds one table, `[runut]`.
    """
    return merged(_file(path), _environment(environ))


def merged(*sources: Mapping[str, Any]) -> Settings:
    """Settings from plain values by name; a later source wins, None says nothing. Raises UsageError.

    Text is converted by type, so that "2" is a number and "true" a truth value.
    """
    types = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    given = {name: value for source in sources for name, value in source.items() if value is not None}
    unknown = [name for name in given if name not in types]
    if unknown:
        raise UsageError(f"there is no option {', '.join(unknown)}; known: {', '.join(types)}")
    return Settings(**{name: _converted(name, value, types[name]) for name, value in given.items()})


def choices(kind: Any) -> tuple[str, ...]:
    """The words that an option may be set to; () if it is no choice between words."""
    return tuple(value for value in get_args(kind) if value)


def _converted(name: str, value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        plain = get_args(kind)[0]
        right = " or ".join(choices(plain)) or {bool: "true or false", int: "a whole number from 0"}[plain]
        raise UsageError(f"option {name}: {value!r} is not {right}") from error


def _file(path: Path | None) -> dict[str, Any]:
    if path is None and not Path(FILE).is_file():
        return {}
    where = path or Path(FILE)
    try:
        tables = tomllib.loads(where.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{where}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{where}: {error}") from error
    table = tables.pop(TABLE, {})
    if tables or not isinstance(table, dict):
        raise UsageError(f"{where}: options belong into one table, [{TABLE}]; found: {', '.join(tables) or TABLE}")
    return table


def _environment(environ: Mapping[str, str]) -> dict[str, Any]:
    found = {k.removeprefix(PREFIX).lower(): v for k, v in environ.items() if k.startswith(PREFIX)}
    return {name: value for name, value in found.items() if name not in OTHERS}
