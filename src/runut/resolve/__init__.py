"""Finds which names are the same somebody or something. Door: `resolve`.

First each report is read by itself (`within`), because it says best whom its short names mean; then spellings with
the same key are one entity, and near keys are compared within blocks (`clusters`). Nothing compares every pair.
"""

from collections.abc import Sequence

from runut.resolve.across import Found, heads, places_named, settle_kinds, tied_elsewhere
from runut.resolve.clusters import Clusters, near_spellings, reports_of, without_heads
from runut.resolve.entities import resolution
from runut.resolve.nodes import Key, Node, nodes
from runut.resolve.ruled import Rules, rules
from runut.resolve.translated import translations
from runut.resolve.within import Tie, ties
from runut.types import Document, Judgement, Reason, Resolution

__all__ = ["resolve"]


def resolve(documents: Sequence[Document], judgements: Sequence[Judgement] = ()) -> Resolution:
    """The entities of all documents, and the entity of every name mark.

    Judgements name entities by id or by spelling and overrule every rule; the latest of a pair counts. The order of
    the documents does not matter. Time grows with the number of different names.
    """
    found = [f for document in sorted(documents, key=lambda d: d.report.id) for f in _read(document)]
    found = settle_kinds(found)
    plain = _joined(found, Rules())
    if not judgements:
        return plain
    return _joined(found, rules(judgements, plain, found))


def _read(document: Document) -> list[Found]:
    """The spellings of one report, each with the key that the report's own words give it."""
    own = nodes(document)
    found = ties(document, own)
    tied = {t.node: t for t in found}
    onward = {t.node.key: t.key for t in found}
    return [_found(n, tied.get(n), onward) for n in own]


def _found(node: Node, tie: Tie | None, onward: dict[Key, Key]) -> Found:
    """A spelling with its tie; when what it is tied to is tied on, to the end of that."""
    if tie is None:
        return Found(node, node.key)
    return Found(node, node.key, onward.get(tie.key, tie.key), tie.why)


def _joined(found: list[Found], ruled: Rules) -> Resolution:
    clusters = Clusters()
    found = [ruled.renamed(f) for f in found]
    for left, right in ruled.apart:
        clusters.part(left, right)
    for left, right in ruled.same:
        clusters.join(left, right)
    bound = {key for pair in ruled.same for key in pair}
    kept = [f.untied() if f.own in bound or (f.tied and not clusters.may_join(f.own, f.tied)) else f for f in found]
    why: dict[tuple[str, ...], Reason] = {}
    for left, right in near_spellings(reports_of(kept)):
        if clusters.join(left, right):
            words = {"name": " ".join(right[1:]).title(), "full": " ".join(left[1:]).title()}
            why[right] = why[left] = Reason("spelling-variant", words)
    for left, right in translations(f.key for f in kept):
        if clusters.join(left, right):
            words = {"name": " ".join(right[1:]).title(), "full": " ".join(left[1:]).title()}
            why[right] = why[left] = Reason("translated-name", words)
    for left, right in without_heads((f.key for f in kept), places_named(kept), heads()):
        clusters.join(left, right)
    kept = tied_elsewhere(kept, clusters, bound)
    return resolution(kept, clusters, why, ruled)
