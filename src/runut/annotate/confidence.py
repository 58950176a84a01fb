"""How likely each mark is right, by how often marks made in the same way were."""

import functools
from typing import TypeVar

import msgspec

from runut.lang import Language, language
from runut.lang.confidence import Path, path
from runut.types import Amount, Attribution, Document, Mark, Name, When, Zone

V = TypeVar("V", Name, When, Amount, Zone)


def mark(document: Document, language: Language) -> Document:
    """The document with the confidence of every mark and attribution; as it is where its language was not measured."""
    if not language.confidence.counts:
        return document
    return msgspec.structs.replace(
        document,
        zones=_sure(document.zones, language.tag),
        names=_sure(document.names, language.tag),
        times=_sure(document.times, language.tag),
        amounts=_sure(document.amounts, language.tag),
        authors=_sure(document.authors, language.tag, "byline"),
        editors=_sure(document.editors, language.tag, "credit"),
        credits=_sure(document.credits, language.tag, "credit"),
        attributions=tuple(_attribution(a, document.report.text, language.tag) for a in document.attributions),
    )


def _sure(marks: tuple[Mark[V], ...], tag: str, kind: str = "") -> tuple[Mark[V], ...]:
    """The marks with their confidence; `kind`: of the zone that a byline or credit was read in."""
    return tuple(
        Mark(m.span, m.value, m.rule, _rate(tag, ("zones", kind, m.rule) if kind else path(m, ""))) for m in marks
    )


def _attribution(found: Attribution, text: str, tag: str) -> Attribution:
    return msgspec.structs.replace(found, confidence=_rate(tag, path(found, text)))


@functools.cache
def _rate(tag: str, path: Path) -> float | None:
    """Kept, as there are few ways to make a mark."""
    return language(tag).confidence.of(path)
