"""The acceptance case: publication days with their reasons, stories and thread, as its annotations say."""

import pytest

from runut.evaluate.gold import interval


def keys(seeds, dossier):
    """Gold key -> report id."""
    ids = {d.report.url: d.report.id for d in dossier.documents}
    return {key: ids[f"file:{row['file']}"] for key, row in seeds["reports"].items()}


def reports_of(groups, id_of):
    names = {i: key for key, i in id_of.items()}
    return sorted(sorted(names[r] for r in g.reports) for g in groups)


@pytest.mark.parametrize("key", ["r0", "r1", "r2", "r3", "r4"])
def test_the_day_of_publication_and_how_it_is_known(seeds, seeds_dossier, key):
    document = next(d for d in seeds_dossier.documents if d.report.id == keys(seeds, seeds_dossier)[key])
    assert document.published is not None
    assert interval(document.published.when.value, document.published.when.until) == interval(
        seeds["reports"][key]["published"]["value"]
    )
    assert document.published.why.code


def test_the_stories(seeds, seeds_dossier):
    wanted = sorted(sorted(s["reports"]) for s in seeds["stories"].values())
    assert reports_of(seeds_dossier.stories, keys(seeds, seeds_dossier)) == wanted


def test_the_look_alike_of_another_year_is_of_the_same_thread(seeds, seeds_dossier):
    assert reports_of(seeds_dossier.threads, keys(seeds, seeds_dossier)) == [["r0", "r1", "r2", "r3", "r4"]]


def test_boilerplate_is_set_aside(seeds, seeds_dossier):
    from runut.evaluate.documents import BOILERPLATE

    left = []
    id_of = keys(seeds, seeds_dossier)
    for key, row in seeds["reports"].items():
        document = next(d for d in seeds_dossier.documents if d.report.id == id_of[key])
        zones = [(z.span.start, z.span.end) for z in document.zones if z.value.kind in BOILERPLATE]
        aside = " ".join(document.report.text[start:end] for start, end in zones)
        left += [(key, string) for string in row["boilerplate"] if string not in " ".join(aside.split())]
    assert left == []
