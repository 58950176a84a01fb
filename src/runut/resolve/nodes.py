"""The names of one report, each spelling once."""

import functools
import re
from collections import Counter
from typing import NamedTuple

from runut.lang import language
from runut.lang.gazetteer import Known, gazetteer
from runut.resolve import keys
from runut.text import fold
from runut.types import Document, Mark, Name, Span

BLANKS = re.compile(r"\s+")
Key = tuple[str, ...]  # kind, then the words compared; ("thing", id) for what the world's data knows


class Node(NamedTuple):
    """One spelling in one report."""

    report: str
    text: str  # blanks folded
    kind: str
    key: Key
    reason: str  # why the spelling has the key
    spans: tuple[Span, ...]
    titled: tuple[tuple[str, Span], ...] = ()  # ("Tuan X", where): with an honorific before it

    @property
    def words(self) -> tuple[str, ...]:
        """What is compared."""
        return self.key[1:]


def nodes(document: Document) -> list[Node]:
    """Every spelling of the report's names, by first span; a capital that acts is a spelling of its country."""
    groups: dict[tuple[str, bool], list[Mark[Name]]] = {}
    for i, mark in enumerate(document.names):
        groups.setdefault((BLANKS.sub(" ", mark.value.text), _acts(document, i)), []).append(mark)
    return [_node(document, text, marks, acts=acts) for (text, acts), marks in groups.items()]


def _node(document: Document, text: str, marks: list[Mark[Name]], *, acts: bool) -> Node:
    votes = Counter(m.value.kind for m in marks)
    kind = max(votes, key=lambda k: (votes[k], k))
    known = _known(text, kind)
    spans = tuple(m.span for m in marks)
    if known:
        thing = known.thing
        if acts:
            return Node(
                document.report.id, text, "place", ("thing", thing.id.replace("capital", "iso3166")), "capital", spans
            )
        return Node(document.report.id, text, thing.kind, ("thing", thing.id), known.reason, spans)
    titled = _titled(document, marks) if kind in ("person", "other") else ()
    return Node(document.report.id, text, kind, key_of(kind, text), "same-spelling", spans, titled)


def key_of(kind: str, text: str) -> Key:
    """What a name of a kind is compared by."""
    if kind in ("person", "other"):
        return (kind, *keys.person(text))
    if kind in ("organisation", "agency"):
        return ("organisation", *keys.organisation(text))
    return (kind, *keys.plain(text).split())


def _known(text: str, kind: str) -> Known | None:
    """What the world's data knows by this spelling; a person is never a place that is written the same."""
    for form in _bare(text):
        for known in gazetteer().get(fold(form), ()):
            if known.way == "exact" and known.form != form:
                continue
            state = known.thing.group == "country" and kind == "organisation"
            if state or kind in (known.thing.kind, "other") or {kind, known.thing.kind} <= {"organisation", "agency"}:
                return known if form == text else known._replace(reason="alias-known")
    return None


TAILS = re.compile(r"(?:,? (?:RI|Republik Indonesia|Tbk\.?|TBK|\(Persero\)))+$")
HEADS = re.compile(r"^PT\.? ?(?=[A-Z])")


def _bare(text: str) -> tuple[str, ...]:
    """A name, then what is left of it without glue, legal forms and the name of the state behind a body's."""
    parted = keys.GLUED.sub(" ", text)
    return tuple(dict.fromkeys((text, parted, TAILS.sub("", parted), HEADS.sub("", TAILS.sub("", parted)))))


def _acts(document: Document, i: int) -> bool:
    """Whether a capital stands for its government: side by side with another capital or country, and not after "di"."""
    names, text = document.names, document.report.text
    if not _seat(names[i]) or _placed(text, names[i].span.start):
        return False
    for j in (i - 1, i + 1):
        if 0 <= j < len(names) and _state(names[j]):
            left, right = sorted((names[i].span, names[j].span))
            if text[left.end : right.start] in BETWEEN and not _placed(text, left.start):
                return True
    return False


BETWEEN = frozenset({" dan ", "-", "–", " and ", " dengan ", " atau ", " with "})
LOCAL = re.compile(r"\b(?:di|ke|dari|menuju|kota|in|at|from|to)\s+$", re.IGNORECASE)


def _placed(text: str, start: int) -> bool:
    """Whether a word of place stands before a name."""
    return bool(LOCAL.search(text[max(0, start - 10) : start]))


def _seat(mark: Mark[Name]) -> bool:
    return _group(mark) == "capital"


def _state(mark: Mark[Name]) -> bool:
    return _group(mark) in ("capital", "country")


def _group(mark: Mark[Name]) -> str:
    known = _known(mark.value.text, mark.value.kind) if mark.value.kind == "place" else None
    return known.thing.group if known else ""


def _titled(document: Document, marks: list[Mark[Name]]) -> tuple[tuple[str, Span], ...]:
    """Where an honorific stands directly before the name."""
    text, out = document.report.text, []
    for mark in marks:
        before = text[max(0, mark.span.start - 12) : mark.span.start]
        word = before.rstrip(" ").rpartition(" ")[2].rpartition("\n")[2]
        if before.endswith(" ") and word[:1].isupper() and fold(word) in _honorifics(document.report.lang):
            start = mark.span.start - len(before) + len(before.rstrip(" ")) - len(word)
            out.append((f"{word} {mark.value.text}", Span(mark.span.report, start, mark.span.end)))
    return tuple(out)


@functools.cache
def _honorifics(tag: str) -> frozenset[str]:
    return language(tag).titles.forms("honorific")
