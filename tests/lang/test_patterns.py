"""Many patterns in one pass over a plain copy of the text that keeps every offset."""

from hypothesis import given
from hypothesis import strategies as st

from runut.lang.patterns import Patterns, plain

DAYS = Patterns(["{day}( {part})?", "{day}", "{n}"], {"day": r"(senin|rabu)\b", "part": r"(pagi|malam)\b", "n": r"\d+"})


def found(text, take=lambda f: (f.start, f.end, f.index, f.slots)):
    return DAYS.find(plain(text), take)


@given(st.text(max_size=200))
def test_the_plain_copy_has_a_byte_for_each_character(text):
    assert len(plain(text)) == len(text)


def test_the_plain_copy_is_folded_without_accents_and_dashes():
    assert plain("Désa – “Rabu”\u00a0±3 €5") == b'desa - "rabu" \x013 \x025'


def test_the_longest_match_wins_and_names_its_placeholders():
    assert found("tiba Senin pagi di sana") == [(5, 15, 0, {"day": "senin", "part": "pagi"})]


def test_a_match_cuts_no_word_but_a_word_glued_by_a_scraper_counts():
    assert found("senin1 rabuk seninan") == []
    assert [f[:2] for f in found("padaRabu tiba")] == [(4, 8)]
    assert [f[:2] for f in found("ada 20bus dan 5G")] == [(4, 6)]


def test_where_a_stretch_is_refused_a_shorter_one_is_tried():
    take = lambda f: None if "part" in f.slots else (f.start, f.end)  # noqa: E731
    assert found("tiba Senin pagi", take) == [(5, 10)]


def test_no_pattern_finds_nothing():
    assert Patterns([], {}).find(b"senin", lambda f: f) == []


def test_time_grows_with_the_length_of_the_text():
    text = plain("1" * 200_000 + " " + "((((" * 50_000)
    assert DAYS.find(text, lambda _: None) == []
