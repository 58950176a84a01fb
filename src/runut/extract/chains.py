"""The way a clause came: outlet first, origin last."""

from runut.extract.clauses import Clause
from runut.extract.reading import Reading
from runut.types import Attribution, Document, Hop, Mark, Name


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
