"""Zones part the whole text into the report proper and what stands around it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.annotate import zones
from runut.lang import language
from runut.types import Document, Report

BODY = "Warga kota lama kembali ke rumah setelah banjir surut pada hari Rabu, kata camat."


def marked(text, lang="id", **given):
    return zones.mark(Document(report=Report(id="r-0", text=text, lang=lang, **given)), language(lang))


def kinds(text, lang="id", **given):
    """(kind, stretch without the blanks around it) of every zone."""
    document = marked(text, lang, **given)
    return [(z.value.kind, text[z.span.start : z.span.end].strip()) for z in document.zones]


def body(text, lang="id", **given):
    return " ".join(piece for kind, piece in kinds(text, lang, **given) if kind == "body")


LETTERS = st.sampled_from(
    [*'aA. \n\n"”“():-0/', "Baca juga", "Baca Juga: ", "Foto: ", "(abc/de)", "[Gambas:Video]", BODY]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LETTERS, max_size=40).map("".join))
def test_zones_cover_the_text_without_gaps_and_in_order(text):
    found = marked(text).zones
    assert [z.span.start for z in found] == [0, *(z.span.end for z in found[:-1])]
    assert found[-1].span.end == len(text)
    assert marked(text).zones == found


@pytest.mark.parametrize("lang", ["xx", "fr"])
def test_a_language_without_a_pack_has_one_body(lang):
    assert kinds("Les habitants sont rentrés.\n\nLa ville dort.", lang) == [
        ("body", "Les habitants sont rentrés.\n\nLa ville dort.")
    ]


def test_a_first_line_without_full_stop_above_a_paragraph_is_the_headline():
    assert kinds(f"Warga Kota Lama Pulang\n\n{BODY}")[0] == ("headline", "Warga Kota Lama Pulang")


def test_a_section_after_a_bar_is_no_part_of_the_headline():
    assert kinds(f"Warga Kota Lama Pulang | Berita Banjir\n\n{BODY}")[:2] == [
        ("headline", "Warga Kota Lama Pulang"),
        ("furniture", "| Berita Banjir"),
    ]


def test_the_given_title_is_found_again_though_a_paragraph_stands_before_it():
    text = f"Dunia\nWarga Kota Lama Pulang Usai Banjir\n{BODY}"
    assert ("headline", "Warga Kota Lama Pulang Usai Banjir") in kinds(text, title="Warga Kota Lama Pulang Usai Banjir")


def test_a_lead_is_no_headline():
    assert kinds(BODY) == [("body", BODY)]
    assert body(f"{BODY}\nPasar {BODY}").count("camat") == 2


def test_a_date_at_the_top_is_a_byline_and_one_in_a_list_is_not():
    assert kinds(f"Warga Kota Lama Pulang\n\nDunia | 21 Maret 2024, 13:38 WIB\n{BODY}")[1][0] == "byline"
    later = "\n".join([BODY] * 9 + ["Kamis, 21 Maret 2024"])
    assert kinds(later)[-1][0] == "body"


def test_a_teaser_takes_the_title_on_the_next_line_but_no_paragraph():
    assert kinds(f"{BODY}\nBaca juga:\nPasar Lama Dibuka Lagi\n{BODY}")[1] == (
        "related",
        "Baca juga:\nPasar Lama Dibuka Lagi",
    )
    assert kinds(f"{BODY}\nBaca Juga\n{BODY}")[1] == ("related", "Baca Juga")


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Pasar Lama Dibuka Lagi hingga Juni 2025", "Adapun kerugian belum dihitung."),
        ("Pasar Lama Dibuka Lagi", '"Kami senang," kata pedagang.'),
        ("Apa Kabar Pasar Lama?", "Pedagang belum menjawab."),
        ("Lima Fakta Pasar Lama", "2. Pedagang Baru Harga sewa turun."),
        ("Pasar Lama Dibuka Lagi, Camat: Kami Akan Jaga", "Menurut rencana, jalan ditutup."),
    ],
)
def test_a_glued_teaser_ends_where_a_sentence_begins(title, rest):
    text = f"Banjir surut pada hari Rabu.Baca juga: {title} {rest}"
    assert [k for k, _ in kinds(text)] == ["body", "related", "body"]
    assert kinds(text)[1][1] == f"Baca juga: {title}"


def test_a_glued_teaser_ends_where_its_last_word_is_glued_to_the_report():
    text = "Banjir surut.Baca Juga:Turun Dua Tingkat di Daftar DuniaSementara dari kemarin petugas bersiaga."
    assert body(text).endswith("Sementara dari kemarin petugas bersiaga.")


def test_a_name_that_the_text_has_elsewhere_begins_the_sentence_after_a_teaser():
    text = "Rina Wati datang.Baca juga: Pasar Lama Dibuka Lagi Rina Wati menjelaskan banjir itu."
    assert body(text) == "Rina Wati datang. Rina Wati menjelaskan banjir itu."


def test_a_caption_is_kept_apart_from_its_credit():
    text = f"Warga menunggu perahu di dermaga kota lama [Rina Wati/Sputnik/Pool Photo via AP]\n{BODY}"
    assert [k for k, _ in kinds(text)] == ["caption", "credit", "body"]


def test_tags_after_the_closing_sign_are_furniture():
    text = f"{BODY}\n(abc/def)\nbanjir\nkota lama\nJakarta"
    assert [k for k, _ in kinds(text)][1:] == ["credit", "furniture"]


def test_a_biography_in_another_language_is_furniture_with_the_name_above_it():
    text = f"{BODY}\n\nSumber\n\nAnn Poole\nAnn Poole is a Travel Reporter at Kota, covering ports. She sails."
    assert [k for k, _ in kinds(text)] == ["body", "credit", "furniture"]


def test_a_name_alone_at_the_end_signs_the_report():
    assert kinds(f"{BODY}\n\nRina Wati\n\nSumber")[1] == ("byline", "Rina Wati")
    assert kinds(f"{BODY}\n\nWarga Pulang Lagi\n{BODY}")[0][0] == "body"


def test_lines_that_links_broke_are_read_as_one():
    text = f"{BODY}\nSimak\nkabar cepat\ndan\nkisah pilihan\nkami di WhatsApp Channel :\n{BODY}"
    assert kinds(text)[0][0] == "body"
    assert "kabar cepat" not in body(text)


def test_a_link_inside_a_sentence_is_no_credit():
    text = f"{BODY}\nDilansir dari\nAFP\n, banjir surut pada hari Kamis."
    assert kinds(text) == [("body", text)]


def test_long_texts_take_linear_time():
    unit = f'{BODY} Baca juga: A B C D. ("[Foto: {BODY} https://kota.id/x?y. '
    start = time.process_time()
    for text in (unit * 2_000, "(" * 200_000, ("Baca juga: " + "Aa " * 30) * 1_000, "Berita Terkait\n" * 10_000):
        marked(text)
    assert time.process_time() - start < 12


def test_a_repeated_paragraph_is_furniture():
    long = f"{BODY} {BODY.replace('Rabu', 'Kamis')}"
    assert [k for k, _ in kinds(f"{long}\nBanjir lain datang pada hari Jumat.\n{long}")] == ["body", "furniture"]


def test_menus_and_lists_of_links_are_no_reporting():
    menu = "News\nNasional\nEkonomi\nOlahraga\nIndeks"
    links = "Berita Terkait\nPasar Lama Dibuka Lagi Usai Banjir\nLima Kapal Baru Tiba di Pelabuhan Bitung"
    assert body(f"{menu}\n{BODY}\n{links}") == BODY


def test_a_list_in_the_report_stays():
    teams = "Kiper: Rina\nBek: Wati\nPenyerang: Sari\nPelatih: Dewi\nKapten: Rina"
    assert body(f"{BODY}\n{teams}").endswith("Kapten: Rina")
