"""When two values are two accounts of one thing, and when they are of two things."""

import pytest

from runut.compare import compare
from runut.types import Group, Resolution

NOBODY = Resolution((), {})


def verdicts(*documents):
    story = Group(id="s-1", kind="story", reports=tuple(d.report.id for d in documents))
    return {f.verdict for f in compare(documents, [story], NOBODY)}


def report(made, number, text, **marks):
    return made.claimed(text + ".", report=f"r-{number}", outlet=f"outlet-{number}", **marks)


def counted(made, number, text, *counts, names=()):
    """A report with amounts, each the words and the number of one."""
    amounts = {words: (n, n, words.split()[1]) for words, n in counts}
    return report(made, number, text, amounts=amounts, names=dict.fromkeys(names, "place"))


def test_a_number_near_another_is_another_account_of_it(made):
    left = counted(made, 1, "Ombak menenggelamkan 12 perahu nelayan Teluk Buli", ("12 perahu", 12))
    right = counted(made, 2, "Ombak menenggelamkan 17 perahu nelayan Teluk Buli", ("17 perahu", 17))
    assert "differ" in verdicts(left, right)


def test_a_number_far_from_another_is_of_another_thing(made):
    left = counted(made, 1, "Ombak besar menghantam 12 perahu nelayan", ("12 perahu", 12))
    right = counted(made, 2, "Ombak besar mengancam 480 perahu nelayan utara", ("480 perahu", 480))
    assert "differ" not in verdicts(left, right)


def test_numbers_far_apart_differ_where_the_claims_say_the_same_of_one_place(made):
    text = "Pusat gempa berada {} timur laut Maba"
    left = counted(made, 1, text.format("119 km"), ("119 km", 119))
    right = counted(made, 2, text.format("16 km"), ("16 km", 16))
    assert "differ" not in verdicts(left, right)
    named = [
        counted(made, n, text.format(words), (words, value), names=["Maba"])
        for n, words, value in ((1, "119 km", 119), (2, "16 km", 16))
    ]
    places = Resolution((), {f"{m.span.report}:{m.span.start}:{m.span.end}": "e-maba" for d in named for m in d.names})
    story = Group(id="s-1", kind="story", reports=("r-1", "r-2"))
    assert "differ" in {f.verdict for f in compare(named, [story], places)}


def test_the_whole_is_no_other_account_of_its_part(made):
    left = counted(made, 1, "Bupati mencabut izin empat dari 5 kapal pukat Teluk Buli", ("5 kapal", 5))
    right = counted(made, 2, "Bupati mencabut izin 4 kapal pukat Teluk Buli", ("4 kapal", 4))
    assert "differ" not in verdicts(left, right)


def test_numbers_that_one_claim_tells_together_are_of_two_things_elsewhere_too(made):
    left = counted(made, 1, "Izin 5 kapal pukat Teluk Buli tercatat", ("5 kapal", 5))
    right = counted(made, 2, "Izin 4 kapal pukat Teluk Buli tercatat", ("4 kapal", 4))
    both = counted(made, 3, "Bupati Maba memeriksa empat dari 5 kapal asing kemarin", ("5 kapal", 5))
    assert "differ" in verdicts(left, right)
    assert "differ" not in verdicts(left, right, both)


def test_a_number_of_what_is_not_is_no_other_account_of_what_is(made):
    left = counted(made, 1, "Izin 5 kapal pukat Teluk Buli dicabut bupati", ("5 kapal", 5))
    right = counted(made, 2, "Izin 4 kapal pukat Teluk Buli tidak dicabut bupati", ("4 kapal", 4))
    assert "differ" not in verdicts(left, right)


def test_a_day_that_two_reports_name_otherwise_is_told_in_two_ways(made):
    text = "Jembatan gantung Halmahera runtuh pada {}"
    left = report(made, 1, text.format("Selasa (3/6/2025)"), times={"Selasa (3/6/2025)": "2025-06-03"})
    right = report(made, 2, text.format("Rabu (4/6/2025)"), times={"Rabu (4/6/2025)": "2025-06-04"})
    assert "differ" in verdicts(left, right)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            {"kemarin": "2025-06-03//published"}, {"kemarin": "2025-06-04//published"}, id="from the printing"
        ),
        pytest.param({"sejak 3/6/2025": "2025-06-03"}, {"hingga 4/6/2025": "2025-06-04"}, id="first and last"),
        pytest.param({"pada 3/6/1986": "1986-06-03"}, {"pada 4/6/2025": "2025-06-04"}, id="years apart"),
    ],
)
def test_days_that_answer_other_questions_are_no_two_accounts(made, first, second):
    documents = []
    for n, times in enumerate((first, second)):
        (words,) = times
        *before, day = words.split()
        text = " ".join(["Jembatan gantung Halmahera ditutup", *before, day])
        documents.append(report(made, n, text, times={day: times[words]}))
    assert "differ" not in verdicts(*documents)


def test_what_consists_of_a_number_is_all_of_it(made):
    a = counted(made, 1, "Armada nelayan Teluk Buli terdiri dari 12 perahu", ("12 perahu", 12))
    assert "differ" in verdicts(a, counted(made, 2, "Armada nelayan Teluk Buli memiliki 17 perahu", ("17 perahu", 17)))


def test_those_that_are_left_are_no_other_account_of_the_first(made):
    a = counted(made, 1, "Ombak merusak 12 perahu nelayan Teluk Buli", ("12 perahu", 12))
    assert "differ" not in verdicts(
        a, counted(made, 2, "Ombak merusak 17 perahu lainnya nelayan Teluk Buli", ("17 perahu", 17))
    )
