"""The entities of the acceptance case; needs the evaluation data."""

import os
from pathlib import Path

import pytest
import yaml

from runut.annotate import annotate
from runut.resolve import resolve
from runut.text import settle
from runut.types import Document, Report, Resolution

DATA = Path(os.environ.get("RUNUT_EVAL_DATA", Path(__file__).parents[3] / "shared"))
GOLD = DATA / "gold" / "seeds.yaml"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"evaluation data not found: {GOLD.name}")
SOFT = {"description", "short-name", "short-name-most", "capital", "honorific"}  # beside the gold's own spellings


@pytest.fixture(scope="module")
def gold() -> dict:
    return yaml.load(GOLD.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def documents(gold) -> list[Document]:
    return [
        annotate(Report(id=i, text=settle((DATA / "seeds" / r["file"]).read_text(encoding="utf-8")), lang="id"))
        for i, r in gold["reports"].items()
    ]


@pytest.fixture(scope="module")
def result(documents) -> Resolution:
    return resolve(documents)


def owners(result: Resolution, names: list[str]) -> set[str]:
    return {e.id for e in result.entities for s in e.spellings if s.text in names and s.why.code != "capital"}


def test_every_line_is_one_entity_and_no_other_name_is_in_it(gold, result):
    wrong = []
    for line in gold["entities"]:
        found = owners(result, line["names"])
        spare = [
            s.text
            for e in result.entities
            if e.id in found
            for s in e.spellings
            if s.text not in line["names"] and s.why.code not in SOFT
        ]
        if len(found) != 1 or spare:
            wrong.append((line["id"], len(found), spare))
    assert wrong == []


def test_look_alikes_are_not_joined(gold, result):
    lines = {line["id"]: line["names"] for line in gold["entities"]}
    pairs = [p for p in gold["must_not_be_joined"] if p[0] in lines and p[1] in lines]
    assert pairs
    assert all(owners(result, lines[a]).isdisjoint(owners(result, lines[b])) for a, b in pairs)
