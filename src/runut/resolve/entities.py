"""Entities made of the spellings that share a cluster."""

from collections import Counter, defaultdict

from msgspec.structs import replace

from runut.lang.gazetteer import Thing, gazetteer
from runut.resolve.across import Found
from runut.resolve.clusters import Clusters
from runut.resolve.keys import plain
from runut.resolve.nodes import Key
from runut.resolve.ruled import Rules
from runut.text import digest
from runut.types import Entity, Reason, Resolution, Span, Spelling

CODED = ("iso3166:", "iso3166-2:")


def resolution(found: list[Found], clusters: Clusters, why: dict[Key, Reason], ruled: Rules) -> Resolution:
    """The entities, by id, and the entity of every span."""
    members: dict[Key, list[Found]] = defaultdict(list)
    for f in found:
        members[clusters.root(f.key)].append(f)
    things = _things()
    entities: dict[str, Entity] = {}
    names: dict[str, str] = {}
    for root in sorted(members):
        entity = _entity(members[root], things, why, ruled)
        if entity.id in entities:
            entity = replace(entity, id="e-" + digest(entity.id, *root))
        entities[entity.id] = entity
        names |= {f"{s.report}:{s.start}:{s.end}": entity.id for f in members[root] for s in f.node.spans}
    return Resolution(tuple(entities[i] for i in sorted(entities)), dict(sorted(names.items())))


def _things() -> dict[str, Thing]:
    return {k.thing.id: k.thing for choices in gazetteer().values() for k in choices}


def _entity(found: list[Found], things: dict[str, Thing], why: dict[Key, Reason], ruled: Rules) -> Entity:
    thing = next((things[f.key[1]] for f in found if f.key[0] == "thing" and f.key[1] in things), None)
    kind = thing.kind if thing else _kind(found)
    ordered = _ordered(found)
    name = thing.name if thing else ordered[0]
    spellings = [_spelling(text, [f for f in found if f.node.text == text], name, why, ruled) for text in ordered]
    if thing:
        spellings.sort(key=lambda s: s.text != thing.name)
    codes = (thing.id,) if thing and thing.id.startswith(CODED) else ()
    return Entity(
        id="e-" + digest(kind, thing.id if thing else plain(name)),
        kind=kind,
        spellings=tuple(spellings + _titled(found)),
        codes=codes,
    )


def _kind(found: list[Found]) -> str:
    """The kind of most mentions; that of full names before that of short ones."""
    votes = Counter[str]()
    for f in found:
        votes[f.key[0] if f.key[0] != "thing" else f.node.kind] += len(f.node.spans) * len(f.own)
    return max(votes, key=lambda k: (votes[k], k))


def _ordered(found: list[Found]) -> list[str]:
    """Spellings, the fullest first: untied ones, then by words, mentions and alphabet."""
    rank: dict[str, tuple[bool, bool, int, int, str]] = {}
    count = Counter[str]()
    for f in found:
        count[f.node.text] += len(f.node.spans)
    for f in found:
        text = f.node.text
        tied = f.tied is not None or (f.why or Reason("")).code == "description"
        low = (tied, text.isupper(), -len(f.own), -count[text], text)
        rank[text] = min(low, rank.get(text, low))
    return sorted(rank, key=rank.__getitem__)


def _spelling(text: str, found: list[Found], name: str, why: dict[Key, Reason], ruled: Rules) -> Spelling:
    spans = tuple(sorted(s for f in found for s in f.node.spans))
    first = min(found, key=lambda f: (f.tied is not None, f.node.report))
    return Spelling(text, _reason(first, name, why, ruled), spans)


def _reason(found: Found, name: str, why: dict[Key, Reason], ruled: Rules) -> Reason:
    """Why a spelling is taken for the entity: a judgement, the report's words, the data, or the writing alone."""
    text, words = found.node.text, {"name": found.node.text, "full": name}
    if found.own in ruled.by:
        return Reason("judged", words | {"by": ruled.by[found.own]})
    if found.why:
        return found.why
    if found.node.reason != "same-spelling":
        return Reason(found.node.reason, words)
    if text == name or text.casefold() == name.casefold():
        return Reason("same-spelling", words)
    if found.own in why:
        return replace(why[found.own], words=words)
    return Reason("hyphen" if plain(text) == plain(name) else "same-words", words)


def _titled(found: list[Found]) -> list[Spelling]:
    """Spellings with an honorific."""
    table: dict[str, list[Span]] = defaultdict(list)
    for f in found:
        for text, span in f.node.titled:
            table[text].append(span)
    return [
        Spelling(text, Reason("honorific", {"name": text, "full": text.partition(" ")[2]}), tuple(sorted(table[text])))
        for text in sorted(table)
    ]
