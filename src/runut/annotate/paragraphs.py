r"""Lines and paragraphs of a text.

Scraped texts break a sentence at every link ("Menteri\nSri Mulyani\nmengatakan"); wrapped ones at every line.
"""

from collections.abc import Iterator

FULL_STOPS = frozenset('.!?…:;"”»’')
OPENERS = frozenset(",.;:)]%")
LINK = 60  # a longer line is no link inside a sentence


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of every line that is not blank, without the blanks around it. Linear."""
    last = len(text) if end is None else end
    while start < last:
        stop = text.find("\n", start, last)
        stop = last if stop < 0 else stop
        line = text[start:stop]
        if line and not line.isspace():
            yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start = stop + 1


def _linked(text: str, before: tuple[int, int], row: tuple[int, int], small: frozenset[str]) -> bool:
    """Whether a row is a link inside a sentence: short, after a line that ends in a small word."""
    short = row[1] - row[0] <= LINK and text.count("\n", before[1], row[0]) == 1
    return short and text[before[0] : before[1]].rpartition(" ")[2] in small


def goes_on(text: str, rows: list[tuple[int, int]], i: int, small: frozenset[str]) -> bool:
    """Whether row `i + 1` continues the sentence of row `i`. `small`: words that no sentence ends with."""
    start, end = rows[i]
    following, stop = rows[i + 1]
    first = text[following]
    quoted = text[end - 1] in '"”’' and first.islower()  # the cue of the quotation follows
    if text.count("\n", end, following) > 1 or (text[end - 1] in FULL_STOPS and not quoted):
        return False
    if first.islower() or ((first in OPENERS and stop - following > 1) or text[following:stop] in {".", ",", ")"}):
        return True
    if text[end - 1] in ",(–-" or text[start:end].rpartition(" ")[2] in small:
        return end - start > 1
    if i and _linked(text, rows[i - 1], rows[i], small):
        return True
    if i + 2 < len(rows) and stop - following <= LINK and text[stop - 1] not in FULL_STOPS:
        after = rows[i + 2][0]
        return text.count("\n", stop, after) == 1 and (text[after].islower() or text[after] in ",.")
    return False


def paragraphs(text: str, rows: list[tuple[int, int]], small: frozenset[str]) -> list[tuple[int, int, int]]:
    """(start, end, number of rows) of every run of rows that are one paragraph. Linear."""
    out: list[tuple[int, int, int]] = []
    first = 0
    for i in range(len(rows)):
        if i + 1 == len(rows) or not goes_on(text, rows, i, small):
            out.append((rows[first][0], rows[i][1], i - first + 1))
            first = i + 1
    return out
