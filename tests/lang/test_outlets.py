"""Outlets are found by key, name and address; what is not known is its own family."""

import pytest

from runut.lang import world
from runut.lang.outlets import by_sign, family, outlet


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("kompas.com", "kompas.com"),
        ("KOMPAS.com", "kompas.com"),
        ("https://nasional.kompas.com/read/1?page=all", "kompas.com"),
        ("www.kompas.tv", "kompas.tv"),
        ("detikcom", "detik.com"),
        ("https://news.detik.com/berita/d-1", "detik.com"),
        ("https://www.bbc.com/indonesia/articles/x", "bbc.com-indonesia"),
        ("https://www.bbc.com/news/x", "bbc.com"),
        ("Korean Central News Agency", "kcna.kp"),
        ("//medan.tribunnews.com/x", "tribunnews.com"),
    ],
)
def test_found(name, key):
    assert outlet(name).key == key


@pytest.mark.parametrize("name", ["", "kotakita.example", "https://kotakita.example/com", "Warga Kota", "com", "x.com"])
def test_unknown(name):
    assert outlet(name) is None


def test_family_is_the_publisher_else_the_outlet_itself():
    assert family("kompas.com") == family("KOMPAS.TV") == family("tribunnews.com") == "KG Media"
    assert family("okezone.com") == family("iNews Media Group")
    assert family("gelora.co") == "gelora.co"
    assert family("Koran Kota") == "Koran Kota"


def test_desk_initials():
    assert by_sign("okz").key == "okezone.com"
    assert by_sign("zzz") is None


def test_no_domain_and_no_sign_is_claimed_twice():
    entries = world().outlets.entries
    for claimed in ([d for o in entries for d in o.domains], [s for o in entries for s in o.signs]):
        assert len(claimed) == len(set(claimed))


def test_no_name_is_claimed_twice():
    claimed: dict[str, str] = {}
    for o in world().outlets.entries:
        for name in {n.lower() for n in (o.name, *o.names)}:
            assert claimed.setdefault(name, o.key) == o.key, name


def test_every_outlet_has_a_name_and_an_address():
    assert all(o.name and o.domains and len(o.country) == 2 for o in world().outlets.entries)
