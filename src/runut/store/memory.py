"""A store that lives as long as the program."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from runut.types import Document, Judgement, Report

T = TypeVar("T")


class MemoryStore:
    """Everything in dictionaries."""

    def __init__(self) -> None:
        self._reports: dict[str, Report] = {}
        self._documents: dict[str, dict[str, Document]] = {}
        self._parts: dict[str, dict[str, bytes]] = {}
        self._judgements: list[Judgement] = []

    def add(self, reports: Iterable[Report]) -> int:
        """How many were new."""
        before = len(self._reports)
        for report in reports:
            self._reports.setdefault(report.id, report)
        return len(self._reports) - before

    def reports(self, ids: Iterable[str] | None = None) -> Iterator[Report]:
        """Reports as added, or those asked for."""
        return _chosen(self._reports, ids)

    def keep(self, documents: Iterable[Document], *, stage: str) -> None:
        """Keeps what a stage made."""
        kept = self._documents.setdefault(stage, {})
        kept.update((d.report.id, d) for d in documents)

    def documents(self, *, stage: str, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """What a stage made, in the order of `reports`."""
        return _chosen(self._documents.get(stage, {}), list(self._reports) if ids is None else ids)

    def keep_parts(self, parts: Iterable[tuple[str, bytes]], *, stage: str) -> None:
        """Keeps anything derived, by id."""
        self._parts.setdefault(stage, {}).update(parts)

    def parts(self, *, stage: str) -> dict[str, bytes]:
        """Everything derived that a stage kept, by id."""
        return dict(self._parts.get(stage, {}))

    def judge(self, judgement: Judgement) -> None:
        """Appends a decision."""
        self._judgements.append(judgement)

    def judgements(self) -> Iterator[Judgement]:
        """Every decision, in the order made."""
        return iter(tuple(self._judgements))


def _chosen(kept: dict[str, T], ids: Iterable[str] | None) -> Iterator[T]:
    if ids is None:
        return iter(tuple(kept.values()))
    return iter([kept[i] for i in ids if i in kept])
