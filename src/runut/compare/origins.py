"""Who a statement rests on: chains followed to their ends, ends that are one source counted once."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from runut.compare.bags import Said
from runut.compare.sources import MEDIA, Source, Sources
from runut.types import Hop, Origin, Reason

VOICE = 0.75  # share of a body's name found in a person's titles that makes the person its voice
BODY = 0.5  # share of two bodies' names that they have in common where they are one
COMMON = 0.3  # weight of a word that many bodies have in their names
SHORT = 10  # characters under which a likeness of names says nothing
SPELLED = 88  # likeness of two names, 0..100, that differ in spelling only (rapidfuzz ratio)
PENNED = 6  # characters of a word of a name that one slip can change
WORDED = 0.5  # part of the pairs of words of two claims that are one utterance, shared in the same order
MANY = 12  # claims of one source that are looked at for the words of another
UTTERANCE = 8  # words that such a claim has at least
OCCASION = 1  # days between reports on one occasion
CHANNELS = (*MEDIA, "document")
NAMED = ("chain:attributed", "chain:back", "chain:witnessed", "chain:denier")


class End(Struct):
    """One source, with the claims and chains that end there."""

    source: Source
    said: list[Said]
    chains: list[tuple[Hop, ...]]
    why: Reason | None = None


def origins(cluster: Sequence[Said], sources: Sources) -> tuple[Origin, ...]:
    """The independent origins of a statement, in order of first claim; () where nobody is named for it.

    The outlet is one only where the text says that it saw or was told itself; a wire that the report names for
    itself as a whole, and not for the statement, is none. The only source that a report names counts where no
    report names one for the statement itself.
    """
    ends = _ends([s for s in cluster if s.claim.rule in NAMED], sources)
    if not ends:
        ends = _only(cluster, sources)
    for same, code in (
        (_one_name, "origin-one-name"),
        (_one_utterance, "origin-same-words"),
        (_one_body, "origin-one-body"),
    ):
        ends = _joined(ends, same, code, sources)
    return tuple(
        Origin(name=e.source.name, role=e.source.role, chains=tuple(dict.fromkeys(e.chains)), why=e.why)
        for e in _deeper(ends, sources)
    )


def _only(cluster: Sequence[Said], sources: Sources) -> list[End]:
    """The only sources that reports name at all, where none is named for the statement itself."""
    ends = _ends([s for s in cluster if s.claim.rule == "chain:only-source"], sources)
    for e in ends:
        e.why = Reason("origin-only-source", {"origin": e.source.name})
    return ends


def _ends(said: Sequence[Said], sources: Sources) -> list[End]:
    found: dict[str, End] = {}
    for s in said:
        source = sources.source(s.claim.chain[-1], s.tag)
        end = found.setdefault(source.key, End(source, [], []))
        end.said.append(s)
        end.chains.append(s.claim.chain)
    return list(found.values())


Same = Callable[[End, End, Sources], bool]


def _joined(ends: Sequence[End], same: Same, code: str, sources: Sources) -> list[End]:
    """The ends, those that are the same source joined into the first; a person is shown before the body."""
    out: list[End] = []
    for e in ends:
        ruled = [_ruled(h, e, sources) for h in out]
        host = next((h for h, r in zip(out, ruled, strict=True) if (same(h, e, sources) if r is None else r)), None)
        if host is None:
            out.append(e)
            continue
        if host.source.name != e.source.name:
            judged = ruled[out.index(host)]
            host.why = Reason("origin-judged" if judged else code, {"names": f"{host.source.name}; {e.source.name}"})
        host.said, host.chains = host.said + e.said, host.chains + e.chains
        host.source = max(host.source, e.source, key=_shown_first)
    return out


def _ruled(left: End, right: End, sources: Sources) -> bool | None:
    """What somebody has decided about two ends."""
    return sources.ruled([c[-1] for c in left.chains], [c[-1] for c in right.chains])


def _shown_first(source: Source) -> tuple[bool, bool, int]:
    return (source.role not in MEDIA and not source.described, source.role == "person", len(source.words))


def _one_name(left: End, right: End, _: Sources) -> bool:
    """Whether one name holds the other, says it in another language, or differs in spelling only."""
    a, b = left.source, right.source
    if a.described or b.described or not a.words or not b.words or (a.role in MEDIA) != (b.role in MEDIA):
        return False
    if a.role == b.role == "document":
        return len(_numbers(a) & _numbers(b)) > 1 or a.words == b.words
    if a.meaning and a.meaning == b.meaning:
        return True
    few, many = sorted((a.words, b.words), key=len)
    if few <= many and (a.role == b.role or len(few) > 1):
        return True
    if a.role == b.role == "person" and all(any(_spelled_alike(x, y) for y in many) for x in few):
        return True
    return min(len(a.name), len(b.name)) >= SHORT and fuzz.ratio(a.name, b.name) >= SPELLED


def _spelled_alike(left: str, right: str) -> bool:
    """Whether two words of names are one word, or one of them is a slip of the pen: "Bertus" and "Betrus"."""
    return left == right or (min(len(left), len(right)) >= PENNED and DamerauLevenshtein.distance(left, right) <= 1)


def _numbers(source: Source) -> set[str]:
    return {w for w in source.words if w[0].isdigit()}


def _one_utterance(left: End, right: End, sources: Sources) -> bool:
    """Whether two reports print the same sentence, each from a source of its own name."""
    return any(
        _same_words(sources.words(a.claim.span), sources.words(b.claim.span))
        for a in left.said[:MANY]
        for b in right.said[:MANY]
        if a.report != b.report
    )


def _same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two claims run in the same words: half of all their pairs of neighbours (a sentence, lightly edited)."""
    if min(len(left), len(right)) < UTTERANCE:
        return False
    a, b = set(pairwise(left)), set(pairwise(right))
    return len(a & b) >= WORDED * len(a | b)


def _one_body(left: End, right: End, sources: Sources) -> bool:
    """Whether two sources speak for one body: the ministry and its minister, two officials on one occasion."""
    a, b = left.source, right.source
    if a.role in MEDIA or b.role in MEDIA or "document" in (a.role, b.role):
        return False
    persons = [_is_person(x) for x in (a, b)]
    if all(persons):
        return bool(a.bodies & b.bodies) and _one_occasion(left, right, sources.days)
    if not any(persons) and _alike(a, b) >= BODY:
        return True
    return any(_speaks_for(x, y) for x, y, body in ((a, b, not persons[1]), (b, a, not persons[0])) if body)


def _is_person(source: Source) -> bool:
    """Whether a source is a person; what the text took for one is a body if its name has a body's words."""
    return source.role == "person" and not source.words & source.common


def _speaks_for(source: Source, body: Source) -> bool:
    """Whether the words of a body stand in a source's own name or in its titles."""
    known = source.words | source.around
    return bool(body.short & known) or _part(body.words, known, body.common) >= VOICE


def _one_occasion(left: End, right: End, days: Mapping[str, int]) -> bool:
    dated = [[days[s.report] for s in e.said if s.report in days] for e in (left, right)]
    return all(dated) and min(abs(x - y) for x in dated[0] for y in dated[1]) <= OCCASION


def _alike(left: Source, right: Source) -> float:
    both = left.words | right.words
    return _part(both, left.words & right.words, left.common | right.common)


def _part(whole: frozenset[str], known: frozenset[str], common: frozenset[str]) -> float:
    """The weighed share of a name's words that are known; 0 where none of them tells bodies apart."""
    weights = {w: COMMON if w in common else 1.0 for w in whole}
    held = {w: v for w, v in weights.items() if w in known}
    if not any(v == 1.0 for v in held.values()):
        return 0.0
    return sum(held.values()) / sum(weights.values())


def _deeper(ends: list[End], sources: Sources) -> list[End]:
    """Media and documents dropped where another chain goes on to who told it; a described medium is the named one."""
    spoken = [e for e in ends if e.source.role not in CHANNELS]
    media = [e for e in ends if e.source.role in CHANNELS]
    held = [e for e in media if any(_ruled(s, e, sources) is False for s in spoken)]
    media = [e for e in media if e not in held]
    if spoken and media:
        names = "; ".join(e.source.name for e in media)
        spoken[0].why = Reason("origin-deeper-chain", {"media": names, "origin": spoken[0].source.name})
        spoken[0].chains = spoken[0].chains + [c for e in media for c in e.chains]
        return spoken + held
    named = [e for e in media if not e.source.described]
    if named and len(named) < len(media):
        named[0].why = Reason("origin-described-medium", {"origin": named[0].source.name})
        named[0].chains = named[0].chains + [c for e in media if e.source.described for c in e.chains]
        return spoken + named
    return ends
