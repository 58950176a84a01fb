"""Statements aligned across reports: verdicts, origins, denials, the order of time."""

from datetime import UTC, datetime
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.compare import compare, timeline
from runut.compare.relations import relation
from runut.compare.updates import moment
from runut.types import Amount, Entity, Group, Judgement, Modality, Reason, Resolution, Spelling, When

NOBODY = Resolution((), {})
OTHERWISE = "Dua belas perahu nelayan tenggelam dihantam ombak Teluk Buli"
SAID = "Ombak menenggelamkan dua belas perahu nelayan di Teluk Buli"


def story(*documents):
    return Group(id="s-1", kind="story", reports=tuple(d.report.id for d in documents))


def findings(*documents, resolution=NOBODY):
    return compare(documents, [story(*documents)], resolution)


def only(*documents, **given):
    (finding,) = findings(*documents, **given)
    return finding


def told(made, text, report, chain=(), **marks):
    """A report of one sentence, attributed as a whole."""
    said = [(text, None, None, list(chain))] if chain else []
    return made.claimed(text + ".", report=report, outlet=f"outlet-{report}", said=said, **marks)


def origins(finding):
    return [o.name for o in finding.origins]


# --- alignment ------------------------------------------------------------------------------------


def test_what_two_reports_say_is_one_finding(made):
    a = told(made, SAID, "r-1")
    b = told(made, "Dua belas perahu nelayan tenggelam dihantam ombak Teluk Buli", "r-2")
    finding = only(a, b)
    assert {c.span.report for c in finding.claims} == {"r-1", "r-2"}
    assert (finding.verdict, finding.outlets, finding.publishers) == ("agree", 2, 2)


def test_what_one_report_says_is_single(made):
    found = findings(told(made, SAID, "r-1"), told(made, "Gubernur meresmikan jembatan gantung Halmahera", "r-2"))
    assert [f.verdict for f in found] == ["single", "single"]


def test_reports_of_two_stories_are_never_set_side_by_side(made):
    a, b = told(made, SAID, "r-1"), told(made, SAID, "r-2")
    groups = [Group(id="s-1", kind="story", reports=("r-1",)), Group(id="s-2", kind="story", reports=("r-2",))]
    assert [f.verdict for f in compare([a, b], groups, NOBODY)] == ["single", "single"]


def test_a_report_of_no_story_is_not_lost(made):
    assert len(compare([told(made, SAID, "r-1")], [], NOBODY)) == 1


def test_sentences_of_other_lengths_are_other_statements(made):
    def sentenced(report, length, value):
        return made.claimed(
            f"Hakim menjatuhkan pidana kurungan kepada terdakwa selama {length}.", report=report, times={length: value}
        )

    apart = findings(sentenced("r-1", "tiga tahun", "P3Y"), sentenced("r-2", "sebelas tahun", "P11Y"))
    together = findings(sentenced("r-1", "tiga tahun", "P3Y"), sentenced("r-2", "3 tahun", "P3Y"))
    assert [f.outlets for f in apart] == [1, 1]
    assert [len(f.claims) for f in together] == [2]


def test_two_rates_of_one_report_stay_two_statements(made):
    def rates(report):
        return made.claimed(
            "Suku bunga simpanan tetap 4,75 persen. Suku bunga pinjaman tetap 6,25 persen.",
            report=report,
            amounts={"4,75 persen": (4.75, 4.75, "percent"), "6,25 persen": (6.25, 6.25, "percent")},
        )

    found = findings(rates("r-1"), rates("r-2"))
    assert [(f.verdict, len(f.answers)) for f in found] == [("agree", 1), ("agree", 1)]


def test_a_long_lead_stands_in_every_statement_that_it_holds(made):
    lead = "Ombak menenggelamkan dua belas perahu nelayan Teluk Buli, dermaga kayu pelabuhan Maba retak parah"
    a = told(made, lead, "r-1")
    b = made.claimed(
        "Ombak menenggelamkan dua belas perahu nelayan Teluk Buli. Dermaga kayu pelabuhan Maba retak parah.",
        report="r-2",
    )
    assert all({c.span.report for c in f.claims} == {"r-1", "r-2"} for f in findings(a, b))


def test_names_align_through_their_entity(made):
    a = told(made, "BCS meramal hujan lebat", "r-1", names={"BCS": "organisation"})
    b = told(made, "Balai Cuaca Selatan meramal hujan lebat", "r-2", names={"Balai Cuaca Selatan": "organisation"})
    spellings = tuple(Spelling(n, Reason("alias-known")) for n in ("Balai Cuaca Selatan", "BCS"))
    entity = Entity(id="e-1", kind="organisation", spellings=spellings)
    names = {f"{m.span.report}:{m.span.start}:{m.span.end}": "e-1" for d in (a, b) for m in d.names}
    assert only(a, b, resolution=Resolution((entity,), names)).verdict == "agree"


# --- values ---------------------------------------------------------------------------------------


def amount(low, high=..., approx=False):
    number = [None if x is None else Decimal(str(x)) for x in (low, low if high is ... else high)]
    return Amount(number[0], number[1], "orang", approx=approx)


@pytest.mark.parametrize(
    ("left", "right", "gives"),
    [
        (amount(12), amount(12), "same"),
        (amount(12), amount(15), "excludes"),
        (amount(5000, None), amount(5200), "fits"),
        (amount(5000, None), amount(4000), "excludes"),
        (amount(10, 20), amount(15), "fits"),
        (amount("194.6"), amount("194.67"), "fits"),
        (amount("194.6"), amount("195.2"), "excludes"),
        (amount(380, approx=True), amount(386), "fits"),
        (amount(380, approx=True), amount(520), "excludes"),
        (amount(3), amount(4), "excludes"),
        (When("2024-05-06"), When("2024-05-06"), "same"),
        (When("2024-05-06"), When("2024-05"), "fits"),
        (When("2024-05-06"), When("2024-05-01", "2024-05-10"), "fits"),
        (When("2024-05-06"), When("2024-05-07"), "excludes"),
        (When("2024-05-06"), When("PAST_REF"), "fits"),
        (When("2024-05-06T02:02+07:00"), When("2024-05-06T02:05+07:00"), "fits"),
        (When("2024-05-06T04:30+07:00"), When("2024-05-06T04:45+07:00"), "excludes"),
        (When("2024-05-06T04:30+07:00"), When("2024-05-07T04:45+07:00"), "fits"),
        (amount(12), When("2024"), "fits"),
    ],
)
def test_how_two_values_stand_to_each_other(left, right, gives):
    assert relation(left, right) == gives == relation(right, left)


def counted(made, number, report, low, high=..., **given):
    text = f"Ombak menenggelamkan {number} perahu nelayan di Teluk Buli"
    top = low if high is ... else high
    return told(made, text, report, amounts={f"{number} perahu": (low, top, "perahu")}, **given)


def test_two_numbers_for_one_thing_differ(made):
    finding = only(counted(made, "12", "r-1", 12), counted(made, "17", "r-2", 17))
    assert (finding.verdict, finding.role, finding.unit) == ("differ", "amount", "perahu")
    assert [a.value.low for a in finding.answers] == [12, 17]
    assert [a.claims for a in finding.answers] == [(c.id,) for c in finding.claims]
    assert finding.why[0].code == "differ-value"


def test_what_one_outlet_gives_anew_is_no_conflict(made):
    text = "Ombak menenggelamkan {} perahu nelayan di Teluk Buli"
    a, b = (
        made.claimed(
            text.format(n) + ".", report=f"r-{n}", outlet="harian", amounts={f"{n} perahu": (int(n), int(n), "perahu")}
        )
        for n in ("12", "17")
    )
    assert {f.verdict for f in findings(a, b)} <= {"single", "compatible"}


def test_numbers_of_two_places_are_no_conflict(made):
    a, b = (
        told(
            made,
            f"Belanja pegawai Kabupaten {place} tahun ini mencapai {n} miliar rupiah",
            f"r-{n}",
            names={place: "place"},
            amounts={f"{n} miliar rupiah": (n, n, "IDR")},
        )
        for place, n in (("Tual", 12), ("Maba", 17))
    )
    assert "differ" not in {f.verdict for f in findings(a, b)}


def test_more_than_holds_the_exact_number(made):
    finding = only(counted(made, "lebih dari 10", "r-1", 10, None), counted(made, "12", "r-2", 12))
    assert (finding.verdict, finding.why[0].code) == ("compatible", "fits-value")


def test_numbers_that_measure_different_things_are_no_conflict(made):
    marks = {"119 km": (119, 119, "km"), "5 km": (5, 5, "km")}
    a = told(made, "Pusat gempa Maba 119 km timur laut Teluk Buli, kedalaman pusat 5 km", "r-1", amounts=marks)
    b = told(made, "Pusat gempa Maba 119 km timur laut Teluk Buli", "r-2", amounts={"119 km": (119, 119, "km")})
    assert {f.verdict for f in findings(a, b)} <= {"agree", "compatible"}


def test_a_plan_that_another_report_tells_as_done_fits(made):
    a = told(made, "Bupati Maba akan meresmikan jembatan gantung Halmahera", "r-1")
    b = told(made, "Bupati Maba meresmikan jembatan gantung Halmahera", "r-2")
    finding = only(a, b)
    assert (finding.verdict, finding.why[0].code) == ("compatible", "fits-modality")


def test_a_value_given_elsewhere_is_shown_beside(made):
    a = counted(made, "12", "r-1", 12)
    b = told(
        made,
        "Ombak kemudian menenggelamkan lagi 30 perahu nelayan di Teluk Weda Halmahera Tengah malam harinya",
        "r-1b",
        amounts={"30 perahu": (30, 30, "perahu")},
    )
    both = [f for f in findings(a, b) if f.differs_from]
    assert len(both) in (0, 2)
    assert all(f.verdict == "single" for f in both)


# --- origins --------------------------------------------------------------------------------------


def test_several_outlets_that_cite_one_dispatch_are_one_origin(made):
    finding = only(*(told(made, SAID, f"r-{i}", [("Kantor Berita Selatan", "wire")]) for i in range(5)))
    assert (origins(finding), finding.outlets) == (["Kantor Berita Selatan"], 5)
    assert len(finding.origins[0].chains) == 5


def test_two_bodies_are_two_origins(made):
    a = told(made, SAID, "r-1", [("Balai Cuaca Selatan", "institution")])
    b = told(
        made, "Dua belas perahu nelayan tenggelam dihantam ombak Teluk Buli", "r-2", [("Dinas Pasar", "institution")]
    )
    assert len(origins(only(a, b))) == 2


def test_a_medium_gives_way_to_who_told_it(made):
    a = told(made, SAID, "r-1", [("Kantor Berita Selatan", "wire")])
    b = told(made, "Dua belas perahu nelayan tenggelam dihantam ombak Teluk Buli", "r-2", [("Rini Astuti", "person")])
    finding = only(a, b)
    assert origins(finding) == ["Rini Astuti"]
    assert finding.origins[0].why.code == "origin-deeper-chain"


def test_a_ministry_and_its_minister_are_one_origin(made):
    text = SAID + ", kata Menteri Perikanan Maluku Rini Astuti."
    said = [(SAID, "Menteri Perikanan Maluku Rini Astuti", "kata", [("Rini Astuti", "person")])]
    a = made.claimed(text, report="r-1", said=said)
    b = told(
        made,
        "Dua belas perahu nelayan tenggelam dihantam ombak Teluk Buli",
        "r-2",
        [("Kementerian Perikanan Maluku", "institution")],
    )
    finding = only(a, b)
    assert origins(finding) == ["Rini Astuti"]
    assert finding.origins[0].why.code == "origin-one-body"


def test_short_name_and_full_name_are_one_origin(made):
    a = told(made, SAID, "r-1", [("Astuti", "person")])
    b = told(made, "Dua belas perahu nelayan tenggelam dihantam ombak Teluk Buli", "r-2", [("Rini Astuti", "person")])
    assert origins(only(a, b)) == ["Rini Astuti"]


def test_one_sentence_printed_by_two_outlets_has_one_origin(made):
    long = "Ombak tinggi menenggelamkan belasan perahu nelayan di pelabuhan Maba Halmahera Timur"
    a = told(made, long, "r-1", [("Rini Astuti", "person")])
    b = told(made, long, "r-2", [("Humas Pelabuhan", "person")])
    finding = only(a, b)
    assert len(finding.origins) == 1
    assert finding.origins[0].why.code == "origin-same-words"


def judged(left, right, *, same):
    at = datetime(2025, 6, 2, tzinfo=UTC)
    return Judgement(left=left, right=right, same=same, kind="origin", by="ani", at=at)


def test_people_may_judge_two_sources_to_be_one_origin_or_two(made):
    a = told(made, SAID, "r-1", [("Balai Cuaca Selatan", "institution")])
    b = told(made, OTHERWISE, "r-2", [("Dinas Pasar", "institution")])
    one = judged("dinas pasar", "Balai Cuaca Selatan", same=True)
    (finding,) = compare([a, b], [story(a, b)], NOBODY, [one])
    assert (len(origins(finding)), finding.origins[0].why.code) == (1, "origin-judged")
    c = told(made, OTHERWISE, "r-3", [("Balai Cuaca Selatan Maba", "institution")])
    assert len(origins(only(a, c))) == 1
    two = judged("Balai Cuaca Selatan", "Balai Cuaca Selatan Maba", same=False)
    (finding,) = compare([a, c], [story(a, c)], NOBODY, [two])
    assert len(origins(finding)) == 2


def test_a_chain_may_be_judged_to_end_at_its_medium(made):
    a = told(made, SAID, "r-1", [("Kantor Berita Selatan", "wire")])
    b = told(made, OTHERWISE, "r-2", [("Rini Astuti", "person")])
    own = judged("Rini Astuti", "Kantor Berita Selatan", same=False)
    (finding,) = compare([a, b], [story(a, b)], NOBODY, [own])
    assert set(origins(finding)) == {"Rini Astuti", "Kantor Berita Selatan"}


def test_what_nobody_is_named_for_has_no_origin(made):
    finding = only(told(made, SAID, "r-1"), told(made, SAID, "r-2", credits=["AFP"]))
    assert (origins(finding), finding.unattributed) == ([], 2)


def test_the_only_source_of_a_report_is_the_origin_of_what_nobody_is_named_for(made):
    text = SAID + ". Dermaga kayu Maba ikut retak, kata Rini Astuti."
    said = [("Dermaga kayu Maba ikut retak", "Rini Astuti", "kata", [("Rini Astuti", "person")])]
    a = made.claimed(text, report="r-1", said=said)
    finding = next(f for f in findings(a, told(made, SAID, "r-2")) if len(f.claims) == 2)
    assert (origins(finding), finding.unattributed) == (["Rini Astuti"], 1)
    assert finding.origins[0].why.code == "origin-only-source"


def test_the_only_source_does_not_count_beside_one_that_is_named(made):
    text = SAID + ". Dermaga kayu Maba ikut retak, kata Rini Astuti."
    said = [("Dermaga kayu Maba ikut retak", "Rini Astuti", "kata", [("Rini Astuti", "person")])]
    a = made.claimed(text, report="r-1", said=said)
    b = told(made, SAID, "r-2", [("Dinas Pasar", "institution")])
    assert origins(next(f for f in findings(a, b) if len(f.claims) == 2)) == ["Dinas Pasar"]


def test_a_described_medium_is_the_one_that_is_named(made):
    a = told(made, SAID, "r-1", [("media negara", "medium")])
    b = told(made, SAID, "r-2", [("Kantor Berita Selatan", "wire")])
    assert origins(only(a, b)) == ["Kantor Berita Selatan"]


# --- denials and the order of time ----------------------------------------------------------------


def test_a_denial_is_tied_to_what_it_denies(made):
    a = told(made, "Seram memasok mesiu ke pulau Banda", "r-1", [("Balai Cuaca Selatan", "institution")])
    b = told(made, "Seram membantah memasok mesiu ke pulau Banda", "r-2", names={"Seram": "place"})
    found = {f.modality: f for f in findings(a, b)}
    denial, denied = found[Modality.DENIED], found[Modality.FACT]
    assert denial.denies == denied.id
    assert denied.denied_by == (denial.id,)
    assert denied.verdict == "denied"
    assert origins(denial) == ["Seram"]


@pytest.mark.parametrize(
    "denial",
    [
        "Polisi membantah kesulitan melacak pengemudi boks penerobos gerbang Antap itu",  # of the search
        "Rini Astuti tidak membantah boks putih menerobos gerbang Antap",  # no denial at all
    ],
)
def test_a_denial_of_something_else_is_not_tied(made, denial):
    a = told(made, "Boks putih menerobos gerbang Antap", "r-1")
    b = told(made, denial, "r-2")
    assert not any(f.denied_by for f in findings(a, b))


def test_the_timeline_is_in_order_with_the_finest_date(made):
    a = told(made, "Perjanjian batas laut Maba diteken pada Mei 2024", "r-1", times={"Mei 2024": "2024-05"})
    b = told(made, "Perjanjian batas laut Maba diteken pada 3 Mei 2024", "r-2", times={"3 Mei 2024": "2024-05-03"})
    c = told(made, "Jembatan gantung Halmahera diresmikan pada 2 Mei 2024", "r-3", times={"2 Mei 2024": "2024-05-02"})
    assert [x.span.report for x in timeline(findings(a, b, c))] == ["r-3", "r-2"]


def test_vague_times_are_no_dates(made):
    assert timeline(findings(told(made, SAID + " kemarin dulu", "r-1", times={"kemarin dulu": "PAST_REF"}))) == ()


# --- always ---------------------------------------------------------------------------------------

PARTS = [
    "Ombak menenggelamkan ",
    "dua belas perahu ",
    "dermaga kayu ",
    "di Teluk Buli",
    "Bupati meninjau ",
    "pasar Maba. ",
]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map("".join), min_size=2, max_size=4),
    st.randoms(),
)
def test_the_order_of_reports_changes_nothing(made, texts, random):
    documents = [made.claimed(t, report=f"r-{i}", outlet=f"o{i}") for i, t in enumerate(texts)]
    shuffled = random.sample(documents, len(documents))
    assert findings(*documents) == findings(*shuffled)


def test_the_order_of_three_reports_changes_nothing(made):
    documents = [counted(made, "12", "r-1", 12), counted(made, "17", "r-2", 17), told(made, SAID, "r-3")]
    first, *others = (findings(*order) for order in permutations(documents))
    assert all(found == first for found in others)


def test_every_claim_stands_in_a_finding(made):
    documents = [told(made, SAID, "r-1"), told(made, "Gubernur meresmikan jembatan gantung Halmahera", "r-2")]
    held = {c.id for f in findings(*documents) for c in f.claims}
    assert held == {c.id for d in documents for c in d.claims}


def test_midnight_may_be_written_as_the_end_of_a_day():
    assert moment("2025-06-20T24:00") == moment("2025-06-21T00:00+07:00")
