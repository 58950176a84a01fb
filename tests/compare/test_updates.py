"""Numbers that grow while an event goes on, numbers that an outlet corrects, plans that come true."""

import pytest

from runut.compare import compare
from runut.compare.updates import moment
from runut.types import Group, Resolution

NOBODY = Resolution((), {})


def findings(*documents):
    return compare(documents, [Group(id="s-1", kind="story", reports=tuple(d.report.id for d in documents))], NOBODY)


def only(*documents):
    (finding,) = findings(*documents)
    return finding


def dead(made, number, at, *, outlet="", said=(), tail="", **marks):
    """A report that counts the dead of a landslide."""
    unit = "orang"
    text = f"Sebanyak {number} {unit} tewas tertimbun longsor di Desa Waru{tail}"
    if said:  # short, as sources that are quoted with the same words are one
        text = f"Longsor di Desa Waru menewaskan {number} {unit}{tail}"
    return made.claimed(
        text + ".",
        report=f"r-{number}-{at[8:16]}-{outlet}",
        outlet=outlet or f"harian-{number}",
        published=at,
        names={"Desa Waru": "place"},
        amounts={f"{number} {unit}": (number, number, unit)},
        said=[(text, None, None, list(said))] if said else [],
        **marks,
    )


def why(finding):
    return {r.code: r.words for r in finding.why}


MORNING, NOON, EVENING = (f"2024-05-06T{clock}+07:00" for clock in ("09:10", "12:40", "18:05"))


# --- numbers that grow ----------------------------------------------------------------------------


def test_a_number_that_grows_with_the_hours_is_no_disagreement(made):
    finding = only(dead(made, 12, MORNING), dead(made, 17, NOON))
    assert finding.verdict == "compatible"
    assert why(finding) == {"updated": {"values": "12 (09:10), 17 (12:40)"}}


def test_the_numbers_stand_in_order_of_time(made):
    finding = only(dead(made, 17, NOON), dead(made, 12, MORNING))
    assert [a.value.low for a in finding.answers] == [12, 17]


def test_three_numbers_make_one_sequence(made):
    finding = only(dead(made, 12, MORNING), dead(made, 17, NOON), dead(made, 31, EVENING))
    assert why(finding)["updated"]["values"] == "12 (09:10), 17 (12:40), 31 (18:05)"


def test_days_are_named_where_there_are_several(made):
    finding = only(dead(made, 12, MORNING), dead(made, 17, "2024-05-07T06:00+07:00"))
    assert why(finding)["updated"]["values"] == "12 (2024-05-06 09:10), 17 (2024-05-07 06:00)"


def test_the_hour_of_the_count_goes_before_that_of_publication(made):
    late = {"tail": " hingga pukul 8 WIB", "times": {"pukul 8 WIB": "2024-05-06T08:00+07:00"}}
    finding = only(dead(made, 12, EVENING, **late), dead(made, 17, NOON))
    assert why(finding)["updated"]["values"] == "12 (08:00), 17 (12:40)"


def test_a_number_that_falls_between_outlets_differs(made):
    assert only(dead(made, 17, MORNING), dead(made, 12, NOON)).verdict == "differ"


def test_numbers_of_one_hour_differ(made):
    assert only(dead(made, 12, MORNING), dead(made, 17, "2024-05-06T09:25+07:00")).verdict == "differ"


def test_numbers_of_days_without_hours_differ_on_one_day(made):
    assert only(dead(made, 12, "2024-05-06"), dead(made, 17, "2024-05-06")).verdict == "differ"
    assert only(dead(made, 12, "2024-05-06"), dead(made, 17, "2024-05-07")).verdict == "compatible"


def test_numbers_of_two_sources_differ(made):
    a = dead(made, 12, MORNING, said=[("Rini Astuti", "person")])
    b = dead(made, 17, NOON, said=[("Dinas Pasar Tual", "institution")])
    assert only(a, b).verdict == "differ"


def test_two_sources_agree_where_the_later_says_that_the_number_has_grown(made):
    a = dead(made, 12, MORNING, said=[("Rini Astuti", "person")])
    b = dead(made, 17, NOON, said=[("Dinas Pasar Tual", "institution")], tail=" sejauh ini")
    assert [f.verdict for f in findings(a, b) if len(f.origins) == 2] == ["compatible"]


def test_one_source_counts_on(made):
    a = dead(made, 12, MORNING, said=[("Rini Astuti", "person")])
    b = dead(made, 17, NOON, said=[("Rini Astuti", "person")])
    assert "updated" in why(only(a, b))


def test_a_count_of_long_ago_is_over(made):
    past = {"tail": " pada 2019", "times": {"2019": "2019"}}
    assert only(dead(made, 12, MORNING, **past), dead(made, 17, NOON, **past)).verdict == "differ"


def test_a_number_that_counts_nothing_that_grows_differs(made):
    def seats(number, at):
        return made.claimed(
            f"Feri cepat Tual berkapasitas {number} kursi penumpang kelas ekonomi.",
            report=f"r-{number}",
            outlet=f"harian-{number}",
            published=at,
            names={"Tual": "place"},
            amounts={f"{number} kursi": (number, number, "kursi")},
        )

    assert only(seats(120, MORNING), seats(150, NOON)).verdict == "differ"


# --- one outlet -----------------------------------------------------------------------------------


def test_an_outlet_that_lowers_its_number_corrects_it(made):
    finding = only(dead(made, 17, MORNING, outlet="Harian Tual"), dead(made, 12, NOON, outlet="Harian Tual"))
    assert finding.verdict == "compatible"
    assert why(finding) == {"corrected": {"outlet": "Harian Tual", "values": "17 (09:10), 12 (12:40)"}}


def test_an_outlet_that_comes_back_to_a_number_corrects_nothing(made):
    some = [dead(made, n, at, outlet="Harian Tual") for n, at in ((17, MORNING), (12, NOON), (17, EVENING))]
    assert not any("corrected" in why(f) for f in findings(*some))


# --- plans ----------------------------------------------------------------------------------------


def signing(made, text, report, at, **marks):
    return made.claimed(
        text, report=report, outlet=f"Harian {report}", published=at, names={"Rini Astuti": "person"}, **marks
    )


def test_a_plan_and_what_came_of_it_name_their_reports(made):
    a = signing(made, "Wali Kota Rini Astuti akan menandatangani nota pelabuhan ikan Tual.", "r-1", "2024-05-06")
    b = signing(made, "Wali Kota Rini Astuti menandatangani nota pelabuhan ikan Tual.", "r-2", "2024-05-09")
    finding = only(a, b)
    assert finding.verdict == "compatible"
    assert why(finding) == {
        "planned-then-done": {"planned": "Harian r-1 (2024-05-06)", "done": "Harian r-2 (2024-05-09)"}
    }
    assert [c.modality for c in finding.claims] == ["planned", "fact"]


@pytest.mark.parametrize("done", ["2024-05-06", "2024-05-02"])
def test_what_is_told_as_done_no_later_is_not_what_came_of_the_plan(made, done):
    a = signing(made, "Wali Kota Rini Astuti akan menandatangani nota pelabuhan ikan Tual.", "r-1", "2024-05-06")
    b = signing(made, "Wali Kota Rini Astuti menandatangani nota pelabuhan ikan Tual.", "r-2", done)
    assert set(why(only(a, b))) == {"fits-modality"}


def test_what_was_done_before_the_plan_is_another_thing(made):
    a = signing(made, "Wali Kota Rini Astuti akan menandatangani nota pelabuhan ikan Tual.", "r-1", "2024-05-06")
    b = signing(
        made,
        "Wali Kota Rini Astuti menandatangani nota pelabuhan ikan Tual pada 2 Mei 2024.",
        "r-2",
        "2024-05-09",
        times={"2 Mei 2024": "2024-05-02"},
    )
    assert not any("planned-then-done" in why(f) for f in findings(a, b))


def test_a_name_that_lost_its_blank_before_akan_tells_a_plan(made):
    a = signing(made, "Wali Kota Rini Astuti akan menandatangani nota pelabuhan ikan Tual.", "r-1", "2024-05-06")
    b = signing(made, "Wali Kota Rini Astutiakan menandatangani nota pelabuhan ikan Tual.", "r-2", "2024-05-09")
    assert not any("planned-then-done" in why(f) for f in findings(a, b))


# --- moments --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024-05-06T09:10+07:00", "2024-05-06T11:15+08:00"),
        ("2024-05-06T09:10:30.5+07:00", "2024-05-06T02:11:00Z"),
        ("2024-05-06TMO", "2024-05-06T12:00+07:00"),
        ("2024-05-06", "2024-05-08"),
    ],
)
def test_moments_compare_across_zones_and_precisions(earlier, later):
    assert moment(earlier)[1] < moment(later)[0]


@pytest.mark.parametrize("value", ["2024-05", "2024", "2024-13-41", "PAST_REF", "P2D", ""])
def test_what_is_coarser_than_a_day_is_no_moment(value):
    assert moment(value) is None
