"""What every store must do, run over every store."""

import datetime as dt
import subprocess
import sys
import time

import pytest

from runut.errors import StoreError
from runut.store import open_store
from runut.types import Document, Issue, Judgement, Report

ONE, TWO, THREE = (Report(id=f"r-{n}", text=f"Teks {n}.", lang="id") for n in "123")


@pytest.fixture
def store(address):
    return open_store(address)


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


def test_more_than_a_batch_comes_back_whole_and_in_order(store):
    many = [Report(id=f"r-{n}", text=f"Teks {n}.", lang="id") for n in range(1203)]
    assert store.add(many) == 1203
    assert store.add([*many, Report(id="r-x", text="", lang="id")]) == 1
    store.keep((document(r) for r in many), stage="s")
    assert [r.id for r in store.reports()] == [*(r.id for r in many), "r-x"]
    assert [d.report.id for d in store.documents(stage="s")] == [r.id for r in many]
    back = [r.id for r in reversed(many)]
    assert [d.report.id for d in store.documents(stage="s", ids=back)] == back


def test_a_whole_document_comes_back_equal(store, sample_dossier):
    store.add(d.report for d in sample_dossier.documents)
    store.keep(sample_dossier.documents, stage="s")
    assert {d.report.id: d for d in store.documents(stage="s")} == {d.report.id: d for d in sample_dossier.documents}


def test_parts_are_kept_by_stage_and_id_and_take_the_place_of_old_ones(store):
    store.keep_parts([("a", b"1"), ("b", b"\x00")], stage="p")
    store.keep_parts(iter([("a", b"2")]), stage="p")
    assert store.parts(stage="p") == {"a": b"2", "b": b"\x00"}
    assert store.parts(stage="q") == {}


def test_a_store_opened_again_holds_what_was_kept(address):
    if address == "memory:":
        pytest.skip("it forgets on purpose")
    first = open_store(address)
    first.add([ONE, TWO])
    first.keep([document(ONE)], stage="s")
    first.judge(judgement("e-1", "e-2"))
    again = open_store(address)
    assert list(again.reports()) == [ONE, TWO]
    assert list(again.documents(stage="s")) == [document(ONE)]
    assert list(again.judgements()) == [judgement("e-1", "e-2")]


WRITER = """
import sys
from runut.store import open_store
from runut.types import Report
store = open_store(sys.argv[1])
def reports():
    for n in range(3000):
        if n == 1500:
            print("half", flush=True)
        yield Report(id=f"r-{n}", text="x" * 2000, lang="id")
store.add(reports())
"""


def test_a_second_process_reads_while_the_first_writes(address):
    if address == "memory:":
        pytest.skip("it lives in one process")
    reader = open_store(address)
    writer = subprocess.Popen([sys.executable, "-c", WRITER, address], stdout=subprocess.PIPE, text=True)
    assert writer.stdout.readline() == "half\n"
    seen, waits = [], []
    while writer.poll() is None:
        began = time.monotonic()
        seen.append(sum(1 for _ in reader.reports()))
        waits.append(time.monotonic() - began)
    writer.stdout.close()
    assert writer.returncode == 0
    assert seen == sorted(seen)
    assert seen[0] >= 1000
    assert max(waits) < 5
    assert sum(1 for _ in reader.reports()) == 3000


def test_two_processes_may_add_at_the_same_time(address):
    if address == "memory:":
        pytest.skip("it lives in one process")
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, address], stdout=subprocess.DEVNULL) for _ in "ab"]
    assert [w.wait() for w in writers] == [0, 0]
    assert len({r.id for r in open_store(address).reports()}) == 3000
    assert sum(1 for _ in open_store(address).reports()) == 3000


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("floppy:", "no store 'floppy:'; known: memory:, sqlite:///FILE, postgresql"),
        ("sqlite:////none/here/s.db", "store sqlite:////none/here/s.db: unable to open database file"),
        ("postgresql+psycopg://u:secret@/d?host=/none", r"store postgresql\+psycopg://u:\*\*\*@/d.*: "),
    ],
)
def test_an_address_that_cannot_be_opened_says_why(url, message):
    with pytest.raises(StoreError, match=message) as error:
        open_store(url)
    assert "secret" not in str(error.value)


def test_a_file_that_is_no_store_is_said_so(tmp_path):
    (tmp_path / "s.db").write_text("Bukan basis data. " * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        open_store(f"sqlite:///{tmp_path}/s.db")
