"""Arithmetic on text keeps offsets true."""

from hypothesis import given
from hypothesis import strategies as st

from runut.text import digest, fold, quote, settle
from runut.types import Span


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


def test_folding_keeps_a_letter_whose_lower_case_is_longer():
    assert fold("İstanbul KOTA") == "İstanbul kota"


@given(st.text())
def test_settling_twice_changes_nothing(text):
    assert settle(settle(text)) == settle(text)


def test_settled_text_has_plain_line_ends_and_composed_letters():
    assert settle("\ufeffSatu\r\ndua\rcafe\u0301") == "Satu\ndua\ncafé"


def test_a_digest_depends_on_where_parts_end():
    assert digest("ab", "c") != digest("a", "bc")
    assert len(digest("x")) == 16


def test_a_quotation_carries_what_stands_around_it():
    assert quote("Api padam pukul dua.", Span("r-1", 4, 9)) == ("Api ", "padam", " pukul dua.")
