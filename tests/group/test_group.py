"""What `group` promises of any pile of reports."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runut.group import group
from runut.types import Judgement, Resolution

NOBODY = Resolution((), {})


def sets(documents, kind, judgements=()):
    found = group(documents, NOBODY, judgements).groups
    return {frozenset(g.reports) for g in found if g.kind == kind}


def judged(left, right, *, same, at=1):
    return Judgement(left=left, right=right, same=same, by="reader", at=datetime(2025, 1, at, tzinfo=UTC))


def test_accounts_of_one_event_are_one_story_and_the_undated_report_joins_by_its_content(pile):
    assert frozenset({"r-fire-1", "r-fire-2", "r-fire-3", "r-fire-4"}) in sets(pile, "story")


def test_two_quakes_told_in_the_same_words_are_two_stories(pile):
    found = sets(pile, "story")
    assert frozenset({"r-quake-1", "r-quake-2"}) in found
    assert frozenset({"r-quake-3"}) in found


def test_a_visit_a_year_earlier_is_another_story_of_the_same_thread(pile):
    assert {frozenset({"r-visit-1"}), frozenset({"r-visit-2"})} <= sets(pile, "story")
    assert frozenset({"r-visit-1", "r-visit-2"}) in sets(pile, "thread")


def test_look_alikes_without_common_actors_are_no_thread(pile):
    assert frozenset({"r-quake-3"}) in sets(pile, "thread")


def test_an_edited_text_is_a_copy_and_its_direction_is_told_by_the_hour(pile):
    copies = next(g for g in group(pile, NOBODY).groups if g.kind == "copies" and "r-fire-1" in g.reports)
    assert set(copies.reports) >= {"r-fire-1", "r-fire-3"}
    by_code = {w.code: w.words for w in copies.why if w.words["right"] == "r-fire-3"}
    assert by_code["copies-from-time"] == {"left": "r-fire-1", "right": "r-fire-3"}


def test_a_story_knows_its_first_and_last_day(pile):
    fire = next(g for g in group(pile, NOBODY).groups if g.kind == "story" and "r-fire-1" in g.reports)
    assert (fire.first, fire.last) == ("2025-03-04", "2025-03-04")
    assert fire.reports[-1] == "r-fire-4"  # undated: last


def test_a_story_says_which_words_its_reports_share(pile):
    fire = next(g for g in group(pile, NOBODY).groups if g.kind == "story" and "r-fire-1" in g.reports)
    assert {"Merbau", "Wibisana"} <= set(fire.why[0].words["words"].split(", "))


def test_a_judgement_joins_and_parts_stories(pile):
    joined = sets(pile, "story", [judged("r-quake-3", "r-quake-1", same=True)])
    assert frozenset({"r-quake-1", "r-quake-2", "r-quake-3"}) in joined
    parted = sets(pile, "story", [judged("r-fire-1", "r-fire-2", same=False)])
    assert not any({"r-fire-1", "r-fire-2"} <= s for s in parted)


def test_the_latest_judgement_counts(pile):
    both = [judged("r-quake-3", "r-quake-1", same=True, at=2), judged("r-quake-1", "r-quake-3", same=None, at=3)]
    assert sets(pile, "story", both) == sets(pile, "story")


def test_a_judgement_on_names_is_none_of_its_business(pile):
    assert sets(pile, "story", [judged("e-1", "e-2", same=True)]) == sets(pile, "story")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_order_of_reports_changes_nothing(pile, data):
    mixed = data.draw(st.permutations(pile))
    assert group(mixed, NOBODY) == group(pile, NOBODY)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.sets(st.integers(0, 9)))
def test_every_report_is_in_exactly_one_story_and_one_thread(pile, chosen):
    some = [pile[n] for n in sorted(chosen)]
    for kind in ("story", "thread"):
        members = [r for g in group(some, NOBODY).groups if g.kind == kind for r in g.reports]
        assert sorted(members) == sorted(d.report.id for d in some)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=200), max_size=6))
def test_any_text_can_be_grouped(make, texts):

    documents = [make(f"r-{n}", text) for n, text in enumerate(texts)]
    assert len(sets(documents, "story")) <= len(texts)


def test_ids_depend_on_the_members_alone(pile):
    few = [d for d in pile if "quake" in d.report.id]
    ids = {g.id for g in group(pile, NOBODY).groups if set(g.reports) == {"r-quake-1", "r-quake-2"}}
    assert ids == {g.id for g in group(few, NOBODY).groups if set(g.reports) == {"r-quake-1", "r-quake-2"}}
    assert {i[:2] for i in ids} <= {"s-", "t-", "k-"}


def test_the_acceptance_case_is_grouped_as_its_gold_says(seeds, seeds_dossier):
    ids = {f"r{n}": d for n, d in enumerate(sorted(seeds_dossier.documents, key=lambda d: d.report.url))}
    name = {d.report.id: r for r, d in ids.items()}
    found = {frozenset(name[i] for i in s.reports) for s in seeds_dossier.stories}
    assert found == {frozenset(s["reports"]) for s in seeds["stories"].values()}
    assert {frozenset(name[i] for i in t.reports) for t in seeds_dossier.threads} == {frozenset(name.values())}
