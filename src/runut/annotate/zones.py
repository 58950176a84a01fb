"""Marks zones: a partition of the text into reporting and what stands around it."""

import bisect
import functools
import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from runut.annotate.headlines import headline
from runut.annotate.menus import menus
from runut.annotate.paragraphs import FULL_STOPS, lines, paragraphs
from runut.annotate.repeats import repeats
from runut.annotate.tails import tail
from runut.annotate.teasers import Starters, title_end
from runut.lang import Forms, Language, language, languages, world
from runut.lang.furniture import FurnitureRule, ZoneKind
from runut.text import fold
from runut.types import Document, Mark, Span, Zone

OUTLET = (
    r"(?:[A-Za-z][\w-]{1,24}[.,](?:[Cc][Oo][Mm]|[Cc][Oo](?:\.[Ii][Dd])?|[Ii][Dd]|[Tt][Vv]|[Nn][Ee][Tt]|[Nn]ews|[Oo]rg))"
)
LONGEST_LINE = 900  # a longer line is a paragraph of the report
LONGEST_SENTENCE = 400
LEAD = 60  # a longer line with a full stop is the lead, or a caption
PARAGRAPH = 250  # a longer line is the report's own, or a caption
HEAD_LINES = 8  # a dateline stands at the start of one of the first lines
SENTENCE_EDGE = re.compile(r"[.!?”\"](?=\s|(?!(?:Com?|Id|COM?|ID|TV)\b)[A-Z(“\"])")
Rule = tuple[FurnitureRule, re.Pattern[str]]
Found = tuple[int, int, ZoneKind, str]  # start, end, kind, rule


class Rules(Struct, frozen=True):
    """The rules that one language's reports are read with, compiled."""

    line: tuple[Rule, ...]
    top: tuple[Rule, ...]
    head: tuple[Rule, ...]
    end: tuple[Rule, ...]
    tail: tuple[Rule, ...]
    inside: Forms[Rule]
    menu: frozenset[str]
    small: frozenset[str]
    starters: Starters


class Page(Struct):
    """A text, its lines, and what was found in it so far."""

    text: str
    rows: list[tuple[int, int]]
    found: list[Found]
    taken: list[bool]

    def free(self) -> list[int]:
        """Numbers of the lines that no rule has taken."""
        return [i for i, t in enumerate(self.taken) if not t]


def mark(document: Document, language: Language) -> Document:
    """The document with zones that cover its whole text, in order; what no rule takes is body. Linear."""
    text, rules = document.report.text, _rules(language.tag)
    rows = list(lines(text))
    page = Page(text, rows, [], [False] * len(rows))
    _whole_lines(page, rules)
    _insides(page, rules)
    _repeated(page)
    _broken_lines(page, rules)
    page.found.extend(menus(page.text, page.rows, page.taken, page.found, rules.menu))
    lead = _head(page, rules)
    page.found.extend(headline(page.text, page.rows, page.taken, lead, document.report.title))
    _ends(page, rules)
    page.found.extend(tail(page.text, page.rows, page.taken, rules.tail, page.found))
    zones = _partition(document.report.id, text, page.found)
    return msgspec.structs.replace(document, zones=tuple(zones))


@functools.cache
def _rules(tag: str) -> Rules:
    """The language's own rules, then those of others that stand in reports of every language."""
    pack = language(tag).furniture
    packs = [pack] + [language(t).furniture for t in languages() if t != tag]
    by_place: dict[str, list[Rule]] = {"line": [], "top": [], "head": [], "end": [], "tail": [], "inside": []}
    for p in packs:
        for rule in p.rules:
            if p is pack or rule.everywhere:
                by_place[rule.where].append((rule, _compiled(rule, p.photo_agencies)))
    return Rules(
        line=tuple(by_place["line"]),
        top=tuple(by_place["line"] + by_place["top"]),
        head=tuple(by_place["head"]),
        end=tuple(by_place["end"]),
        tail=tuple(by_place["tail"]),
        inside=Forms((t, r) for r in by_place["inside"] for t in r[0].triggers),
        menu=frozenset(w for p in packs for w in p.menu_words),
        small=frozenset(pack.small_words),
        starters=(frozenset(pack.starters), pack.starter_endings),
    )


def _compiled(rule: FurnitureRule, agencies: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(a) for a in sorted(agencies, key=len, reverse=True))
    pattern = rule.pattern.replace("{agency}", names).replace("{outlet}", OUTLET)
    if "{city}" in pattern:
        pattern = pattern.replace("{city}", _cities())
    return re.compile(rf"(?:{pattern})\s*\Z" if rule.where == "end" else pattern)


@functools.cache
def _cities() -> str:
    """A pattern for every city known."""
    places = world().places
    names = {n.strip() for c in places.cities for entry in c.names for n in entry.split(" = ")}
    names |= {n for c in places.countries for n in c.capital}
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n))) or "(?!)"


def _whole_lines(page: Page, rules: Rules) -> None:
    closed = (i for i, (a, b) in enumerate(page.rows[:HEAD_LINES]) if b - a > LEAD and page.text[b - 1] in '.”"')
    body = next(closed, HEAD_LINES) + 1  # a caption may stand before the date
    for i, (start, end) in enumerate(page.rows):
        if page.taken[i] or end - start > LONGEST_LINE or _fragment(page, i):
            continue
        line = page.text[start:end]
        for rule, pattern in rules.top if i < body else rules.line:
            m = pattern.fullmatch(line)
            if m:
                _take_line(page, i, rule, m)
                break


def _fragment(page: Page, i: int) -> bool:
    """Whether a line is part of a sentence that began on the line before it, which no rule has taken."""
    start, before = page.rows[i][0], page.rows[i - 1][1]
    if i == 0 or page.taken[i - 1] or page.text[before - 1] in FULL_STOPS or not page.text[start].isalpha():
        return False
    after = page.text[page.rows[i + 1][0]] if i + 1 < len(page.rows) else ""
    return page.text[start].islower() or after in {",", "."} or after.islower()


def _take_line(page: Page, i: int, rule: FurnitureRule, m: re.Match[str]) -> None:
    start, end = page.rows[i]
    name = f"furniture:{rule.name}"
    page.taken[i] = True
    if "credit" in m.re.groupindex and m["credit"]:
        a, b = start + m.start("credit"), start + m.end("credit")
        page.found += [(start, a, rule.kind, name), (a, b, "credit", name), (b, end, rule.kind, name)]
        return
    if rule.takes == "rest":
        end = len(page.text)
        page.taken[i:] = [True] * (len(page.rows) - i)
    elif rule.takes == "title" and page.text[end - 1] in ":-–" and i + 1 < len(page.rows):
        after, stop = page.rows[i + 1]
        if stop - after <= 200 and page.text[stop - 1] != "." and page.text[after] not in "([":
            page.taken[i + 1] = True
            end = stop
    page.found.append((start, end, rule.kind, name))


def _insides(page: Page, rules: Rules) -> None:
    done = 0
    starts = [r[0] for r in page.rows]
    for at, _, (rule, pattern) in rules.inside.find(fold(page.text)):
        i = bisect.bisect_right(starts, at) - 1
        if at < done or page.taken[i]:
            continue
        m = pattern.match(page.text, at, page.rows[i][1])
        if m:
            start, end = _extent(page, i, rule, m, rules)
            needed = re.search(rule.needs, page.text[start:end])
            if not needed:
                continue
            if needed.start() and page.text[start + needed.start() - 1].isalnum():
                start += needed.start()  # glued to the sentence before
            if (start, end) == page.rows[i]:
                page.taken[i] = True
            if rule.takes == "rest":
                page.taken[i:] = [True] * (len(page.rows) - i)
            page.found.append((start, end, rule.kind, f"furniture:{rule.name}"))
            done = end


def _extent(page: Page, i: int, rule: FurnitureRule, m: re.Match[str], rules: Rules) -> tuple[int, int]:
    """What a rule takes around its match."""
    start, end = page.rows[i]
    if rule.takes == "title":
        return m.start(), title_end(page.text, m.end(), end, rules.small, rules.starters)
    if rule.takes == "rest":
        return m.start(), len(page.text)
    if rule.takes == "match":
        return m.span()
    bracketed = page.text[start] == "(" and page.text[end - 1] == ")"
    if end - start <= LONGEST_LINE and (rule.takes == "line" or bracketed):
        return start, end
    return _sentence(page.text, m, start, end)


def _sentence(text: str, m: re.Match[str], start: int, end: int) -> tuple[int, int]:
    """The sentence a match stands in, within its line; bounded."""
    low, high = max(start, m.start() - LONGEST_SENTENCE), min(end, m.end() + LONGEST_SENTENCE)
    edges = [e.end() for e in SENTENCE_EDGE.finditer(text, low, m.start())]
    after = SENTENCE_EDGE.search(text, m.end(), high)
    return (edges[-1] if edges else low), (after.end() if after else high)


def _repeated(page: Page) -> None:
    for i in repeats(page.text, page.rows, page.taken):
        page.taken[i] = True
        page.found.append((*page.rows[i], "furniture", "furniture:repeated"))


def _broken_lines(page: Page, rules: Rules) -> None:
    """The line rules again, on paragraphs that a scraper broke at their links."""
    free = page.free()
    rows = [page.rows[i] for i in free]
    at = 0
    for start, end, count in paragraphs(page.text, rows, rules.small):
        if count > 1 and end - start <= LONGEST_LINE:
            line = page.text[start:end].replace("\n", " ")
            hit = next((r for r, p in rules.line if p.fullmatch(line)), None) or _trigger(line, rules)
            if hit:
                page.found.append((start, end, hit.kind, f"furniture:{hit.name}"))
                for i in free[at : at + count]:
                    page.taken[i] = True
        at += count


def _trigger(line: str, rules: Rules) -> FurnitureRule | None:
    """A rule that takes whole lines or sentences and whose trigger stands in the line."""
    for at, _, (rule, pattern) in rules.inside.find(fold(line)):
        if rule.takes in {"line", "sentence"} and pattern.match(line, at) and re.search(rule.needs, line):
            return rule
    return None


def _head(page: Page, rules: Rules) -> int:
    """Marks the dateline; the number of its line, or of the last line that may have one."""
    for i in page.free()[:HEAD_LINES]:
        start, end = page.rows[i]
        for rule, pattern in rules.head:
            m = pattern.match(page.text, start, start + 160)
            if m:
                page.found.append((start, m.end(), rule.kind, f"furniture:{rule.name}"))
                return i
        if end - start > PARAGRAPH:
            return i + 1
    return len(page.rows)


def _ends(page: Page, rules: Rules) -> None:
    for i in page.free():
        start, end = page.rows[i]
        first = max(start, end - 120)
        if page.text[end - 1] not in ")]*" and page.text.find(":", first, end) < 0:
            continue
        for rule, pattern in rules.end:
            m = pattern.search(page.text, first, end)
            if m:
                page.found.append((m.start(), end, rule.kind, f"furniture:{rule.name}"))
                break


def _partition(report: str, text: str, found: list[Found]) -> Iterator[Mark[Zone]]:
    """Zones in order, without gaps: blanks go to the zone before them, equal neighbours are one."""
    pieces: list[Found] = []
    at = 0
    for start, end, kind, rule in sorted(found, key=lambda f: (f[0], -f[1])):
        if start < at:
            if end <= at:
                continue
            start = at
        if start < end:
            if any(c.isalnum() for c in text[at:start]):
                pieces.append((at, start, "body", "furniture:none"))  # type: ignore[arg-type]
            pieces.append((start, end, kind, rule))
            at = end
    if any(c.isalnum() for c in text[at:]) or not pieces:
        pieces.append((at, len(text), "body", "furniture:none"))  # type: ignore[arg-type]
    pieces = [p for i, p in enumerate(pieces) if i == 0 or p[2:] != pieces[i - 1][2:]]
    starts = [0, *(p[0] for p in pieces[1:]), len(text)]
    for start, end, (_, _, kind, rule) in zip(starts, starts[1:], pieces, strict=False):
        yield Mark(Span(report, start, end), Zone(kind), rule)
