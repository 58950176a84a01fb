"""Who a statement rests on: chains followed to their ends, ends that are one source counted once."""

from collections.abc import Sequence

from msgspec import Struct

from runut.compare.sources import MEDIA, Source, Sources
from runut.types import Claim, Hop, Origin, Reason

SHARE = 0.75  # share of a body's words found in a person's title that makes the person its voice
NAMED = ("chain:attributed", "chain:back", "chain:witnessed", "chain:denier")


class End(Struct):
    """One source and the chains that end there."""

    source: Source
    chains: list[tuple[Hop, ...]]
    why: Reason | None = None


def origins(claims: Sequence[Claim], sources: Sources, tags: dict[str, str]) -> tuple[Origin, ...]:
    """The independent origins of a statement, in order of first claim; () where nobody is named for it.

    The outlet is one only where the text says that it saw or was told itself; a wire that the report names for
    itself as a whole, and not for the statement, is none. `tags`: language by report.
    """
    ends: list[End] = []
    for claim in claims:
        if claim.rule in NAMED:
            _add(ends, sources.source(claim.chain[-1], tags[claim.span.report]), claim.chain)
    ends = _deeper(_voices(ends))
    return tuple(
        Origin(name=e.source.name, role=e.source.role, chains=tuple(dict.fromkeys(e.chains)), why=e.why) for e in ends
    )


def _add(ends: list[End], source: Source, chain: tuple[Hop, ...]) -> None:
    """The chain added to the end that is the same source; the longer name is the one to show."""
    for e in ends:
        if e.source.key == source.key or _same_name(e.source, source):
            e.chains.append(chain)
            if len(source.name) > len(e.source.name) and not source.described:
                e.source = source
            return
    ends.append(End(source, [chain]))


def _same_name(left: Source, right: Source) -> bool:
    """Whether one name holds the other: "Yohan" and "Mohamad Yohan"."""
    if left.described or right.described or not left.words or not right.words:
        return False
    return left.role == right.role and (left.words <= right.words or right.words <= left.words)


def _voices(ends: list[End]) -> list[End]:
    """Those who speak for one body joined: the ministry and its minister, two officials of one office."""
    out: list[End] = []
    for e in ends:
        host = next((h for h in out if _one_body(h.source, e.source)), None)
        if host is None:
            out.append(e)
            continue
        why = Reason("origin-one-body", {"names": f"{host.source.name}; {e.source.name}"})
        host.chains, host.why = host.chains + e.chains, why
        if host.source.role == "institution" and e.source.role == "person":
            host.source = e.source
    return out


def _one_body(left: Source, right: Source) -> bool:
    return any(_speaks_for(a, b) for a, b in ((left, right), (right, left)))


def _speaks_for(person: Source, body: Source) -> bool:
    """Whether the words of a body stand in a source's own name or in its titles."""
    if body.role != "institution" or not body.words or person.role in MEDIA:
        return False
    known = person.words | person.around
    return len(body.words & known) >= SHARE * len(body.words)


def _deeper(ends: list[End]) -> list[End]:
    """Media dropped where another chain goes on to who told it; a described medium is the one that is named."""
    spoken = [e for e in ends if e.source.role not in MEDIA]
    media = [e for e in ends if e.source.role in MEDIA]
    if spoken and media:
        names = "; ".join(e.source.name for e in media)
        why = Reason("origin-deeper-chain", {"media": names, "origin": spoken[0].source.name})
        spoken[0].chains, spoken[0].why = spoken[0].chains + [c for e in media for c in e.chains], why
        return spoken
    named = [e for e in media if not e.source.described]
    if named and len(named) < len(media):
        why = Reason("origin-described-medium", {"origin": named[0].source.name})
        named[0].chains += [c for e in media if e.source.described for c in e.chains]
        named[0].why = why
        return spoken + named
    return ends
