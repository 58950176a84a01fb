"""Numbers that name things: "SV 5276", "KM 93". Reports that give one thing two such names do not agree."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from runut.types import Span

CODE = re.compile(r"(?<![^\W_])([A-Z][A-Za-z]{0,2})[ .-]{0,2}(\d[\d+]*\d)(?![^\W_]|[.,:/]\d)")
SLIPS = 2  # changes of a letter or digit that make two codes slips of one pen
LONG = 3  # digits of codes whose letters differ, too

Code = tuple[str, str]  # letters, folded, and digits


def codes(text: str, span: Span, marked: Sequence[tuple[int, int]]) -> Iterator[Code]:
    """The codes of a stretch; what is marked as a time or amount is none."""
    for m in CODE.finditer(text, span.start, span.end):
        if not any(a < m.end() and m.start() < b for a, b in marked):
            yield m[1].casefold(), m[2].replace("+", "")


def slips(given: Mapping[str, Set[Code]], outlets: Mapping[str, str]) -> list[Code]:
    """The codes of reports of two outlets that give one thing two codes, in order; [] where they agree.

    `given`, `outlets`: by report. Only a report that gives a single code, and a code that looks like the other one,
    says so: two flights of one airline are two things.
    """
    single = [(outlets[report], code) for report, found in given.items() if len(found) == 1 for code in found]
    pairs = [(a, b) for (one, a), (other, b) in combinations(single, 2) if one != other and _slip(a, b)]
    return sorted({code for pair in pairs for code in pair})


def _slip(left: Code, right: Code) -> bool:
    one_kind = left[0] == right[0] or min(len(left[1]), len(right[1])) >= LONG
    return left != right and one_kind and DamerauLevenshtein.distance("".join(left), "".join(right)) <= SLIPS
