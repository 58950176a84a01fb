"""Names in invented sentences: which words, and what they name."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.annotate.names import mark
from runut.lang import language
from runut.types import Document, Mark, Report, Span, Zone


def names(text: str, tag: str = "id", zones: tuple[Mark[Zone], ...] = ()) -> list[tuple[str, str]]:
    document = Document(report=Report(id="r-1", text=text, lang=tag), zones=zones)
    return [(m.value.text, m.value.kind) for m in mark(document, language(tag)).names]


TITLED = [
    (tag, entry.name, example.text, example.gives)
    for tag in ("id", "en")
    for entry in language(tag).titles.entries
    for example in entry.examples
]


@pytest.mark.parametrize(("tag", "entry", "text", "gives"), TITLED, ids=[f"{t}-{e}" for t, e, _, _ in TITLED])
def test_every_example_of_the_titles_is_found(tag, entry, text, gives):
    assert gives in [found for found, _ in names(text, tag)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Presiden Bagus Wirayuda bertolak ke Surabaya.", "Bagus Wirayuda", "person"),
        ("kata Kapolres Garut AKBP Dedi Kurnianto di lokasi", "Dedi Kurnianto", "person"),
        ("Menteri Pertahanan Korea Selatan Han Dong-su menolak.", "Han Dong-su", "person"),
        ("Pak Bakhtiar pulang.", "Bakhtiar", "person"),
        ("Kementerian Kelautan Norwegia membantah kabar itu.", "Kementerian Kelautan Norwegia", "organisation"),
        ("menurut Dinas Pertamanan Kabupaten Sleman pagi tadi", "Dinas Pertamanan Kabupaten Sleman", "organisation"),
        ("laporan KCNA pada Rabu", "KCNA", "agency"),
        ("demikian kantor berita resmi Korea Utara melaporkan", "kantor berita resmi Korea Utara", "agency"),
        ("gempa terasa di Kecamatan Sukamaju", "Kecamatan Sukamaju", "place"),
        ("Delegasi AS tiba di Riyadh.", "AS", "place"),
        ("dilansir dariAntara, Senin", "Antara", "agency"),
        ("wilayahKabupaten GarutJabar banjir", "Jabar", "place"),
    ],
)
def test_names_and_their_kinds(text, name, kind):
    assert (name, kind) in names(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Antara kedua desa itu ada sungai.", "Antara"),
        ("Sementara itu, warga mengungsi.", "Sementara"),
        ("Ia lahir as such di desa.", "as"),
        ("Batang itu tumbang semalam.", "Batang"),
    ],
)
def test_ordinary_words_are_no_names(text, word):
    assert word not in [found for found, _ in names(text)]


def test_titles_are_no_part_of_a_name():
    found = [n for n, _ in names("Kabid Humas Polda Bali Kombes Rahmat Sudibya dan Prof. Surya Adinata hadir.")]
    assert {"Rahmat Sudibya", "Surya Adinata"} <= set(found)


def test_degrees_are_no_names():
    found = names("Hakim Bayu Lesmana, S.H., M.H. memimpin sidang bersama Prof. Surya Adinata, Ph.D.")
    assert [n for n, _ in found] == ["Bayu Lesmana", "Surya Adinata"]


def test_an_office_of_two_parts_is_no_part_of_a_name():
    found = [n for n, _ in names("Menteri Kehutanan dan Iklimologi Bambang Sutrisno Wibowo berpidato.")]
    assert "Bambang Sutrisno Wibowo" in found


def test_long_form_and_abbreviation_are_two_names():
    found = names("Lembaga itu, Badan Pengawas Perairan (BPP), menutup pelabuhan.")
    assert ("Badan Pengawas Perairan", "organisation") in found
    assert "BPP" in [n for n, _ in found]


def test_a_headline_in_capitals_names_what_the_report_names():
    text = "Bagus Wirayuda Resmikan Bendungan Besar Tahun Depan\nPresiden Bagus Wirayuda meresmikan bendungan itu."
    end = text.index("\n")
    zones = (
        Mark(Span("r-1", 0, end), Zone("headline"), "test"),
        Mark(Span("r-1", end, len(text)), Zone("body"), "test"),
    )
    found = [n for n, _ in names(text, zones=zones)]
    assert found.count("Bagus Wirayuda") == 2
    assert not any("Resmikan" in n for n in found)


def test_a_word_glued_to_a_name_is_cut_off():
    text = "Presiden Bagus Wirayuda hadir.\nPresidenBagus Wirayudamembuka rapat itu."
    assert [n for n, _ in names(text)] == ["Bagus Wirayuda", "Bagus Wirayuda"]


def test_a_name_that_ends_like_a_small_word_is_kept_whole():
    assert ("Pyongyang", "place") in names("Delegasi tiba di Pyongyang.")
    assert [n for n, _ in names("Presiden Bagus Wirayudayang hadir.")] == ["Bagus Wirayuda"]


def test_names_outside_the_story_do_not_count():
    text = "Baca juga: Bagus Wirayuda"
    zones = (Mark(Span("r-1", 0, len(text)), Zone("related"), "test"),)
    assert names(text, zones=zones) == []


def test_english_names_by_rules_alone():
    text = "Foreign Minister Alden Brezin met Corin Maddox, an analyst at the Northern Policy Institute, Reuters said."
    assert names(text, "en") == [
        ("Alden Brezin", "person"),
        ("Corin Maddox", "person"),
        ("Northern Policy Institute", "organisation"),
        ("Reuters", "agency"),
    ]


def test_a_language_without_a_pack_still_has_known_names():
    assert ("Reuters", "agency") in names("selon Reuters, lundi", "fr")


PIECES = [
    "Presiden ",
    "Bagus ",
    "Wirayuda",
    " AS ",
    "(KPK)",
    "\n",
    ". ",
    "dan ",
    "“",
    "İ",
    "PT ",
    "Tbk",
    "é",
    "-",
    "a",
    "🙂",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=80, deadline=None)
def test_spans_lie_in_the_text_in_order_and_apart(text):
    document = Document(report=Report(id="r-1", text=text, lang="id"))
    once = mark(document, language("id"))
    spans = [m.span for m in once.names]
    assert spans == sorted(spans)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(m.value.text == text[m.span.start : m.span.end] for m in once.names)
    assert mark(document, language("id")).names == once.names


@pytest.mark.parametrize("piece", ["A", "Aa", "A ", "a.", "(", "PT ", "dan Badan ", "AaBb", "Presiden Rusia "])
def test_time_grows_with_length_only(piece):
    def seconds(size: int) -> float:
        start = time.process_time()
        names(piece * (size // len(piece)))
        return time.process_time() - start

    seconds(2_000)
    assert seconds(80_000) < 16 * max(seconds(20_000), 0.05)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Bupati Bogor Rudi Hartono membantah kabar itu.", "Rudi Hartono"),
        ("Kepala Kantor SAR Bima Ratna Wulandari mengatakan dua awak terluka.", "Ratna Wulandari"),
        ("Kapolres Garut AKBP Dedi Suryadi menyebut pelaku ditangkap.", "Dedi Suryadi"),
        ("Kasat Reskrim Polres Metro Jakarta Selatan Kompol Budi Santoso menyatakan hal itu.", "Budi Santoso"),
    ],
)
def test_the_seat_of_an_office_and_a_rank_are_no_part_of_a_name(text, person):
    from runut.annotate import annotate
    from runut.types import Report

    names = annotate(Report(id="r-0", text=text, lang="id")).names
    assert [m.value.text for m in names if m.value.kind == "person"] == [person]
