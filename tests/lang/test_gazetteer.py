"""What the world's data knows by name."""

import pytest

from runut.lang import language, world
from runut.lang.gazetteer import gazetteer
from runut.lang.places import countries
from runut.text import fold


@pytest.mark.parametrize(
    ("form", "thing"),
    [
        ("Korea Utara", "iso3166:KP"),
        ("North Korea", "iso3166:KP"),
        ("Selandia Baru", "iso3166:NZ"),
        ("Moskow", "capital:RU"),
        ("Jawa Barat", "iso3166-2:ID-JB"),
        ("Jabar", "iso3166-2:ID-JB"),
        ("Korean Central News Agency", "agency:KCNA"),
        ("Badan Nasional Penanggulangan Bencana", "body:Badan Nasional Penanggulangan Bencana"),
        ("BNPB", "body:Badan Nasional Penanggulangan Bencana"),
    ],
)
def test_a_form_names_its_thing(form, thing):
    assert thing in [k.thing.id for k in gazetteer()[fold(form)]]


def test_every_country_has_a_name_in_both_languages():
    table = {c.code: c for c in countries()}
    assert {"Jerman", "Germany"} <= set(table["DE"].names)
    assert "EU" not in table
    assert len(table) > 240


def test_there_are_as_many_entries_as_a_newsroom_needs():
    assert len(world().agencies.entries) >= 120
    assert len(world().bodies.entries) >= 300
    assert len(world().places.regions) == 38


def test_no_form_is_claimed_by_two_entries_of_one_list():
    twice = []
    for entries in (world().agencies.entries, world().bodies.entries):
        owner: dict[str, str] = {}
        for entry in entries:
            forms = {fold(f) for f in (*entry.names, *entry.shorts)}
            twice += [(f, entry.names[0]) for f in forms if owner.setdefault(f, entry.names[0]) != entry.names[0]]
    assert twice == []


def test_abbreviations_keep_their_capitals():
    assert all(k.way == "exact" for k in gazetteer()["as"])


@pytest.mark.parametrize("tag", ["id", "en"])
def test_forms_of_titles_are_folded_and_each_entry_of_people_has_an_example(tag):
    for entry in language(tag).titles.entries:
        assert all(form == fold(form).strip() for form in entry.forms), entry.name
    assert language(tag).titles.forms("role", "rank")
