"""The way a clause came: outlet first, origin last."""

import functools
import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from runut.extract.clauses import Clause
from runut.extract.reading import Reading, inside
from runut.types import Attribution, Claim, Document, Hop, Mark, Name, Span, When

APART = 9  # words between who denies and the word of denial
FIRST = 20  # characters of the clause before who denies
ACRONYM = re.compile(r"\s\(\w{1,20}\)$")
HEARD = 16  # claims of a report among which its only source is named at least once
SPEAKERS = ("person", "institution")
UNTOLD = ("chain:own", "chain:credit")


def chain(reading: Reading, clause: Clause, back: Attribution | None) -> tuple[tuple[Hop, ...], str]:
    """(chain, how it is known): outlet, the wires that the whole report names, the media, then who said it.

    `back` is the attribution of a following sentence that points back at this one ("Antara melaporkan hal ini").
    The second value is "own" (nobody but the outlet is named), "credit" (only for the whole report), "witnessed",
    "denier" (who denies is who says so), "attributed" or "back".
    """
    outlet = outlet_hop(reading.document)
    through = [_credit(m) for m in reading.document.credits]
    by = clause.by or back
    told = [h for h in reversed(by.chain if by else ()) if h.name]
    how = ("attributed" if clause.by else "back") if told else _untold(reading, clause)
    if how == "denier":
        told = [_denier(reading, clause)]
    named = {_key(h.name) for h in told} | {_key(outlet.name)}
    hops = [h for h in through if _key(h.name) not in named]
    hops += [h for h in told if _key(h.name) != _key(outlet.name)]
    return (outlet, *_once(hops)), "credit" if how == "own" and hops else how


def _once(hops: Sequence[Hop]) -> list[Hop]:
    """The hops, neighbours that are one name with and without its acronym as the fuller one."""
    out: list[Hop] = []
    for hop in hops:
        if out and _key(out[-1].name) == _key(hop.name):
            out[-1] = max(out[-1], hop, key=lambda h: len(h.name))
        else:
            out.append(hop)
    return out


def with_only_source(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, in their order; where a report names one source only, those that name nobody rest on it.

    Such a claim gets that chain and the rule "chain:only-source". Told history stays as it is: a claim whose own
    dates all lie in months before the report's. A source that is heard once in a long report is a voice in it, and
    not where it comes from.
    """
    told = [c for c in claims if c.rule == "chain:attributed"]
    ends = {_words(c.chain[-1].name): c for c in told}
    fullest = max(ends, key=len, default=frozenset())
    if len(told) * HEARD < len(claims) or not all(e <= fullest for e in ends):
        return list(claims)
    if not told or ends[fullest].chain[-1].role not in SPEAKERS:
        return list(claims)
    given = {"chain": ends[fullest].chain, "confidence": ends[fullest].confidence, "rule": "chain:only-source"}
    return [
        msgspec.structs.replace(c, **given) if c.rule in UNTOLD and not _history(document, c) else c for c in claims
    ]


def _history(document: Document, claim: Claim) -> bool:
    """Whether all calendar times of a claim lie before the month of publication."""
    day = document.published.when.value[:7] if document.published else ""
    times = [s.mark.value for s in claim.slots if isinstance(s.mark.value, When)]
    months = [w.value[:7] for w in times if w.value[:4].isdigit()]
    return bool(day and months) and all(m < day[: len(m)] for m in months)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip("(),.") for word in name.casefold().split())


def _untold(reading: Reading, clause: Clause) -> str:
    """How a clause is known that no attribution covers."""
    if any(kind == "witnessed" for _, _, (kind, _) in reading.tags(clause.start, clause.end)):
        return "witnessed"
    return "denier" if _deniers(reading, clause) else "own"


def _deniers(reading: Reading, clause: Clause) -> list[Mark[Name]]:
    """The names before the clause's first word of denial, if few words part them from it and from each other."""
    cue = next(
        (first for first, _, tag in reading.tags(clause.start, clause.end) if tag == ("modality", "denied")), None
    )
    if cue is None:
        return []
    names = inside(reading.document.names, clause.start, cue)
    near = [m for m in names if len(reading.words(m.span.end, cue)) <= APART]
    return near if near and near[0].span.start - clause.start <= FIRST else []


def _denier(reading: Reading, clause: Clause) -> Hop:
    """Who denies, as written from the first name to the last: "Seram dan Banda"."""
    names = _deniers(reading, clause)
    start, end = names[0].span.start, names[-1].span.end
    role: Literal["person", "institution"] = "person" if names[0].value.kind == "person" else "institution"
    return Hop(reading.document.report.text[start:end], role, Span(names[0].span.report, start, end))


def outlet_hop(document: Document) -> Hop:
    """The report's own outlet, by key or name; without one, by its address."""
    report = document.report
    return Hop(document.outlet or report.outlet or report.url or report.id, "outlet")


def _credit(mark: Mark[Name]) -> Hop:
    return Hop(mark.value.text, "wire" if mark.value.kind == "agency" else "medium", mark.span, mark.value.entity)


@functools.lru_cache(maxsize=1 << 12)
def _key(name: str) -> str:
    """A name without the acronym in brackets behind it, letters and digits only."""
    return "".join(c for c in ACRONYM.sub("", name).casefold() if c.isalnum()) or name
