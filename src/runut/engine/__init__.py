"""Runs the work on one report at a time somewhere. Door: `open_engine`, and the protocol `Engine`."""

from runut.engine.processes import ProcessEngine
from runut.engine.protocol import Engine
from runut.engine.serial import SerialEngine
from runut.errors import UsageError

__all__ = ["Engine", "open_engine"]

NAMES = ("serial", "processes")


def open_engine(name: str = "serial", jobs: int = 0) -> Engine:
    """An engine. `jobs`: worker processes, 0 for one a core; "serial" has none. Raises UsageError.

    With "processes" a program must keep its own start behind `if __name__ == "__main__"`.
    """
    if name not in NAMES:
        raise UsageError(f"no engine {name!r}; known: {', '.join(NAMES)}")
    if jobs < 0:
        raise UsageError(f"jobs: {jobs} is not a whole number from 0 (one for each core)")
    return SerialEngine() if name == "serial" or jobs == 1 else ProcessEngine(jobs)
