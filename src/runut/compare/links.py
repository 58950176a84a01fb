"""Findings that speak of the same thing: denials and what they deny, other values given elsewhere."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from runut.compare.align import VALUES, Claims, core, cosine
from runut.compare.bags import WORD, canonical, meant
from runut.compare.relations import relation
from runut.lang import language
from runut.lang.meanings import CONCEPT
from runut.text import fold
from runut.types import Amount, Finding, Modality, Name, Reason, When

DENIES = 0.2  # cosine of a denial with what it denies, values left out
COVERS = 0.5  # share of what a denial speaks of, names left out, that the finding denied must tell
BESIDE_BEST = 0.55  # share of the strength of the best target that another target of one denial must have
ALIKE = 0.45  # the same, where not even the unit is shared
DIFFERS = 0.3  # cosine of two findings about one thing, values left out
LEAST = 2  # words or names that they must share, whatever the cosine
POSTINGS = 20  # findings that a feature may stand in and still bring candidates together


class Row(Struct, frozen=True):
    """A finding, its units, and what it is about."""

    finding: Finding
    members: frozenset[int]
    plain: dict[str, float]
    topic: dict[str, float]  # of it the words that are no part of a name and do not only say that something is denied
    kinds: frozenset[str]
    negated: bool


def linked(findings: Sequence[Finding], claims: Claims, clusters: Sequence[set[int]], tag: str) -> list[Finding]:
    """The findings of one story with `denies`, `denied_by` and `differs_from` filled in."""
    rows = [_row(f, claims, c, tag) for f, c in zip(findings, clusters, strict=True)]
    denied: dict[str, list[str]] = defaultdict(list)
    denies: dict[str, tuple[float, str]] = {}
    differs: dict[str, list[str]] = defaultdict(list)
    for value, a, b in sorted(_near(rows), key=lambda p: (-_strength(rows, p), p[1], p[2])):
        left, right = rows[a], rows[b]
        denial, target = (left, right) if left.finding.modality == Modality.DENIED else (right, left)
        if _denies(denial, target, value):
            strength = _strength(rows, (value, a, b))
            best, _ = denies.setdefault(denial.finding.id, (strength, target.finding.id))
            if strength >= BESIDE_BEST * best:
                denied[target.finding.id].append(denial.finding.id)
        elif _other_value(left, right, value):
            differs[left.finding.id].append(right.finding.id)
            differs[right.finding.id].append(left.finding.id)
    return [_with(r.finding, denies, denied, differs) for r in rows]


def _strength(rows: Sequence[Row], pair: tuple[float, int, int]) -> float:
    """How surely two findings are of one topic: cosine, and a tenth for each kind that they share."""
    value, a, b = pair
    return value + len(rows[a].kinds & rows[b].kinds) / 10


def _row(finding: Finding, claims: Claims, cluster: set[int], tag: str) -> Row:
    plain = {f: v for f, v in core(claims, cluster).items() if f[0] not in VALUES}
    kinds = frozenset(_kinds(tag)[f[2:]] for f in plain if f[0] == "w" and f[2:] in _kinds(tag))
    negated = 2 * sum(claims.units[i].negated for i in cluster) > len(cluster)
    aside = _named(finding, tag) | _denying(tag)
    topic = {f: v for f, v in plain.items() if f[0] == "w" and f[2:] not in aside}
    return Row(finding, frozenset(cluster), plain, topic, kinds, negated)


def _named(finding: Finding, tag: str) -> frozenset[str]:
    """The words of the names in its claims."""
    names = [s.mark.value.text for c in finding.claims for s in c.slots if isinstance(s.mark.value, Name)]
    names += [h.name for c in finding.claims for h in c.chain]
    return frozenset(form for name in names for word in WORD.findall(name) for form in _forms(fold(word), tag))


@functools.cache
def _denying(tag: str) -> frozenset[str]:
    """The words of cues of denial, and of what is denied without being told: "membantah tudingan"."""
    actions = language(tag).actions
    cues = (form for m in actions.modality if m.modality == Modality.DENIED for form in m.forms)
    return frozenset(form for cue in cues for word in cue.split() for form in _forms(word, tag))


@functools.lru_cache(maxsize=16384)
def _forms(word: str, tag: str) -> tuple[str, ...]:
    """What may stand for a word among the features: itself, its lemma, its concept."""
    return word, canonical(word, tag), meant(word, tag)


@functools.cache
def _kinds(tag: str) -> dict[str, str]:
    """Lemma or concept -> the first lemma of its kind; a concept is of the kind of its forms."""
    kinds = {word: kind[0] for kind in language(tag).actions.kinds for word in kind}
    concepts = language(tag).concepts.forms.items()
    meant = {CONCEPT + key: kinds[r] for key, forms in concepts for f in forms if (r := canonical(f, tag)) in kinds}
    return kinds | meant


def _near(rows: Sequence[Row]) -> Iterator[tuple[float, int, int]]:
    """(cosine, row, row) of pairs that may be of one thing; no claim stands in both."""
    pairs = {pair for pair, count in _shared(rows).items() if count >= LEAST} | set(_denials(rows))
    for a, b in pairs:
        if not rows[a].members & rows[b].members:
            yield cosine(rows[a].plain, rows[b].plain), a, b


def _denials(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Every denial with the findings that share enough kinds with it."""
    index: dict[str, list[int]] = defaultdict(list)
    for k, row in enumerate(rows):
        for kind in row.kinds:
            index[kind].append(k)
    for a, row in enumerate(rows):
        if row.finding.modality == Modality.DENIED:
            count = Counter(b for kind in row.kinds for b in index[kind])
            yield from ((min(a, b), max(a, b)) for b, n in count.items() if n >= LEAST and a != b)


def _shared(rows: Sequence[Row]) -> dict[tuple[int, int], int]:
    """How many words and names pairs of rows share, those left out that stand in many."""
    index: dict[str, list[int]] = defaultdict(list)
    for k, row in enumerate(rows):
        for f in row.plain:
            if f[0] in "we":
                index[f].append(k)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for posting in index.values():
        if len(posting) <= POSTINGS:
            for n, a in enumerate(posting):
                for b in posting[n + 1 :]:
                    shared[a, b] += 1
    return shared


def _denies(denial: Row, target: Row, value: float) -> bool:
    """Whether one finding denies the other: it is marked so, the other is not, and nobody is on both sides.

    They are of one topic if they are alike, or if somebody is party to both and they share two kinds of acts or
    things: who rejects "pasokan senjata" rejects "menjual 50 meriam".
    """
    if denial.finding.modality != Modality.DENIED or target.finding.modality == Modality.DENIED or target.negated:
        return False
    parties = any(f[0] == "e" and f in target.plain for f in denial.plain)
    if not (parties and len(denial.kinds & target.kinds) >= LEAST) and (value < DENIES or not _covers(denial, target)):
        return False
    deniers = {o.name for o in denial.finding.origins}
    return not deniers & {o.name for o in target.finding.origins}


def _covers(denial: Row, target: Row) -> bool:
    """Whether a finding tells most of what a denial speaks of, and not of others."""
    shared = [f for f in denial.topic if f in target.topic]
    told = sum(map(denial.topic.__getitem__, shared)) >= COVERS * sum(denial.topic.values())
    bodies = [{f for f in row.plain if f[0] == "e"} for row in (denial, target)]
    return len(shared) >= LEAST and told and not (all(bodies) and not bodies[0] & bodies[1])


def _other_value(left: Row, right: Row, value: float) -> bool:
    """Whether two findings on one thing give values of one kind that are not the same."""
    a, b = left.finding, right.finding
    if not a.role or a.role != b.role or value < DIFFERS:
        return False
    if a.role == "amount" and value < ALIKE and not any(f[0] == "u" and f in right.plain for f in left.plain):
        return False
    relations = {
        relation(x.value, y.value)
        for x in a.answers
        for y in b.answers
        if isinstance(x.value, Amount | When) and isinstance(y.value, Amount | When)
    }
    return relations == {"excludes"} if a.role == "time" else bool(relations) and "same" not in relations


def _with(
    finding: Finding, denies: dict[str, tuple[float, str]], denied: dict[str, list[str]], differs: dict[str, list[str]]
) -> Finding:
    by = tuple(sorted(set(denied.get(finding.id, ()))))
    if by:
        why = (*finding.why, Reason("denied-elsewhere", {"count": str(len(by))}))
        finding = msgspec.structs.replace(finding, verdict="denied", why=why)
    return msgspec.structs.replace(
        finding,
        denies=denies.get(finding.id, (0.0, ""))[1],
        denied_by=by,
        differs_from=tuple(sorted(set(differs.get(finding.id, ())))),
    )
