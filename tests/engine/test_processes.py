"""The pool of processes: nothing starts for little work, and nothing stays behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from runut.engine.processes import INLINE, ProcessEngine, cores
from runut.errors import RunutError


def where(_):
    return os.getpid()


def die(_):
    os.kill(os.getpid(), signal.SIGKILL)


def test_little_work_is_done_here():
    assert set(ProcessEngine(2).map(where, range(INLINE))) == {os.getpid()}


def test_much_work_is_done_elsewhere_and_the_workers_end():
    found = set(ProcessEngine(2).map(where, range(INLINE * 4)))
    assert os.getpid() not in found
    assert 1 <= len(found) <= 2
    assert until(lambda: not multiprocessing.active_children())


def test_a_worker_that_is_killed_is_an_error_with_a_remedy():
    with pytest.raises(RunutError, match="--jobs"):
        list(ProcessEngine(1).map(die, range(INLINE * 2)))


def test_no_number_means_one_for_each_core():
    assert ProcessEngine()._jobs == cores() >= 1


PROGRAM = """
import time
from runut.engine import open_engine
if __name__ == "__main__":
    print("on", flush=True)
    for _ in open_engine("processes", 2).map(time.sleep, [0.05] * 9999):
        pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")
def test_an_interrupt_ends_all_within_a_moment(tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM)  # a file, because a worker imports the program that started it
    run = subprocess.Popen(
        [sys.executable, tmp_path / "program.py"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # A job in the background is born deaf to the terminal's interrupt; a user's program is not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert run.stdout.readline() == b"on\n"
        time.sleep(1)
        started = time.monotonic()
        os.killpg(run.pid, signal.SIGINT)
        run.communicate(timeout=20)
        assert run.returncode != 0
        assert time.monotonic() - started < 10
        assert until(lambda: gone(run.pid))
    finally:
        if not gone(run.pid):
            os.killpg(run.pid, signal.SIGKILL)
            run.communicate()


def gone(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def until(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()
