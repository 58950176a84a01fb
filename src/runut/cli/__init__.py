"""The command: arguments and printing only. What takes time to import is imported where it is used. Door: `main`."""

import gc
import io
import sys

from runut.cli import check as _check
from runut.cli import evaluate as _evaluate
from runut.cli import explain as _explain
from runut.cli import judge as _judge
from runut.cli import trace as _trace
from runut.cli.options import app

__all__ = ["app", "main"]
GARBAGE = 100_000, 20, 100  # documents hold no cycles: Python's own numbers would look for them in vain all the time
COMMANDS = (_trace, _explain, _check, _evaluate, _judge)  # imported, they stand in the app


def main() -> None:
    """Runs the command line. Exits with 1 for issues under --strict, 2 for what cannot be done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace", encoding=None if stream.isatty() else "utf-8")
    gc.set_threshold(*GARBAGE)
    app()
