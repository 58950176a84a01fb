"""Who says what: contents, speakers, kinds, and the media that words came through. All texts are invented."""

import importlib.util
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.annotate import attributions
from runut.lang import language
from runut.types import Document, Mark, Name, Report, Span

spec = importlib.util.spec_from_file_location("said", Path(__file__).parent / "said.py")
tools = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tools)
said, document = tools.said, tools.document

SHUT = "Pasar ikan ditutup dua hari"


@pytest.mark.parametrize(
    "text",
    [
        f'"{SHUT}," kata Rini Astuti.',
        f"“{SHUT},” kata Rini Astuti.",
        f"„{SHUT},“ kata Rini Astuti.",
        f"”{SHUT},” kata Rini Astuti.",
        f"“{SHUT}“ kata Rini Astuti.",
        f'Hujan turun."{SHUT}," kata Rini Astuti.Warga pulang.',
        f'"{SHUT}, kata Rini Astuti.',
        f'{SHUT}," kata Rini Astuti.',
        f"'{SHUT},' kata Rini Astuti.",
        f'"{SHUT}," Rini Astuti menambahkan.',
        f'Rini Astuti mengatakan, "{SHUT}."',
        f'Rini Astuti mengatakan: "{SHUT}."',
        f'Kata Rini Astuti, "{SHUT}."',
        f'"{SHUT}," demikian disampaikan Rini Astuti.',
        f'"{SHUT}," demikian Rini Astuti kepada wartawan.',
        f'"{SHUT}," ujar kepala dinas, Rini Astuti, Kamis (19/6).',
        f'"{SHUT}," kata Rini Astuti kepada wartawan di dermaga.',
        f"“{SHUT}, “ kata Rini Astuti.",
        f"“{SHUT},kata Rini Astuti.",
    ],
)
def test_a_quotation_is_found_in_every_form_of_its_marks(text):
    assert [(s[0], s[1], s[2], s[3]) for s in said(text)] == [(SHUT, "Rini Astuti", "direct", [])]


def test_sentences_within_one_pair_of_marks_are_one_attribution():
    text = '"Pasar ikan ditutup. Kapal tidak berlayar. Warga pulang," kata Rini Astuti.'
    assert [s[0] for s in said(text)] == ["Pasar ikan ditutup. Kapal tidak berlayar. Warga pulang"]


def test_a_quotation_may_run_through_lines():
    text = '"Pasar ikan ditutup,\nkapal tidak berlayar,\nwarga pulang," kata Rini Astuti.'
    assert [s[0] for s in said(text)] == ["Pasar ikan ditutup,\nkapal tidak berlayar,\nwarga pulang"]


def test_paragraphs_that_each_open_with_a_mark_are_one_quotation():
    text = '“Kapal itu sudah tua.\n"Warga harus pulang,” kata Rini Astuti.'
    assert [s[0] for s in said(text)] == ['Kapal itu sudah tua.\n"Warga harus pulang']


def test_what_is_denied_is_not_said():
    text = "Kapal itu dijual. Rini Astuti membantah isu tersebut."
    assert said(text) == []


def test_a_cue_between_a_long_subject_and_its_verb_stands_in_what_is_said():
    text = "Nelayan dari dua kampung di pesisir utara teluk itu, kata Rini Astuti, harus pulang."
    assert said(text)[0][0] == text[:-1]


def test_what_ends_with_its_speaker_and_verb_is_said():
    assert said("Semua kapal selamat, Rini Astuti menambahkan.")[0][:2] == ("Semua kapal selamat", "Rini Astuti")


def test_two_stretches_around_a_cue_are_two_attributions_of_one_speaker():
    text = '"Pasar ikan ditutup," kata Rini Astuti. "Kapal juga tidak berlayar hari ini."'
    assert [(s[0], s[1]) for s in said(text)] == [
        ("Pasar ikan ditutup", "Rini Astuti"),
        ("Kapal juga tidak berlayar hari ini", "Rini Astuti"),
    ]


def test_marks_within_marks_are_part_of_the_quotation():
    text = "\"Nelayan menyebutnya 'malam garam' sejak lama,\" kata Rini Astuti."
    assert [s[0] for s in said(text)] == ["Nelayan menyebutnya 'malam garam' sejak lama"]


@pytest.mark.parametrize(
    "text",
    [
        'Perahu itu memakai "segala cara" agar tetap terapung di teluk.',
        'Film "Malam Garam" diputar di balai kota.',
        'Program "Laut Bersih" berjalan sejak Mei.',
        'Warga memanggilnya "Si Garam" di pasar.',
    ],
)
def test_marked_words_that_nobody_says_are_no_attribution(text):
    assert said(text) == []


def test_quoted_words_within_an_indirect_clause_make_it_mixed():
    text = 'Rini Astuti mengatakan bahwa dermaga itu "sudah lama miring" dan perlu dijaga.'
    assert said(text) == [('dermaga itu "sudah lama miring" dan perlu dijaga', "Rini Astuti", "mixed", [])]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rini Astuti mengatakan pada Jumat (17/11) bahwa kapal rusak.", "kapal rusak"),
        ("Rini Astuti mengatakan kapal rusak sejak pagi.", "kapal rusak sejak pagi"),
        ("Rini Astuti juga mengatakan, kapal rusak sejak pagi.", "kapal rusak sejak pagi"),
        ("Menurut Rini Astuti, kapal rusak sejak pagi.", "kapal rusak sejak pagi"),
        ("Kapal rusak sejak pagi, menurut Rini Astuti.", "Kapal rusak sejak pagi"),
        ("Kapal rusak sejak pagi, kata Rini Astuti, Jumat (17/11).", "Kapal rusak sejak pagi"),
        ("Selain itu, kata Rini Astuti, kapal rusak sejak pagi.", "kapal rusak sejak pagi"),
        ("Disampaikan oleh Rini Astuti bahwa kapal rusak.", "kapal rusak"),
        ("Kapal rusak sejak pagi. Hal itu disampaikan oleh Rini Astuti.", "Kapal rusak sejak pagi"),
        ("Rini Astuti, yang memimpin dinas itu, mengatakan kapal rusak parah.", "kapal rusak parah"),
        ("Bayu pulang setelah Rini Astuti mengatakan kapal rusak parah.", "kapal rusak parah"),
        ("Rini Astuti mencatat dalam dua hari itu, kapal telah miring.", "dalam dua hari itu, kapal telah miring"),
        ("Rini Astuti menyampaikan dalam sambutannya, kapal telah rusak parah.", "kapal telah rusak parah"),
        (
            "Rini Astuti berharap lewat lomba ini bisa membuat warga, juga anak, senang melaut.",
            "lewat lomba ini bisa membuat warga, juga anak, senang melaut",
        ),
        ("Dikatakan Rini Astuti kapal itu sudah rusak.", "kapal itu sudah rusak"),
        ("Disebutkan Rini Astuti juga, kapal itu rusak parah.", "kapal itu rusak parah"),
        ("Untuk itu kata Rini Astuti, kapal itu rusak parah.", "kapal itu rusak parah"),
        ("Namun, tegas Rini Astuti tidak semua kapal rusak.", "tidak semua kapal rusak"),
        (
            "Menurut Rini Astuti, hal penting itu ialah memastikan kapal aman.",
            "hal penting itu ialah memastikan kapal aman",
        ),
        ("Menurut keterangan Rini Astuti, menyebutkan bahwa kapal rusak.", "kapal rusak"),
        ("Kapal itu, yang, menurut Rini Astuti, sudah tua sekali.", "sudah tua sekali"),
        ("Rini Astuti mendesak bupati mengganti kapal.", "bupati mengganti kapal"),
        ("Rini Astuti mengungkap, kapal sudah dijual.", "kapal sudah dijual"),
        ("Masih kata Rini Astuti, kapal itu rusak parah.", "kapal itu rusak parah"),
        ("Belum lagi menurut Rini Astuti, kapal itu rusak parah.", "kapal itu rusak parah"),
        ("Kapal itu menurut Rini Astuti harus diganti.", "Kapal itu menurut Rini Astuti harus diganti"),
        ("Rini Astuti tidak membantah bahwa kapal itu rusak.", "kapal itu rusak"),
        ("Rini Astuti menyerukan agar kapal diganti.", "agar kapal diganti"),
        ("Menurut Rini Astuti, dinas memahami laut dan ombaknya.", "dinas memahami laut dan ombaknya"),
        ("Rini Astuti menyebut kapal rusak, tetapi ia belum dapat menyebutkan sebabnya.", "kapal rusak"),
        ("Rini Astuti menyampaikan kapal telah rusak parah.", "kapal telah rusak parah"),
        ("Rini Astuti meminta adanya kapal pengganti.", "adanya kapal pengganti"),
        ("Rini Astuti menuturkan, ini karena kapal sudah tua.", "ini karena kapal sudah tua"),
    ],
)
def test_the_clause_of_indirect_speech_holds_neither_cue_nor_source(text, content):
    assert [(s[0], s[1], s[2]) for s in said(text)] == [(content, "Rini Astuti", "indirect")]


@pytest.mark.parametrize(
    ("second", "content"),
    [
        ("Karena menurutnya, kapal itu sudah tua.", "kapal itu sudah tua"),
        ("Rini Astuti menyebutkan, hal itu sudah diatur dalam perda.", "hal itu sudah diatur dalam perda"),
        ("Dikatakannya kapal itu sudah tua.", "kapal itu sudah tua"),
        ("Diungkapkannya, kapal itu sudah tua.", "kapal itu sudah tua"),
        ("Dalam pandangannya, kapal itu sudah tua.", "kapal itu sudah tua"),
        ("Kapal itu menurutnya harus diganti.", "Kapal itu menurutnya harus diganti"),
        ("Terkait kapal itu, menurutnya semua harus bersabar.", "semua harus bersabar"),
        ('"Kami rugi," ujarnya, menambahkan bahwa kapal itu sudah tua.', "kapal itu sudah tua"),
    ],
)
def test_words_that_hold_their_source_lead_to_who_spoke(second, content):
    assert said(f"Rini Astuti mengatakan dermaga ditutup.\n{second}")[-1][:2] == (content, "Rini Astuti")


def test_two_verbs_of_one_subject_are_two_attributions():
    text = "Rini Astuti menegaskan dermaga aman dan berharap kapal segera datang."
    assert [(s[0], s[1]) for s in said(text)] == [
        ("dermaga aman", "Rini Astuti"),
        ("kapal segera datang", "Rini Astuti"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rini Astuti tidak mengatakan kapal itu rusak.",
        "Rini Astuti enggan menjelaskan sebab kapal rusak.",
        "Panitia yang menyebut nama itu sudah pulang.",
        "Kapal itu diduga rusak sejak pagi.",
    ],
)
def test_nothing_is_said_by_who_does_not_say_it(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ('"Kapal rusak parah," ujarnya.', "Bayu Lesmana"),
        ('"Kapal rusak parah," kata dia.', "Bayu Lesmana"),
        ("Ia menambahkan kapal rusak parah.", "Bayu Lesmana"),
        ("Menurutnya, kapal rusak parah.", "Bayu Lesmana"),
        ('"Kapal rusak parah," kata Bayu.', "Bayu Lesmana"),
        ('"Kapal rusak parah," kata Menteri itu.', "Bayu Lesmana"),
        ('"Kapal rusak parah," kata Menteri.', "Bayu Lesmana"),
        ('"Kapal rusak parah," kata saksi mata.', "saksi mata"),
        ('"Kapal rusak parah," kata Sari Dewi.', "Sari Dewi"),
    ],
)
def test_speakers_are_resolved_to_full_names(second, speaker):
    text = f"Menteri Bayu Lesmana mengatakan dermaga ditutup.\n{second}"
    assert said(text)[-1][1] == speaker


def test_a_later_full_name_serves_an_earlier_short_one():
    text = "Dermaga ditutup, kata Bayu.\nBayu Lesmana pulang sore."
    assert said(text)[0][1] == "Bayu Lesmana"


def test_two_speakers_in_turn_keep_their_words_apart():
    text = (
        '"Dermaga ditutup," kata Rini Astuti.\n"Kapal rusak," kata Bayu Lesmana.\n'
        '"Kapal itu tua," ujarnya.\nRini menambahkan dermaga dibuka lagi.'
    )
    assert [s[1] for s in said(text)] == ["Rini Astuti", "Bayu Lesmana", "Bayu Lesmana", "Rini Astuti"]


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ('"Kapal rusak," kata Rini Astuti, dikutip dari Antara, Kamis (19/6).', ["Antara"]),
        ('"Kapal rusak," kata Rini Astuti dilansir Antara.', ["Antara"]),
        ('"Kapal rusak," kata Rini Astuti kepada Reuters.', ["Reuters"]),
        ('"Kapal rusak," kata Rini Astuti kepada wartawan.', []),
        ("Rini Astuti mengatakan kapal rusak, demikian AFP melaporkan.", ["AFP"]),
        ("Melansir Reuters, Rini Astuti mengatakan kapal rusak.", ["Reuters"]),
        ("Menurut Reuters, mengutip Rini Astuti, kapal rusak parah.", ["Reuters"]),
        ('"Kapal rusak," tulis Rini Astuti dalam unggahan di Instagram.', ["Instagram"]),
        ('"Kapal rusak," kata Rini Astuti dikutip dari Instagramnya.', ["Instagram"]),
        ('"Kapal rusak," kata Rini Astuti seperti dilansirantaranews.com.', ["antaranews.com"]),
        ('"Kapal rusak," kata Rini Astuti seperti dinukil dari halaman www.pasar.com.', ["halaman www.pasar.com"]),
    ],
)
def test_chains_lead_through_the_media_that_the_text_credits(text, media):
    assert [(s[1], s[3]) for s in said(text)] == [("Rini Astuti", media)]


def test_a_medium_that_tells_itself_is_the_speaker():
    assert said("Kapal tiba dengan selamat, lapor Antara.") == [("Kapal tiba dengan selamat", "Antara", "indirect", [])]


def test_the_only_press_credit_of_a_report_stands_for_all_it_quotes():
    text = '"Kapal rusak," kata Rini Astuti, dilansir Antara.\nBayu Lesmana mengatakan dermaga aman.'
    assert [s[3] for s in said(text)] == [["Antara"], ["Antara"]]


@pytest.mark.parametrize(
    ("named", "media"), [(["Antara"], ["Antara"]), (["Antara", "AFP"], []), ([], [])], ids=["one", "two", "none"]
)
def test_the_one_medium_that_a_report_is_credited_to_stands_for_all_it_quotes(named, media):
    text = '"Kapal rusak," kata Rini Astuti.\nsumber: ' + ", ".join(named)
    marks = tuple(Mark(Span("r-0", text.index(c), text.index(c) + len(c)), Name(c, "agency"), "test") for c in named)
    start = msgspec.structs.replace(document(text), credits=marks)
    found = attributions.mark(start, language("id")).attributions
    assert [[h.name for h in a.chain[1:]] for a in found] == [media]


@pytest.mark.parametrize(("outlet", "media"), [("antaranews.com", ["Reuters"]), ("reuters.com", [])])
def test_the_outlet_itself_is_no_step(outlet, media):
    text = '"Kapal rusak," kata Rini Astuti kepada Reuters.'
    assert said(text, outlet=outlet)[0][3] == media


def test_links_to_other_reports_hold_no_attribution():
    link = "Baca juga: Rini Astuti mengatakan dermaga ditutup."
    text = f"{link}\nKapal tiba sore."
    assert attributions.mark(document(text, silent=[link]), language("id")).attributions == ()


def test_a_missing_mark_loses_nothing_after_it():
    text = '"Kapal rusak dan tidak ada yang menjaga\nHujan turun.\n"Dermaga ditutup," kata Rini Astuti.'
    marked = attributions.mark(document(text), language("id"))
    assert [i.code for i in marked.issues] == ["quote-unclosed"]
    assert [text[a.content.start : a.content.end] for a in marked.attributions] == ["Dermaga ditutup"]


def test_english_is_read_by_the_same_code():
    text = '"The pier is shut," Ruth Tanner told Reuters. She said boats would not sail.'
    assert said(text, "en") == [
        ("The pier is shut", "Ruth Tanner", "direct", ["Reuters"]),
        ("boats would not sail", "Ruth Tanner", "indirect", []),
    ]


def test_a_language_without_cues_has_no_attributions():
    assert attributions.mark(document('"Kapal rusak," kata Rini Astuti.'), language("xx")).attributions == ()


PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "'",
        " ",
        ", ",
        ". ",
        "\n",
        "kata",
        "ujarnya",
        "mengatakan",
        "bahwa",
        "menurut",
        "Rini Astuti",
        "ia",
        "dilansir",
        "Antara",
        "kapal",
        "rusak",
        "dan",
        "(",
        ")",
        "oleh",
        "disampaikan",
        "hal itu",
        "Kamis",
        "demikian",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_every_span_lies_in_the_text_and_twice_gives_equal(text):
    start = document(text)
    marked = attributions.mark(start, language("id"))
    assert attributions.mark(start, language("id")) == marked
    for a in marked.attributions:
        assert 0 <= a.content.start < a.content.end <= len(text)
        for span in (a.source, a.cue, *(h.cue for h in a.chain)):
            assert span is None or 0 <= span.start < span.end <= len(text)
        around = a.cue and a.content.start < a.cue.start and a.cue.end < a.content.end  # "Kapal itu menurutnya rusak"
        assert a.cue is None or around or a.cue.end <= a.content.start or a.cue.start >= a.content.end


def test_an_empty_report_has_none():
    assert attributions.mark(Document(report=Report(id="r-0", text="", lang="id")), language("id")).attributions == ()
