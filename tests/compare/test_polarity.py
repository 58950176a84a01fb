"""Whole statements that a negation turns."""

import pytest

from runut.compare.points import points
from runut.compare.polarity import unmet
from runut.pipeline import per_report
from runut.types import Report


def of(text, lang="id"):
    return points(per_report(Report(id="r-1", text=text, lang=lang)), 0, len(text))


@pytest.mark.parametrize(
    ("statement", "sentence", "word"),
    [
        ("Kebakaran tidak terjadi di pasar Tual.", "Kebakaran terjadi di pasar Tual.", "tidak"),
        ("Pelabuhan ikan itu bukan di Tual.", "Pelabuhan ikan itu berada di Tual.", "bukan"),
        ("The harbour of Tual was never built.", "The harbour of Tual was built in May.", "never"),
    ],
)
def test_a_negation_that_nothing_answers_is_found(statement, sentence, word):
    lang = "en" if statement.startswith("The") else "id"
    assert unmet(of(statement, lang), of(sentence, lang)) == word


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("Kebakaran terjadi di pasar Tual.", "Kebakaran terjadi di pasar Tual."),
        ("Kebakaran tidak terjadi di pasar Tual.", "Tidak ada kebakaran di pasar Tual."),
        ("Pertemuan itu tidak jadi digelar.", "Pertemuan itu batal digelar."),
        ("Harga garam tidak naik.", "Harga garam turun."),
        ("Kebakaran tidak hanya terjadi di pasar Tual.", "Kebakaran terjadi di pasar Tual dan Maba."),
    ],
)
def test_a_negation_that_is_answered_is_none(statement, sentence):
    assert unmet(of(statement), of(sentence)) == ""
