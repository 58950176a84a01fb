"""Turns what is marked in one report into claims. Door: `extract`."""

from runut.extract.claims import claims
from runut.types import Document

__all__ = ["extract"]


def extract(document: Document) -> Document:
    """The document with its claims, in order of span. Linear in the length of the text."""
    return claims(document)
