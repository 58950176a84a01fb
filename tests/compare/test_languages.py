"""Statements in two languages, and one statement in two wordings, are aligned."""

import pytest

from runut.pipeline import per_report, trace
from runut.types import Amount, Report

INDONESIAN = (
    "Feri Kembang Laut kandas di Selat Wetar pada Senin (4/5/2026). Sebanyak 57 penumpang dievakuasi, "
    "kata Kepala Pelabuhan Wetar Rudi Latuheru. Kapal itu akan diperiksa pada Rabu (6/5/2026)."
)
ENGLISH = (
    "The ferry Kembang Laut ran aground in the Wetar Strait on Monday (4/5/2026). {count} passengers were evacuated, "
    "Wetar port chief Rudi Latuheru said. The ship will be inspected on Wednesday (6/5/2026)."
)
VERDICT = "Mantan bendahara Desa Tual Rudi Latuheru {what} 7 tahun penjara oleh hakim di Ambon, Senin (4/5/2026)."


def findings(*reports):
    documents = [
        per_report(Report(id=f"r-{n}", text=text, lang=tag, outlet=f"surat-{n}", published="2026-05-05"))
        for n, (text, tag) in enumerate(reports)
    ]
    return [f for f in trace(documents).findings if len({c.span.report for c in f.claims}) > 1]


def counts(some):
    return [f for f in some if any(isinstance(a.value, Amount) for a in f.answers)]


def test_a_count_in_two_languages_is_one_answer():
    (found,) = counts(findings((INDONESIAN, "id"), (ENGLISH.format(count=57), "en")))
    assert found.verdict == "agree"
    assert len(found.answers) == 1


def test_another_count_in_another_language_differs():
    (found,) = counts(findings((INDONESIAN, "id"), (ENGLISH.format(count=63), "en")))
    assert found.verdict == "differ"


@pytest.mark.parametrize("what", ["dijatuhi hukuman", "dihukum"])
def test_a_verdict_in_other_words_is_one_statement(what):
    assert findings((VERDICT.format(what="divonis"), "id"), (VERDICT.format(what=what), "id"))


def test_one_ministry_named_in_two_languages_is_one_origin():
    here = "Feri Kembang Laut kandas di Selat Wetar. Kementerian Perhubungan mengatakan 57 penumpang dievakuasi."
    there = "The ferry Kembang Laut ran aground. The Transportation Ministry said 57 passengers were evacuated."
    (found,) = counts(findings((here, "id"), (there, "en")))
    assert [o.name for o in found.origins] == ["Kementerian Perhubungan"]
