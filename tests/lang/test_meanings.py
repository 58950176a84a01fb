"""Concepts: words of two languages that mean one thing, and words that must not."""

import pytest

from runut.lang import language
from runut.lang.meanings import concept, phrases, spelled
from runut.text import fold

TAGS = ("en", "id")

# what excludes or reverses each other, by one word of each side and language
INVERSES = [
    ("id", "naik", "turun"),
    ("id", "menandatangani", "membatalkan"),
    ("id", "mengaku", "membantah"),
    ("id", "masuk", "keluar"),
    ("id", "tewas", "selamat"),
    ("id", "menang", "kalah"),
    ("id", "membuka", "menutup"),
    ("id", "membeli", "menjual"),
    ("id", "ekspor", "impor"),
    ("id", "berangkat", "tiba"),
    ("id", "ditahan", "dibebaskan"),
    ("id", "dilantik", "dipecat"),
    ("id", "menyetujui", "menolak"),
    ("id", "mendukung", "menentang"),
    ("id", "memuji", "mengecam"),
    ("id", "untung", "rugi"),
    ("id", "menyerang", "bertahan"),
    ("id", "dimulai", "berakhir"),
    ("id", "hilang", "ditemukan"),
    ("id", "perang", "damai"),
    ("id", "melarang", "mengizinkan"),
    ("id", "lahir", "meninggal"),
    ("id", "memberi", "menerima"),
    ("id", "terbakar", "dipadamkan"),
    ("id", "banjir", "kekeringan"),
    ("id", "menikah", "bercerai"),
    ("id", "utara", "selatan"),
    ("id", "suami", "istri"),
    ("id", "asli", "palsu"),
    ("id", "hakim", "jaksa"),
    ("id", "lolos", "tersingkir"),
    ("id", "gagal", "berhasil"),
    ("id", "ratusan", "ribuan"),
    ("id", "tersangka", "saksi"),
    ("en", "rise", "fall"),
    ("en", "signed", "cancelled"),
    ("en", "admitted", "denied"),
    ("en", "killed", "survived"),
    ("en", "won", "lost"),
    ("en", "opened", "closed"),
    ("en", "bought", "sold"),
    ("en", "arrived", "departed"),
    ("en", "arrested", "released"),
    ("en", "jailed", "acquitted"),
    ("en", "approved", "rejected"),
    ("en", "missing", "found"),
    ("en", "war", "peace"),
    ("en", "ban", "permit"),
    ("en", "born", "died"),
    ("en", "north", "south"),
]

SAME = [
    ("id", "dievakuasi", "en", "evacuated"),
    ("id", "penumpang", "en", "passengers"),
    ("id", "divonis", "id", "dihukum"),
    ("id", "tewas", "en", "killed"),
    ("id", "kapalnya", "en", "vessel"),
    ("id", "gempa", "en", "earthquake"),
    ("id", "ditandatangani", "en", "signed"),
]


def test_both_languages_have_the_same_concepts():
    assert set(language("id").concepts.forms) == set(language("en").concepts.forms)


@pytest.mark.parametrize("tag", TAGS)
def test_no_form_is_in_two_concepts_or_twice_in_one(tag):
    forms = [f for forms in language(tag).concepts.forms.values() for f in forms]
    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize("tag", TAGS)
def test_every_concept_has_forms_in_lower_case(tag):
    for key, forms in language(tag).concepts.forms.items():
        assert forms, key
        assert all(f and f == fold(f).strip() for f in forms), key


@pytest.mark.parametrize("tag", TAGS)
def test_keys_are_sorted_kebab_case(tag):
    keys = list(language(tag).concepts.forms)
    assert keys == sorted(keys)
    assert all(k.replace("-", "").isalpha() and k == k.lower() for k in keys)


@pytest.mark.parametrize(("tag", "left", "right"), INVERSES)
def test_what_excludes_or_reverses_each_other_is_not_one_concept(tag, left, right):
    assert not concept(left, tag) or concept(left, tag) != concept(right, tag)


@pytest.mark.parametrize(("left_tag", "left", "right_tag", "right"), SAME)
def test_words_for_one_thing_are_one_concept(left_tag, left, right_tag, right):
    assert concept(left, left_tag) == concept(right, right_tag) != ""


def test_phrases_are_found_before_their_words():
    found = phrases("id").find("dua orang meninggal dunia di rumah sakit")
    assert [key for _, _, key in found] == ["death", "hospital"]


def test_a_word_without_concept_has_none():
    assert concept("kersik", "id") == ""
    assert concept("dievakuasi", "sw") == ""


def test_a_concept_is_spelled_in_each_language():
    assert (spelled("passenger", "id"), spelled("passenger", "en")) == ("penumpang", "passenger")
