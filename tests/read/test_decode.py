"""Bytes become text in any common encoding; what is doubtful is said, what is no text is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.read.decode import decode, doubts

STORY = 'Bupati Sari Dewi meresmikan pasar – "kami senang", katanya – pada Senin. Façade kafé dibuka.'
RUSSIAN = "Губернатор заявил во вторник, что новый мост будет открыт в июне, передает агентство."


@pytest.mark.parametrize(
    ("data", "guess"),
    [
        (STORY.encode(), ""),
        (codecs.BOM_UTF8 + STORY.encode(), ""),
        (STORY.encode("utf-16"), ""),
        (codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), ""),
        (STORY.encode("utf-32"), ""),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-16-be"), "utf-16-be"),
        (STORY.encode("cp1252"), "cp1252"),
    ],
)
def test_any_common_encoding_gives_the_same_text(data, guess):
    found = decode(data)
    assert (found.text.removeprefix("\ufeff"), found.guess, found.lost) == (STORY, guess, 0)
    assert [i.code for i in doubts("a.txt", found)] == (["encoding-guessed"] if guess else [])


def test_a_script_other_than_latin_is_left_to_the_detector():
    assert decode(RUSSIAN.encode("cp1251")).text == RUSSIAN


def test_a_web_page_may_declare_its_encoding():
    page = f'<html><head><meta charset="iso-8859-5"></head><body>{RUSSIAN}</body></html>'
    found = decode(page.encode("iso-8859-5"))
    assert RUSSIAN in found.text
    assert found.guess == ""


def test_a_declared_encoding_that_does_not_exist_is_ignored():
    found = decode(b'<meta charset="klingon">caf\xe9 dibuka di Ambon')
    assert "café dibuka" in found.text


def test_a_few_broken_bytes_in_utf8_are_kept_as_marks_and_counted():
    found = decode("Harga “naik” – kata Menteri".encode() + b"\xff\xfe.")
    assert found.lost == 2
    assert found.text.startswith("Harga “naik” – kata Menteri\ufffd\ufffd")
    (issue,) = doubts("a.txt", found)
    assert (issue.code, issue.note) == ("text-undecodable", "a.txt: 2 × \ufffd, [27]")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"%PDF-1.7 text", b"PK\x03\x04word/document.xml", b"\x00" * 500]
)
def test_what_is_no_text_is_refused(data):
    assert decode(data) is None


def test_an_escape_character_alone_does_not_make_a_text_binary():
    assert decode(b"Menteri \x1b[31mMerah\x1b[0m tiba").text == "Menteri \x1b[31mMerah\x1b[0m tiba"


@given(st.binary(max_size=300))
def test_no_bytes_can_stop_it(data):
    found = decode(data)
    assert found is None or found.text.encode("utf-8", "replace") is not None


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back_as_it_was(text):
    assert decode(text.encode()).text.removeprefix("\ufeff") == text.removeprefix("\ufeff")
