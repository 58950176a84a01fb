"""Sentences for the codes of reasons and issues, from `data/reasons.yaml` and `data/issues.yaml`."""

import functools
import re

import msgspec
import yaml
from msgspec import Struct

from runut.errors import DataError
from runut.lang.packs import DATA
from runut.types import Issue, Reason

FRAMES = ("en", "id")
_HOLE = re.compile(r"\{(\w+)\}")


class Phrase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One code in every frame language; `{name}` is filled from `Reason.words`."""

    code: str
    en: str
    id: str

    def inside(self, tag: str) -> str:
        """The sentence in a frame language; English for any other."""
        return self.id if tag == "id" else self.en


def say(reason: Reason, tag: str) -> str:
    """The sentence that gives a reason. A code without a sentence is shown as it is, with its words."""
    phrase = reasons().get(reason.code)
    if phrase is None:
        return " ".join([reason.code, *(f"{k}={v}" for k, v in sorted(reason.words.items()))])
    return _filled(phrase.inside(tag), reason.words)


def say_issue(issue: Issue, tag: str) -> str:
    """The sentence of an issue's code, then its note. A code without a sentence is shown as it is."""
    phrase = issues().get(issue.code)
    head = phrase.inside(tag) if phrase else issue.code
    return f"{head} {issue.note}".strip() if issue.note else head.removesuffix(":")


def _filled(sentence: str, words: dict[str, str]) -> str:
    """A word that the reason does not give stays visible as "…"."""
    return _HOLE.sub(lambda m: words.get(m[1], "…"), sentence)


@functools.cache
def reasons() -> dict[str, Phrase]:
    """Every reason's sentence by code."""
    return _load("reasons.yaml")


@functools.cache
def issues() -> dict[str, Phrase]:
    """Every issue's sentence by code."""
    return _load("issues.yaml")


def _load(file: str) -> dict[str, Phrase]:
    path = DATA / file
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (it makes text only)
        rows = msgspec.convert(raw, type=list[Phrase])
    except FileNotFoundError:
        return {}
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"{path.name}: {error}") from error
    return {r.code: r for r in rows}
