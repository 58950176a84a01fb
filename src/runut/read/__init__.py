"""Reads files into reports. Door: `reports`."""

from runut.read.sources import reports

__all__ = ["reports"]
