"""What follows in time is no disagreement: numbers that grow while an event goes on, later numbers of one outlet."""

import functools
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Literal

from msgspec import Struct

from runut.compare.bags import WORD, Said, Value, meant
from runut.lang import Forms, language
from runut.text import fold
from runut.types import Amount, Document, Origin, Reason, When

HOUR = timedelta(hours=1)  # between the moments of two numbers that only a name ties; nearer ones are simultaneous
VARIES = timedelta(hours=4)  # the same between two measurements of what varies
SOON = timedelta(days=2)  # within which an outlet corrects a number
RECENT = timedelta(days=14)  # a count of something longer ago than this is over
STEPS = 3  # numbers in order of time that are an update even where each has a source of its own
SHORT = 4  # letters of a word that is not looked for inside others
GAP = 3  # characters between a day and its hour
BEFORE = 16  # characters before a time in which the word stands that makes it the hour of a count
WESTERN = "+07:00"  # where a time gives no zone
PARTS = {"TNI": (0, 5), "TMO": (5, 11), "TMI": (11, 15), "TAF": (15, 18), "TEV": (18, 24)}
LAST = {4: "-12-31", 7: "-28"}  # what makes a year or month its last day
STAMP = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?|(T[A-Z]{2}))?")

Moment = tuple[datetime, datetime]
Pair = tuple[Value, Value]


class Told(Struct, frozen=True, kw_only=True):
    """Who gives what a claim says, and for when."""

    outlet: str
    name: str  # of the outlet, to show
    at: str  # the hour up to which was counted, else of publication; "" unknown
    published: str
    tag: str
    grown: bool  # the claim says that the number was another one before
    until: bool  # the claim gives the hour up to which was counted
    over: bool  # what was counted is long over
    sources: frozenset[str]


class Step(Struct, frozen=True):
    """One number with the moment that it holds for, and who gives it."""

    number: Decimal
    moment: Moment
    told: Told
    named: frozenset[tuple[str, str]]


def told_of(said: Said, document: Document, outlet: str, found: Sequence[Origin]) -> Told:
    """Who gives a claim and for when; `found`: the origins of its statement."""
    published = document.published.when.value if document.published else ""
    span, tag = said.claim.span, said.tag
    until = _counted(said, document, published)
    return Told(
        outlet=outlet,
        name=document.outlet or document.report.outlet or document.report.url or outlet,
        at=until or published,
        published=published,
        tag=tag,
        grown=next(iter(_grown(tag).find(fold(document.report.text[span.start : span.end]))), None) is not None,
        until=bool(until),
        over=_over(said, published),
        sources=frozenset(o.name for o in found if said.claim.chain in o.chains),
    )


def _counted(said: Said, document: Document, published: str) -> str:
    """The time of a claim up to which was counted, of several in a row the last; "" of none.

    One after publication says something else: "ditutup hingga besok".
    """
    limit, found, end = moment(published), "", -1
    for slot in said.claim.slots:
        when, span = slot.mark.value, slot.mark.span
        if not isinstance(when, When) or when.until or not said.claim.span.start <= span.start < said.claim.span.end:
            continue
        before = fold(document.report.text[max(0, span.start - BEFORE) : span.start]).split()
        own = moment(when.value)
        if own and limit and own[0] <= limit[1] and (_until(before[-2:], said.tag) or 0 <= span.start - end <= GAP):
            found, end = when.value, span.end
    return found


def _until(words: Sequence[str], tag: str) -> bool:
    """Whether words say that a time ends a count; also at the end of a word that lost its blank: "banjirhingga"."""
    known = language(tag).updates.until
    glued = tuple(w for w in known if len(w) > SHORT)
    return any(w in known or (bool(glued) and w.endswith(glued)) for w in words)


@functools.cache
def _grown(tag: str) -> Forms[str]:
    return Forms((form, form) for form in language(tag).updates.grown)


def moment(value: str) -> Moment | None:
    """First and last instant of an ISO time, part of day or day; None of anything coarser, and of no day at all."""
    m = STAMP.match(value)
    if not m:
        return None
    try:
        day = datetime.fromisoformat(f"{m[1]}T00:00{(m[3] or WESTERN).replace('Z', '+00:00')}")
    except ValueError:
        return None
    if m[2]:
        instant = day + timedelta(hours=int(m[2][:2]), minutes=int(m[2][3:]))  # "24:00" is a clock time, too
        return instant, instant
    first, last = PARTS.get(m[4] or "", (0, 24))
    return day + timedelta(hours=first), day + timedelta(hours=last, minutes=-1)


def of_two_moments(pair: Pair, told: Mapping[str, Told]) -> bool:
    """Whether two times answer no one question: each ends a count, or dates what varies."""
    counted = all(told[v.claim].until and isinstance(v.value, When) and v.value.value == told[v.claim].at for v in pair)
    return counted or _of("varying", pair, told)


def updated(pairs: Sequence[Pair], given: Sequence[Value], told: Mapping[str, Told]) -> Reason | None:
    """Why numbers that exclude each other are one number at different times; None where they are not.

    `pairs`: numbers that measure one thing and exclude each other; `given`: all that are given for it. Such numbers
    are updates where their words say that they count what grows, and they grow from each moment to the next; or where
    they measure what varies, each at a moment of its own. Each must be tied to the one before: by outlet, source or
    name, or by a report that says that the number was another one. Two numbers of two sources that nothing else ties
    are a disagreement.
    """
    rivals = [v for pair in pairs for v in pair]
    firm = {_number(v.value) for v in rivals}
    if None in firm or any(moment(told[v.claim].at) is None or told[v.claim].over for v in rivals):
        return None
    found = [_step(v, told) for v in given if _number(v.value) in firm]
    steps = sorted((s for s in found if s is not None), key=lambda s: (s.moment, s.number))
    if not _in_turn(steps) or not all(_tied(a, b, len(firm)) for a, b in _runs(steps)):
        return None
    grows, varies = (all(_of(kind, p, told) for p in pairs) for kind in ("growing", "varying"))
    if (grows and _rises(steps)) or (varies and all(_apart(a, b) for a, b in _runs(steps))) or _counted_anew(steps):
        return Reason("updated", {"values": _shown(steps)})
    if grows and len({s.told.outlet for s in steps}) == 1 and steps[-1].moment[0] - steps[0].moment[1] <= SOON:
        return Reason("corrected", {"outlet": steps[0].told.name, "values": _shown(steps)})
    return None


def _number(value: Amount | When) -> Decimal | None:
    """The number of an amount, of a range its lower end; None of a time."""
    if isinstance(value, When):
        return None
    return value.low if value.low is not None else value.high


def _step(given: Value, told: Mapping[str, Told]) -> Step | None:
    number, at = _number(given.value), moment(told[given.claim].at)
    return Step(number, at, told[given.claim], given.named) if number is not None and at else None


def _runs(steps: Sequence[Step]) -> list[tuple[list[Step], list[Step]]]:
    """Steps of one number in a row, each with those of the next number."""
    runs = [list(run) for _, run in groupby(steps, key=lambda s: s.number)]
    return list(pairwise(runs))


def _rises(steps: Sequence[Step]) -> bool:
    return all(a.number <= b.number for a, b in pairwise(steps))


def _in_turn(steps: Sequence[Step]) -> bool:
    """Whether each number is given at moments of its own: no report comes back to an earlier one."""
    numbers = [s.number for s in steps]
    changes = sum(a != b for a, b in pairwise(numbers))
    apart = all(a.moment[1] < b.moment[0] for before, after in _runs(steps) for a in before for b in after)
    return 0 < changes == len(set(numbers)) - 1 and apart


def _tied(before: Sequence[Step], after: Sequence[Step], numbers: int) -> bool:
    """Whether a number can be the earlier one, gone on."""
    sources, names, outlets = (
        [frozenset().union(*(of(s) for s in side)) for side in (before, after)] for of in (_sources, _names, _outlets)
    )
    if any(s.told.grown or s.told.until for s in after) or sources[0] & sources[1]:
        return True
    if all(sources) and numbers < STEPS:
        return False
    late = after[0].moment[0] - before[-1].moment[0] >= HOUR
    return bool(outlets[0] & outlets[1] or (late and names[0] & names[1]))


def _sources(step: Step) -> frozenset[str]:
    return step.told.sources


def _names(step: Step) -> frozenset[tuple[str, str]]:
    return step.named


def _outlets(step: Step) -> frozenset[str]:
    return frozenset({step.told.outlet})


def _apart(before: Sequence[Step], after: Sequence[Step]) -> bool:
    """Whether what varies has had time to vary."""
    return any(s.told.until for s in after) or after[0].moment[0] - before[-1].moment[0] >= VARIES


def _counted_anew(steps: Sequence[Step]) -> bool:
    """Whether every later number is given with the hour up to which was counted."""
    return all(all(s.told.until for s in after) for _, after in _runs(steps))


def _of(kind: Literal["growing", "varying"], pair: Pair, told: Mapping[str, Told]) -> bool:
    """Whether the words that two numbers share, or their units, say that they count what grows, or what varies."""
    both = [v.near | _unit(v, told[v.claim].tag) for v in pair]
    tag = told[pair[0].claim].tag
    money = kind == "growing" and any(isinstance(v.value, Amount) and v.value.unit.isupper() for v in pair)
    return bool(both[0] & both[1] & _words_of(kind, tag)) and not money


def _unit(given: Value, tag: str) -> frozenset[str]:
    unit = given.value.unit if isinstance(given.value, Amount) else ""
    return frozenset("w:" + meant(m.group(), tag) for m in WORD.finditer(fold(unit)))


@functools.cache
def _words_of(kind: Literal["growing", "varying"], tag: str) -> frozenset[str]:
    known = language(tag).updates
    return frozenset("w:" + meant(form, tag) for form in (known.growing if kind == "growing" else known.varying))


def _over(said: Said, published: str) -> bool:
    """Whether a claim dates what it tells so long before publication that its count is over."""
    out = moment(published)
    days = [s.mark.value.until or s.mark.value.value for s in said.claim.slots if isinstance(s.mark.value, When)]
    ends = [m for d in days if d[:4].isdigit() and (m := moment(d + LAST.get(len(d), "")))]
    return bool(out) and any(out[0] - m[1] > RECENT for m in ends if out)


def _shown(steps: Sequence[Step]) -> str:
    """Each number with the first moment that it is given for: "12 (09:10), 17 (15:37)"; with days if several."""
    firsts: dict[Decimal, Step] = {}
    for s in steps:
        firsts.setdefault(s.number, s)
    one_day = len({s.told.at[:10] for s in firsts.values()}) == 1
    return ", ".join(
        f"{s.number.normalize():f} ({_clock(s.told.at) or s.told.at})"
        if one_day
        else f"{s.number.normalize():f} ({s.told.at[:10]} {_clock(s.told.at)}".rstrip() + ")"
        for s in firsts.values()
    )


def _clock(at: str) -> str:
    """The clock time of an ISO time; "" where it has none."""
    m = STAMP.match(at)
    return (m[2] or "") if m else ""
