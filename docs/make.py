"""Writes the parts of the reference that are made from code and data: commands, and the codes of issues and reasons.

python docs/make.py    (make record does it, with the JSON schemas); tests/test_docs.py compares.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

from runut.lang.packs import DATA

REFERENCE = Path(__file__).parent / "reference"
HEAD = "<!-- made by docs/make.py; do not edit -->\n\n"


def commands() -> str:
    """Every command with its help, arguments and options, as Markdown by Typer's own writer."""
    call = [sys.executable, "-m", "typer", "runut.cli", "utils", "docs", "--name", "runut"]
    text = subprocess.run(call, check=True, capture_output=True, text=True, env=os.environ | {"COLUMNS": "120"}).stdout
    return HEAD + re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def codes() -> str:
    """Every code of an issue or a reason with its sentence in both languages, as Markdown."""
    out = HEAD + "# Codes\n\nWords in braces are filled in. The same sentences stand in the dossier.\n"
    for name, what in (("issues", "what was wrong with a report"), ("reasons", "why something was inferred")):
        out += f"\n## {name.capitalize()}: {what}\n\n| code | English | Indonesian |\n|---|---|---|\n"
        for row in yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8")):
            out += f"| `{row['code']}` | {row['en']} | {row['id']} |\n".replace("\n\n", "\n")
    return out


def pages() -> dict[Path, str]:
    """Every generated page."""
    return {REFERENCE / "commands.md": commands(), REFERENCE / "codes.md": codes()}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.name)
