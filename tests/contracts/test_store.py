"""What every store must do, run over every store."""

import datetime as dt

import pytest

from runut.errors import StoreError
from runut.store import KINDS, open_store
from runut.types import Document, Issue, Judgement, Report

ONE, TWO, THREE = (Report(id=f"r-{n}", text=f"Teks {n}.", lang="id") for n in "123")


@pytest.fixture(params=sorted(KINDS))
def store(request):
    return open_store(request.param)


def document(report, note=""):
    return Document(report=report, issues=(Issue("quote-unclosed", note),) if note else ())


def judgement(left, right):
    return Judgement(left=left, right=right, same=True, by="ani", at=dt.datetime(2025, 6, 2, tzinfo=dt.UTC))


def test_reports_come_back_in_the_order_added(store):
    assert store.add([TWO, ONE]) == 2
    assert list(store.reports()) == [TWO, ONE]


def test_the_same_report_again_is_no_error_and_changes_nothing(store):
    store.add([ONE])
    assert store.add(iter([ONE, TWO, TWO])) == 1
    assert list(store.reports()) == [ONE, TWO]


def test_reports_asked_for_come_in_the_order_asked_and_unknown_ones_not(store):
    store.add([ONE, TWO, THREE])
    assert list(store.reports(["r-3", "r-9", "r-1"])) == [THREE, ONE]
    assert list(store.reports([])) == []


def test_documents_are_kept_by_stage_in_the_order_of_the_reports(store):
    store.add([ONE, TWO])
    store.keep([document(TWO), document(ONE)], stage="annotate-1")
    assert [d.report for d in store.documents(stage="annotate-1")] == [ONE, TWO]
    assert list(store.documents(stage="annotate-1", ids=["r-2", "r-3"])) == [document(TWO)]
    assert list(store.documents(stage="annotate-2")) == []


def test_a_document_kept_again_takes_the_place_of_the_old_one(store):
    store.add([ONE])
    store.keep([document(ONE)], stage="s")
    store.keep([document(ONE, "baru")], stage="s")
    assert list(store.documents(stage="s")) == [document(ONE, "baru")]


def test_decisions_are_appended_even_if_they_contradict_or_repeat(store):
    for pair in (("e-1", "e-2"), ("e-2", "e-1"), ("e-1", "e-2")):
        store.judge(judgement(*pair))
    assert [(j.left, j.right) for j in store.judgements()] == [("e-1", "e-2"), ("e-2", "e-1"), ("e-1", "e-2")]


def test_a_store_may_be_added_to_while_it_is_read(store):
    store.add([ONE, TWO])
    for report in store.reports():
        store.add([THREE])
        assert report in (ONE, TWO)
    assert len(list(store.reports())) == 3


def test_an_unknown_address_says_which_there_are():
    with pytest.raises(StoreError, match="no store 'floppy:'; known: memory:"):
        open_store("floppy:")
