"""Times and amounts of the acceptance case, given its days of publication, against its annotations."""

import pytest

from runut.annotate import annotate
from runut.evaluate.gold import interval
from runut.types import Dating, Reason, Report, When

KEYS = ("r0", "r1", "r2", "r3", "r4")


@pytest.fixture(scope="module")
def documents(seeds, eval_data):
    out = {}
    for key in KEYS:
        row = seeds["reports"][key]
        text = (eval_data / "seeds" / row["file"]).read_text(encoding="utf-8")
        known = Dating(When(*row["published"]["value"].split("/")), Reason("given"))
        out[key] = annotate(Report(id=key, text=text, lang="id"), known)
    return out


def places(text, quotes):
    """Where each quotation stands, in order; white space folded as in the annotations."""
    pos = 0
    for quote in quotes:
        start = text.find(quote, pos)
        start = start if start >= 0 else text.find(quote)
        pos = start + 1
        yield (start, start + len(quote)) if start >= 0 else (-1, -1)


def at(marks, place):
    return [m for m in marks if m.span.start < place[1] and place[0] < m.span.end]


def test_nineteen_of_twenty_times_have_the_right_value(seeds, documents):
    right, wrong = 0, []
    for key, document in documents.items():
        rows = seeds["times"][key]
        for (text, value), place in zip(rows, places(document.report.text, [r[0] for r in rows]), strict=True):
            values = [interval(m.value.value, m.value.until) for m in at(document.times, place)]
            right += interval(value) in values
            wrong += [] if interval(value) in values else [(key, text, value, values)]
    assert right >= 0.95 * (right + len(wrong)), wrong


def test_nineteen_of_twenty_cardinal_amounts_have_the_right_value_and_unit(seeds, documents):
    right, wrong = 0, []
    for key, document in documents.items():
        rows = [r for r in seeds["quantities"][key] if r[3] != "ordinal"]
        for row, place in zip(rows, places(document.report.text, [r[0] for r in rows]), strict=True):
            limits = tuple(None if n == "null" else float(n) for n in row[1:3])
            found = [
                m.value
                for m in at(document.amounts, place)
                if tuple(None if n is None else float(n) for n in (m.value.low, m.value.high)) == limits
                and set(row[3].replace("/", " ").split()) & set(m.value.unit.split())
            ]
            right += bool(found)
            wrong += [] if found else [(key, row, at(document.amounts, place))]
    assert right >= 0.95 * (right + len(wrong)), wrong
