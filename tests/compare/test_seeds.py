"""The acceptance case: its facts are findings, with the reports and as many origins as its annotations name.

A finding tells a fact if the words of one of its claims match the fact's key below, one of its claims gives the
fact's quantity or date where it has one, it holds exactly the reports that the annotations name, and it has as many
origins as they have.
"""

import re
from decimal import Decimal

import pytest

from runut.evaluate.gold import interval
from runut.types import Amount, When

KEYS = {
    "protocol-signed": r"protokol|kesepakatan baru|perjanjian yang ditandatangani",
    "charter-flights-agreed": r"penerbangan (carter|charter)",
    "tourists-5000": r"wisatawan",
    "tourists-70-percent-by-air": r"udara",
    "flights-from-moscow": r"dari Moskow",
    "kim-receives-kozlov": r"menerima|bertemu",
    "zoo-gift": r"hewan",
    "troops-to-kursk": r"tentara",
    "troops-sent": r"tentara",
    "artillery-170-240": r"170 mm",
    "howitzers-50-launchers-20": r"howitzer",
    "general-sent": r"orang ketiga",
    "income-320m-1300m": r"mendapatkan",
    "treaty-signed": r"ditandatangani|penandatanganan|pakta",
    "treaty-ratified-russia": r"diratifikasi",
    "eleventh-committee-meeting": r"pertemuan",
    "military-academy-delegation": r"Akademi Militer",
    "supplies-denied": r"menolak",
    "delegation-2023": r"tiba di Pyongyang",
    "exploration-2023": r"eksplorasi",
    "shells-million": r"peluru",
}
MUST = 17  # of the 21 facts
HALVES = {"howitzers-50-launchers-20": r"howitzer|peluncuran roket", "artillery-170-240": r"170 mm|sistem artileri"}


@pytest.fixture(scope="module")
def case(seeds, seeds_dossier):
    files = {f"file:{row['file']}": key for key, row in seeds["reports"].items()}
    keys = {d.report.id: files[d.report.url] for d in seeds_dossier.documents}
    texts = {d.report.id: d.report.text for d in seeds_dossier.documents}
    return seeds, seeds_dossier.findings, keys, texts


def text_of(claim, texts):
    return texts[claim.span.report][claim.span.start : claim.span.end]


def gives_value(claim, fact):
    """Whether a claim gives the quantity and the date of a fact, where it has them."""
    values = [s.mark.value for s in claim.slots]
    if "quantity" in fact:
        low = Decimal(fact["quantity"][0])
        return any(isinstance(v, Amount) and v.low == low for v in values)
    if "date" in fact:
        wanted = interval(fact["date"])
        days = [interval(v.value, v.until) for v in values if isinstance(v, When)]
        return any(d and d[0] in (wanted[0], wanted[1]) for d in days)
    return True


def candidates(fact, case, key=None):
    """The findings that tell a fact, whatever their reports and origins."""
    _, found, _, texts = case
    pattern = re.compile(key or KEYS[fact["id"]])
    keyed = [f for f in found if any(pattern.search(text_of(c, texts)) for c in f.claims)]
    return [f for f in keyed if any(gives_value(c, fact) for c in f.claims)]


def tells(fact, case):
    """Whether a finding that tells the fact has its reports and as many origins."""
    _, _, keys, _ = case
    return any(
        sorted({keys[c.span.report] for c in f.claims}) == sorted(fact["reports"])
        and len(f.origins) == len(fact["origins"])
        for f in candidates(fact, case)
    )


def test_the_facts_are_findings_with_their_reports_and_origins(case):
    missed = [f["id"] for f in case[0]["facts"] if not tells(f, case)]
    assert len(case[0]["facts"]) - len(missed) >= MUST, missed


def related(case, name, key=None):
    fact = next(f for f in case[0]["facts"] if f["id"] == name)
    free = {k: v for k, v in fact.items() if k not in ("quantity", "date")} if key else fact
    return candidates(free, case, key)


@pytest.mark.parametrize(
    ("left", "right"),
    [("troops-sent", "troops-to-kursk"), ("howitzers-50-launchers-20", "artillery-170-240")],
)
def test_other_values_for_one_thing_are_shown_beside_each_other(case, left, right):
    others = {f.id for f in related(case, right, HALVES.get(right))}
    assert any(others & set(f.differs_from) for f in related(case, left, HALVES.get(left)))


@pytest.mark.parametrize("denied", ["artillery-170-240", "howitzers-50-launchers-20"])
def test_the_denial_is_tied_to_what_it_denies(case, denied):
    denials = {f.id for f in related(case, "supplies-denied")}
    assert any(denials & set(f.denied_by) for f in related(case, denied, HALVES[denied]))


@pytest.mark.parametrize(
    ("left", "right"),
    [("kim-receives-kozlov", "delegation-2023"), ("artillery-170-240", "howitzers-50-launchers-20")],
)
def test_what_looks_alike_stays_apart(case, left, right):
    assert not {f.id for f in related(case, left)} & {f.id for f in related(case, right)}
