"""Reads one report. Door: `annotate`.

Each step takes a document and gives it back with its own marks added; none looks at another report.
"""

from runut.annotate import amounts, attributions, confidence, dating, heads, names, sentences, times, zones
from runut.lang import language
from runut.types import Dating, Document, Report

__all__ = ["annotate"]

STEPS = (
    zones.mark,
    heads.mark,
    sentences.mark,
    dating.mark,
    times.mark,
    amounts.mark,
    names.mark,
    attributions.mark,
    confidence.mark,
)


def annotate(report: Report, published: Dating | None = None) -> Document:
    """The report with everything found in it but claims.

    `published`: the day of publication where it is known from elsewhere (other reports of the story, the user);
    None leaves it to the report's own metadata and text. Linear in the length of the text.
    """
    pack = language(report.lang)
    document = Document(report=report, published=published, issues=report.issues)
    for step in STEPS:
        document = step(document, pack)
    return document
