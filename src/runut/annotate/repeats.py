"""Paragraphs that a scraper took twice, alone or as the end of a longer one."""

import re

EDGE = re.compile(r"[.!?”\"]\s*(?=[A-Z“\"(])")
KEY = 60  # so many equal characters make it worth comparing the rest
SHORTEST = 80


def repeats(text: str, rows: list[tuple[int, int]], taken: list[bool]) -> list[int]:
    """Numbers of the free rows whose text stands earlier, too, from the start of a sentence on. Linear."""
    seen: dict[str, int] = {}
    out = []
    for i, (start, end) in enumerate(rows):
        if taken[i] or end - start < SHORTEST:
            continue
        first = seen.get(text[start : start + KEY])
        if first is not None and text[first : first + end - start] == text[start:end]:
            out.append(i)
            continue
        seen.setdefault(text[start : start + KEY], start)
        for m in EDGE.finditer(text, start, end - SHORTEST):
            seen.setdefault(text[m.end() : m.end() + KEY], m.end())
    return out
