"""Names of bodies in two languages."""

from runut.resolve.translated import translations


def pairs(*names):
    return translations(("organisation", *name.lower().split()) for name in names)


def test_a_body_with_its_name_in_two_languages_is_one():
    assert len(pairs("Kantor Berita Melur", "Melur News Agency")) == 1


def test_bodies_with_other_names_stay_apart():
    assert pairs("Kantor Berita Melur", "Kenanga News Agency") == []


def test_a_name_of_words_for_things_alone_is_no_name():
    assert pairs("Bank Sentral", "Central Bank") == []


def test_two_names_in_one_language_are_not_joined():
    assert pairs("Universitas Melur", "Melur Universitas") == []
