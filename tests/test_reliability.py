"""What the reliability tables say, and that their drawing shows it."""

import re
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "bench"))

import reliability as bench
from calibration import drawing


def rows(*groups):
    """(confidence, right, wrong) -> judged marks, each group a story of its own."""
    return [
        ("times", f"s{n}", share, i < right)
        for n, (share, right, wrong) in enumerate(groups)
        for i in range(right + wrong)
    ]


def test_what_is_right_as_often_as_it_says_has_no_error():
    found = bench.reliability("times", rows((0.8, 8, 2), (0.5, 5, 5)))
    assert found.ece == pytest.approx(0)
    assert found.mean == pytest.approx(found.right) == pytest.approx(0.65)


def test_tenths_that_err_both_ways_do_not_cancel():
    found = bench.reliability("times", rows((0.9, 5, 5), (0.5, 9, 1)))
    assert found.mean == pytest.approx(found.right)
    assert found.ece == pytest.approx(0.4)


def test_a_sure_mistake_costs_most():
    assert bench.reliability("times", rows((1.0, 0, 4))).brier == 1
    assert bench.reliability("times", rows((1.0, 4, 0))).brier == 0


def test_marks_of_one_story_err_together():
    low, high = bench.reliability("times", rows(*[(0.5, 10, 0), (0.5, 0, 10)] * 3)).between
    assert low < 0.2
    assert high > 0.8


def test_full_confidence_belongs_to_the_last_tenth():
    assert [b.low for b in bench.reliability("times", rows((1.0, 1, 0), (0.9, 1, 0), (0.3, 1, 0))).bins] == [0.3, 0.9]


def test_the_drawing_has_a_dot_for_every_tenth_and_a_ring_for_other_reports():
    found = bench.by_kind(rows((0.9, 9, 1), (0.6, 6, 4)))
    dots = re.findall(r"<circle (.*?)><title>", drawing({"folds": found, "others": found}))
    assert ['fill="none"' in dot for dot in dots] == [False, False, True, True]
