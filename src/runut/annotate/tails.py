"""What stands after the last paragraph of the report proper: signatures, tags, biographies."""

import re

from runut.lang.furniture import FurnitureRule, ZoneKind

Rule = tuple[FurnitureRule, re.Pattern[str]]
Found = tuple[int, int, ZoneKind, str]
SIGNATURE = re.compile(r"[A-ZÀ-Þ][\w'’.-]{0,20}(?: [A-ZÀ-Þ][\w'’.-]{0,20}){1,3}")
LONGEST = 1500
TAG = 60  # a longer line after the closing sign is no tag
LAST_BIOGRAPHY = 6  # lines from the end
SIGNED = frozenset({"byline", "credit"})
CLOSING = "furniture:closing-"


def tail(
    text: str, rows: list[tuple[int, int]], taken: list[bool], rules: tuple[Rule, ...], found: list[Found]
) -> list[Found]:
    """Biographies, tags after the closing sign and a signature, as far as there are; takes their lines.

    `found`: what the other rules took, among it the closing sign.
    """
    return [
        *_biography(text, rows, taken, rules),
        *_tags(rows, taken, found),
        *_signature(text, rows, taken, found),
    ]


def _biography(text: str, rows: list[tuple[int, int]], taken: list[bool], rules: tuple[Rule, ...]) -> list[Found]:
    for i in range(max(1, len(rows) - LAST_BIOGRAPHY), len(rows)):
        start, end = rows[i]
        if taken[i] or end - start > LONGEST:
            continue
        hit = next((r for r, p in rules if p.fullmatch(text, start, end)), None)
        if hit and all(_short(rows, taken, j) for j in range(i + 1, len(rows))):
            before = slice(*rows[i - 1])
            if not taken[i - 1] and text.startswith(text[before], start):
                i -= 1
            taken[i:] = [True] * (len(rows) - i)
            return [(rows[i][0], len(text), hit.kind, f"furniture:{hit.name}")]
    return []


def _short(rows: list[tuple[int, int]], taken: list[bool], i: int) -> bool:
    return taken[i] or rows[i][1] - rows[i][0] <= TAG


def _tags(rows: list[tuple[int, int]], taken: list[bool], found: list[Found]) -> list[Found]:
    """Short lines after the closing sign, to the end."""
    sign = max((f[1] for f in found if f[3].startswith(CLOSING)), default=None)
    if sign is None:
        return []
    after = [i for i, r in enumerate(rows) if r[0] >= sign]
    free = [i for i in after if not taken[i]]
    if not free or not all(_short(rows, taken, i) for i in after):
        return []
    for i in free:
        taken[i] = True
    return [(*rows[i], "furniture", "furniture:tags") for i in free]


def _signature(text: str, rows: list[tuple[int, int]], taken: list[bool], found: list[Found]) -> list[Found]:
    """A name alone on the last free line, after a paragraph that is closed."""
    free = [i for i, t in enumerate(taken) if not t][-2:]
    if len(free) < 2:
        return []
    start, end = rows[free[1]]
    followed = free[1] + 1 < len(rows) and any(f[0] == rows[free[1] + 1][0] and f[2] in SIGNED for f in found)
    apart = text.count("\n", rows[free[0]][1], start) > 1
    if (
        not SIGNATURE.fullmatch(text, start, end)
        or not (followed or apart)
        or text[rows[free[0]][1] - 1] not in '.”"!?)'
    ):
        return []
    taken[free[1]] = True
    return [(start, end, "byline", "furniture:signature")]
