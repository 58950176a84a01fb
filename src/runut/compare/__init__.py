"""Sets claims of several reports side by side. Door: `compare`."""

from collections.abc import Sequence

from runut.types import Document, Finding, Group, Resolution

__all__ = ["compare"]


def compare(
    documents: Sequence[Document], groups: Sequence[Group], resolution: Resolution  # noqa: ARG001
) -> tuple[Finding, ...]:
    """Findings: statements aligned across the reports of one story or thread, with verdict and origins."""
    return ()
