"""What is told once: statements inside others, times in the timeline, origins of one name."""

import pytest

from runut.compare import compare, timeline
from runut.types import Group, Resolution

NOBODY = Resolution((), {})
BUILT = "Jembatan Maba, yang menghubungkan dua kampung nelayan pesisir, menelan banyak biaya perawatan."
DATED = "Jembatan Maba, yang diresmikan bupati pada 3 Mei 2024, menelan banyak biaya perawatan."


def findings(*documents):
    return compare(documents, [Group(id="s-1", kind="story", reports=tuple(d.report.id for d in documents))], NOBODY)


def test_a_relative_clause_of_one_report_is_told_by_its_sentence(made):
    found = made.claimed(BUILT)
    assert len(found.claims) == 2
    assert [c.span for f in findings(found) for c in f.claims] == [found.claims[-1].span]


def test_a_relative_clause_that_other_reports_tell_is_a_finding(made):
    other = made.claimed("Jembatan Maba menghubungkan dua kampung nelayan pesisir.", report="r-2")
    assert any({c.span.report for c in f.claims} == {"r-1", "r-2"} for f in findings(made.claimed(BUILT), other))


def test_a_relative_clause_that_gives_a_day_is_a_finding(made):
    assert len(findings(made.claimed(DATED, times={"3 Mei 2024": "2024-05-03"}))) == 2


def test_a_time_stands_once_in_the_timeline_with_the_shortest_statement(made):
    found = made.claimed(DATED, times={"3 Mei 2024": "2024-05-03"})
    (line,) = timeline(findings(found))
    assert made.words(found, line) == "Jembatan Maba, yang diresmikan bupati pada 3 Mei 2024"


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        (("Kepala Kantor SAR Rini Astuti", "institution"), ("Rini Astuti", "person"), 1),
        (("Bertus Lesmana", "person"), ("Betrus", "person"), 1),
        (("Bertus Lesmana", "person"), ("Markus", "person"), 2),
        (("Rina", "person"), ("Rini Astuti", "person"), 2),
    ],
)
def test_a_name_within_titles_or_with_a_slip_of_the_pen_is_one_origin(made, left, right, count):
    def told(text, report, hop):
        return made.claimed(text + ".", report=report, said=[(text, None, None, [hop])])

    a = told("Ombak menenggelamkan dua belas perahu nelayan di Teluk Buli", "r-1", left)
    b = told("Dua belas perahu nelayan tenggelam dihantam ombak Teluk Buli", "r-2", right)
    (finding,) = findings(a, b)
    assert len(finding.origins) == count


def test_a_number_that_reports_share_is_shown_before_their_day(made):
    def told(report, number, day):
        who = f"{number} orang" if number else "penumpang"
        text = f"Dua belas perahu nelayan bersama {who} tenggelam di Teluk Buli pada {day}."
        amounts = {who: (int(number), None if number == "9" else int(number), "orang")} if number else {}
        return made.claimed(text, report=report, amounts=amounts, times={day: "2024-05-06"})

    days = ("Senin", "Senin (6/5)", "6 Mei")
    (finding,) = findings(*(told(f"r-{n}", number, days[n]) for n, number in enumerate(("9", "10", ""))))
    assert (finding.role, finding.verdict) == ("amount", "compatible")


def test_days_of_two_acts_are_not_said_to_fit_each_other(made):
    treaty = "Perjanjian pembagian batas laut, batas kebun pala, sumber air, tambatan perahu kampung Maba Tobelo"
    left = f"{treaty} resmi diratifikasi seluruh anggota dewan adat kepulauan pada 6 Mei."
    right = f"{treaty} diteken para kepala kampung pesisir teluk sebelah utara Rabu."
    a = made.claimed(left, report="r-1", times={"6 Mei": "2024-05-06"})
    b = made.claimed(right, report="r-2", times={"Rabu": "2024-06-19"})
    (finding,) = findings(a, b)
    assert (len(finding.claims), finding.role, finding.why) == (2, "", ())
