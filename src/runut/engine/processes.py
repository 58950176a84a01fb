"""A pool of processes on this machine."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from runut.engine.serial import gathered
from runut.errors import RunutError

A = TypeVar("A")
B = TypeVar("B")
CHUNK = 16  # items sent at once: 0.1 s of work on reports, so that sending them costs nothing
INLINE = 64  # a shorter list is done before a second process has loaded its packs
AHEAD = 3  # chunks waiting for each process


class ProcessEngine:
    """Chunks of items in worker processes, which start only when there is enough for them to do."""

    def __init__(self, jobs: int = 0) -> None:
        """`jobs`: worker processes; 0 for one a core."""
        self._jobs = jobs or cores()

    def map(self, fn: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """`fn` of every item, in order; `fn`, items and results must pickle. At most a few chunks are held."""
        rest = iter(items)
        head = list(islice(rest, INLINE + 1))
        if len(head) <= INLINE:
            yield from map(fn, head)
            return
        yield from self._shared(fn, _chained(head, rest))

    def gather(self, keys: Callable[[A], Iterable[str]], items: Iterable[A], /) -> Iterator[tuple[str, list[A]]]:
        """Items that share a key, by key; in this process."""
        return gathered(keys, items)

    def _shared(self, fn: Callable[[A], B], items: Iterator[A]) -> Iterator[B]:
        pool = ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"), initializer=_quiet)
        waiting: deque[Future[list[B]]] = deque()
        try:
            while chunk := list(islice(items, CHUNK)):
                waiting.append(pool.submit(_run, fn, chunk))
                if len(waiting) >= self._jobs * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise RunutError(
                "a worker process ended early, perhaps for want of memory; try fewer with --jobs"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chained(head: list[A], rest: Iterator[A]) -> Iterator[A]:
    yield from head
    yield from rest


def _run(fn: Callable[[A], B], chunk: list[A]) -> list[B]:
    return [fn(item) for item in chunk]


def _quiet() -> None:
    """Leaves Ctrl-C to the parent, which tells the workers to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
