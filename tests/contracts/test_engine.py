"""What every engine must do, run over every engine."""

import itertools

import pytest

from runut.engine import NAMES, open_engine
from runut.errors import UsageError


@pytest.fixture(params=NAMES, scope="module")
def engine(request):
    return open_engine(request.param, jobs=2)


def double(number):
    return number * 2


def picky(number):
    if number == 150:
        raise ValueError("150 is not liked")
    return number


def letters(word):
    return word


@pytest.mark.parametrize("count", [0, 1, 64, 65, 300])
def test_results_come_in_the_order_of_the_items(engine, count):
    assert list(engine.map(double, iter(range(count)))) == [n * 2 for n in range(count)]


def test_an_endless_input_is_taken_only_as_needed(engine):
    taken = itertools.count()
    found = engine.map(double, (next(taken) for _ in itertools.repeat(None)))
    assert list(itertools.islice(found, 200)) == [n * 2 for n in range(200)]
    assert next(taken) < 600
    if hasattr(found, "close"):
        found.close()


def test_what_the_function_raises_is_raised_at_its_place(engine):
    found = engine.map(picky, range(300))
    assert list(itertools.islice(found, 128)) == list(range(128))
    with pytest.raises(ValueError, match="150 is not liked"):
        list(found)


def test_what_the_input_raises_is_raised(engine):
    def broken():
        yield from range(100)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(engine.map(double, broken()))


def test_items_are_gathered_by_key_in_order_and_once(engine):
    assert list(engine.gather(letters, ["ab", "bb", "a"])) == [("a", ["ab", "a"]), ("b", ["ab", "bb"])]


def test_an_unknown_engine_says_which_there_are():
    with pytest.raises(UsageError, match="no engine 'cloud'; known: serial, processes"):
        open_engine("cloud")


def test_processes_cannot_be_fewer_than_none():
    with pytest.raises(UsageError, match="whole number from 0"):
        open_engine("processes", jobs=-1)
