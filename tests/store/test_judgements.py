"""Records of decisions: what stands, and the file they are kept in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from runut.errors import StoreError
from runut.store import JudgementFile, standing
from runut.types import Judgement

ONE = Judgement(left="Sari", right="Dewi", same=True, by="ani", at=dt.datetime(2025, 6, 2, tzinfo=dt.UTC), why="a\nb")
TWO = replace(ONE, same=False)


def undo(number):
    return replace(ONE, same=None, undoes=number)


def test_what_nobody_has_undone_stands_in_the_order_made():
    assert standing([ONE, TWO]) == (ONE, TWO)
    assert standing([ONE, TWO, undo(1)]) == (TWO,)


def test_an_undo_can_be_undone():
    assert standing([ONE, undo(1), undo(2)]) == (ONE,)
    assert standing([ONE, undo(1), undo(2), undo(3)]) == ()


@given(st.lists(st.integers(0, 12), max_size=12))
def test_undoing_the_last_decision_of_any_record_restores_what_stood(numbers):
    record = [undo(n) if n else ONE for n in numbers]
    before = standing(record)
    assert standing([*record, TWO]) == (*before, TWO)
    assert standing([*record, TWO, undo(len(record) + 1)]) == before


def test_a_file_keeps_decisions_in_order_and_is_only_added_to(tmp_path):
    path = tmp_path / "j.jsonl"
    record = JudgementFile(path)
    assert list(record.judgements()) == []
    record.judge(ONE)
    first = path.read_bytes()
    record.judge(undo(1))
    assert path.read_bytes().startswith(first)
    assert list(JudgementFile(path).judgements()) == [ONE, undo(1)]


def test_a_line_that_lost_its_end_is_ended_before_the_next(tmp_path):
    path = tmp_path / "j.jsonl"
    JudgementFile(path).judge(ONE)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    JudgementFile(path).judge(TWO)
    assert list(JudgementFile(path).judgements()) == [ONE, TWO]


@pytest.mark.parametrize("line", ["{", '{"left": 1}', "\xff"])
def test_a_bad_line_is_named(tmp_path, line):
    path = tmp_path / "j.jsonl"
    JudgementFile(path).judge(ONE)
    path.write_bytes(path.read_bytes() + line.encode("latin-1") + b"\n")
    with pytest.raises(StoreError, match=r"j\.jsonl:2: "):
        list(JudgementFile(path).judgements())


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(StoreError, match="No such file or directory; say where decisions are kept with --judgements"):
        JudgementFile(tmp_path / "none" / "j.jsonl").judge(ONE)
