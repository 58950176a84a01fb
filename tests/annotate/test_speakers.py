"""Who is meant by nicknames, misspelt and glued names, and by roles told before their bearer. Texts are invented."""

import importlib.util
from pathlib import Path

import pytest

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


def test_one_cue_is_enough_for_a_speaker():
    assert speakers('"Tanggul kuat," kata Rini Astuti menjelaskan alasan penutupan.') == ["Rini Astuti"]


def test_a_misspelt_short_name_is_the_one_like_it():
    text = 'Bayu Lesmana tiba. "Ombak tinggi," kata Bayu Lesmana. Lesmanna mengaku belum siap melaut.'
    assert speakers(text) == ["Bayu Lesmana", "Bayu Lesmana"]


def test_a_role_is_its_bearer_who_is_named_later():
    text = 'Hakim mengatakan kapal itu milik desa. "Kapal milik desa," ujar ketua majelis hakim Rini Astuti.'
    assert speakers(text) == ["Rini Astuti", "Rini Astuti"]
