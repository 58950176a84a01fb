"""Words that turn a statement into another one."""

import pytest

from runut.compare.points import points
from runut.lang import language, languages
from runut.pipeline import per_report
from runut.types import Report

EXAMPLES = [(tag, e.left, e.right) for tag in languages() for e in language(tag).checks.examples]


def ready(text, tag):
    return points(per_report(Report(id="example", text=text, lang=tag)), 0, len(text))


@pytest.mark.parametrize(("tag", "left", "right"), EXAMPLES)
def test_each_example_holds_words_that_exclude_each_other(tag, left, right):
    a, b = ready(left, tag), ready(right, tag)
    assert any(w.against & b.keys for w in a.words)
    assert any(w.against & a.keys for w in b.words)


@pytest.mark.parametrize("tag", ["id", "en"])
def test_no_word_excludes_itself(tag):
    for pair in language(tag).checks.opposites:
        assert not set(pair.left) & set(pair.right)


def test_a_negation_reaches_what_it_negates():
    p = ready("Gempa itu tidak berpotensi tsunami.", "id")
    assert {w.form for w in p.words if w.negated} >= {"berpotensi", "tsunami"}
    assert not any(w.negated for w in ready("Gempa itu tidak hanya merusak dermaga.", "id").words)
