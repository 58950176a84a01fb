"""Numbers that name things: "SV 5276", "KM 93", "menit ke-40". Reports that give one thing two of them do not agree."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from runut.lang import language
from runut.types import Span

CODE = re.compile(r"(?<![^\W_])([A-Z][A-Za-z]{0,2})[ .-]{0,2}(\d[\d+]*\d)(?![^\W_]|[.,:/]\d)")
YEAR = re.compile(r"(?:19|20)\d\d")  # "Cup 2026" has one
SLIPS = 2  # changes of a letter or digit that make two codes slips of one pen
MINUTES = range(2, 6)  # between two minutes of a match that can be one; a minute more or less is how it is counted
LONG = 3  # digits of codes whose letters differ, too

MINUTE = "'"  # the letters of a minute of a match
Code = tuple[str, str]  # letters, folded, and digits


def codes(text: str, span: Span, marked: Sequence[tuple[int, int]], tag: str = "id") -> Iterator[Code]:
    """The codes of a stretch in a language; what is marked as a time or amount is none, minutes of a match apart."""
    for m in _minutes(tag).finditer(text, span.start, span.end):
        yield MINUTE, m["number"]
    for m in CODE.finditer(text, span.start, span.end):
        if not YEAR.fullmatch(m[2]) and not any(a < m.end() and m.start() < b for a, b in marked):
            yield m[1].casefold(), m[2].replace("+", "")


@functools.cache
def _minutes(tag: str) -> re.Pattern[str]:
    """The minutes of a match: forms with "#" for the number."""
    forms = (re.escape(form).replace("\\#", r"(?P<number>\d{1,3})") for form in language(tag).updates.minute)
    return re.compile(r"(?<![^\W_])(?:" + ("|".join(forms) or "(?!)") + r")(?![\w+]|[.,:]\d)", re.IGNORECASE)


def slips(given: Mapping[str, Set[Code]], outlets: Mapping[str, str]) -> list[Code]:
    """The codes of reports of two outlets that give one thing two codes, in order; [] where they agree.

    `given`, `outlets`: by report. Only a report that gives a single code, and a code that looks like the other one,
    says so: two flights of one airline are two things.
    """
    single = [(outlets[report], code) for report, found in given.items() if len(found) == 1 for code in found]
    pairs = [(a, b) for (one, a), (other, b) in combinations(single, 2) if one != other and _slip(a, b)]
    return sorted({code for pair in pairs for code in pair})


def shown(code: Code) -> str:
    """A code as a reader takes it: "SV 5276", "40'"."""
    return f"{code[1]}{MINUTE}" if code[0] == MINUTE else " ".join(code).upper()


def _slip(left: Code, right: Code) -> bool:
    if left[0] == MINUTE == right[0]:
        return abs(int(left[1]) - int(right[1])) in MINUTES
    one_kind = left[0] == right[0] or min(len(left[1]), len(right[1])) >= LONG
    return left != right and one_kind and DamerauLevenshtein.distance("".join(left), "".join(right)) <= SLIPS
