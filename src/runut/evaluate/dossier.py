"""Scores what was made of all reports together."""

import itertools
from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

from runut.evaluate.gold import Gold, Stretch, Tally, Text, overlap

Hits = dict[tuple[str, str], set[int]]  # (fact, report) -> findings that hold the quoted words


class Board:
    """What is counted over all stories, and every mistake in words."""

    def __init__(self) -> None:
        self.aligned, self.disagreement = Tally(), Tally()
        self.covered: list[bool] = []
        self.origins: list[bool] = []
        self.mistakes: list[str] = []


def dossier(gold: Gold, output: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Scores by measure, and every mistake as one line: what `runut trace --format json` gave against the gold.

    Each report of the output must carry its `text`.
    """
    keys = {url: key for key, url in gold.urls.items()}
    key_of = {r["id"]: keys.get(r["url"], r["url"]) for r in output["reports"]}
    texts = {key_of[r["id"]]: Text(r["text"]) for r in output["reports"]}
    parts = [(name, n, cell) for name, g in gold.stories.items() for n, cell in enumerate(g["story_partition"])]
    cells = {key: f"{name}/{n}" for name, n, cell in parts for key in cell}
    stories = {key_of[r]: n for n, s in enumerate(output["stories"]) for r in s["reports"]}
    claims: dict[str, list[tuple[Stretch, int]]] = defaultdict(list)
    for n, finding in enumerate(output["findings"]):
        for claim in finding["claims"]:
            claims[key_of[claim["report"]]].append(((claim["start"], claim["end"]), n))
    board = Board()
    for name, story in gold.stories.items():
        _story(board, name, story, _hits(story, texts, claims), output["findings"])
    scores = {
        "stories_bcubed": bcubed(cells, stories),
        "fact_coverage": _accuracy(board.covered),
        "fact_pairs": board.aligned.scores(),
        "origin_count": _accuracy(board.origins),
        "disagreement": board.disagreement.scores(),
    }
    return scores, board.mistakes


def bcubed(gold: Mapping[Any, Hashable], found: Mapping[Any, Hashable]) -> dict[str, float]:
    """B-cubed precision, recall and F1 of two clusterings, item -> cluster (Bagga and Baldwin 1998)."""
    items = [i for i in gold if i in found]
    by_gold, by_found = defaultdict(set), defaultdict(set)
    for i in items:
        by_gold[gold[i]].add(i)
        by_found[found[i]].add(i)
    shared = {i: len(by_gold[gold[i]] & by_found[found[i]]) for i in items}
    p = sum(n / len(by_found[found[i]]) for i, n in shared.items()) / max(1, len(items))
    r = sum(n / len(by_gold[gold[i]]) for i, n in shared.items()) / max(1, len(gold))
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4), "items": len(gold), "lost": len(gold) - len(items)}


def _accuracy(hits: list[bool]) -> dict[str, float]:
    return {"accuracy": round(sum(hits) / max(1, len(hits)), 4), "of": len(hits)}


def _hits(story: dict[str, Any], texts: dict[str, Text], claims: dict[str, list[tuple[Stretch, int]]]) -> Hits:
    """Which findings hold at least half of the words that a report asserts a fact with."""
    out: Hits = {}
    for fact in story.get("facts") or ():
        for key, quoted in fact["reports"].items():
            at = texts[key].find(str(quoted)) if key in texts else None
            held = {n for span, n in claims[key] if at and overlap(at, span) * 2 >= at[1] - at[0]}
            out[fact["id"], key] = held
    return out


def _story(board: Board, name: str, story: dict[str, Any], hits: Hits, findings: list[dict[str, Any]]) -> None:
    facts = story.get("facts") or ()
    for fact in facts:
        reports = list(fact["reports"])
        board.covered += [bool(hits[fact["id"], r]) for r in reports]
        together = [bool(hits[fact["id"], a] & hits[fact["id"], b]) for a, b in itertools.combinations(reports, 2)]
        board.aligned.add(sum(together), sum(together), len(together))
        if any(together):
            _best(board, f"{name} {fact['id']}", fact, _widest(fact["id"], reports, hits, findings))
        elif together:
            board.mistakes.append(f"fact {name} {fact['id']}: aligned in no pair of reports")
    for one, two in itertools.combinations(facts, 2):
        mixed = sum(_mixed(one["id"], a, two["id"], b, hits) for a in one["reports"] for b in two["reports"] if a != b)
        board.aligned.add(0, mixed, 0)


def _widest(fact: str, reports: list[str], hits: Hits, findings: list[dict[str, Any]]) -> dict[str, Any]:
    """The finding that holds the fact in most reports."""
    candidates = sorted(set().union(*(hits[fact, r] for r in reports)))
    return findings[max(candidates, key=lambda n: sum(n in hits[fact, r] for r in reports))]


def _mixed(one: str, a: str, two: str, b: str, hits: Hits) -> bool:
    """Whether two facts of two reports lie in one finding though neither report says both with the same words."""
    return bool(hits[one, a] & hits[two, b]) and not hits[one, a] & hits.get((two, a), set())


def _best(board: Board, where: str, fact: dict[str, Any], finding: dict[str, Any]) -> None:
    wanted = fact.get("origins") or ()
    right = len(finding["origins"]) == len(wanted)
    board.origins.append(right)
    if not right:
        board.mistakes.append(f"origins {where}: {list(wanted)}, found {finding['origins']}")
    conflict = any("conflict" in str(row[-1]) for row in fact.get("disagree") or ())
    flagged = finding["verdict"] in ("differ", "denied")
    board.disagreement.add(conflict and flagged, flagged, conflict)
