"""Which values of two reports answer one question and exclude each other."""

from collections.abc import Iterator, Sequence
from datetime import date

from runut.compare.bags import CLOCK, DAY, RIGHT_BEFORE, Given, Said, Value, about_others, unit_key
from runut.compare.relations import relation
from runut.lang import language
from runut.types import Amount, When

BESIDE = 2  # words beside two values that say that they measure one thing
BESIDE_CLOCK = 1  # the same for clock times, of which an event has few
FAR = 2  # times one number is the other, from which they are of one thing only where their claims say the same
FEW = 3  # a smaller number is mostly that of a part: "hanya satu"
SHARED = 4  # features that the claims of two such numbers have in common
SAID = 0.6  # the same as a share of the features of the shorter claim
YEAR = 366  # days between two days that can be one; a slip of the pen changes a year by one
TOLD = ("stated", "weekday")  # how a day is known that a report gives itself, and not by when it is printed

Apart = frozenset[tuple[str, str, str]]


def told_together(said: Sequence[Said]) -> Apart:
    """(unit, number, other number) of numbers that one claim of a story gives of one unit: "empat dari lima kapal".

    They are of two things, wherever else the story has them.
    """
    out = set()
    for s in said:
        counted: dict[str, set[str]] = {}
        for g in s.given:
            if isinstance(g.value, Amount):
                counted.setdefault(unit_key(g.value.unit, s.tag), set()).update({_number(g.value), *_part(g, s.tag)})
        out |= {(unit, a, b) for unit, numbers in counted.items() for a in numbers for b in numbers if a != b}
    return frozenset(out)


def _part(given: Given, tag: str) -> Iterator[str]:
    """The number of which a given one is the whole: four of "empat dari lima kapal"."""
    first, last = given.before if len(given.before) == RIGHT_BEFORE else ("", "")
    numerals = language(tag).numbers.numerals
    if last in language(tag).updates.whole and first in numerals:
        yield f"{numerals[first]}:{numerals[first]}"


def _number(amount: Amount) -> str:
    return f"{amount.low}:{amount.high}"


def rivals_of(left: Sequence[Value], right: Sequence[Value], tag: str, apart: Apart) -> tuple[Value, Value] | None:
    """Two values of two reports that measure the same, exclude each other and have no match on either side.

    `apart`: what `told_together` finds in their story.
    """
    table = {(i, j): relation(a.value, b.value) for i, a in enumerate(left) for j, b in enumerate(right)}
    matched = (
        {i for (i, _), r in table.items() if r != "excludes"},
        {j for (_, j), r in table.items() if r != "excludes"},
    )
    for (i, j), r in table.items():
        free = r == "excludes" and i not in matched[0] and j not in matched[1]
        if free and _comparable(left[i], right[j], tag, apart) and _measure_the_same(left, right, i, j):
            return left[i], right[j]
    return None


def _measure_the_same(left: Sequence[Value], right: Sequence[Value], i: int, j: int) -> bool:
    """Whether the words beside two values say that they measure one thing, and no other pair does so better."""
    if about_others(left[i].named, right[j].named) or left[i].claim == right[j].claim:
        return False
    shared = len(left[i].near & right[j].near)
    others = [len(left[i].near & b.near) for k, b in enumerate(right) if k != j]
    others += [len(a.near & right[j].near) for k, a in enumerate(left) if k != i]
    least = BESIDE_CLOCK if _clock(left[i].value) and _clock(right[j].value) else BESIDE
    return shared >= least and all(shared > n for n in others)


def _comparable(left: Value, right: Value, tag: str, apart: Apart) -> bool:
    """Whether nothing says of two values that they are of two things."""
    if left.negated != right.negated:
        return False
    if isinstance(left.value, When) and isinstance(right.value, When):
        return _clock(left.value) or _same_day_asked(left, right, tag)
    if isinstance(left.value, Amount) and isinstance(right.value, Amount):
        if any(_whole(v, tag) for v in (left, right)) or _others(left, tag) != _others(right, tag):
            return False
        if (unit_key(left.value.unit, tag), _number(left.value), _number(right.value)) in apart:
            return False
        return _near(left.value, right.value) or (_many(left.value, right.value) and _one_phrase(left, right))
    return False


def _whole(given: Value, tag: str) -> bool:
    """Whether a number is the whole of which another is a part: "dari lima kapal", and not "terdiri dari lima"."""
    known, words = language(tag).updates, given.before
    return bool(set(words[-1:]) & set(known.whole)) and not set(words[:-1]) & set(known.made)


def _others(given: Value, tag: str) -> bool:
    """Whether a number is of those that are left: "empat kapal lainnya"."""
    unit = given.value.unit.split() if isinstance(given.value, Amount) else []
    return bool({given.after, *unit} & set(language(tag).updates.others))


def _clock(value: Amount | When) -> bool:
    return isinstance(value, When) and bool(CLOCK.search(value.value))


def _same_day_asked(left: Value, right: Value, tag: str) -> bool:
    """Whether two days can be those on which one thing happened, by accounts that tell it in one mood."""
    first, second = _own_day(left), _own_day(right)
    if first is None or second is None or abs((first - second).days) > YEAR:
        return False
    edges = set(language(tag).updates.edges)
    return left.modality == right.modality and set(left.before) & edges == set(right.before) & edges


def _own_day(given: Value) -> date | None:
    """A single day that the report itself names; None for one reckoned from its printing: "kemarin"."""
    when = given.value
    if not isinstance(when, When) or when.basis not in TOLD or when.until or not DAY.match(when.value):
        return None
    return date.fromisoformat(when.value[:10])


def _near(left: Amount, right: Amount) -> bool:
    """Whether one number is less than FAR times the other."""
    low, high = (left.low or left.high), (right.low or right.high)
    if not low or not high:
        return False
    return max(low, high) < FAR * min(low, high)


def _many(*amounts: Amount) -> bool:
    return all((a.low or a.high or 0) >= FEW for a in amounts)


def _one_phrase(left: Value, right: Value) -> bool:
    """Whether two claims say the same of somebody or something that both name, their values left out."""
    both = left.about & right.about
    named = any(f[0] == "e" for f in both)
    return named and len(both) >= SHARED and len(both) >= SAID * min(len(left.about), len(right.about))
