"""Who is meant by nicknames, misspelt and glued names, and by roles told before their bearer. Texts are invented."""

import importlib.util
from pathlib import Path

import pytest

from runut.annotate import annotate
from runut.types import Report

spec = importlib.util.spec_from_file_location("said", Path(__file__).parent / "said.py")
tools = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tools)


def speakers(text):
    return [speaker for _, speaker, _, _ in tools.said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Rini Astuti tampak ragu. Bukannya takut, Nunu, sapaan akrabnya menilai ombak tinggi.",
        'Rini Astuti tiba. Nunu, begitu ia disapa, melambai. "Ombak tinggi sekali," kata Nunu.',
        'Rini Astuti alias Nunu tiba. "Ombak tinggi sekali," kata Nunu.',
        'Rini Astuti, atau biasa disapa Nunu, tiba. "Ombak tinggi sekali," kata Nunu.',
        'Rini Astuti tiba. Perempuan yang akrab disapa Nunu itu lelah. "Ombak tinggi sekali," kata Nunu.',
        '"Ombak tinggi sekali," kata Rini Astutipada Rabu.',
        '"Ombak tinggi sekali," kata Direktur ABCDRini Astuti.',
        '"Ombak tinggi sekali," kata Kepala Balai CuacaRini Astuti.',
        'Kepala Dinas, Rini Astuti, menyebut Bayu Lesmana mengatakan ombak tinggi. "Tunggu," ujarnya.',
    ],
)
def test_a_speaker_is_told_by_full_name(text):
    found = speakers(text)
    assert found
    assert set(found) == {"Rini Astuti"}


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Sulastri (46), warga desa itu", "Sulastri"),
        ("Ketua Komisi Pasar M. Lesmanto", "M. Lesmanto"),
        ("Rektor Kampus Pesisir, Rini Astuti, S.Kom., M.M", "Rini Astuti"),
    ],
)
def test_the_form_of_a_name_tells_it(source, speaker):
    assert speakers(f'"Ombak tinggi sekali," kata {source}.') == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        'Hal senada juga diungkapkan Rini Astuti. Ia tenang. "Ombak sudah reda," jelasnya.',
        'Bayu Lesmana berkata begini. Itu seperti yang disampaikan Rini Astuti kemarin. "Ombak sudah reda," jelasnya.',
        'Rini Astuti tiba. Rini Astuti lelah. "Ombak sudah reda," kata Rini Astutti.',
    ],
)
def test_who_came_on_before_speaks(text):
    assert speakers(text)[-1] == "Rini Astuti"


def test_a_clause_that_says_where_has_its_own_speaker():
    text = "Rapat tertutup digelar di balai, di mana wakil Balai Cuaca Selatan mengatakan bahwa ombak tinggi."
    assert speakers(text) == ["wakil Balai Cuaca Selatan"]


def test_a_language_that_lists_no_words_of_origin_is_read_without_them():
    found = tools.said('"The pier burned," said Kestrin Vandal from Tual.', "en")
    assert [speaker for _, speaker, _, _ in found] == ["Kestrin Vandal"]


def test_one_cue_is_enough_for_a_speaker():
    assert speakers('"Tanggul kuat," kata Rini Astuti menjelaskan alasan penutupan.') == ["Rini Astuti"]


def test_a_misspelt_short_name_is_the_one_like_it():
    text = 'Bayu Lesmana tiba. "Ombak tinggi," kata Bayu Lesmana. Lesmanna mengaku belum siap melaut.'
    assert speakers(text) == ["Bayu Lesmana", "Bayu Lesmana"]


def test_a_role_is_its_bearer_who_is_named_later():
    text = 'Hakim mengatakan kapal itu milik desa. "Kapal milik desa," ujar ketua majelis hakim Rini Astuti.'
    assert speakers(text) == ["Rini Astuti", "Rini Astuti"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Rini Astuti, Kepala Dinas Pasar, beberapa waktu lalu telah mengatakan ombak tinggi.", "Rini Astuti"),
        ("Rini Astuti, dalam laporannya mengatakan bahwa ombak tinggi.", "Rini Astuti"),
        ("Rini Astuti, dari paguyuban nelayan pesisir mengatakan, ombak tinggi.", "Rini Astuti"),
        ("Kepala pasar, Rini Astuti, saat ditemui Antara, Senin (9/6/2025), mengatakan ombak tinggi.", "Rini Astuti"),
        ("Rini Astuti, seorang pemilik lapak garam mengatakan ombak tinggi.", "Rini Astuti"),
        ("Berbeda dengan Bayu Lesmana, Rini Astuti mengatakan ombak tinggi.", "Rini Astuti"),
        ("Rini Astuti dari Dinas Pasar mengatakan ombak tinggi.", "Rini Astuti"),
        ('"Ombak tinggi sekali," kata Rini Astuti dari rumah Bayu Lesmana.', "Rini Astuti"),
        ('"Ombak tinggi sekali," kata ayah Rini.', "ayah Rini"),
        ('"Ombak tinggi sekali," kata nakhoda Rini Astuti, M.Psi.', "Rini Astuti"),
        ("Kepala Pasar Kota, Teluk Garam, Rini Astuti, mengatakan ombak tinggi.", "Rini Astuti"),
        ("Warga yang dekat dengan Bayu Lesmana mengatakan ombak tinggi.", "Warga yang dekat dengan Bayu Lesmana"),
        ("Warga bernama Sulastri (48) yang pulang dengan Bayu Lesmana, mengatakan ombak tinggi.", "Sulastri"),
        ("Meskipun Rini Astuti, bendahara pasar, mengatakan ombak tinggi.", "Rini Astuti"),
        ("Menteri Laut, Riset dan Teknologi (Menlaut) Nuraini Wulandari mengatakan ombak tinggi.", "Nuraini Wulandari"),
        ("Sehingga Rini Astuti mengatakan ombak tinggi.", "Rini Astuti"),
        ("Kapolsek Teluk, Rini Astuti, didampingi Bayu Lesmana mengatakan ombak tinggi.", "Rini Astuti"),
        ("Pejabat pemerintahan Bayu Lesmana mengatakan ombak tinggi.", "Pejabat pemerintahan Bayu Lesmana"),
        ("Menurut Reskrim Polsek Teluk, Iptu Rini Astuti, kalau ombak tinggi.", "Rini Astuti"),
        ("Nuraini (44) salah satu warga, menyambut baik. Ia menilai ombak tinggi.", "Nuraini"),
        ('Rini Astuti, Ketua Paguyuban, mengatakan, "Ombak tinggi sekali," ujar dia.', "Rini Astuti"),
        ('"Ombak tinggi sekali," kata FFC. Kapal pulang sore.', "FFC"),
        ("Pekan lalu, Rini Astuti memperingatkan ombak tinggi.", "Rini Astuti"),
        ("Beberapa jam kemudian, Rini Astuti mengatakan ombak tinggi.", "Rini Astuti"),
        ("Teluk Garam – Rini Astuti mengatakan ombak tinggi.", "Rini Astuti"),
        ('"Ombak tinggi sekali," kata Plh Sekda Teluk, Tahlanis Gading.', "Tahlanis Gading"),
        ('"Ombak tinggi sekali," ujar ayah dari D, SN (41).', "SN"),
        ('"Ombak tinggi sekali," kata Kasi Penindakan Pasar Rini Astuti.', "Rini Astuti"),
        ("Rini Astutimenyatakan ombak tinggi.", "Rini Astuti"),
        ('"Ombak tinggi sekali," kata pihak berwenang.', "pihak berwenang"),
        ("Pengelola kolam itu, PT Garam Raya (GARAM), mengatakan ombak tinggi.", "PT Garam Raya"),
        ("Lurah Teluk Gading, Nurjaman, mengatakan ombak tinggi.", "Nurjaman"),
        ("TELUK GADING - Rini Astuti mengatakan ombak tinggi.", "Rini Astuti"),
        ("Memasuki musim barat, Rini Astuti mengatakan ombak tinggi.", "Rini Astuti"),
        ("Suminah, salah satu perajin, mengatakan ombak tinggi.", "Suminah"),
        ('"Ombak tinggi sekali," tulis akun Instagram @teluk.garam.', "@teluk.garam"),
        ("Bandar Teluk – DPRD menyebut ombak tinggi.", "DPRD"),
        ("Kepala Pasar, Rini Astuti, S.I.Kom., mengatakan ombak tinggi.", "Rini Astuti"),
        ("Rini Astuti, Rabu, 4 Juni 2025 mengatakan ombak tinggi.", "Rini Astuti"),
        ("Rini Astuti, yang beberapa jam sebelumnya menyerukan agar pasar ditutup.", "Rini Astuti"),
        ("Keadaan lain sama sekali, karena Rini Astuti mengaku takut ombak.", "Rini Astuti"),
        ('"Ombak tinggi sekali," kata pihak Kecamatan Teluk.', "pihak Kecamatan Teluk"),
        ('"Ombak tinggi sekali," kata remaja bernama Nurjaman itu.', "Nurjaman"),
        ("Rini Astutimembocorkan rahasia. Ia mengatakan ombak tinggi.", "Rini Astuti"),
        ("Ketua Paguyuban\nDinas Pasar\nSelatan Rini Astuti mengatakan ombak tinggi.", "Rini Astuti"),
    ],
)
def test_the_subject_is_found_past_what_describes_it(sentence, speaker):
    assert speakers(sentence) == [speaker]


@pytest.mark.parametrize(
    "second",
    [
        "Legislator dari Dinas Pasar itu mengatakan tanggul kuat.",
        "Suami Sari Dewi itu mengatakan tanggul kuat.",
        "Nelayan yang lahir di tepi teluk itu mengatakan tanggul kuat.",
        '"Tanggul kuat," kata nelayan yang lahir di tepi teluk itu kepada wartawan.',
        'Dinas Pasar menegaskan tanggul aman. "Tanggul kuat sekali," ujarnya.',
        'Pasal 3 Perda Pasar menyebut bahwa tanggul wajib ada. "Tanggul kuat sekali," ujarnya.',
    ],
)
def test_words_that_point_back_mean_the_person_who_spoke(second):
    assert speakers(f"Bayu Lesmana mengatakan ombak tinggi.\n{second}")[-1] == "Bayu Lesmana"


def test_whom_the_sentence_before_ends_with_goes_on():
    text = "Bayu Lesmana mengatakan ombak tinggi.\nPeringatan juga datang dari Rini Astuti. Dia menyebut tanggul retak."
    assert speakers(text)[-1] == "Rini Astuti"


def test_a_body_keeps_its_word_from_somebody_quoted_once():
    text = (
        '"Ombak tinggi," kata Sari Dewi. "Pasar tutup," kata Bayu Lesmana. '
        'Dinas Pasar mengatakan tanggul retak. "Tanggul itu retak," katanya dalam sebuah pernyataan.'
    )
    assert speakers(text)[-1] == "Dinas Pasar"


def test_the_company_is_not_its_director():
    text = "Direktur Utama Perseroan, Bayu Lesmana, tiba di PT Garam Raya. Perseroan menegaskan tambak aman."
    assert speakers(text)[-1] == "PT Garam Raya"


def test_an_agentless_passive_goes_on_with_who_spoke():
    assert speakers("Bayu Lesmana mengatakan ombak tinggi. Dijelaskan bahwa tanggul sudah retak.")[-1] == "Bayu Lesmana"


def test_a_body_that_is_quoted_aloud_goes_on_itself():
    text = 'Bayu Lesmana mengatakan ombak tinggi. "Tanggul kuat," kata Dinas Pasar. "Tanggul itu baru," ujarnya.'
    assert speakers(text)[-1] == "Dinas Pasar"


def test_a_nameless_person_goes_on_under_a_pronoun():
    text = 'Bayu Lesmana mengatakan ombak tinggi. Analis Dinas Pasar menyebut harga naik. "Naik lagi," kata dia.'
    assert speakers(text)[-1] == "Analis Dinas Pasar"


def test_another_office_is_not_who_spoke_last():
    text = 'Seorang dokter mengatakan korban selamat. "Korban pulang besok," kata wali kota itu.'
    assert speakers(text)[-1] == "wali kota itu"


def test_a_description_means_the_only_person_just_named():
    text = (
        '"Ombak tinggi," kata Bayu Lesmana.\nWarga mengadu ke Rini Astuti di balai. '
        "Orang nomor satu di kampung ini mengaku tidak tahu."
    )
    assert speakers(text)[-1] == "Rini Astuti"


def test_an_office_is_who_bore_it_with_a_name():
    text = (
        'Ketua Panitia Teluk Rini Astuti mengatakan ombak tinggi.\n"Bayu Lesmana juga hadir," kata Ketua Panitia Teluk.'
    )
    assert speakers(text) == ["Rini Astuti", "Rini Astuti"]


def test_whose_friend_one_is_does_not_speak():
    text = "Sahabat Rini Astuti, Bayu Lesmana, tiba di teluk. Ia menyebut ombak tinggi."
    assert speakers(text) == ["Bayu Lesmana"]


def test_a_role_is_whoever_was_made_it():
    text = "Polisi menyebut Bayu Lesmana sudah ditetapkan sebagai tersangka. Tersangka mengaku takut ombak."
    assert speakers(text)[-1] == "Bayu Lesmana"


def test_a_post_is_its_account_s():
    text = (
        '"Ombak tinggi," kata Bayu Lesmana.\nVideo itu diunggah akun @teluk.garam.\n'
        '"Ombak masuk pasar," tulis keterangan dalam unggahan tersebut.'
    )
    assert speakers(text) == ["Bayu Lesmana", "@teluk.garam"]


def test_the_prosecutor_is_not_whom_she_charges():
    text = "Jaksa terdakwa Bayu Lesmana tiba di pasar. Jaksa menyatakan perahu itu dicuri."
    assert speakers(text)[-1] == "Jaksa"


def test_a_source_without_name_goes_on_as_itself():
    text = 'Seorang sumber mengatakan kapal dijual. Rini Astuti tiba. "Kapal sudah dijual," ujar sumber tersebut.'
    assert speakers(text)[-1] == "seorang sumber".capitalize()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Balai Cuaca Selatan (BCS) tiba. Warga pulang. BCS mengatakan ombak tinggi.", "Balai Cuaca Selatan (BCS)"),
        ("Kementerian Perhubungan tiba di pasar. Kemenhub mengatakan ombak tinggi.", "Kementerian Perhubungan"),
        ("Balai Cuaca Selatan tiba. BCS mengatakan ombak tinggi.", "BCS"),
    ],
)
def test_the_short_form_of_a_body_is_its_full_name(text, speaker):
    assert speakers(text) == [speaker]


def test_a_nickname_of_two_words_is_that_person():
    text = 'Bayu Lesmana (Gus Ayun) tiba. "Ombak tinggi," kata Gus Ayun.'
    assert speakers(text) == ["Bayu Lesmana"]


@pytest.mark.parametrize(
    "text",
    [
        "Anda mungkin menyadari bahwa ombak tinggi.",
        "Warga diajak menjelaskan sebab ombak tinggi.",
        "Tujuannya memastikan ombak tidak masuk pasar.",
        "Warga tahu kata 'siap' tidak berarti apa-apa.",
        "Hal ini memastikan bahwa ombak tidak masuk pasar.",
        "Saya merasa bahwa ombak tinggi.",
        "Belum jelas apakah Rini Astuti menganggap ombak tinggi.",
    ],
)
def test_nobody_speaks_where_only_the_verb_does(text):
    assert speakers(text) == []


def test_a_name_that_is_part_of_the_last_word_is_read():
    assert len(speakers('"Ombak tinggi," kata Rinibersama.')) == 1


@pytest.mark.parametrize(
    "text",
    [
        'Rini Astutiatau Nunu tiba. "Ombak tinggi sekali," kata Nunu.',
        'Rini Astuti tiba. "Ombak tinggi sekali," kata Tuti.',
    ],
)
def test_a_nickname_glued_to_a_name_or_a_piece_of_it_tells_its_bearer(text):
    assert [a.speaker for a in annotate(Report(id="r-0", text=text, lang="id")).attributions] == ["Rini Astuti"]
