"""Keeps reports, what was derived from them, and decisions. Door: `open_store`, and the protocol `Store`."""

from runut.errors import StoreError
from runut.store.judgements import JudgementFile, standing
from runut.store.memory import MemoryStore
from runut.store.protocol import Judge, Store

__all__ = ["Judge", "JudgementFile", "Store", "open_store", "standing"]

KINDS = {"memory:": MemoryStore}


def open_store(url: str = "memory:") -> Store:
    """The store at an address. "memory:" forgets all when the program ends. Raises StoreError."""
    if url not in KINDS:
        raise StoreError(f"no store {url!r}; known: {', '.join(KINDS)}")
    return KINDS[url]()
