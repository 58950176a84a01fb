"""The tree of exceptions: raised when the program cannot do what it was asked.

RunutError
├── UsageError      what the user asked for cannot be done (nothing to read, unknown format, unwritable output)
├── DataError       a file under data/ is wrong; carries every mistake of the file at once
└── StoreError      what was kept cannot be read or written

Bad input is not an exception: it is an `Issue` on its document, and the run goes on.
"""


class RunutError(Exception):
    """Anything runut raises on purpose. Its text says what is wrong, where, and what would be right."""


class UsageError(RunutError):
    """The request cannot be met as asked."""


class DataError(RunutError):
    """A data file breaks its own rules."""


class StoreError(RunutError):
    """Kept reports or decisions cannot be read or written."""
