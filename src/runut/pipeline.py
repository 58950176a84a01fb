"""The order of the rooms: the one module that knows them all."""

from collections.abc import Iterable, Sequence

import msgspec

from runut.annotate import annotate
from runut.compare import compare
from runut.extract import extract
from runut.group import group
from runut.resolve import resolve
from runut.types import Dating, Document, Dossier, Grouping, Issue, Judgement, Report, Resolution


def per_report(report: Report, published: Dating | None = None) -> Document:
    """Everything that can be read from one report alone. Pure; safe to run anywhere, in any order."""
    return extract(annotate(report, published))


def trace(
    documents: Sequence[Document], judgements: Sequence[Judgement] = (), issues: Iterable[Issue] = ()
) -> Dossier:
    """The dossier of documents made by `per_report`; their order does not matter.

    A report whose day is known only from the other reports of its story is read again with that day, so that
    its "kemarin" and "hari Kamis" get their values.
    """
    documents = _by_date(documents)
    resolution = resolve(documents, judgements)
    grouping = group(documents, resolution, judgements)
    if grouping.dates:
        documents = _by_date([_dated(d, grouping) for d in documents])
        resolution = resolve(documents, judgements)
        grouping = msgspec.structs.replace(group(documents, resolution, judgements), dates=grouping.dates)
    documents = [_resolved(d, resolution) for d in documents]
    findings = compare(documents, grouping.groups, resolution)
    return Dossier(
        documents=tuple(documents),
        threads=_kind(grouping, "thread"),
        stories=_kind(grouping, "story"),
        copies=_kind(grouping, "copies"),
        entities=resolution.entities,
        timeline=(),
        findings=findings,
        issues=tuple(issues),
    )


def _kind(grouping: Grouping, kind: str) -> tuple:  # type: ignore[type-arg]
    return tuple(g for g in grouping.groups if g.kind == kind)


def _dated(document: Document, grouping: Grouping) -> Document:
    found = grouping.dates.get(document.report.id)
    return per_report(document.report, found) if found else document


def _by_date(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda d: (d.published.when.value if d.published else "9999", d.report.id))


def _resolved(document: Document, resolution: Resolution) -> Document:
    """The document with the entity of every name and hop filled in."""
    return document
