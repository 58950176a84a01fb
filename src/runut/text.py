"""Arithmetic on text that keeps offsets true."""

import hashlib
import unicodedata

from runut.types import Span

AROUND = 32  # characters of context on each side of a quotation (W3C Web Annotation, TextQuoteSelector)


def settle(text: str) -> str:
    """The text as a report keeps it: NFC, line feeds as line ends, no byte order mark."""
    return unicodedata.normalize("NFC", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def fold(text: str) -> str:
    """Lower case, character by character, so that every offset stays true.

    A letter whose lower case is longer than one character ("İ") is kept as it is.
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def digest(*parts: str) -> str:
    """16 hex digits that depend on every part and on where one ends and the next begins."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def quote(text: str, span: Span) -> tuple[str, str, str]:
    """(prefix, exact, suffix) of a span, as in W3C's TextQuoteSelector."""
    before = text[max(0, span.start - AROUND) : span.start]
    return before, text[span.start : span.end], text[span.end : span.end + AROUND]
