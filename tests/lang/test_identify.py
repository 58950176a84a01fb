"""The language of a text from its head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.lang.identify import identify


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Bupati Sari Dewi mengatakan pasar di Ambon dibuka kembali pada Senin.", "id"),
        ("Adzan berkumandang lima kali dalam sehari, kata Ustaz Rahmat di Masjid Raya Ternate, Jumat.", "id"),
        ("The regent said on Monday that the market in Ambon had opened again.", "en"),
        ("Губернатор заявил во вторник, что новый мост будет открыт в июне.", "ru"),
        (
            "Perdana Menteri berkata kerajaan akan mengambil tindakan bermula bulan hadapan. Beliau berkata demikian.",
            "ms",
        ),
        ("12345 --- 67", "und"),
        ("Ok.", "und"),
    ],
)
def test_a_text_is_told_by_its_words(text, tag):
    assert identify(text) == tag


STORY = "Bupati Sari Dewi mengatakan pasar di Ambon dibuka kembali pada Senin. " * 12
MENU = "Skip to content\nHome\nWorld news\nSports and film\nRead our newsletter\nShare this with friends\n"


def test_a_menu_in_another_language_does_not_outvote_the_story():
    assert identify(MENU * 6) == "en"
    assert identify(MENU * 6 + STORY * 3) == "id"


def test_an_indonesian_head_settles_it():
    story = STORY
    assert identify(story + "The writer is a reporter who covers the markets of the province. " * 99) == "id"


@given(st.text(max_size=80))
def test_no_text_can_stop_it(text):
    assert identify(text)
