"""Sets claims of several reports side by side. Door: `compare`; beside it `timeline`, which orders what it finds."""

from runut.compare.findings import compare
from runut.compare.timeline import timeline

__all__ = ["compare", "timeline"]
