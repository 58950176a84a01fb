"""The frame's language: every message translated, dates and numbers as each language writes them."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from runut.publish.frame import LOCALES, clean, frame, shorten
from runut.publish.moments import moment, precision, written
from runut.types import Amount, When

PUBLISH = Path(__file__).parents[2] / "src" / "runut" / "publish"
FILE = LOCALES / "id" / "LC_MESSAGES" / "runut"


def _catalog() -> Catalog:
    with FILE.with_suffix(".po").open("rb") as file:
        return read_po(file)


def _said() -> set[str]:
    methods = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
    options = {"**.html": {"trimmed": "true", "newstyle_gettext": "true"}}
    words = {"gettext": None, "ngettext": (1, 2), "_": None}
    found = extract_from_dir(str(PUBLISH), methods, options, words)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def test_every_message_is_translated_and_none_is_left_over() -> None:
    catalog = _catalog()
    told = {m.id if isinstance(m.id, str) else m.id[0]: m.string for m in catalog if m.id}
    assert set(told) == _said()
    assert all(s if isinstance(s, str) else all(s) for s in told.values())


def test_the_compiled_messages_are_those_of_the_source() -> None:
    out = io.BytesIO()
    write_mo(out, _catalog())
    assert FILE.with_suffix(".mo").read_bytes() == out.getvalue(), (
        "run: pybabel compile -d src/runut/data/locale -D runut"
    )


@pytest.mark.parametrize(
    ("value", "until", "en", "id_", "exact"),
    [
        ("2024-11-20", "", "20 Nov 2024", "20 Nov 2024", "day"),
        ("2024-08-05TNI", "", "5 Aug 2024, before dawn", "5 Agu 2024, dini hari", "part of day"),
        ("2024-08-05T13:38+07:00", "", "5 Aug 2024, 13:38 UTC+7", "5 Agu 2024, 13.38 WIB", "clock"),
        ("2024-10-21", "2024-10-31", "21–31 Oct 2024", "21–31 Okt 2024", "range"),
        ("2024-01", "2024-08", "Jan – Aug 2024", "Jan–Agu 2024", "range"),
        ("2024-01-01", "2024-12-31", "2024", "2024", "range"),
        ("2024-W47", "", "week of 18–24 Nov 2024", "pekan 18–24 Nov 2024", "week"),
        ("2024-05", "", "May 2024", "Mei 2024", "month"),
        ("2024", "", "2024", "2024", "year"),
        ("XXXX-08-17", "", "17 Aug", "17 Agu", "vague"),
        ("PAST_REF", "", "earlier", "sebelumnya", "vague"),
        ("SET", "", "repeatedly", "berulang", "vague"),
        ("P2D", "", "P2D", "P2D", "vague"),
        ("2024-13-40", "", "2024-13-40", "2024-13-40", "vague"),
    ],
)
def test_times_are_written(value: str, until: str, en: str, id_: str, exact: str) -> None:
    when = When(value, until)
    plain = str.maketrans({"\u2009": " ", "\u202f": " ", "\u00a0": " "})
    assert written(when, frame("en")).translate(plain) == en
    assert written(when, frame("id")).translate(plain) == id_
    assert precision(when) == exact


def test_a_coarse_time_holds_a_finer_one() -> None:
    week, day = moment(When("2024-W47")), moment(When("2024-11-20"))
    assert week is not None
    assert day is not None
    assert week.holds(day)
    assert not day.holds(week)
    assert moment(When("2024-11-20", "2024-11-18")) is None


@pytest.mark.parametrize(
    ("low", "high", "unit", "more", "en", "id_"),
    [
        ("11000", "11000", "tentara", {"approx": True}, "≈ 11,000 tentara", "≈ 11.000 tentara"),
        ("5000", None, "orang", {}, "≥ 5,000 orang", "≥ 5.000 orang"),
        (None, "3.5", "percent", {}, "≤ 3.5 %", "≤ 3,5 %"),
        ("12000", "12000", "IDR", {"per": "P1D"}, "IDR12,000 a day", "Rp12.000 per hari"),
        (None, None, "orang", {}, "? orang", "? orang"),
    ],
)
def test_amounts_are_written(low: str, high: str, unit: str, more: dict, en: str, id_: str) -> None:
    amount = Amount(Decimal(low) if low else None, Decimal(high) if high else None, unit, **more)
    plain = str.maketrans({"\u202f": " ", "\u00a0": " "})
    assert frame("en").amount(amount).translate(plain) == en
    assert frame("id").amount(amount).translate(plain) == id_


def test_clean_keeps_length_and_lines() -> None:
    assert clean("a\x1b[31m\nb\u202ec\td\x00\x9b") == "a\ufffd[31m\nb\ufffdc\td\ufffd\ufffd"
    assert clean("emoji \U0001f6d1 é") == "emoji \U0001f6d1 é"


def test_shorten_cuts_at_a_word() -> None:
    assert shorten("satu dua tiga empat", 14) == "satu dua tiga…"
    assert shorten("satu\n dua", 14) == "satu dua"
