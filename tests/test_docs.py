"""The docs cannot fall behind: generated pages are made again and compared, and every code and command is in them."""

import importlib.util
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location("docs_make", ROOT / "docs/make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_codes_are_what_the_data_say(maker):
    assert (ROOT / "docs/reference/codes.md").read_text(encoding="utf-8") == maker.codes(), "run: make record"


@pytest.fixture(scope="module")
def written(maker):
    """Commands and options, by the page as it would be written now; its layout is the library's."""
    text = maker.commands()
    return set(re.findall(r"^#+ `(runut [a-z ]+)`", text, re.MULTILINE)), set(re.findall(r"--[a-z][a-z-]+", text))


def test_every_command_and_option_stands_in_the_reference(written):
    page = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    missing = [w for part in written for w in sorted(part) if w not in page]
    assert missing == [], "run: make record"


def test_what_the_guide_calls_exists(written):
    commands, options = {c.split()[1] for c in written[0]}, written[1] | {"--install-completion"}
    for page in (ROOT / "README.md", *sorted((ROOT / "docs/guide").glob("*.md"))):
        calls = re.findall(
            r"(?:[/`]runut|^runut(?= [a-z]+ [^ ]*[./-])) ([a-z]+)(.*)", page.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert calls
        for command, rest in calls:
            assert command in commands, f"{page.name}: runut {command}"
            assert set(re.findall(r"--[a-z][a-z-]+", rest.split("`")[0])) <= options, f"{page.name}: {rest}"


@pytest.mark.parametrize("name", ["issues", "reasons"])
def test_codes_are_sorted_and_said_in_both_languages(name):
    rows = yaml.safe_load((ROOT / f"src/runut/data/{name}.yaml").read_text(encoding="utf-8"))
    keys = [r["code"] for r in rows]
    assert keys == sorted(set(keys))
    for row in rows:
        assert set(re.findall(r"{(\w+)}", row["en"])) == set(re.findall(r"{(\w+)}", row["id"])), row["code"]


def test_links_between_pages_lead_somewhere():
    for page in (ROOT / "README.md", *ROOT.glob("docs/**/*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
