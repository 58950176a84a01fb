"""Amounts: every rule's examples, exact decimals, and numbers that count nothing."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.annotate import amounts, times
from runut.annotate.amounts import spelt
from runut.lang import language
from runut.types import Amount, Document, Report

EXAMPLES = [(tag, r, e) for tag in ("id", "en") for r in language(tag).numbers.rules for e in r.examples]
REFUSED = [(tag, text) for tag in ("id", "en") for r in language(tag).numbers.rules for text in r.not_]


def found(text, lang="id"):
    document = Document(report=Report(id="r", text=text, lang=lang, published="2025-06-19"))
    marked = amounts.mark(times.mark(document, language(lang)), language(lang))
    return [(text[m.span.start : m.span.end], m.value) for m in marked.amounts]


@pytest.mark.parametrize(("tag", "rule", "example"), EXAMPLES, ids=lambda x: getattr(x, "name", getattr(x, "text", x)))
def test_an_example_of_a_rule_gives_its_amount(tag, rule, example):
    given = [(a.low, a.high, a.unit) for _, a in found(example.text, tag)]
    assert (example.low, example.high, example.unit) in given


@pytest.mark.parametrize(("tag", "text"), REFUSED)
def test_what_a_rule_says_it_is_not_holds_no_amount(tag, text):
    assert found(text, tag) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Rugi Rp1.691.409.816,36 di sana.", "1691409816.36", "1691409816.36", "IDR"),
        ("Nilainya Rp 933,22 M di sana.", "933220000000", "933220000000", "IDR"),
        ("Ada 11.000 tentara di sana.", 11000, 11000, "tentara"),
        ("Maba -Delapan orang berlayar.", 8, 8, "orang"),
        ("Tingginya 1,3 meter di sana.", "1.3", "1.3", "m"),
        ("Tingginya 10 m di sana.", 10, 10, "m"),
        ("Gempa M5,2 di sana.", "5.2", "5.2", "magnitudo"),
        ("Lokasi 8.72 LS di sana.", "8.72", "8.72", "deg"),
        ("Warga berusia 75 tahun di sana.", 75, 75, "year-of-age"),
        ("Pelatih 67 tahun itu di sana.", 67, 67, "year-of-age"),
        ("Warga berusia 25-64 tahun di sana.", 25, 64, "year-of-age"),
        ("Anak usia 10-14 tahun di sana.", 10, 14, "year-of-age"),
        ("Setidaknya ada enam kapal di sana.", 6, None, "kapal"),
    ],
)
def test_a_number_is_exact(text, low, high, unit):
    wanted = (Decimal(low), None if high is None else Decimal(high), unit)
    assert wanted in [(a.low, a.high, a.unit) for _, a in found(text)]


def test_money_keeps_its_time_apart_from_its_unit():
    text = "Kota itu mendapat antara $450 juta hingga $2,1 miliar per tahun."
    assert found(text) == [
        ("antara $450 juta hingga $2,1 miliar per tahun", Amount(Decimal(450000000), Decimal(2100000000), "USD", "P1Y"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 36 ayat 2 berlaku.",
        "UU Nomor 7 Tahun 2017 berlaku.",
        "Tuan rumah menang 3-1 di sana.",
        "Pertemuan ke-11 dibuka.",
        "Pesawat F-16 jatuh.",
        "Mesin Euro 4 dan mobil M6 dipasang.",
        "Naskah itu dari 1883 M dan acara Empat Mata di Jalan Kota No.6 LOT6.",
        "Jaringan 5G dan layar 4K dipasang.",
        "Ia naik Boeing 737 ke sana.",
        "Gerbang KM 01+200 ditutup.",
        "Pada 19 Juni 2025 ia tiba.",
        "Pukul 02.02 WIB ia tiba.",
        "Telepon 081234567890 aktif.",
        "Anak kedua lahir.",
    ],
)
def test_numbers_that_count_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("dua puluh lima", 25),
        ("tiga belas", 13),
        ("seratus dua puluh ribu", 120000),
        ("dua juta lima ratus ribu", 2500000),
        ("sebelas", 11),
        ("setengah juta", 500000),
        ("seribu dua ratus", 1200),
    ],
)
def test_number_words(words, number):
    assert spelt(words, language("id").numbers) == number


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12))
def test_a_number_written_with_thousands_points_is_read_back(number):
    text = f"Ada sebanyak {number:,} lembar saham di sana.".replace(",", ".")
    values = [a.low for _, a in found(text)]
    assert values == [Decimal(number)]


WORDS = st.sampled_from(
    ["lebih dari", "5", "ribu", "orang", "Rp", "1,3", "juta", "%", "antara", "hingga", "(34)", "dua puluh", "-", "2-1",
     ".", "\n", "±", "é", "İ", "kedua", "pemimpin", "ratusan", "99999999999999999999", "(", ")", "km", "per", "tahun"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_spans_lie_in_the_text_in_order_and_low_is_not_above_high(words):
    text = " ".join(words)
    document = amounts.mark(Document(report=Report(id="r", text=text, lang="id")), language("id"))
    marks = document.amounts
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in marks)
    assert all(a.span.end <= b.span.start for a, b in pairwise(marks))
    assert all(m.value.low is None or m.value.high is None or m.value.low <= m.value.high for m in marks)


def marked(text, tag):
    document = times.mark(Document(report=Report(id="r-1", text=text, lang=tag)), language(tag))
    return amounts.mark(document, language(tag))


@pytest.mark.parametrize(
    ("tag", "text", "often", "per"),
    [
        ("id", "Kapal itu singgah di Tual dua kali sepekan.", 2, "P1W"),
        ("id", "Rapat itu diadakan empat kali dalam setahun.", 4, "P1Y"),
        ("en", "The ship will sail the route three times a week.", 3, "P1W"),
    ],
)
def test_how_often_something_happens_is_an_amount(tag, text, often, per):
    document = marked(text, tag)
    assert [(m.value.low, m.value.per) for m in document.amounts] == [(often, per)]
    assert [m.value.value for m in document.times] == ["SET"]


def test_a_distance_in_time_is_no_rate():
    document = marked("Tiga orang tewas sehari sebelumnya.", "id")
    assert [m.value.per for m in document.amounts] == [""]
