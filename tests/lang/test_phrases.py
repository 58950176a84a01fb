"""Every code that a room gives has its sentence in every frame language, and no sentence is without its code."""

import ast
import re
from pathlib import Path

import pytest

from runut.lang.phrases import FRAMES, Phrase, issues, reasons, say, say_issue
from runut.types import Issue, Reason

SRC = Path(__file__).parents[2] / "src" / "runut"
HOLE = re.compile(r"\{(\w+)\}")


def _given(kind: str) -> set[str]:
    """Codes in calls such as Reason("…") or Issue(code="…") anywhere in the source."""
    out = set()
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == kind):
                continue
            first = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "code")][:1]
            for part in (p for f in first for p in ast.walk(f)):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    out.add(part.value)
    return out


@pytest.mark.parametrize(("kind", "phrases"), [("Reason", reasons), ("Issue", issues)])
def test_every_code_has_its_sentences(kind: str, phrases: object) -> None:
    missing = {c for c in _given(kind) if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", c)} - set(phrases())
    assert not missing


@pytest.mark.parametrize("phrases", [reasons, issues])
def test_sentences_say_the_same_in_every_language(phrases: object) -> None:
    for phrase in phrases().values():
        assert all(phrase.inside(tag).strip() for tag in FRAMES), phrase.code
        assert set(HOLE.findall(phrase.en)) == set(HOLE.findall(phrase.id)), phrase.code


@pytest.mark.parametrize("file", ["reasons.yaml", "issues.yaml"])
def test_files_are_sorted_by_code_and_give_each_once(file: str) -> None:
    codes = re.findall(r"(?m)^- code: (\S+)$", (SRC / "data" / file).read_text(encoding="utf-8"))
    assert codes
    assert codes == sorted(set(codes))


def test_words_fill_the_places(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"told": Phrase(code="told", en="{who} told {whom}.", id="{who} memberi tahu {whom}.")}
    monkeypatch.setattr("runut.lang.phrases.reasons", lambda: known)
    assert say(Reason("told", {"who": "Sari", "whom": "Bayu"}), "en") == "Sari told Bayu."
    assert say(Reason("told", {"who": "Sari", "whom": "{who}"}), "id") == "Sari memberi tahu {who}."
    assert say(Reason("told", {"who": "Sari"}), "en") == "Sari told …."


def test_an_unknown_code_is_shown_with_its_words() -> None:
    assert say(Reason("never-heard", {"b": "2", "a": "1"}), "id") == "never-heard a=1 b=2"
    assert say_issue(Issue("never-heard", "here"), "en") == "never-heard here"
