"""The JSON forms as JSON Schema and as a page of the reference, made from `forms.py`.

`python -m runut.publish.schema docs/reference` writes them.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from runut.publish import forms

FORMS = {
    "dossier": (forms.DossierOut, "runut trace --format json"),
    "document": (forms.DocumentOut, "runut annotate --format jsonl"),
}
_ABOUT = """# JSON reference

Made from `src/runut/publish/forms.py` by `make record`; do not edit by hand.

Offsets count Unicode code points in the text of the report, from 0, the end not included. Dates are ISO 8601 prefixes:
`2024`, `2024-11`, `2024-11-20`; with a part of day `2024-11-20TEV`; with a clock `2024-11-20T13:38+07:00`; `XXXX-11-17`
where the year is not known; `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` and `SET` as in TIMEX3. Keys named here are never
renamed; new ones may be added.

"""


def files() -> dict[str, str]:
    """Every generated file of the reference by name."""
    out = {f"{name}.schema.json": schema(name) for name in FORMS}
    return out | {"json.md": _ABOUT + "\n".join(_page(name) for name in FORMS)}


def schema(name: str) -> str:
    """The JSON Schema of a form, as text."""
    kind, command = FORMS[name]
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": command} | msgspec.json.schema(kind)
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _page(name: str) -> str:
    """A section for a form, then one for each thing inside it that no earlier form has shown."""
    kind, command = FORMS[name]
    made = msgspec.json.schema(kind)
    lines = [f"## `{command}`", "", f"Schema: [{name}.schema.json]({name}.schema.json)", ""]
    earlier = list(FORMS)[: list(FORMS).index(name)]
    shown = {key for form in earlier for key in msgspec.json.schema(FORMS[form][0])["$defs"]}
    first = kind.__name__
    for key in [first, *(k for k in made["$defs"] if k != first and k not in shown)]:
        lines += _section(key, made["$defs"][key])
    return "\n".join(lines)


def _section(key: str, made: dict[str, Any]) -> list[str]:
    lines = [f"### {key}", "", made.get("description", "").strip(), "", "| key | value |", "| --- | --- |"]
    lines += [f"| `{name}` | {_kind(field)} |" for name, field in made.get("properties", {}).items()]
    return [*lines, ""]


def _kind(field: dict[str, Any]) -> str:
    """What a field holds, in words and links."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_kind(f) for f in field["anyOf"])
    if "enum" in field:
        return ", ".join(f"`{v}`" for v in field["enum"])
    if field.get("type") == "array":
        return f"list of {_kind(field.get('items') or {})}"
    if field.get("type") == "object":
        return "map of names to texts"
    return {"string": "text", "null": "`null`"}.get(field.get("type", ""), str(field.get("type", "any")))


def main(folder: str) -> None:
    """Writes every generated file into a folder."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, content in files().items():
        (Path(folder) / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:2] or ["docs/reference"])
