"""A statement that negates as a whole, set against a sentence that negates nothing."""

from itertools import pairwise

from runut.compare.points import Points
from runut.lang import language


def unmet(statement: Points, sentence: Points) -> str:
    """The negation of a statement that nothing in a sentence answers; "" where it negates nothing or is answered.

    "Kebakaran tidak terjadi di Tual" negates a verb that carries no weight, so no word of the two is turned. A
    sentence answers by any negation, by a word that turns others ("batal", "tanpa"), or by an opposite of a word that
    the statement negates.
    """
    said = _negation(statement)
    if not said:
        return ""
    checks = language(sentence.tag).checks
    turning = {*language(sentence.tag).actions.negations, *checks.turning, *checks.undoing}
    against = frozenset().union(*(w.against for w in statement.words if w.negated))
    answered = any(w.form in turning or w.keys & against for w in sentence.words)
    return "" if answered else said


def _negation(points: Points) -> str:
    """The first word that negates what follows it; "tidak hanya" negates nothing."""
    pack = language(points.tag)
    words = [w for w in points.words if " " not in w.form]
    for word, after in pairwise(words):
        if word.form in pack.actions.negations and after.form not in pack.checks.merely:
            return word.form
    return ""
