"""runut reads many news reports of the same events and traces every statement back to who said it.

`reports` reads files and folders, `per_report` finds what one report says, `trace` makes a dossier of many, `write`
gives it as text, Markdown, HTML or JSON. Each is loaded when it is first used.
"""

import importlib
from typing import TYPE_CHECKING, Any

from runut.types import Claim, Document, Dossier, Finding, Issue, Judgement, Report, Span

if TYPE_CHECKING:
    from runut.engine import open_engine
    from runut.pipeline import per_report, trace
    from runut.publish import write
    from runut.read import reports
    from runut.store import open_store

__all__ = [
    "Claim",
    "Document",
    "Dossier",
    "Finding",
    "Issue",
    "Judgement",
    "Report",
    "Span",
    "open_engine",
    "open_store",
    "per_report",
    "reports",
    "trace",
    "write",
]

HOMES = {
    "open_engine": "runut.engine",
    "open_store": "runut.store",
    "per_report": "runut.pipeline",
    "reports": "runut.read",
    "trace": "runut.pipeline",
    "write": "runut.publish",
}


def __getattr__(name: str) -> Any:
    """A public function, from the room that has it."""
    if name in HOMES:
        return getattr(importlib.import_module(HOMES[name]), name)
    raise AttributeError(f"module 'runut' has no attribute {name!r}")
