"""Days of publication from the other reports of a story."""

from hypothesis import given
from hypothesis import strategies as st

from runut.annotate import dating, sentences, times, zones
from runut.group.dates import dates
from runut.lang import language
from runut.types import Document, Report


def read(key, text, published=""):
    document = Document(report=Report(id=key, text=text, lang="id", published=published))
    for step in (zones.mark, sentences.mark, dating.mark, times.mark):
        document = step(document, language("id"))
    return document


FULL = read("a", "Kata Bima, Kamis (21/11/2024), pasar dibuka pada hari Selasa.", "2024-11-21T13:38+07:00")
TUESDAY = read("b", "Pasar dibuka, demikian dilaporkan pada Selasa. Ramai sekali.")
THURSDAY = read("c", "Pasar dibuka, demikian dilaporkan pada Kamis. Ramai sekali.")
MONDAY = read("d", "Pasar dibuka, demikian dilaporkan pada Senin. Ramai sekali.")
MONTH = read(
    "e", "Pada awal bulan ini pasar ramai. Rapat itu disahkan pada 6 November, setelah diusulkan 19 Juni 2024."
)
OTHER = read("f", "Seorang pejabat mengatakan pada Jumat (17/11) bahwa pasar dibuka.")
PLAIN = read("g", "Pasar dibuka. Acara pada 21 November 2024 itu ramai.")
NOTHING = read("h", "Pasar dibuka. Acara itu ramai.")
STORY = [FULL, TUESDAY, THURSDAY, MONDAY, MONTH, OTHER]


def found(documents, *stories):
    return {k: (d.when.value, d.when.until, d.why.code) for k, d in dates(documents, stories).items()}


def test_a_weekday_in_the_opening_is_the_day_that_another_report_of_the_story_names():
    assert found(STORY, ("a", "b")) == {"b": ("2024-11-19", "", "published-story-weekday")}
    assert found(STORY, ("a", "c")) == {"c": ("2024-11-21", "", "published-story-weekday")}


def test_the_reason_names_the_other_report_and_its_words():
    why = dates(STORY, [("a", "b")])["b"].why
    assert (why.words["report"], why.words["text"], why.words["other"]) == ("a", "Selasa", "hari Selasa")
    assert [s.report for s in why.spans] == ["b", "a"]


def test_a_weekday_that_no_report_names_is_the_last_one_before_the_story_is_told():
    assert found(STORY, ("a", "d")) == {"d": ("2024-11-18", "", "published-story-near")}


def test_an_open_range_is_cut_to_the_days_of_the_story():
    assert found(STORY, ("a", "e")) == {"e": ("2024-11-21", "2024-11-24", "published-story")}


def test_a_report_without_a_day_is_dated_by_a_day_that_it_names_with_another():
    assert found([FULL, PLAIN], ("a", "g")) == {"g": ("2024-11-21", "2024-11-24", "published-story")}


def test_a_report_that_shares_no_day_with_its_story_stays_undated():
    assert found([FULL, NOTHING], ("a", "h")) == {}


def test_a_report_that_dates_itself_keeps_its_day():
    assert found(STORY, ("a", "f")) == {}


def test_a_story_without_any_dated_report_stays_undated():
    assert found(STORY, ("b", "c")) == {}


@given(st.permutations(STORY), st.permutations(["a", "b", "c", "d", "e", "f"]))
def test_the_order_of_the_reports_does_not_matter(documents, members):
    assert found(documents, tuple(members)) == found(STORY, ("a", "b", "c", "d", "e", "f"))
