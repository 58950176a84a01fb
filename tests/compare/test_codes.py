"""Numbers that name things, and reports that give one thing two of them."""

import pytest

from runut.compare import compare
from runut.compare.codes import codes, shown, slips
from runut.types import Group, Resolution, Span


def read(text, marked=()):
    return list(codes(text, Span("r-1", 0, len(text)), marked))


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Pesawat Halmahera Air HM 5276 mendarat", [("hm", "5276")]),
        ("Pesawat HM-5276", [("hm", "5276")]),
        ("Pesawat HM5276", [("hm", "5276")]),
        ("di Km 07+300 jalur A", [("km", "07300")]),
        ("mobil B 2828 XYZ", [("b", "2828")]),
        ("Rumah nomor 17 terbakar", []),
        ("sebesar Rp 25.000", []),
        ("Liga 1 musim ini", []),
        ("Piala Teluk Cup 2026", []),
        ("gol pada menit ke-40", [("'", "40")]),
        ("gol pada menit ke-90+2", []),
        ("bermain 13 menit", []),
    ],
)
def test_letters_and_digits_are_a_code(text, gives):
    assert read(text) == gives


def test_what_is_marked_as_an_amount_is_no_code():
    assert read("seharga Rp 500", [(8, 14)]) == []


@pytest.mark.parametrize(
    ("left", "right", "outlets", "differs"),
    [
        pytest.param({("hm", "5276")}, {("hm", "5726")}, "ab", True, id="digits turned round"),
        pytest.param({("hm", "5276")}, {("hn", "5276")}, "ab", True, id="another letter"),
        pytest.param({("km", "93")}, {("km", "95")}, "ab", True, id="another digit"),
        pytest.param({("'", "40")}, {("'", "42")}, "ab", True, id="another minute"),
        pytest.param({("'", "40")}, {("'", "41")}, "ab", False, id="a minute counted otherwise"),
        pytest.param({("'", "40")}, {("'", "67")}, "ab", False, id="another half"),
        pytest.param({("km", "93")}, {("rt", "95")}, "ab", False, id="of two kinds"),
        pytest.param({("hm", "5276")}, {("hm", "118")}, "ab", False, id="nothing alike"),
        pytest.param({("hm", "5276"), ("hm", "5277")}, {("hm", "5277")}, "ab", False, id="two of one report"),
        pytest.param({("hm", "5276")}, {("hm", "5726")}, "aa", False, id="one outlet"),
        pytest.param({("hm", "5276")}, {("hm", "5276")}, "ab", False, id="the same"),
    ],
)
def test_codes_that_look_alike_are_slips(left, right, outlets, differs):
    found = slips({"r-1": left, "r-2": right}, {"r-1": outlets[0], "r-2": outlets[1]})
    assert found == (sorted(left | right) if differs else [])


def test_a_code_is_shown_as_it_is_written():
    assert [shown(c) for c in (("hm", "5276"), ("'", "40"))] == ["HM 5276", "40'"]


def test_a_statement_whose_reports_number_one_thing_in_two_ways_differs(made):
    text = "Pesawat Halmahera Air {} mendarat darurat di bandara Maba akibat kabut."
    documents = [
        made.claimed(text.format(code), report=f"r-{n}", outlet=f"outlet-{n}")
        for n, code in enumerate(("HM 5276", "HM-5726"))
    ]
    story = Group(id="s-1", kind="story", reports=("r-0", "r-1"))
    (finding,) = compare(documents, [story], Resolution((), {}))
    assert finding.verdict == "differ"
    assert [(r.code, r.words) for r in finding.why] == [("differ-code", {"values": "HM 5276; HM 5726"})]
