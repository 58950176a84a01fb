"""Whether one sentence backs a statement, contradicts it, or speaks of something else."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from runut.compare.archive import Archive, Evidence
from runut.compare.faults import Fault
from runut.compare.naming import held, name_faults, parts_of, speakers
from runut.compare.points import Points, Word
from runut.compare.polarity import unmet
from runut.compare.relations import days_of
from runut.compare.valued import amount_faults, kind_of_time, time_faults
from runut.lang import language
from runut.types import Claim, Modality, When

ENOUGH = 0.62  # share of a statement's weight that a sentence must hold to back it
FOREIGN = 0.2  # worth of a word that cannot be found in another language
NEARLY = 0.5  # the same, to say what a sentence that backs it would be but for one point
HERE = 0.4  # the same, what only the sentences around hold left out
TOLD = 0.4  # share of what the words beside names and values weigh that a sentence itself must have
MOST = 0.76  # the same to contradict it
BESIDE_WORD = 0.75  # the same where a verb is missing, too
TURNED = 0.66  # the same where what is said is negated on one side
BUT_ONE = 0.6  # the same to back it where a verb is missing
MANY = 5  # words, names and values that must then be shared
NOUN = 0.7  # worth of a verb that a sentence has as a noun only
OTHER_WORD = 0.3  # worth of a noun of the same meaning where some report has the statement's own
ELSEWHERE = 0.7  # worth of a word that only the sentences around hold
BESIDE = 0.2  # worth of a title beside a name
BESIDE_VERB = 5  # words on each side of a verb that say who and whom
BESIDE_HIT = 4  # words in which the one next to a verb is looked for
LEAST = 2  # words or names that must be shared

PENDING = frozenset({"~ask", "~promise"})  # verbs by which something else is still to come, however it is told
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
        """Whether nothing is missing or other; of a statement told at length a verb that excludes nothing may be."""
        if [f.kind for f in self.faults] == ["word"]:
            return min(self.share, self.here) >= BUT_ONE and self.shared >= MANY
        return not self.faults and self.share >= ENOUGH and self.here >= HERE and self.shared >= LEAST

    @property
    def but(self) -> str:
        """The kind of the only fault of a sentence that otherwise backs the statement; "" if there are none or more."""
        alone = len(self.faults) == 1 and self.share >= NEARLY and self.shared >= LEAST
        return self.faults[0].kind if alone else ""

    @property
    def contradicts(self) -> bool:
        """Whether one point is other and everything else is there, whether or not it is still to come."""
        told = [f for f in self.faults if f.kind != "planned"]
        hard = [f for f in told if f.against]
        if not hard or self.shared < LEAST:
            return False
        value = hard[0].kind in ("number", "time")
        rest = [f for f in told if not f.against and not (value and f.kind in ("verb", "word"))]
        if rest or len(hard) > 1:
            return False
        if value:
            return self.share >= MOST if len(told) == 1 else min(self.share, self.here) >= BESIDE_WORD
        if hard[0].kind == "negation" and self.share >= MOST:
            return True
        return self.here >= HERE and self.share >= (TURNED if hard[0].kind == "negation" else MOST)


def _values(statement: Points, faults: Sequence[Fault]) -> int:
    """How many values a sentence gives as the statement does, or gives otherwise."""
    missing = sum(f.kind in ("number", "time") and not f.against for f in faults)
    return max(0, len(statement.amounts) + sum(bool(kind_of_time(m.value)) for m in statement.times) - missing)


class Need(Struct, frozen=True):
    """A word or phrase of a statement, the words of the phrase, and how much it tells."""

    word: Word
    parts: tuple[Word, ...]
    weight: float
    main: bool = False  # a verb of what the statement says, not of a clause beneath it


def match(statement: Points, modality: Modality, evidence: Evidence, archive: Archive) -> Match:
    """How a sentence stands to a statement. Linear in their lengths."""
    wanted = needs(statement, archive)
    if statement.tag != evidence.points.tag:
        wanted = _without_foreign(wanted)
    found = {id(n): _hits(n, evidence.points.words) for n in wanted}
    faults = [
        *name_faults(statement, evidence, archive),
        *amount_faults(statement, evidence),
        *time_faults(statement, evidence),
        *_words(wanted, found, evidence, abroad=statement.tag != evidence.points.tag),
        *_sides(statement, wanted, found, evidence),
    ]
    if not any(f.kind == "negation" for f in faults) and (negation := unmet(statement, evidence.points)):
        faults.append(Fault("negation", negation, against=True))
    acting = [w for n in wanted if n.word.acts for w in found[id(n)]]
    claim = _claim(evidence, acting, [w for n in wanted for w in found[id(n)]])
    pending = any(n.main and n.word.keys & PENDING and found[id(n)] for n in wanted)
    pending = pending or any(n.word.negated and any(h.negated for h in found[id(n)]) for n in wanted)
    faults += [] if pending else _mood(statement, modality, claim)
    if says_done(statement, statement.start, statement.end):
        faults += [] if claim and _finished(evidence, claim) else [UNDONE]
    faults += _only_speaking(statement, evidence, claim)
    opposed = {f.said for f in faults if f.kind == "opposite"}
    wanted = [n for n in wanted if n.word.form not in opposed]
    total = sum(n.weight for n in wanted)
    got = sum(n.weight * _worth(n, found[id(n)], evidence, archive) for n in wanted)
    names = len(statement.names)
    missed = sum(f.kind == "name" for f in faults)
    here_names = sum(held(m, statement, evidence, archive) == "here" for m in statement.names)
    mean = total / weighty if (weighty := sum(bool(n.weight) for n in wanted)) else 1.0
    whole = (total + mean * names) or 1.0
    inside = sum(n.weight for n in wanted if found[id(n)])
    told = inside >= TOLD * total or any(found[id(n)] for n in wanted if n.main or not n.weight)
    return Match(
        evidence=evidence,
        share=(got + mean * (names - missed)) / whole,
        here=(inside + mean * here_names) / whole if told else 0.0,
        faults=tuple(faults),
        claim=claim,
        shared=sum(bool(n.weight and found[id(n)]) for n in wanted) + names - missed + _values(statement, faults),
    )


def _without_foreign(wanted: list[Need]) -> list[Need]:
    """What is asked for with less weight on words that no other language has, where these are the fewer."""
    known = [_carries(n) for n in wanted]
    if 2 * sum(known) < len(wanted):
        return wanted
    return [
        n if k else msgspec.structs.replace(n, weight=n.weight * FOREIGN) for n, k in zip(wanted, known, strict=True)
    ]


def _carries(need: Need) -> bool:
    """Whether something of a word is known in every language: a concept, a group of verbs, a number."""
    return any(k[0] in "@~#" for w in (need.word, *need.parts) for k in w.keys)


def needs(statement: Points, archive: Archive) -> list[Need]:
    """What a statement's words ask for; words inside names and values are asked for with these."""
    free = [w for w in statement.words if not w.within]
    whole = [w for w in free if " " in w.form]
    out, main = [], _main(statement)
    for w in free:
        if any(p is not w and p.start <= w.start and w.end <= p.end for p in whole) or (w.weak and not w.voiced):
            continue
        parts = tuple(p for p in free if p is not w and w.start <= p.start and p.end <= w.end and not p.weak)
        beside = w.form in _titles(statement.tag) and any(0 <= m.span.start - w.end <= 1 for m in statement.names)
        weight = 0.0 if w.weak else archive.weight(w.keys) * (BESIDE if beside else 1.0)
        out.append(Need(w, parts, weight, w.acts and (not main or w.start in main)))
    return out


def _main(statement: Points) -> frozenset[int]:
    """Starts of the verbs of a statement that stand in no clause beneath it and do not only say that somebody speaks.

    Such a clause begins at a word like "yang", "setelah", "agar" and ends at the next comma, or with the statement;
    where no verb is left, it is the last: "Sopir yang ditabrak sudah pulang".
    """
    pack = language(statement.tag)
    beneath = {*pack.actions.relatives, *pack.actions.openers, *pack.checks.beneath}
    out: list[int] = []
    under: list[int] = []
    inside = False
    for w in sorted(statement.words, key=lambda w: (w.start, -w.end)):
        inside = (inside and not w.behind) or w.form in beneath
        if w.acts and w.form not in pack.actions.speech:
            (under if inside else out).append(w.start)
    return frozenset(out or under[-1:])


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
        plain = [k for k in need.word.keys if k[0] != "@"]
        own = need.word.acts or any(k in h.keys for h in hits for k in plain) or len(hits[0].form.split()) > 1
        return 1.0 if own or not any(k in archive.index for k in plain) else OTHER_WORD
    keys = evidence.around.keys | evidence.keys
    held = need.word.keys & keys or (need.parts and all(p.keys & keys for p in need.parts))
    return ELSEWHERE if held and not need.word.acts else 0.0


def _words(
    wanted: Sequence[Need], found: dict[int, list[Word]], evidence: Evidence, *, abroad: bool
) -> Iterator[Fault]:
    """Verbs that the sentence does not have, words that it has an opposite of, words that it negates."""
    for n in wanted:
        if found[id(n)]:
            continue
        against = n.word.against if abroad else frozenset(k for k in n.word.against if k[0] != "~")
        opposed = [w for w in evidence.points.words if w.keys & against and not w.negated and w.acts == n.word.acts]
        if opposed and not n.word.negated:
            yield Fault("opposite", n.word.form, opposed[0].form, against=True)
        elif n.main:
            yield Fault("verb" if n.word.against else "word", n.word.form)
    negated = [n for n in wanted if n.word.negated and n.weight]
    if negated and not any(found[id(n)] for n in negated):
        yield Fault("verb", negated[0].word.form)
    turned = _turned(wanted, found)
    if turned:
        yield Fault("negation", turned.word.form, against=turned.word.acts or not _refused(wanted, evidence))


def _refused(wanted: Sequence[Need], evidence: Evidence) -> bool:
    """Whether a statement negates no more than a noun that somebody turns down, and a sentence does not accept it."""
    refusing = [n.word for n in wanted if not n.weight and n.word.against and not n.word.negated]
    if not refusing or any(n.word.acts and n.word.negated for n in wanted):
        return False
    against = frozenset().union(*(w.against for w in refusing))
    return not any(w.keys & against for w in evidence.points.words)


def _plainest(hits: Sequence[Word]) -> Sequence[Word]:
    """The verbs among the words that meet a need; all where none is one."""
    return [h for h in hits if h.acts] or hits


def _turned(wanted: Sequence[Need], found: dict[int, list[Word]]) -> Need | None:
    """A verb that is negated on one side only; where no verb is found, a noun, if no other is negated on both."""
    hit = [n for n in wanted if found[id(n)]]
    turned = [n for n in hit if all(h.negated != n.word.negated for h in _plainest(found[id(n)]))]
    verbs = [n for n in turned if n.word.acts or not n.weight or all(h.acts for h in found[id(n)])]
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
    if claim is None or claim.rule != "chain:attributed" or speakers(statement, evidence):
        return
    for mark in statement.names:
        keys = [w.keys for w in parts_of(mark, statement)]
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
    return past or done or any(w.voiced and w.acts and w.form.startswith(passive) for w in inside)


def _mood(statement: Points, modality: Modality, claim: Claim | None) -> Iterator[Fault]:
    """A plan told as done, or what a report only denies."""
    if claim is None or claim.modality == modality:
        return
    if claim.modality in (Modality.PLANNED, Modality.CONDITIONAL) and modality != Modality.PLANNED:
        yield Fault("planned", claim.modality.value)
    if claim.modality == Modality.DENIED and not any(w.negated for w in statement.words):
        yield Fault("denied", claim.modality.value, against=True)
