"""What holds for the whole way from reports to a dossier."""

import itertools
import random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runut.pipeline import per_report, trace
from runut.publish import document_json
from runut.types import Document, Report

WORDS = (
    "Menteri Perhubungan Sari Lestari mengatakan “ kapal ” itu , . karam pada Jumat (17/11) pukul 02.30 WIB menurut "
    "Basarnas lebih dari 5 ribu orang Baca juga: \n - ( ) Rp 1,2 miliar kemarin katanya dia membantah akan 9/6/2026 "
    "\u00a0 ' \" İ \x07 <b>"
)
texts = st.lists(st.sampled_from(sorted(set(WORDS.split(" ")))), max_size=60).map(" ".join)


def spans(document: Document):
    """Every span of a document."""
    marks = itertools.chain(
        document.zones, document.names, document.times, document.amounts, document.authors, document.editors
    )
    yield from (m.span for m in marks)
    yield from document.sentences
    for a in document.attributions:
        yield from (s for s in (a.content, a.source, a.cue) if s)
    for c in document.claims:
        yield c.span
        yield from (s.mark.span for s in c.slots)
    yield from (i.span for i in document.issues if i.span)


def report(text: str, lang: str = "id") -> Report:
    return Report(id="r-1", text=text, lang=lang, published="2026-06-10")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from(["id", "en", "sw"]))
def test_every_span_lies_in_its_text(text, lang):
    for span in spans(per_report(report(text, lang))):
        assert 0 <= span.start <= span.end <= len(text)
        assert span.report == "r-1"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_reading_twice_gives_equal_documents(text):
    assert per_report(report(text)) == per_report(report(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_zones_are_a_partition_of_the_text(text):
    zones = [(z.span.start, z.span.end) for z in per_report(report(text)).zones]
    assert [start for start, _ in zones] == [0, *(end for _, end in zones[:-1])][: len(zones)]
    assert not text or zones[-1][1] == len(text)


def test_a_document_survives_being_kept(sample_dossier):
    for document in sample_dossier.documents:
        kept = msgspec.json.encode(document)
        assert msgspec.json.decode(kept, type=Document) == document
        assert document_json(document)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_reports_changes_nothing(sample_dossier, seed):
    documents = [per_report(d.report) for d in sample_dossier.documents]
    random.Random(seed).shuffle(documents)
    assert trace(documents) == msgspec.structs.replace(sample_dossier, issues=())


def test_no_report_gives_an_empty_dossier():
    assert trace([]).findings == ()


def test_a_language_without_a_pack_still_gets_zones_and_sentences():
    document = per_report(report("Meli iliwaka moto. Watu wote wako salama.", "sw"))
    assert len(document.sentences) == 2
    assert document.zones
