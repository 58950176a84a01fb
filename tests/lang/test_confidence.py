"""Confidence from counts: general where little was counted, its own where much was."""

from hypothesis import given
from hypothesis import strategies as st

from runut.lang.confidence import Confidence, path
from runut.types import Amount, Attribution, Hop, Mark, Span, When

TABLE = Confidence(
    weights={"amounts": 10},
    errors={"times": 4},
    counts={"amounts": (79, 98), "amounts|often": (900, 1000), "amounts|once": (0, 1), "times": (8, 8)},
)


def test_a_kind_that_was_never_measured_has_none():
    assert TABLE.of(("names", "list")) is None
    assert Confidence().of(("amounts", "often")) is None


def test_what_was_counted_often_speaks_for_itself_and_what_was_counted_once_hardly():
    assert TABLE.of(("amounts", "often")) == 0.9
    assert TABLE.of(("amounts", "once")) == 0.73  # (0 + 10 * .8) / (1 + 10)
    assert TABLE.of(("amounts", "never")) == 0.8


def test_an_error_counts_as_often_as_other_reports_have_it():
    assert TABLE.of(("times", "any")) == 0.69  # 9 of 10 right: 1 wrong counts as 4


def test_nothing_is_certain():
    assert Confidence(counts={"times": (10**6, 10**6)}).of(("times", "any")) == 0.99


def test_counts_are_those_of_the_last_step_met():
    assert TABLE.counted(("amounts", "often")) == (900, 1000)
    assert TABLE.counted(("amounts", "never")) == (79, 98)
    assert TABLE.counted(("names", "list")) == (0, 0)


@given(st.integers(0, 50), st.integers(0, 50), st.floats(1, 50))
def test_confidence_is_a_probability(right, wrong, weight):
    table = Confidence(weights={"names": weight}, counts={"names": (1, 2), "names|x": (right, right + wrong)})
    assert 0 <= table.of(("names", "x")) <= 1


def _said(text, source, speaker):
    at = text.find(source) if source else -1
    span = Span("r", at, at + len(source)) if source else None
    return Attribution(
        Span("r", 0, 5), span, None, "direct", speaker, (Hop(speaker, "person"),) if speaker else (), "cues:kata"
    )


def test_a_path_tells_who_speaks_and_how_that_is_known():
    text = "Harga naik, kata Kepala Dinas Sari Dewi. Ia menambahkan harga turun."
    assert path(_said(text, "Kepala Dinas Sari Dewi", "Sari Dewi"), text) == ("attributions", "person", "named")
    assert path(_said(text, "Ia", "Sari Dewi"), text)[2] == "referred"
    assert path(_said(text, "", "Sari Dewi"), text)[2] == "carried"
    assert path(_said(text, "", ""), text) == ("attributions", "unknown", "unknown")


def test_a_path_goes_from_the_general_to_the_rule():
    span = Span("r", 0, 5)
    assert path(Mark(span, When("2025-06-02", basis="weekday"), "calendar:weekday"), "") == (
        "times", "weekday", "calendar:weekday",
    )  # fmt: skip
    assert path(Mark(span, Amount(None, None, "kapal"), "numbers:spelt"), "") == ("amounts", "numbers:spelt")
