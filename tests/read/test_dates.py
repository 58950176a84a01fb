"""The day of publication keeps the outlet's own zone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.read.dates import published


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2025", "2025"),
        ("2025-06", "2025-06"),
        ("2025-06-03", "2025-06-03"),
        ("2025-06-03T00:30+07:00", "2025-06-03T00:30+07:00"),
        ("2025-06-03T00:30:05.123+0700", "2025-06-03T00:30:05+07:00"),
        ("2025-06-03 00:30:05 +07", "2025-06-03T00:30:05+07:00"),
        ("2025/6/3 0:30 WITA", "2025-06-03T00:30+08:00"),
        ("2025-06-02T17:30:00Z", "2025-06-02T17:30:00Z"),
        ("2025-06-03T00:30", "2025-06-03T00:30"),
        ("3 Juni 2025", "2025-06-03"),
        ("Selasa, 3 Juni 2025 | 00:30 WIB", "2025-06-03T00:30+07:00"),
        ("21 November 2024, 13:38 WIB", "2024-11-21T13:38+07:00"),
        ("Diterbitkan: 3-Agustus-2025 pukul 13.05 WITA", "2025-08-03T13:05+08:00"),
        ("3 Juni 2025 1:38 PM", "2025-06-03"),
        ("2025-06-03T10:00 XYZ", "2025-06-03"),
        ("21/11/2024 13:38", "2024-11-21T13:38"),
        (" Tue, 03 Jun 2025 00:30:00 +0700 ", "2025-06-03T00:30+07:00"),
    ],
)
def test_known_forms_become_an_iso_prefix_in_the_zone_given(raw, value):
    assert published(raw) == value


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "kemarin",
        "2025-13-01",
        "2025-02-30",
        "0001-01-01",
        "20250603",
        "3/6/2025",
        "12 Brumaire 2025",
        "31 Februari 2025",
    ],
)
def test_other_forms_are_not_guessed(raw):
    assert published(raw) == ""


@given(st.text(max_size=60))
def test_no_text_can_stop_it(raw):
    assert isinstance(published(raw), str)


def test_a_day_in_numbers_alone_is_read_day_first_but_in_english():
    assert published("3/6/2025", "id") == "2025-06-03"
    assert published("3/6/2025", "en") == published("3/6/2025") == ""
