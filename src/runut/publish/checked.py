"""What the reports say about a statement, for terminals and for programs."""

from collections.abc import Iterator, Sequence
from typing import Literal

from runut.lang.phrases import say
from runut.publish import forms as f
from runut.publish.frame import clean
from runut.publish.json import encoded
from runut.publish.outlets import outlets
from runut.types import Checked, Document, Reason, Span

SENTENCES = 8  # shown of each statement


class CheckedOut(f.Out, frozen=True):
    """One line of `runut check --format json`."""

    statement: str
    answer: Literal["supported", "contradicted", "not_reported"]
    supported_by: tuple[str, ...]
    contradicted_by: tuple[str, ...]
    findings: tuple[str, ...]
    why: str


def checked_json(checked: Checked, lang: str = "en") -> str:
    """One object on one line, without the line end."""
    form = CheckedOut(
        statement=checked.statement,
        answer=checked.answer,
        supported_by=checked.supported_by,
        contradicted_by=checked.contradicted_by,
        findings=checked.findings,
        why=" ".join(say(r, lang) for r in checked.why),
    )
    return encoded(form).decode()


def checked_text(checked: Checked, documents: Sequence[Document], lang: str = "en") -> str:
    """The answer, who says so, why, and the sentences with their reports and findings."""
    return "\n".join(clean(line) for line in _lines(checked, documents, lang)) + "\n"


def _lines(checked: Checked, documents: Sequence[Document], lang: str) -> Iterator[str]:
    yield checked.statement
    yield "  " + say(Reason(f"check-answer-{checked.answer.replace('_', '-')}"), lang)
    for code, names in (("check-by", checked.supported_by), ("check-against", checked.contradicted_by)):
        if names:
            yield "  " + say(Reason(code, {"count": str(len(names)), "names": "; ".join(names)}), lang)
    for reason in checked.why:
        yield "  " + say(reason, lang)
    by_id = {d.report.id: d for d in documents}
    for claim in checked.claims[:SENTENCES]:
        document = by_id[claim.span.report]
        name = outlets().name(document.outlet or document.report.outlet) or document.report.url
        yield f"  • {_said(document, claim.span)} [{name}]"
    if checked.findings:
        yield "  " + say(Reason("check-findings", {"ids": " ".join(checked.findings)}), lang)


def _said(document: Document, span: Span) -> str:
    return " ".join(document.report.text[span.start : span.end].split())
