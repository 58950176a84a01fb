"""Sets claims of several reports side by side. Door: `compare`; beside it `timeline`, which orders what it
finds, and `Checker`, which sets a statement against it.
"""

from runut.compare.check import Checker
from runut.compare.findings import compare
from runut.compare.timeline import timeline

__all__ = ["Checker", "compare", "timeline"]
