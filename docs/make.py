"""Writes the parts of the reference that are made from code and data: commands, and the codes of issues and reasons.

python docs/make.py [--picture]    (make record does it, with the JSON schemas); tests/test_docs.py compares.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
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


def picture(to: Path) -> None:
    """A screenshot of the bundled sample's page, by Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    from runut.cli import main

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page = Path(folder) / "sample.html"
        sys.argv = ["runut", "trace", "--sample", "-o", str(page)]
        with contextlib.suppress(SystemExit):
            main()
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1180, "height": 1180}, color_scheme="light")
        tab.goto(page.as_uri())
        tab.screenshot(path=to)
        browser.close()


if __name__ == "__main__":
    if "--picture" in sys.argv:
        picture(Path(__file__).parent / "dossier.png")
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path.name)
