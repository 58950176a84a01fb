"""Whether one sentence backs a statement, contradicts it, or speaks of something else."""

import functools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from runut.compare.archive import Archive, Evidence, other_names
from runut.compare.bags import CLOCK, WORD
from runut.compare.points import Points, Word, acts, keys_of
from runut.compare.values import days_of, relation
from runut.lang import language
from runut.text import fold
from runut.types import Amount, Claim, Mark, Modality, Name, When

ENOUGH = 0.62  # share of a statement's weight that a sentence must hold to back it
HERE = 0.4  # the same, what only the sentences around hold left out
TOLD = 0.4  # share of what the words beside names and values weigh that a sentence itself must have
MOST = 0.76  # the same to contradict it
NOUN = 0.7  # worth of a verb that a sentence has as a noun only
OTHER_WORD = 0.3  # worth of a noun of the same meaning where some report has the statement's own
ELSEWHERE = 0.7  # worth of a word that only the sentences around hold
BESIDE = 0.2  # worth of a title beside a name
WIDE = Decimal("1.1")  # a range that is wider backs no single number
BESIDE_VERB = 5  # words on each side of a verb that say who and whom
BESIDE_HIT = 4  # words in which the one next to a verb is looked for
LEAST = 2  # words or names that must be shared

Kind = Literal["number", "time", "name", "verb", "word", "opposite", "negation", "planned", "denied", "sides"]
AGAINST: tuple[Kind, ...] = ("number", "time", "opposite", "negation", "denied")


class Fault(Struct, frozen=True):
    """One point of a statement that a sentence does not back; `against` where it says otherwise."""

    kind: Kind
    said: str
    found: str = ""
    against: bool = False


UNDONE = Fault("planned", Modality.PLANNED.value)


class Match(Struct, frozen=True, kw_only=True):
    """How a sentence stands to a statement."""

    evidence: Evidence
    share: float  # of the statement's weight that is found
    here: float  # the same, what only the sentences around give left out
    faults: tuple[Fault, ...]
    claim: Claim | None  # that says it
    shared: int

    @property
    def backs(self) -> bool:
        """Whether nothing is missing or other."""
        return not self.faults and self.share >= ENOUGH and self.here >= HERE and self.shared >= LEAST

    @property
    def but(self) -> str:
        """The kind of the only fault of a sentence that otherwise backs the statement; "" if there are none or more."""
        alone = len(self.faults) == 1 and self.share >= ENOUGH and self.shared >= LEAST
        return self.faults[0].kind if alone else ""

    @property
    def contradicts(self) -> bool:
        """Whether one point is other and everything else is there."""
        return len(self.faults) == 1 and self.faults[0].against and self.share >= MOST and self.shared >= LEAST


def _values(statement: Points, faults: Sequence[Fault]) -> int:
    """How many values a sentence gives as the statement does, or gives otherwise."""
    missing = sum(f.kind in ("number", "time") and not f.against for f in faults)
    return max(0, len(statement.amounts) + sum(bool(_kind(m.value)) for m in statement.times) - missing)


class Need(Struct, frozen=True):
    """A word or phrase of a statement, the words of the phrase, and how much it tells."""

    word: Word
    parts: tuple[Word, ...]
    weight: float


def match(statement: Points, modality: Modality, evidence: Evidence, archive: Archive) -> Match:
    """How a sentence stands to a statement. Linear in their lengths."""
    wanted = needs(statement, archive)
    found = {id(n): _hits(n, evidence.points.words) for n in wanted}
    faults = [
        *_names(statement, evidence, archive),
        *_amounts(statement, evidence),
        *_times(statement, evidence),
        *_words(wanted, found, evidence),
        *_sides(statement, wanted, found, evidence),
    ]
    acting = [w for n in wanted if n.word.acts for w in found[id(n)]]
    claim = _claim(evidence, acting, [w for n in wanted for w in found[id(n)]])
    faults += _mood(statement, modality, claim)
    if says_done(statement, statement.start, statement.end):
        faults += [] if claim and _finished(evidence, claim) else [UNDONE]
    faults += _only_speaking(statement, evidence, claim)
    opposed = {f.said for f in faults if f.kind == "opposite"}
    wanted = [n for n in wanted if n.word.form not in opposed]
    total = sum(n.weight for n in wanted)
    got = sum(n.weight * _worth(n, found[id(n)], evidence, archive) for n in wanted)
    names = len(statement.names)
    missed = sum(f.kind == "name" for f in faults)
    held = sum(_held(m, statement, evidence, archive) == "here" for m in statement.names)
    mean = total / weighty if (weighty := sum(bool(n.weight) for n in wanted)) else 1.0
    whole = (total + mean * names) or 1.0
    inside = sum(n.weight for n in wanted if found[id(n)])
    told = inside >= TOLD * total or any(found[id(n)] for n in wanted if not n.weight)
    return Match(
        evidence=evidence,
        share=(got + mean * (names - missed)) / whole,
        here=(inside + mean * held) / whole if told else 0.0,
        faults=tuple(faults),
        claim=claim,
        shared=sum(bool(n.weight and found[id(n)]) for n in wanted) + names - missed + _values(statement, faults),
    )


def needs(statement: Points, archive: Archive) -> list[Need]:
    """What a statement's words ask for; words inside names and values are asked for with these."""
    free = [w for w in statement.words if not w.within]
    whole = [w for w in free if " " in w.form]
    out = []
    for w in free:
        if any(p is not w and p.start <= w.start and w.end <= p.end for p in whole) or (w.weak and not w.voiced):
            continue
        parts = tuple(p for p in free if p is not w and w.start <= p.start and p.end <= w.end and not p.weak)
        beside = w.form in _titles(statement.tag) and any(0 <= m.span.start - w.end <= 1 for m in statement.names)
        out.append(Need(w, parts, 0.0 if w.weak else archive.weight(w.keys) * (BESIDE if beside else 1.0)))
    return out


def _titles(tag: str) -> frozenset[str]:
    return language(tag).titles.forms("role", "rank", "honorific")


def _hits(need: Need, words: Sequence[Word]) -> list[Word]:
    """The words of a sentence that meet a need."""
    hits = [w for w in words if w.keys & need.word.keys and not (need.word.acts and w.within == "name")]
    if hits or not need.parts:
        return hits
    parts = [[w for w in words if w.keys & p.keys] for p in need.parts]
    return [hits[0] for hits in parts] if all(parts) else []


def _worth(need: Need, hits: Sequence[Word], evidence: Evidence, archive: Archive) -> float:
    """1 for what a sentence has, less for a noun in another word where reports use this one, and for what is near."""
    if hits:
        if need.word.acts and not any(h.acts for h in hits):
            return NOUN
        plain = [k for k in need.word.keys if k[0] not in "@~"]
        own = need.word.acts or any(k in h.keys for h in hits for k in plain) or len(hits[0].form.split()) > 1
        return 1.0 if own or not any(k in archive.index for k in plain) else OTHER_WORD
    keys = evidence.around.keys | evidence.keys
    held = need.word.keys & keys or (need.parts and all(p.keys & keys for p in need.parts))
    return ELSEWHERE if held and not need.word.acts else 0.0


def _names(statement: Points, evidence: Evidence, archive: Archive) -> Iterator[Fault]:
    """Names that neither the sentence nor what stands around it gives, or only beside another of their kind."""
    held = [_held(m, statement, evidence, archive) for m in statement.names]
    for mark, where in zip(statement.names, held, strict=True):
        if where == "here":
            continue
        if where == "" or _another(mark, statement, evidence):
            yield Fault("name", mark.value.text)
    for w in statement.words:
        if w.capital and not w.within and not w.weak and " " not in w.form and not w.keys & evidence.keys:
            yield Fault("name", w.form)


def _held(mark: Mark[Name], statement: Points, evidence: Evidence, archive: Archive) -> str:
    """Where a name stands: "here" in the sentence, "around" it, "" nowhere."""
    entities = archive.spelled.get(fold(mark.value.text), frozenset())
    ways = [[w.keys for w in _parts(mark, statement)]]
    ways += [[keys_of(m.group(), statement.tag) for m in WORD.finditer(o)] for o in other_names(mark.value.text)]

    def has(keys: frozenset[str], known: frozenset[str]) -> bool:
        return bool(entities & known) or any(all(k & keys for k in way) for way in ways if way)

    if has(evidence.keys, evidence.entities):
        return "here"
    told = _speakers(statement, evidence)
    place = mark.value.kind == "place"
    own = frozenset(k for w in statement.words if not w.weak and w.start >= mark.span.end for k in w.keys)
    own |= frozenset(k for w in statement.words if not w.weak and w.end <= mark.span.start for k in w.keys)
    near = any(has(keys | told, known) and (not place or keys & own) for keys, known in _salient(evidence, place=place))
    return "around" if near else ""


def _salient(evidence: Evidence, *, place: bool) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """What a sentence may leave unsaid: the place that title, lead or the sentence before give; else not the lead."""
    near = evidence.around.near
    return near if place else (near[0], *near[-1:])


def _speakers(statement: Points, evidence: Evidence) -> frozenset[str]:
    """Keys of who speaks in a sentence, where the statement tells of saying or the sentence of the speaker himself."""
    pack = language(evidence.points.tag)
    speech = language(statement.tag).actions.speech
    own = any(w.form in pack.checks.told for w in evidence.points.words)
    return evidence.around.told if own or any(w.form in speech for w in statement.words) else frozenset()


def _parts(mark: Mark[Name], statement: Points) -> list[Word]:
    """The words of a name that tell it from others."""
    words = [w for w in statement.words if mark.span.start <= w.start and w.end <= mark.span.end and " " not in w.form]
    heads = language(statement.tag).checks.heads
    if len(words) > 1 and words[0].start == statement.start and any(k[0] == "@" for k in words[0].keys):
        words = words[1:]  # an ordinary word, its capital is the sentence's
    return [w for w in words if w.form not in heads] or words


def _another(mark: Mark[Name], statement: Points, evidence: Evidence) -> bool:
    """Whether a sentence that leaves a name to its context has another of its kind, or nothing that points back."""
    place = mark.value.kind == "place"
    if not place and not _points_back(evidence):
        return True
    said = frozenset(k for w in statement.words if w.within == "name" for k in w.keys)
    for other in evidence.points.names:
        if (other.value.kind == "place") != place or other.value.kind in ("agency", "work"):
            continue
        if other.value.entity and other.value.entity in evidence.around.entities and place:
            continue
        words = [w for w in evidence.points.words if other.span.start <= w.start and w.end <= other.span.end]
        if not any(w.keys & said for w in words):
            return True
    return False


def _points_back(evidence: Evidence) -> bool:
    checks = language(evidence.points.tag).checks
    return any(
        w.form in checks.back or (bool(checks.back_endings) and w.form.endswith(checks.back_endings))
        for w in evidence.points.words
    )


def _amounts(statement: Points, evidence: Evidence) -> Iterator[Fault]:
    for mark in statement.amounts:
        tags = statement.tag, evidence.points.tag
        if any(_backed(mark.value, m.value) for m in _counting(mark, statement, evidence.points)):
            continue
        like = [m for m in evidence.points.amounts if _one_unit(mark, m, tags)]
        other = [m for m in like if relation(mark.value, m.value) == "excludes"]
        yield Fault("number", _shown(mark.value), _shown(other[0].value) if other else "", bool(other))
    if _one(statement) and not _one(evidence.points):
        many = [m.value for m in evidence.points.amounts if _unit(m.value.unit, evidence.points.tag)[1]]
        if many and all(m.low != 1 for m in many):
            yield Fault("number", "1", _shown(many[0]))
    for w in statement.words:
        digits = [k for k in w.keys if k[0] == "#"]
        if w.form[0].isdigit() and not w.within and not w.keys & (evidence.keys | evidence.around.keys) and digits:
            yield Fault("number", w.form)


def _counting(mark: Mark[Amount], statement: Points, found: Points) -> list[Mark[Amount]]:
    """The amounts of what a statement counts; where none is marked so, those whose noun both sides have."""
    tags = statement.tag, found.tag
    alike = [m for m in found.amounts if _alike(mark, m, tags)]
    unit = _unit(mark.value.unit, tags[0])[0]
    alike = [m for m in alike if _one_unit(mark, m, tags) or _equal(mark.value, m.value)]
    return alike or [m for m in found.amounts if unit & found.keys or _unit(m.value.unit, tags[1])[0] & statement.keys]


def _equal(left: Amount, right: Amount) -> bool:
    return (left.low, left.high) == (right.low, right.high)


def _one(p: Points) -> bool:
    return any(w.form in language(p.tag).checks.one for w in p.words)


def _shown(value: Amount) -> str:
    low, high = ("" if x is None else f"{x.normalize():f}" for x in (value.low, value.high))
    return f"{low if low == high else low + '..' + high} {value.unit}".strip()


def _one_unit(left: Mark[Amount], right: Mark[Amount], tags: tuple[str, str]) -> bool:
    """Whether two amounts count one kind of thing; persons are one kind where one side says no more than "orang"."""
    if left.value.per != right.value.per:
        return False
    (a, first), (b, second) = _unit(left.value.unit, tags[0]), _unit(right.value.unit, tags[1])
    return bool(a & b) or ("any" in (first, second) and bool(first and second))


def _alike(left: Mark[Amount], right: Mark[Amount], tags: tuple[str, str]) -> bool:
    """Whether two amounts may be one, however the reports call what they count."""
    (a, first), (b, second) = _unit(left.value.unit, tags[0]), _unit(right.value.unit, tags[1])
    return _one_unit(left, right, tags) or bool(first and second) or not a or not b


@functools.lru_cache(maxsize=4096)
def _unit(unit: str, tag: str) -> tuple[frozenset[str], str]:
    """(keys of a unit's words, "any" for people in general, "some" for people by what they are, "" for things)."""
    checks = language(tag).checks
    words = [m.group() for m in WORD.finditer(unit) if not acts(fold(m.group()), tag)]
    low = {fold(w) for w in words}
    people = "any" if low & set(checks.general) else "some" if low & set(checks.persons) else ""
    return frozenset(k for w in words for k in keys_of(w, tag)), people


def _backed(said: Amount, found: Amount) -> bool:
    """Whether a number is the one found, rounded at most; an open range backs only what is as open."""
    if _equal(said, found):
        return True
    if None in (found.low, found.high):
        return (said.low, said.high) in ((found.low, None), (None, found.high)) or (
            said.low == said.high and said.low in (found.low, found.high)
        )
    wide = found.high > found.low * WIDE if found.low and found.high else False
    return relation(said, found) != "excludes" and (not wide or said.low != said.high)


def _times(statement: Points, evidence: Evidence) -> Iterator[Fault]:
    for mark in statement.times:
        kind = _kind(mark.value)
        if not kind:
            continue
        here = [m.value for m in evidence.points.times if _kind(m.value) == kind]
        around = [m.value for m in evidence.around.times if _kind(m.value) == kind] if kind == "day" else []
        if any(_meets(mark.value, w) for w in here) or (not here and any(_meets(mark.value, w) for w in around)):
            continue
        found = next((w.value for w in here), "")
        yield Fault("time", mark.value.value, found, len(here) == 1 and here[0].basis in ("stated", "weekday"))


def _kind(when: When) -> str:
    """What a time can be compared with; "" for a vague one."""
    if when.value[:1] == "P" and (when.value[1:2].isdigit() or when.value[1:2] == "T"):
        return "length"
    if CLOCK.search(when.value):
        return "clock"
    return "day" if days_of(when) or when.value.startswith("XXXX-") else ""


def _meets(said: When, found: When) -> bool:
    """Whether a time is the one found; what is said may be coarser, not finer."""
    a, b = CLOCK.search(said.value), CLOCK.search(found.value)
    if a or b:
        return bool(a and b and a[1] == b[1])
    if said.value[:1] == "P":
        return said.value == found.value
    if said.value.startswith("XXXX-"):
        return found.value[5:10] == said.value[5:10] and found.until[5:10] == said.until[5:10]
    mine, theirs = days_of(said), days_of(found)
    if mine is None or theirs is None:
        return False
    if mine == theirs or (said.until and found.until):
        return mine == theirs
    return not said.until and mine[0] <= theirs[0] and theirs[1] <= mine[1]


def _words(wanted: Sequence[Need], found: dict[int, list[Word]], evidence: Evidence) -> Iterator[Fault]:
    """Verbs that the sentence does not have, words that it has an opposite of, words that it negates."""
    for n in wanted:
        if found[id(n)]:
            continue
        opposed = [
            w for w in evidence.points.words if w.keys & n.word.against and not w.negated and w.acts == n.word.acts
        ]
        if opposed and not n.word.negated:
            yield Fault("opposite", n.word.form, opposed[0].form, against=True)
        elif n.word.acts:
            yield Fault("verb", n.word.form)
    negated = [n for n in wanted if n.word.negated and n.weight]
    if negated and not any(found[id(n)] for n in negated):
        yield Fault("verb", negated[0].word.form)
    turned = _turned(wanted, found)
    if turned:
        yield Fault("negation", turned.word.form, against=True)


def _plainest(hits: Sequence[Word]) -> Sequence[Word]:
    """The verbs among the words that meet a need; all where none is one."""
    return [h for h in hits if h.acts] or hits


def _turned(wanted: Sequence[Need], found: dict[int, list[Word]]) -> Need | None:
    """A verb that is negated on one side only; where no verb is found, a noun, if no other is negated on both."""
    hit = [n for n in wanted if found[id(n)]]
    turned = [n for n in hit if all(h.negated != n.word.negated for h in _plainest(found[id(n)]))]
    verbs = [n for n in turned if n.word.acts or not n.weight]
    if verbs or any(n.word.acts for n in hit):
        return next(iter(verbs), None)
    both = any(n.word.negated and any(h.negated for h in found[id(n)]) for n in hit)
    return None if both else next(iter(turned), None)


def _sides(
    statement: Points, wanted: Sequence[Need], found: dict[int, list[Word]], evidence: Evidence
) -> Iterator[Fault]:
    """Who and whom changed over: what stands before the first verb of the one stands behind it in the other.

    Only where both verbs show by their affix who acts, and in one language.
    """
    if statement.tag != evidence.points.tag:
        return
    checks = language(statement.tag).checks
    for n in wanted:
        hits = [h for h in found[id(n)] if n.word.acts and h.voiced]
        if len(hits) != 1 or not n.word.voiced:
            continue
        swap = hits[0].form.startswith(checks.passive) != n.word.form.startswith(checks.passive)
        yield from _slots(statement, n.word, hits[0], evidence, swap=swap)
        near = [(w, k) for w in _near(statement, n.word) if (k := _kept(w, n.word, hits[0], evidence)) is not None]
        both = len({w.start < n.word.start for w, _ in near}) == 2
        turned = sum(k == swap for _, k in near)
        if (both or swap) and turned > len(near) - turned:
            yield Fault("sides", n.word.form, hits[0].form, against=both and turned == len(near))
        return


def _near(statement: Points, verb: Word) -> list[Word]:
    """The words before a verb, and those behind it up to the first small word."""
    before = [w for w in statement.words if w.end <= verb.start and not w.weak][-BESIDE_VERB:]
    behind = [w for w in statement.words if w.start >= verb.end]
    small = language(statement.tag).actions.weak
    stop = next((i for i, w in enumerate(behind) if w.form in small and not w.within), len(behind))
    return before + [w for w in behind[:stop] if not w.weak][:BESIDE_VERB]


def _slots(statement: Points, verb: Word, hit: Word, evidence: Evidence, *, swap: bool) -> Iterator[Fault]:
    """Names beside the verb where the sentence has somebody or something else in their place."""
    back = {*language(evidence.points.tag).checks.back}
    words = evidence.points.words
    for mark in statement.names:
        parts = [w for w in _near(statement, verb) if mark.span.start <= w.start < mark.span.end]
        if not parts or mark.value.kind == "place":
            continue
        left = (parts[0].start < verb.start) != swap
        side = [w for w in words if " " not in w.form and (w.end <= hit.start if left else w.start >= hit.end)]
        side = side[::-1] if left else side
        first = next((w for w in side[:BESIDE_HIT] if not w.weak or w.form in back or w.within), None)
        held = any(w.keys & p.keys for w in words for p in parts)
        other = first and first.form not in back and not first.keys & statement.keys
        if (left and _of_another(parts, hit, evidence)) if held else other:
            yield Fault("name", mark.value.text)


def _of_another(parts: Sequence[Word], hit: Word, evidence: Evidence) -> bool:
    """Whether a verb stands in a relative clause about something other than these words."""
    relatives = language(evidence.points.tag).actions.relatives
    before = [w for w in evidence.points.words if w.end <= hit.start and " " not in w.form]
    at = next((i for i in range(len(before) - 1, max(-1, len(before) - 4), -1) if before[i].form in relatives), None)
    if at is None:
        return False
    noun = before[max(0, at - BESIDE_VERB) : at]
    return not any(w.keys & p.keys for w in noun for p in parts)


def _kept(word: Word, verb: Word, hit: Word, evidence: Evidence) -> bool | None:
    """Whether a word stands on the same side of the verb in a sentence; None where it stands on both or on none."""
    stands = {w.start < hit.start for w in evidence.points.words if w.keys & word.keys and w is not hit}
    return next(iter(stands)) == (word.start < verb.start) if len(stands) == 1 else None


def _claim(evidence: Evidence, acting: Sequence[Word], other: Sequence[Word]) -> Claim | None:
    """The claim of a sentence that holds most of the words found, verbs before others; of equals the smallest."""

    def rank(c: Claim) -> tuple[int, int, int, int]:
        inside = [sum(c.span.start <= w.start < c.span.end for w in words) for words in (acting, other)]
        return -inside[0], -inside[1], c.span.end - c.span.start, c.span.start

    return min(evidence.claims, key=rank, default=None)


def says_done(p: Points, start: int, end: int) -> bool:
    """Whether a word in a stretch says that something is past."""
    done = language(p.tag).checks.done
    return any(w.form in done and start <= w.start < end for w in p.words)


def _only_speaking(statement: Points, evidence: Evidence, claim: Claim | None) -> Iterator[Fault]:
    """Names that a sentence has only where it says who speaks, and not in what is said."""
    if claim is None or claim.rule != "chain:attributed" or _speakers(statement, evidence):
        return
    for mark in statement.names:
        keys = [w.keys for w in _parts(mark, statement)]
        spots = [w.start for w in evidence.points.words if any(w.keys & k for k in keys)]
        if spots and not any(claim.span.start <= at < claim.span.end for at in spots):
            yield Fault("name", mark.value.text)


def _finished(evidence: Evidence, claim: Claim) -> bool:
    """Whether a claim says that it is past, gives a day not after publication, or says what was done to somebody."""
    p, published = evidence.points, evidence.document.published
    passive = language(p.tag).checks.passive
    inside = [w for w in p.words if claim.span.start <= w.start < claim.span.end]
    days = [d[1] for s in claim.slots if isinstance(s.mark.value, When) and (d := days_of(s.mark.value))]
    if claim.modality == Modality.ESTIMATED:
        return False
    past = published is not None and any(d < published.when.value[:10] for d in days)
    done = says_done(p, claim.span.start, claim.span.end)
    return past or done or any(w.voiced and w.form.startswith(passive) for w in inside)


def _mood(statement: Points, modality: Modality, claim: Claim | None) -> Iterator[Fault]:
    """A plan told as done, or what a report only denies."""
    if claim is None or claim.modality == modality:
        return
    if claim.modality in (Modality.PLANNED, Modality.CONDITIONAL) and modality != Modality.PLANNED:
        yield Fault("planned", claim.modality.value)
    if claim.modality == Modality.DENIED and not any(w.negated for w in statement.words):
        yield Fault("denied", claim.modality.value, against=True)
