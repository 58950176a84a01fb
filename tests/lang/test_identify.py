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


def test_only_the_head_counts():
    story = "Bupati Sari Dewi mengatakan pasar di Ambon dibuka kembali pada Senin. " * 12
    assert identify(story + "The writer is a reporter who covers the markets of the province. " * 99) == "id"


@given(st.text(max_size=80))
def test_no_text_can_stop_it(text):
    assert identify(text)
