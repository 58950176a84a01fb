"""How quotations are found, times compared and clusterings scored."""

import pytest

from runut.errors import UsageError
from runut.evaluate.dossier import bcubed
from runut.evaluate.gold import Text, interval, load, pairs, same_speaker


def test_a_cut_quotation_is_found_from_its_first_to_its_last_word():
    assert Text("Kapal itu\n  tenggelam di teluk pada malam hari.").find("Kapal itu tenggelam … malam") == (0, 41)


def test_an_expression_that_occurs_twice_is_found_twice():
    assert Text("Rabu pagi dan Rabu sore").find_all(["Rabu", "Rabu"]) == [(0, 4), (14, 18)]


def test_what_is_not_there_is_not_found():
    assert Text("Kapal itu tenggelam").find("Kapal … terbakar") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("2025-06-16/2025-06-22",), ("2025-W25",)),
        (("2025-06",), ("2025-06-01", "2025-06-30")),
        (("2024-02",), ("2024-02-01/2024-02-29",)),
        (("2025-06-19T02:02+07:00",), ("2025-06-19T02:02",)),
    ],
)
def test_equal_times_compare_equal_however_written(one, other):
    assert interval(*one) == interval(*other)


@pytest.mark.parametrize("value", ["2025-02-30", "kemarin", ""])
def test_what_is_no_time_equals_only_itself(value):
    assert interval(value) == ("unread", value, "")


def test_a_clock_time_is_not_its_day():
    assert interval("2025-06-19T02:02") != interval("2025-06-19")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ratna", "Ratna Wulandari", True),
        ("Kepala Dinas Sosial Kota", "Kepala Dinas Sosial", True),
        ("Ratna", "Hendra", False),
        ("", "Hendra", False),
    ],
)
def test_a_short_name_is_the_long_one(one, other, same):
    assert same_speaker(one, other) is same


def test_pairs_take_the_largest_overlap_once():
    assert pairs([(0, 10), (8, 20)], [(7, 18)], lambda _i, _j: True) == [(1, 0)]


def test_bcubed_of_one_cluster_over_two_stories():
    scores = bcubed({"a": 1, "b": 1, "c": 2, "d": 2}, dict.fromkeys("abcd", 0))
    assert (scores["p"], scores["r"]) == (0.5, 1.0)


def test_a_folder_without_a_story_says_what_belongs_there(tmp_path):
    with pytest.raises(UsageError, match=r"STORY\.yaml"):
        load(tmp_path)
