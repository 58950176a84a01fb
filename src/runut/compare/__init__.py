"""Sets claims of several reports side by side. Door: `compare`."""

from runut.compare.findings import compare

__all__ = ["compare"]
