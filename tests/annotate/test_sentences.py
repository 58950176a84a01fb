"""Sentences keep their quotations and cues together and part what scrapers glued."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.annotate import sentences, zones
from runut.lang import language
from runut.types import Document, Report


def marked(text, lang="id"):
    document = zones.mark(Document(report=Report(id="r-0", text=text, lang=lang)), language(lang))
    return sentences.mark(document, language(lang))


def split(text, lang="id"):
    return [text[s.start : s.end] for s in marked(text, lang).sentences]


CASES = [
    ["Gempa berkekuatan 5,3 terjadi pukul 15.24.49 WIB.", "Warga lari."],
    ["Prof. Dr. M. Yohan pergi ke Jl. Melati No. 5.", "Ia pulang."],
    ["PT. Laut Tbk. milik Rp. 5 juta dijual.", "Harga naik."],
    ["Ia lahir di St. Petersburg a.n. H. Budi.", "Lalu pindah."],
    ["Mereka membawa beras, gula, dll.", "Gudang penuh."],
    ["Katanya, “Kami pulang.”", "Lalu ia tidur."],
    ["“Kami pulang,” kata Rina.", "Ia lelah."],
    ["“Kami pulang!” kata Rina.", "“Besok kembali?” tanya Budi."],
    ['"Kami pulang." kata Rina.', "Ia lelah."],
    ["“Satu.", "Dua.", "Tiga,” ujar Budi."],
    ["Timnas berada di Grup C.", "Indonesia menang."],
    ["Ini salah satu hal.", "Dia setuju."],
    ["1. Tetap tenang.", "2. Jangan panik."],
    ["Lihat www.kota.com dan https://kota.id/A.B?C=D sekarang.", "Selesai."],
    ["Apa benar?", "Tidak!", "Ya…", "Selesai."],
    ["Jumlah itu (lihat hlm. 5) benar.", "Selesai."],
    ["Menurut Pasal 5.", "Nomor 7 berlaku."],
]


@pytest.mark.parametrize("expected", CASES, ids=lambda c: c[0])
def test_sentences_with_blanks_between(expected):
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["Gempa berkekuatan 5.", "Gempa itu terasa."],
        ["Pusatnya di Tuban.", "“Mag 4,5,” demikian petugas."],
        ["Ia berkata.", '"Kami pulang."', "Selain itu ia lapar."],
        ["Warga lari pukul 15.00 WIB.", "BMKG meminta tenang."],
    ],
    ids=lambda c: c[0],
)
def test_sentences_that_a_scraper_glued(expected):
    assert split("".join(expected)) == expected


@pytest.mark.parametrize(
    "text", ["Ia lahir di St.Petersburg.", "TEMPO.CO menulis itu.", "Ia bertemu H.M.Yusuf di sana."]
)
def test_stops_inside_words_part_nothing(text):
    assert split(text) == [text]


def test_no_sentence_crosses_a_paragraph_but_one_crosses_a_broken_line():
    assert split("Warga pulang\n\nWarga tidur") == ["Warga pulang", "Warga tidur"]
    assert split("Menteri\nRina Wati\nmengatakan itu.") == ["Menteri\nRina Wati\nmengatakan itu."]
    assert split("Warga pulang ke rumah setelah\nbanjir surut. Mereka lelah.") == [
        "Warga pulang ke rumah setelah\nbanjir surut.",
        "Mereka lelah.",
    ]


def test_furniture_has_no_sentences():
    assert split("Warga pulang.\nBaca juga: Pasar Lama Dibuka Lagi\nWarga tidur.") == ["Warga pulang.", "Warga tidur."]


def test_english():
    assert split('"We are home," said Dr. A. Poole. The U.S. team left at 5 p.m. on Monday.', "en") == [
        '"We are home," said Dr. A. Poole.',
        "The U.S. team left at 5 p.m. on Monday.",
    ]


def test_a_language_without_a_pack_is_split_at_its_stops():
    assert split("Première phrase. Deuxième phrase! 三。四。", "fr") == [
        "Première phrase.",
        "Deuxième phrase!",
        "三。",
        "四。",
    ]


PIECES = st.sampled_from(
    ["Warga", " pulang", ".", "\n", "\n\n", ' "', '"', "“", "”", "!", "?", "Dr.", " 5.", "(", ")", "…", ". A"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_lie_in_order_in_their_zones_and_lose_no_word(text):
    document = marked(text)
    spans = document.sentences
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in spans)
    bodies = [z.span for z in document.zones if z.value.kind in sentences.SENTENCE_ZONES]
    assert all(any(z.start <= s.start and s.end <= z.end for z in bodies) for s in spans)
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert all(text[i].isspace() for z in bodies for i in range(z.start, z.end) if i not in covered)
