"""The day of publication: from the metadata, the head, or what the text supports, with its reason."""

import pytest

from runut.annotate import dating, sentences, times, zones
from runut.lang import language
from runut.types import Dating, Document, Reason, Report, When


def dated(text, published="", known=None):
    document = Document(report=Report(id="r", text=text, lang="id", published=published), published=known)
    for step in (zones.mark, sentences.mark, dating.mark):
        document = step(document, language("id"))
    return document


def day(text):
    found = dated(text).published
    return found and (found.when.value, found.when.until, found.why.code)


def test_the_metadata_come_first():
    found = dated("Kota Lama | 21 November 2024, 13:38 WIB\nIa tiba.", "2024-11-22").published
    assert (found.when.value, found.why.code) == ("2024-11-22", "published-metadata")


def test_a_day_known_from_elsewhere_is_kept():
    known = Dating(When("2020-01-01"), Reason("given"))
    assert dated("Ia tiba.", "2024-11-22", known).published == known


def test_a_line_of_the_head_gives_day_hour_and_zone():
    text = "Pasar Kota Lama Dibuka\n\nWarta kota | 21 November 2024, 13:38 WITA\nPasar itu dibuka lagi oleh wali kota."
    assert day(text) == ("2024-11-21T13:38+08:00", "", "published-dateline")
    reason = dated(text).published.why
    assert text[reason.spans[0].start : reason.spans[0].end] == reason.words["text"] == "21 November 2024, 13:38 WITA"


def test_a_sentence_with_a_date_is_no_date_line():
    assert day("Pasar dibuka 21 November 2024.\nIa tiba di sana.") is None


def test_hari_ini_with_a_date_names_the_day():
    assert day("Pasar itu dibuka hari ini, Rabu (18/6/2025).") == ("2025-06-18", "", "published-today")


def test_the_newest_dated_statement_is_of_the_day():
    text = "Api padam sejak Senin (16/6/2025). Semua selamat, kata Bima, Rabu (18/6/2025)."
    assert day(text) == ("2025-06-18", "", "published-reported")


def test_a_weekday_and_a_date_give_the_year_and_the_other_years_are_told():
    text = "Seorang pejabat mengatakan pada Jumat (17/11) bahwa pasar dibuka."
    assert day(text) == ("2023-11-17", "", "published-weekday-year")
    assert dated(text).published.why.words["others"] == "2017"


def test_this_week_and_the_newest_day_give_the_rest_of_the_week():
    text = (
        "Pertemuan berlangsung di Solo minggu ini. Kantor itu melaporkannya pada hari Kamis. "
        "Selama sembilan bulan tahun 2024 pasar ramai. Pada tanggal 20 November diadakan rapat tertutup."
    )
    assert day(text) == ("2024-11-21", "2024-11-24", "published-this-week")


def test_this_month_and_a_day_of_it_leave_the_month_open():
    text = "Pada awal bulan ini pasar dibuka. Rapat itu disahkan pada 6 November, setelah diusulkan 19 Juni 2024."
    assert day(text) == ("2024-11-06", "2024-11-30", "published-this-month")
    assert dated(text).published.when.basis == "open"


def test_a_month_that_is_past_bounds_the_day_from_above():
    text = "Antara Januari hingga September 2024 pasar ramai, setelah dibuka pada Juni lalu."
    assert day(text) == ("2024-09-01", "2025-05-31", "published-window")


@pytest.mark.parametrize("text", ["Pasar itu dibuka.", "", "Pasar dibuka pada Kamis.", "Targetnya 2030."])
def test_what_the_text_does_not_support_is_not_guessed(text):
    document = dated(text)
    assert document.published is None
    assert "undated" in [i.code for i in document.issues]


def test_the_times_follow_the_day_found():
    document = dated("Pasar dibuka hari ini, Rabu (18/6/2025). Kemarin hujan.")
    assert [t.value.value for t in times.mark(document, language("id")).times] == ["2025-06-18", "2025-06-17"]


def test_a_time_that_differs_over_a_range_of_days_stays_open():
    known = Dating(When("2024-11-19", "2024-11-24"), Reason("given"))
    document = times.mark(dated("Pasar dibuka pada Rabu, minggu ini.", known=known), language("id"))
    assert [(t.value.value, t.value.until) for t in document.times] == [
        ("XXXX-WXX-3", ""),
        ("2024-11-18", "2024-11-24"),
    ]
