import pytest

from runut.pipeline import annotate
from runut.types import Report


def whole(text):
    """(speaker, media) of every attribution of a text, its names as runut finds them."""
    found = annotate(Report(id="r-0", text=text, lang="id")).attributions
    return [(a.speaker, [h.name for h in a.chain[1:]]) for a in found]


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("Dalam video yang diunggah akun Instagram @kabar_muara, dua perahu tampak terbalik.", "@kabar_muara"),
        ("Dalam video yang diunggah akun Instagram\n@\nkabar_muara, dua perahu tampak terbalik.", "@kabar_muara"),
        ('"Dua perahu terbalik," tulis keterangan video yang diunggah kabar_muara, Senin.', "kabar_muara"),
        ("Dalam video yang diunggah warga, dua perahu tampak terbalik.", "video"),
    ],
)
def test_a_paper_is_of_the_account_that_posted_it(text, account):
    assert [s for s, _ in whole(text)] == [account]


def test_a_post_spoken_of_again_is_the_one_told_of_with_its_platform():
    text = "Kasus itu mencuat lewat sebuah unggahan di Facebook. Unggahan itu menyebut bahwa perahu dicuri petugas."
    assert [s for s, _ in whole(text)] == ["unggahan di Facebook"]


@pytest.mark.parametrize(
    "text",
    [
        '"Ombak tinggi," kata Brigjen Bayu Lesmana, dilansir\ndetikBali\n, Selasa.\n',
        '"Ombak tinggi," kata Brigjen Bayu Lesmana, dilansir\nAntara,\nSelasa.\n',
    ],
)
def test_a_medium_on_a_line_of_its_own_is_credited(text):
    assert [(s, len(media)) for s, media in whole(text)] == [("Bayu Lesmana", 1)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Ombak tinggi," kata\nKapolsek Muara\nAKP Bayu Lesmana.\n', "Bayu Lesmana"),
        ('"Ombak tinggi," kata juru bicara Dinas Pasar saat itu, Bayu Lesmana, di dermaga.', "Bayu Lesmana"),
        (
            "Kapolres Muara, Ajun Komisaris Besar Polisi (AKBP) Bayu Lesmana, membenarkan adanya laporan itu.",
            "Bayu Lesmana",
        ),
    ],
)
def test_an_office_in_many_words_or_lines_ends_with_its_name(text, speaker):
    assert [s for s, _ in whole(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        '"Ombak tinggi," kata Dinas Pasar Muara, seraya menambahkan bahwa pasar ditutup.',
        '"Ombak tinggi," kata Dinas Pasar Muara, menambahkan bahwa pasar ditutup.',
        "Dinas Pasar Muara pada Selasa, (3/6/2025) mengatakan ombak tinggi. Menurutnya, pasar ditutup.",
    ],
)
def test_who_says_more_in_the_sentence_is_who_spoke(text):
    assert [s for s, _ in whole(text)] == ["Dinas Pasar Muara"] * 2


def test_a_day_in_brackets_after_a_comma_parts_no_subject_from_its_verb():
    text = "Dalam pernyataan terbarunya sejak Sabtu, (7/6/2025) saat ombak naik, Bayu Lesmana mengatakan pasar ditutup."
    assert [s for s, _ in whole(text)] == ["Bayu Lesmana"]


def test_the_end_of_an_office_is_no_part_of_a_place_named_like_the_person():
    text = "Menteri Perumahan dan Kawasan Permukiman Sumarto Siregar datang. Ia mengatakan rumah itu sudah jadi."
    assert [s for s, _ in whole(text)] == ["Sumarto Siregar"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Data Dinas Pasar Muara mencatat tujuh kasus pencurian pada Juni dan sembilan kasus pada Juli.", 1),
        ("Sebuah foto memperlihatkan awak perahu duduk di geladak dengan tangan terangkat ke atas.", 1),
        ("Aturan ini menunjukkan niat baik panitia pasar untuk melindungi para nelayan kecil.", 0),
        ("Data itu mencatat tujuh kasus.", 0),
    ],
)
def test_what_data_or_a_picture_shows_is_told_by_it(text, count):
    assert len(whole(text)) == count
