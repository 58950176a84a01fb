"""Menus and lists of links that came along with a page: runs of short lines without full stops."""

import re
from collections.abc import Iterator

from runut.lang.furniture import ZoneKind
from runut.text import fold

Found = tuple[int, int, ZoneKind, str]
SHORT = 110  # a longer line is no link
LINK = 25  # a shorter line is no title of a report
STOPS = frozenset(".;,")
FEWEST = 4  # menu words that make a run a menu
SHARE = 0.12  # of its lines
CLOCK = re.compile(r"\b(?:19|20)\d\d\b\D{1,5}\d{1,2}[.:]\d\d(?::\d\d)?(?:\s?[A-Z]{2,4}){0,2}\Z")
NUMBERED = re.compile(r"\d{1,2}[.)]\s")
HEADLINE = 50  # a shorter line in capitals may head a section of the report
CAPITALS = 0.6  # of the words of a headline
FEWEST_LINKS = 2
BULLET = " \t-•*»>#|/·"
RELATED = "furniture:related-heading"
HEADINGS = frozenset({RELATED, "furniture:read-also-bare"})
CONTROLS = frozenset({"furniture:page-controls", "furniture:share", RELATED})


def menus(
    text: str, rows: list[tuple[int, int]], taken: list[bool], found: list[Found], words: frozenset[str]
) -> list[Found]:
    """Zones for menus and for the links under a heading; takes their lines. `words`: what menus say, folded. Linear."""
    rule_at = {f[0]: f[3] for f in found}
    rules = [rule_at.get(start, "") for start, _ in rows]
    out: list[Found] = []
    closing = next((i for i in range(len(rows) - 1, -1, -1) if not taken[i] and not _short(text, rows[i])), -1)
    for i, rule in enumerate(rules):
        if rule == RELATED and 0 <= closing < i:
            out.extend(_rest(rows, taken, i + 1))
            break
        if rule in HEADINGS:
            out.extend(_links(text, rows, taken, i + 1, rule))
    for first, last in _runs(text, rows):
        hits = [i for i in range(first, last) if rules[i] in CONTROLS or _hit(text[slice(*rows[i])], words)]
        if len(hits) >= FEWEST and len(hits) >= SHARE * (last - first):
            end = hits[-1] + 1 + (CLOCK.search(text[slice(*rows[hits[-1]])]) is not None)
            for i in range(hits[0], min(end, last)):
                if not taken[i]:
                    taken[i] = True
                    out.append((*rows[i], "furniture", "furniture:menu"))
    return out


def _hit(line: str, words: frozenset[str]) -> bool:
    return fold(line.strip(BULLET)) in words or CLOCK.search(line) is not None


def _short(text: str, row: tuple[int, int]) -> bool:
    return row[1] - row[0] <= SHORT and text[row[1] - 1] not in STOPS


def _runs(text: str, rows: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of every run of short lines."""
    first = 0
    for i, row in enumerate(rows):
        if not _short(text, row):
            if i - first >= FEWEST:
                yield first, i
            first = i + 1
    if len(rows) - first >= FEWEST:
        yield first, len(rows)


def _rest(rows: list[tuple[int, int]], taken: list[bool], start: int) -> list[Found]:
    """Every free line after a heading of links with which the report has ended."""
    free = [i for i in range(start, len(rows)) if not taken[i]]
    for i in free:
        taken[i] = True
    return [(*rows[i], "related", "furniture:related-list") for i in free]


def _links(text: str, rows: list[tuple[int, int]], taken: list[bool], start: int, rule: str) -> list[Found]:
    """The titles below a heading of links; after a bare "Baca juga" only what is written like a headline."""
    end = start
    while end < len(rows) and not taken[end] and _title(text[slice(*rows[end])], capitals=rule != RELATED):
        end += 1
    if end == start or (rule == RELATED and end - start < FEWEST_LINKS):
        return []
    taken[start:end] = [True] * (end - start)
    return [(rows[start][0], rows[end - 1][1], "related", "furniture:related-list")]


def _title(line: str, *, capitals: bool) -> bool:
    """Whether a line may be the title of a link; `capitals`: most of its words begin with one."""
    if not LINK <= len(line) <= SHORT or line[-1] in STOPS or line[0].islower() or NUMBERED.match(line):
        return False
    words = [w for w in line.split() if w[0].isalpha()]
    return not capitals or (
        len(line) >= HEADLINE
        and line[0] not in "\"“‘'"
        and sum(w[0].isupper() for w in words) >= CAPITALS * len(words) > 0
    )
