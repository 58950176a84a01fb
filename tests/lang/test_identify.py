"""The language of a text from its head."""

import subprocess
import sys

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


PROSE = "Warga di desa itu mengatakan bahwa jembatan yang rusak sudah diperbaiki dengan dana dari kabupaten. "
ENGLISH = "The residents of the village said that the bridge was repaired with money from the district. "


def test_a_menu_in_another_language_does_not_outvote_the_story():
    assert identify(MENU * 6) == "en"
    assert identify(MENU * 6 + STORY * 3) == "id"


def test_an_indonesian_head_settles_it():
    story = STORY
    assert identify(story + "The writer is a reporter who covers the markets of the province. " * 99) == "id"


def test_usual_prose_is_told_without_the_model():
    code = (
        "import sys; from runut.lang.identify import identify\n"
        f"assert identify({STORY + PROSE!r}) == 'id' and identify({ENGLISH!r}) == 'en'\n"
        "sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_mixture_is_left_to_the_model():
    assert identify(PROSE * 4 + ENGLISH * 3) == "id"
    assert identify(ENGLISH * 9 + PROSE) == "en"


@given(st.text(max_size=80))
def test_no_text_can_stop_it(text):
    assert identify(text)
