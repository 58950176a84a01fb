"""What every store can do."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from runut.types import Document, Judgement, Report


class Judge(Protocol):
    """A record of decisions."""

    def judge(self, judgement: Judgement) -> None:
        """Appends a decision; none is ever changed."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Every decision, in the order made."""
        ...


class Store(Judge, Protocol):
    """Reports as read and decisions as made are kept; documents are derived and may be kept again."""

    def add(self, reports: Iterable[Report]) -> int:
        """How many were new; a report whose id is there already changes nothing."""
        ...

    def reports(self, ids: Iterable[str] | None = None) -> Iterator[Report]:
        """Reports in the order they were added, or those asked for in the order asked; an unknown id gives nothing."""
        ...

    def keep(self, documents: Iterable[Document], *, stage: str) -> None:
        """Keeps what a stage made, in place of what it made of the same reports before.

        `stage` names the stage with the version of code and data.
        """
        ...

    def documents(self, *, stage: str, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """What a stage made, in the order of `reports`; a report it has not seen gives nothing."""
        ...

    def keep_parts(self, parts: Iterable[tuple[str, bytes]], *, stage: str) -> None:
        """Keeps anything else that a stage made, by id, in place of what was kept under the same id."""
        ...

    def parts(self, *, stage: str) -> dict[str, bytes]:
        """Everything kept by `keep_parts` for a stage, by id."""
        ...
