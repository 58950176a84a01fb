"""Times: every rule's examples, and how a time is read against its neighbours and the day of publication."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.annotate import dating, times
from runut.annotate.zones_read import readable
from runut.lang import language
from runut.types import Document, Mark, Report, Span, Zone

EXAMPLES = [(tag, r, e) for tag in ("id", "en") for r in language(tag).calendar.rules for e in r.examples]
REFUSED = [(tag, r, text) for tag in ("id", "en") for r in language(tag).calendar.rules for text in r.not_]


def marked(text, published="", lang="id"):
    document = Document(report=Report(id="r", text=text, lang=lang, published=published))
    return times.mark(dating.mark(document, language(lang)), language(lang))


def values(text, published="", lang="id"):
    found = marked(text, published, lang).times
    return [
        (text[t.span.start : t.span.end], t.value.value + ("/" + t.value.until if t.value.until else "")) for t in found
    ]


@pytest.mark.parametrize(("tag", "rule", "example"), EXAMPLES, ids=lambda x: getattr(x, "name", getattr(x, "text", x)))
def test_an_example_of_a_rule_gives_its_value_by_that_rule(tag, rule, example):
    document = Document(report=Report(id="r", text=example.text, lang=tag, published=example.ref))
    found = times.mark(
        (dating._stated(document) and dating.mark(document, language(tag))) or document, language(tag)
    ).times
    given = {t.value.value + ("/" + t.value.until if t.value.until else ""): t.rule for t in found}
    assert given.get(example.gives) == f"calendar:{rule.name}", given


@pytest.mark.parametrize(("tag", "rule", "text"), REFUSED, ids=lambda x: getattr(x, "name", x))
def test_what_a_rule_says_it_is_not_is_not_found_by_it(tag, rule, text):
    assert f"calendar:{rule.name}" not in {t.rule for t in marked(text, "2025-06-19", tag).times}


def test_minggu_is_sunday_or_a_week_by_its_neighbours():
    assert values("Ia tiba pada hari Minggu.", "2025-06-19") == [("hari Minggu", "2025-06-15")]
    assert values("Ia tiba minggu ini.", "2025-06-19") == [("minggu ini", "2025-06-16/2025-06-22")]
    assert values("Ia pergi selama dua minggu.", "2025-06-19") == [("dua minggu", "P2W")]
    assert values("Minggu lalu ia tiba.", "2025-06-19") == [("Minggu lalu", "2025-06-09/2025-06-15")]


def test_a_weekday_is_the_last_one_up_to_the_day_of_publication():
    assert values("Ia tiba pada Kamis.", "2025-06-19") == [("Kamis", "2025-06-19")]
    assert values("Ia tiba pada Jumat.", "2025-06-19") == [("Jumat", "2025-06-13")]


def test_a_planned_weekday_is_the_next_one():
    assert values("Sidang akan dibuka pada Senin.", "2025-06-19") == [("Senin", "2025-06-23")]
    assert values("Ia mengatakan pada Senin bahwa sidang akan dibuka.", "2025-06-19") == [("Senin", "2025-06-16")]


def test_the_day_before_is_the_day_before_the_one_named_last():
    text = "Pada Kamis (19/6/2025) ia tiba. Sehari sebelumnya ia sakit."
    assert values(text, "2025-06-25")[1] == ("Sehari sebelumnya", "2025-06-18")


def test_hari_ini_in_a_quotation_is_the_day_on_which_it_was_spoken():
    text = '"Hari ini kami pulang," kata Bima, Rabu (18/6/2025).'
    assert values(text, "2025-06-19")[0] == ("Hari ini", "2025-06-18")


def test_a_clock_time_takes_the_day_that_follows_it_or_the_one_before():
    text = "Api padam pukul 04.30 WIB, Kamis (19/6/2025). Polisi tiba pukul 05.00 WITA."
    assert values(text, "2025-06-20") == [
        ("pukul 04.30 WIB", "2025-06-19T04:30+07:00"),
        ("Kamis (19/6/2025)", "2025-06-19"),
        ("pukul 05.00 WITA", "2025-06-19T05:00+08:00"),
    ]


def test_a_weekday_that_its_date_does_not_fall_on_is_an_issue_and_the_date_is_kept():
    document = marked("Ia tiba pada Selasa (18/6/2025).", "2025-06-19")
    assert [t.value.value for t in document.times] == ["2025-06-18"]
    assert [(i.code, i.note) for i in document.issues] == [("weekday-conflict", "Selasa (18/6/2025)")]


def test_a_weekday_decides_the_year_of_a_date_long_past():
    assert values("Ia tiba pada Jumat (17/11).", "2025-06-19") == [("Jumat (17/11)", "2023-11-17")]


def test_a_date_near_the_day_of_publication_keeps_its_year_against_its_weekday():
    document = marked("Ia tiba pada Selasa (18/6).", "2025-06-19")
    assert [t.value.value for t in document.times] == ["2025-06-18"]
    assert [i.code for i in document.issues] == ["weekday-conflict"]


def test_a_month_of_publication_settles_what_it_can():
    assert values("Ia tiba bulan lalu, pada Kamis, 6 Maret.", "2025-06") == [
        ("bulan lalu", "2025-05"),
        ("Kamis, 6 Maret", "2025-03-06"),
    ]
    assert values("Ia tiba pada Kamis.", "2025-06") == [("Kamis", "XXXX-WXX-4")]


def test_the_end_of_a_span_lies_ahead():
    assert values("Pendaftaran dibuka hingga 31 Oktober di sana.", "2025-06-09") == [("31 Oktober", "2025-10-31")]


def test_without_a_day_of_publication_nothing_is_guessed():
    assert values("Ia tiba pada Kamis, sebulan setelah 6 November.") == [
        ("Kamis", "XXXX-WXX-4"),
        ("sebulan", "P1M"),
        ("6 November", "XXXX-11-06"),
    ]


def test_hari_ini_in_a_quotation_is_the_day_on_which_the_speaker_of_the_one_before_spoke():
    text = '"Kami tutup," kata Rini, Selasa (17/6/2025).\n"Sampai hari ini belum ada kapal," ujar Rini.'
    assert values(text, "2025-06-18")[-1][1] == "2025-06-17"


def test_a_clock_time_ahead_belongs_to_the_day_planned_and_not_to_the_day_of_the_quotation():
    text = 'Lomba Senin (23/6/2025).\n"Siap," kata Rini, Jumat (20/6/2025).\nLomba akan dimulai pukul 09.00 WIB.'
    assert values(text, "2025-06-20")[-1][1] == "2025-06-23T09:00+07:00"


@pytest.mark.parametrize(
    "text",
    [
        "Undang-Undang Nomor 7 Tahun 2017",
        "menang 3-1",
        "naik 70%",
        "5.84 LS",
        "seorang pria berusia 25 tahun",
        "31/2/2025",
    ],
)
def test_numbers_that_are_no_times(text):
    assert values(f"Disebut {text} di sana.", "2025-06-19") == []


def test_times_in_furniture_are_not_marked():
    text = "Ia tiba Senin.\nBaca juga: Gempa Selasa"
    zones = (Mark(Span("r", 0, 15), Zone("body"), ""), Mark(Span("r", 15, len(text)), Zone("related"), ""))
    document = Document(report=Report(id="r", text=text, lang="id", published="2025-06-19"), zones=zones)
    assert len(times.mark(document, language("id")).times) == 1
    assert not readable(document)(20)


WORDS = st.sampled_from(
    ["Kamis", "(19/6)", "pukul", "02.02", "WIB", "akhir", "tahun", "2024", "dua", "hari", "lalu", "Minggu", "31",
     "Februari", "antara", "hingga", "-", ",", ".", "\n", "“", "é", "İ", "Juni", "tadi", "malam", "99999999", "(", ")"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30), st.sampled_from(["", "2025-06-19", "2024-02-29", "2024-11"]))
def test_spans_lie_in_the_text_in_order_without_overlap(words, published):
    text = " ".join(words)
    found = marked(text, published).times
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert found == marked(text, published).times
