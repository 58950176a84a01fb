"""What one report itself says of its names: abbreviations in brackets, nicknames, short names."""

import itertools
import re
from collections import Counter, defaultdict
from typing import NamedTuple

from runut.resolve.nodes import Key, Node
from runut.resolve.scores import alike, initials, part
from runut.types import Document, Reason, Span

OPEN = re.compile(r"\s*\(\s*[\"“]?$|\s+(?:alias|atau akrab disapa|atau disapa|atau)\s+$")


class Tie(NamedTuple):
    """A spelling of a report, the key it takes from the report's own words, and why."""

    node: Node
    key: Key
    why: Reason


def ties(document: Document, found: list[Node]) -> list[Tie]:
    """Every spelling that the report ties to another one, in order of its first span."""
    named = _named_twice(document, found)
    done = {t.node.text for t in named}
    using: dict[str, list[Node]] = defaultdict(list)
    for node in found:
        for word in dict.fromkeys(node.words):
            using[word].append(node)
    short = [t for node in found if node.text not in done and node.words for t in _short(node, using[node.words[0]])]
    return sorted([*named, *short], key=lambda t: t.node.spans[0])


def _named_twice(document: Document, found: list[Node]) -> list[Tie]:
    """Abbreviations and nicknames in brackets behind the full name: "Badan Contoh Nasional (BCN)"."""
    at = {s: n for n in found for s in n.spans}
    spans = sorted(at)
    out: dict[str, Tie] = {}
    for left, right in itertools.pairwise(spans):
        full, short = at[left], at[right]
        if full.key != short.key and OPEN.fullmatch(document.report.text[left.end : right.start]):
            tie = _bracketed(full, short, right)
            if tie:
                out.setdefault(tie.node.text, tie)
    return list(out.values())


def _bracketed(full: Node, short: Node, where: Span) -> Tie | None:
    """The tie that "FULL (SHORT)" makes. Where the world's data knows SHORT as somebody else, the report is right."""
    words = {"name": short.text, "full": full.text}
    if full.kind == "person":
        single = short.kind in ("person", "other") and " " not in short.text
        return Tie(short, full.key, Reason("nickname", words, (where,))) if single else None
    if len(short.text) < 2 or short.key[1].startswith("iso3166"):
        return None
    fits = initials(short.text, full.text)
    named = short.kind == "person" and not short.text.isupper()
    fits = fits or (short.text.isupper() and any(w[0] == short.text[0] for w in full.text.split()))
    if named or not (fits or (short.text.isupper() and full.key[0] != "thing")):
        return None
    why = Reason("acronym-in-text", words, (where,))
    if short.key[0] == "thing" and full.key[0] != "thing" and alike(full.words, tuple(short.key[1].lower().split())):
        return Tie(full, short.key, why)
    return Tie(short, full.key, why) if len(full.text) > len(short.text) else None


def _short(node: Node, found: list[Node]) -> list[Tie]:
    """The full name that a short one stands for, of those in the report with its first word.

    The one named most, the first of equals.
    """
    if node.key[0] == "thing":
        return []
    options = [n for n in found if _stands_for(node, n)]
    if not options:
        return []
    weight = Counter({n.text: len(n.spans) for n in options})
    best = min(options, key=lambda n: (-weight[n.text], n.spans[0]))
    code = "short-name" if len({o.key for o in options}) == 1 else "short-name-most"
    return [Tie(node, best.key, Reason(code, {"name": node.text, "full": best.text}, best.spans[:1]))]


def _stands_for(short: Node, full: Node) -> bool:
    """Whether one spelling can be the short form of another in the same report."""
    if full.kind == "person" and full.key[0] == "person" and len(full.words) > 1:
        return short.kind in ("person", "other") and part(short.words, full.words)
    if full.key[0] == "organisation" and short.key[0] in ("organisation", "other"):
        return (
            len(short.words) < len(full.words) and full.words[: len(short.words)] == short.words and _says_which(short)
        )
    if full.key[0] == short.key[0] == "place":
        return len(full.words) == len(short.words) + 1 and full.words[1:] == short.words
    return False


def _says_which(short: Node) -> bool:
    """Whether the beginning of an organisation's name is more than "Kementerian" or "Badan"."""
    return len(short.words) > 1
