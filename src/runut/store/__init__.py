"""Keeps reports, what was derived from them, and decisions. Door: `open_store`, and the protocol `Store`."""

from runut.errors import StoreError
from runut.store.memory import MemoryStore
from runut.store.protocol import Store

__all__ = ["Store", "open_store"]

KINDS = {"memory:": MemoryStore}


def open_store(url: str = "memory:") -> Store:
    """The store at an address. "memory:" forgets all when the program ends. Raises StoreError."""
    if url not in KINDS:
        raise StoreError(f"no store {url!r}; known: {', '.join(KINDS)}")
    return KINDS[url]()
