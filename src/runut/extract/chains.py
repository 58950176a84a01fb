"""The way a clause came: outlet first, origin last."""

from collections.abc import Sequence

import msgspec

from runut.extract.clauses import Clause
from runut.extract.reading import Reading
from runut.types import Attribution, Claim, Document, Hop, Mark, Name, When

SPEAKERS = ("person", "institution")
UNTOLD = ("chain:own", "chain:credit")


def chain(reading: Reading, clause: Clause, back: Attribution | None) -> tuple[tuple[Hop, ...], str]:
    """(chain, how it is known): outlet, the wires that the whole report names, the media, then who said it.

    `back` is the attribution of a following sentence that points back at this one ("KCNA melaporkan hal ini").
    The second value is "own" (nobody but the outlet is named), "credit" (only for the whole report), "witnessed",
    "attributed" or "back".
    """
    doc = reading.document
    hops = [outlet_hop(doc)]
    hops += [_credit(m) for m in doc.credits]
    by = clause.by or back
    known = {_key(h.name) for h in hops}
    for hop in reversed(by.chain if by else ()):
        if _key(hop.name) in known:
            hops = [h for h in hops if _key(h.name) != _key(hop.name)] if _key(hop.name) != _key(hops[0].name) else hops
        if hop.name and _key(hop.name) != _key(hops[0].name):
            hops.append(hop)
    return tuple(hops), _how(reading, clause, by, len(hops))


def with_only_source(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, in their order; where a report names one source only, those that name nobody rest on it.

    Such a claim gets that chain and the rule "chain:only-source". Told history stays as it is: a claim whose own
    dates all lie in months before the report's.
    """
    told = [c for c in claims if c.rule == "chain:attributed"]
    ends = {_words(c.chain[-1].name): c for c in told}
    fullest = max(ends, key=len, default=frozenset())
    if not told or not all(e <= fullest for e in ends) or ends[fullest].chain[-1].role not in SPEAKERS:
        return list(claims)
    chain = ends[fullest].chain
    return [
        msgspec.structs.replace(c, chain=chain, rule="chain:only-source")
        if c.rule in UNTOLD and not _history(document, c)
        else c
        for c in claims
    ]


def _history(document: Document, claim: Claim) -> bool:
    """Whether all calendar times of a claim lie before the month of publication."""
    day = document.published.when.value[:7] if document.published else ""
    times = [s.mark.value for s in claim.slots if isinstance(s.mark.value, When)]
    months = [w.value[:7] for w in times if w.value[:4].isdigit()]
    return bool(day and months) and all(m < day[: len(m)] for m in months)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())


def _how(reading: Reading, clause: Clause, by: Attribution | None, length: int) -> str:
    if by is not None and by.chain:
        return "attributed" if clause.by is not None else "back"
    if any(kind == "witnessed" for _, _, (kind, _) in reading.tags(clause.start, clause.end)):
        return "witnessed"
    return "credit" if length > 1 else "own"


def outlet_hop(document: Document) -> Hop:
    """The report's own outlet, by key or name; without one, by its address."""
    report = document.report
    return Hop(document.outlet or report.outlet or report.url or report.id, "outlet")


def _credit(mark: Mark[Name]) -> Hop:
    return Hop(mark.value.text, "wire" if mark.value.kind == "agency" else "medium", mark.span, mark.value.entity)


def _key(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
