"""The trained tagger: its model, its card and its labels."""

import subprocess
import sys

import msgspec
import pytest

from runut.annotate.tagged import opens_only
from runut.annotate.tagger import FEATURES, Features, model, shape, spans, stretches, tagger
from runut.annotate.words import lexicon, seen, tokens
from runut.text import fold

MOST = 5 * 1024 * 1024


def test_the_model_is_small_and_has_a_card():
    path = model("id")
    card = msgspec.json.decode(path.with_name("names.json").read_bytes())
    assert path.stat().st_size == card["bytes"] <= MOST
    assert card["licence"] == "MIT"
    assert card["scores"]["all"]["f1"] >= 0.84
    assert "Licence" in path.with_name("names.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["B-PER", "I-PER", "O"], [(0, 2, "person")]),
        (["B-PER", "B-PER"], [(0, 1, "person"), (1, 2, "person")]),
        (["I-ORG", "I-ORG"], [(0, 2, "organisation")]),
        (["B-LOC", "I-PER"], [(0, 1, "place"), (1, 2, "person")]),
        (["O"], []),
    ],
)
def test_labels_become_spans(labels, found):
    assert spans(labels) == found


@pytest.mark.parametrize(("word", "gives"), [("Jong-un", "Xx-x"), ("KPK", "XXX"), ("rumah", "x"), ("G7", "X0")])
def test_shapes_of_words(word, gives):
    assert shape(word) == gives


def test_a_word_has_features_of_its_neighbours_and_of_the_titles_before_it():
    text = "Presiden Bagus Wirayuda tiba"
    words = tokens(text, fold(text), 0, len(text))
    rows = Features().rows([w.text for w in words], seen(words, [], lexicon("id")))
    assert {"w=wirayuda", "-1w=bagus", "1w=tiba", "run=role$"} <= set(rows[2])
    assert "run=role$" not in rows[3]


@pytest.mark.parametrize(
    ("text", "skipped"),
    [
        ("Rusaknya belum dihitung.", True),
        ("“Kami belum tahu.”", True),
        ("Wirayuda tiba kemarin.", False),  # in no dictionary
        ("Budi tiba kemarin.", False),  # in the dictionary, but a given name, too
        ("Gubernur tiba kemarin.", False),  # a title
        ("Rusaknya Ambon belum dihitung.", False),
    ],
)
def test_a_word_that_only_opens_a_sentence_is_not_shown_to_the_model(text, skipped):
    words = tokens(text, fold(text), 0, len(text))
    given = [w.text for w in words]
    (_, end), *_ = stretches(given)
    assert opens_only(given, seen(words, [], lexicon("id")), end) == skipped


def test_features_that_the_model_lacks_change_nothing():
    opened = tagger("id")
    listed = model("id").with_suffix(FEATURES).read_text(encoding="utf-8").split("\n")
    assert listed == sorted(opened.model.info().attributes)
    text = "Menurut Bupati Sari Dewi, kantor Bank Contoh Nasional di Ambon tutup sejak Jumat karena banjir."
    words = tokens(text, fold(text), 0, len(text))
    given = [w.text for w in words], seen(words, [], lexicon("id"))
    labels = opened.model.tag(Features().rows(*given))
    assert set(labels) > {"O"}
    assert opened.model.tag(opened.features.rows(*given)) == labels


def test_importing_runut_does_not_load_the_tagger():
    code = "import sys, runut; sys.exit('pycrfsuite' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
