"""Marks the day of publication."""

import re

import msgspec

from runut.lang import Language
from runut.types import Dating, Document, Reason, When

ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")


def mark(document: Document, language: Language) -> Document:  # noqa: ARG001
    """The document with the day of publication and how it is known."""
    stated = document.report.published
    if document.published is None and ISO.fullmatch(stated):
        why = Reason("published-metadata", {"published": stated})
        return msgspec.structs.replace(document, published=Dating(When(stated), why))
    return document
