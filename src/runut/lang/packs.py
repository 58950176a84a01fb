"""Language packs and world knowledge: YAML written by people, compiled to one JSON file per folder.

`python -m runut.lang` compiles every folder (`make packs`). The YAML loader reads every scalar as text and
msgspec converts by type, because plain YAML turns `no` into false and `12:30` into 750.
"""

import functools
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from runut.errors import DataError
from runut.lang.actions import Actions
from runut.lang.calendar import Calendar
from runut.lang.checks import Checks
from runut.lang.common import Common
from runut.lang.concepts import Concepts
from runut.lang.confidence import Confidence
from runut.lang.cues import Cues
from runut.lang.furniture import Furniture
from runut.lang.numbers import Numbers
from runut.lang.telling import Telling
from runut.lang.titles import Titles
from runut.lang.updates import Updates
from runut.lang.world import Agencies, Bodies, Outlets, Places

P = TypeVar("P", bound=Struct)
DATA = Path(str(resources.files("runut"))) / "data"
COMPILED = "pack.json"


class Language(Struct, frozen=True, kw_only=True):
    """Everything runut knows of one language. A file that a language lacks leaves its part empty."""

    tag: str
    calendar: Calendar = Calendar()
    numbers: Numbers = Numbers()
    cues: Cues = Cues()
    titles: Titles = Titles()
    furniture: Furniture = Furniture()
    actions: Actions = Actions()
    common: Common = Common()
    concepts: Concepts = Concepts()
    confidence: Confidence = Confidence()
    checks: Checks = Checks()
    telling: Telling = Telling()
    updates: Updates = Updates()


class World(Struct, frozen=True, kw_only=True):
    """What no single language owns: places, news agencies, public bodies, outlets."""

    places: Places = Places()
    agencies: Agencies = Agencies()
    bodies: Bodies = Bodies()
    outlets: Outlets = Outlets()


@functools.cache
def languages() -> tuple[str, ...]:
    """Tags of the languages that have a pack, sorted."""
    return tuple(sorted(p.name for p in (DATA / "lang").iterdir() if p.is_dir() and any(p.glob("*.yaml"))))


def has_pack(tag: str) -> bool:
    """Whether a language has a pack."""
    return tag in languages()


@functools.cache
def language(tag: str) -> Language:
    """The pack of a language; an empty one, with its tag, for a language that has none."""
    if not has_pack(tag):
        return Language(tag=tag)
    return _load(DATA / "lang" / tag, Language)


@functools.cache
def world() -> World:
    """Places, agencies, bodies and outlets."""
    return _load(DATA / "world", World)


def _load(folder: Path, kind: type[P]) -> P:
    path = folder / COMPILED
    return msgspec.json.decode(path.read_bytes(), type=kind) if path.exists() else compiled(folder, kind)


def compiled(folder: Path, kind: type[P]) -> P:
    """What the YAML files of a folder say, as one typed value. Raises DataError that names every bad file."""
    parts: dict[str, Any] = {"tag": folder.name} if "tag" in kind.__struct_fields__ else {}
    mistakes = []
    hints = {f.name: f.type for f in msgspec.structs.fields(kind)}
    for path in sorted(folder.glob("*.yaml")):
        try:
            parts[path.stem] = msgspec.convert(_yaml(path), type=hints[path.stem], strict=False)
        except KeyError:
            mistakes.append(f"{path.name}: no room reads it; known: {', '.join(sorted(hints))}")
        except (msgspec.ValidationError, ValueError) as error:
            mistakes.append(f"{path.name}: {error}")
    if folder.name == "world":
        parts["outlets"] = _outlets(folder.parent / "outlets", mistakes)
    if mistakes:
        raise DataError(f"{folder}: " + "; ".join(mistakes))
    return kind(**parts)


def _outlets(folder: Path, mistakes: list[str]) -> Outlets:
    """One file per outlet, in one folder per country."""
    rows = []
    for path in sorted(folder.glob("*/*.yaml")):
        raw = _yaml(path)
        rows.append({"key": path.stem, "country": path.parent.name} | (raw if isinstance(raw, dict) else {}))
    try:
        return msgspec.convert({"entries": rows}, type=Outlets, strict=False)
    except msgspec.ValidationError as error:
        mistakes.append(f"outlets: {error}")
        return Outlets()


def _yaml(path: Path) -> Any:
    import yaml  # only needed to compile

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (it makes text only)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error


def compile_all() -> dict[Path, bytes]:
    """The compiled file of every folder, as bytes; equal YAML gives equal bytes."""
    out = {
        DATA / "lang" / tag / COMPILED: msgspec.json.encode(compiled(DATA / "lang" / tag, Language))
        for tag in languages()
    }
    out[DATA / "world" / COMPILED] = msgspec.json.encode(compiled(DATA / "world", World))
    return out
