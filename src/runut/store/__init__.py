"""Keeps reports, what was derived from them, and decisions. Door: `open_store`, and the protocol `Store`."""

from runut.errors import StoreError
from runut.store.judgements import JudgementFile, standing
from runut.store.memory import MemoryStore
from runut.store.protocol import Judge, Store

__all__ = ["Judge", "JudgementFile", "Store", "open_store", "standing"]

KNOWN = ("memory:", "sqlite:///FILE", "postgresql+psycopg://USER@HOST/NAME")


def open_store(url: str = "memory:") -> Store:
    """The store at an address, one of the kinds in KNOWN; a file or tables that are not there are made.

    "memory:" forgets all when the program ends. Raises StoreError.
    """
    if url == "memory:":
        return MemoryStore()
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise StoreError(f"no store {url!r}; known: {', '.join(KNOWN)}")
    from runut.store.sql import SqlStore  # imports SQLAlchemy, which takes time

    return SqlStore(url)
