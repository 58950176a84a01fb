"""Where the text itself starts with its headline."""

import re

from runut.lang.furniture import ZoneKind
from runut.text import fold

SECTION = re.compile(r"\s*(?:\||»|::)\s*[^|\n]{2,60}\Z|\s+[-–—]\s+[\w. ]{2,40}\.(?:com|co\.id|co|id|net|tv|TV|org)\Z")
SENTENCE = re.compile(r"[a-z0-9]\. [A-Z]")  # a headline is one sentence at most
LONGEST = 200
FEWEST_WORDS = 4
BODY = 80  # a paragraph of the report is at least this long
FIRST_LINES = 4


def headline(
    text: str, rows: list[tuple[int, int]], taken: list[bool], lead: int, title: str
) -> list[tuple[int, int, ZoneKind, str]]:
    """The headline, and apart from it the section or outlet after a bar; [] where the text starts with its report.

    `lead`: number of the line with the dateline, or after the first paragraph; the headline stands before it.
    `title`: as given beside the text, "" unknown. Takes the line.
    """
    free = [i for i, t in enumerate(taken[:lead]) if not t][:FIRST_LINES]
    for n, i in enumerate(free):
        start, end = rows[i]
        line = text[start:end]
        if _given(line, title) or (not title and n == 0 and _looks(text, rows, taken, i)):
            taken[i] = True
            tail = SECTION.search(line)
            if not tail or not tail.start():
                return [(start, end, "headline", "furniture:headline")]
            cut = start + tail.start()
            return [
                (start, cut, "headline", "furniture:headline"),
                (cut, end, "furniture", "furniture:section-after-headline"),
            ]
        if end - start > LONGEST:
            break
    return []


def _given(line: str, title: str) -> bool:
    """Whether a line is the title given beside the text, give or take a section or a few words."""
    if not title or len(line) > 2 * len(title) + 60:
        return False
    a, b = _words(line), _words(title)
    return len(a & b) >= 0.8 * len(b) and len(a & b) >= 0.6 * len(a) and (line[-1] != "." or title[-1] == ".")


def _words(line: str) -> set[str]:
    return set(re.findall(r"\w+", fold(line)))


def _looks(text: str, rows: list[tuple[int, int]], taken: list[bool], i: int) -> bool:
    """Whether a first line looks like a headline: short, no full stop, and a longer paragraph follows."""
    start, end = rows[i]
    line = text[start:end]
    if (
        end - start > LONGEST
        or SENTENCE.search(line)
        or line[-1] in '.,:;-–—"”'
        or len(line.split()) < FEWEST_WORDS
        or line[0].islower()
    ):
        return False
    following = [rows[j] for j in range(i + 1, min(i + 9, len(rows))) if not taken[j]]
    if not following or text[following[0][0]].islower() or text[following[0][0]] in ",.;)":
        return False
    parted = text.count("\n", end, following[0][0]) > 1 or (i + 1 < len(rows) and taken[i + 1])
    return any(b - a >= BODY and text[b - 1] in '.”")!?]' for a, b in following[: 7 if parted else 1])
