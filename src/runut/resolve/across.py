"""What the reports together say of a name that one report alone leaves open."""

import functools
from collections import Counter, defaultdict
from typing import NamedTuple

from runut.lang import language, languages
from runut.resolve.clusters import Clusters
from runut.resolve.keys import plain
from runut.resolve.nodes import Key, Node, key_of
from runut.types import Reason

SURE = 0.6  # share of mentions from which a kind holds for a spelling
LEGAL = 3  # "PT X" says this many times more than a tagger that X is a company
CLEAR = 0.8  # share of reports from which one full name is the one meant by a short name


class Found(NamedTuple):
    """A spelling of a report, its own key, and the key that something ties it to."""

    node: Node
    own: Key
    tied: Key | None = None
    why: Reason | None = None

    @property
    def key(self) -> Key:
        """The key that counts."""
        return self.tied or self.own

    def untied(self) -> "Found":
        """The spelling without its tie."""
        return Found(self.node, self.own)


def settle_kinds(found: list[Found]) -> list[Found]:
    """The spellings, with one kind for each that most reports take for that kind; "other" gives way to any."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for f in found:
        if f.own[0] not in ("thing", "other"):
            votes[plain(f.node.text)][f.node.kind] += len(f.node.spans)
            if f.own[0] == "organisation" and " ".join(f.own[1:]) != plain(f.node.text):
                votes[" ".join(f.own[1:])]["organisation"] += LEGAL * len(f.node.spans)
    moved = {}
    for f in found:
        count = votes.get(plain(f.node.text))
        if f.own[0] == "thing" or not count:
            continue
        kind, most = max(count.items(), key=lambda x: (x[1], x[0]))
        if kind != f.node.kind and (f.node.kind == "other" or most >= SURE * sum(count.values())):
            moved[f.node.report, f.own] = key_of(kind, f.node.text)
    return [_moved(f, moved) for f in found]


def _moved(found: Found, moved: dict[tuple[str, Key], Key]) -> Found:
    own = moved.get((found.node.report, found.own), found.own)
    tied = moved.get((found.node.report, found.tied), found.tied) if found.tied else None
    return found._replace(own=own, tied=tied)


def tied_elsewhere(found: list[Found], clusters: Clusters, bound: set[Key]) -> list[Found]:
    """The spellings; abbreviations and short names that only other reports explain are tied to what they mean there."""
    acronyms = _acronyms(found, clusters)
    persons = _persons(found)
    company = _company(found)
    out = []
    for f in found:
        target = None
        if f.tied is None and f.own not in bound and f.own[0] != "thing":
            target = acronyms.get(f.node.text) or _whose(f, persons, company, clusters)
        out.append(
            f
            if target is None or not clusters.may_join(f.own, target[0])
            else f._replace(tied=target[0], why=target[1])
        )
    return out


def _acronyms(found: list[Found], clusters: Clusters) -> dict[str, tuple[Key, Reason]]:
    """Abbreviation -> the one thing that every report that spells it out means by it."""
    meanings: dict[str, dict[Key, Reason]] = defaultdict(dict)
    for f in found:
        if f.tied and f.why and f.why.code == "acronym-in-text" and f.node.text == f.why.words["name"]:
            meanings[f.node.text].setdefault(clusters.root(f.tied), f.why)
    return {text: next(iter(given.items())) for text, given in meanings.items() if len(given) == 1}


def _persons(found: list[Found]) -> dict[str, dict[Key, set[str]]]:
    """First or last word of a person's full name -> the full names with it, each with its reports."""
    table: dict[str, dict[Key, set[str]]] = defaultdict(dict)
    for f in found:
        if f.own[0] == "person" and len(f.own) > 2 and f.tied is None:
            for word in {f.own[1], f.own[-1]}:
                table[word].setdefault(f.own, set()).add(f.node.report)
    return table


def _company(found: list[Found]) -> dict[str, set[Key]]:
    """Report -> the keys of its names."""
    table: dict[str, set[Key]] = defaultdict(set)
    for f in found:
        table[f.node.report].add(f.key)
    return table


def _whose(
    found: Found, persons: dict[str, dict[Key, set[str]]], company: dict[str, set[Key]], clusters: Clusters
) -> tuple[Key, Reason] | None:
    """The full name meant by a person's single name in a report that never gives it in full.

    Taken only when one full name is meant by nearly all reports, and one of them names something else that this
    report names, too.
    """
    if found.own[0] != "person" or len(found.own) != 2:
        return None
    weight: Counter[Key] = Counter()
    reports: dict[Key, set[str]] = defaultdict(set)
    for key, where in persons.get(found.own[1], {}).items():
        reports[clusters.root(key)] |= where
    for root, where in reports.items():
        weight[root] = len(where)
    if not weight:
        return None
    best = min(weight, key=lambda k: (-weight[k], k))
    near = company[found.node.report]
    if weight[best] < CLEAR * weight.total() or not any(
        near & company[r] - {HOME} for r in sorted(reports[best])[:CHECKED]
    ):
        return None
    words = {"name": found.node.text, "full": " ".join(best[1:]).title()}
    return best, Reason("short-name-elsewhere", words)


def places_named(found: list[Found]) -> dict[tuple[str, ...], Key]:
    """Words of a place that the world's data knows, as written in the reports -> its key."""
    return {tuple(plain(f.node.text).split()): f.own for f in found if f.own[0] == "thing" and f.node.kind == "place"}


@functools.cache
def heads() -> frozenset[str]:
    """Words for a kind of place that may be left out before its name."""
    return frozenset(plain(form) for tag in languages() for form in language(tag).titles.forms("district"))


HOME: Key = ("thing", "iso3166:ID")  # nearly every report names it
CHECKED = 200  # reports looked at for company
