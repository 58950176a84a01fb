"""What follows in time is no disagreement: numbers that grow while an event goes on, later numbers of one outlet."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from runut.compare.bags import WORD, Said, Value, canonical
from runut.lang import Forms, language
from runut.text import fold
from runut.types import Amount, Document, Origin, Reason, When

APART = timedelta(hours=1)  # between two numbers of outlets that name no common source; nearer ones are simultaneous
RECENT = timedelta(days=14)  # a count of something longer ago than this is over
STEPS = 3  # numbers in order of time that are an update even where each has a source of its own
BEFORE = 16  # characters before a time in which the word stands that makes it the hour of a count
WESTERN = timezone(timedelta(hours=7))  # where a time gives no zone
PARTS = {"TNI": (0, 5), "TMO": (5, 11), "TMI": (11, 15), "TAF": (15, 18), "TEV": (18, 24)}
LAST = {4: "-12-31", 7: "-28"}  # what makes a year or month its last day
STAMP = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?|(T[A-Z]{2}))?")

Moment = tuple[datetime, datetime]


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


def told_of(said: Said, document: Document, outlet: str, found: Sequence[Origin]) -> Told:
    """Who gives a claim and for when; `found`: the origins of its statement."""
    published = document.published.when.value if document.published else ""
    span, tag = said.claim.span, said.tag
    until = next(_counted(said, document, published), "")
    return Told(
        outlet=outlet,
        name=document.outlet or document.report.outlet or outlet,
        at=until or published,
        published=published,
        tag=tag,
        grown=next(iter(_grown(tag).find(fold(document.report.text[span.start : span.end]))), None) is not None,
        until=bool(until),
        over=_over(said, published),
        sources=frozenset(o.name for o in found if said.claim.chain in o.chains),
    )


def _counted(said: Said, document: Document, published: str) -> Iterator[str]:
    """Times of a claim up to which was counted; one after publication says something else."""
    limit, words = moment(published), language(said.tag).updates.until
    for slot in said.claim.slots:
        when, at = slot.mark.value, slot.mark.span.start
        if isinstance(when, When) and not when.until and said.claim.span.start <= at < said.claim.span.end:
            before = fold(document.report.text[max(0, at - BEFORE) : at]).split()
            own = moment(when.value)
            if own and limit and own[0] <= limit[1] and any(w in words for w in before[-2:]):
                yield when.value


@functools.cache
def _grown(tag: str) -> Forms[str]:
    return Forms((form, form) for form in language(tag).updates.grown)


def moment(value: str) -> Moment | None:
    """First and last instant of an ISO time, part of day or day; None of anything coarser."""
    m = STAMP.match(value)
    if not m:
        return None
    day = datetime.fromisoformat(m[1]).replace(tzinfo=WESTERN)
    if m[2]:
        instant = datetime.fromisoformat(f"{m[1]}T{m[2]}{(m[3] or '+07:00').replace('Z', '+00:00')}")
        return instant, instant
    first, last = PARTS.get(m[4] or "", (0, 24))
    return day + timedelta(hours=first), day + timedelta(hours=last)


def updated(pairs: Sequence[tuple[Value, Value]], others: Sequence[Value], told: Mapping[str, Told]) -> Reason | None:
    """Why numbers that exclude each other are one number at different times; None where they are not.

    `pairs`: numbers that measure one thing and exclude each other; `others`: all that are given for it. A number is
    an update where it grows from each moment to the next, its words say that it counts what grows, and what is
    counted is not long over. Two numbers that two sources give are a disagreement all the same, unless a report says
    that the number has grown.
    """
    rivals = [n for pair in pairs for n in pair]
    firm = {_number(n.value) for n in rivals}
    if None in firm:
        return None
    steps = [s for n in others if _number(n.value) in firm and (s := _step(n, told)) is not None]
    if any(moment(told[n.claim].at) is None or told[n.claim].over for n in rivals):
        return None
    steps.sort(key=lambda s: (s.moment, s.number))
    if _rises(steps) and all(_growing(n, told[n.claim].tag) for n in rivals) and not _agree_to_differ(steps):
        return Reason("updated", {"values": _shown(steps)})
    if len({s.told.outlet for s in steps}) == 1 and _in_turn(steps):
        return Reason("corrected", {"outlet": steps[0].told.name, "values": _shown(steps)})
    return None


def _number(value: Amount | When) -> Decimal | None:
    """The number of an amount, of a range its lower end; None of a time."""
    if isinstance(value, When):
        return None
    return value.low if value.low is not None else value.high


def _step(given: Value, told: Mapping[str, Told]) -> Step | None:
    number, at = _number(given.value), moment(told[given.claim].at)
    return Step(number, at, told[given.claim]) if number is not None and at else None


def _rises(steps: Sequence[Step]) -> bool:
    """Whether every larger number is of a later moment than every smaller one."""
    return all(a.moment[1] < b.moment[0] for a in steps for b in steps if a.number < b.number)


def _in_turn(steps: Sequence[Step]) -> bool:
    """Whether an outlet that gives a number anew does not come back to the one before."""
    firsts = list({s.number: s for s in steps}.values())
    changes = sum(a.number != b.number for a, b in pairwise(steps))
    return changes == len(firsts) - 1 and all(
        a.moment[1] < b.moment[0] for a, b in pairwise(steps) if a.number != b.number
    )


def _growing(given: Value, tag: str) -> bool:
    """Whether the unit or the words beside a number say that it counts what grows."""
    unit = given.value.unit if isinstance(given.value, Amount) else ""
    words = given.near | {"w:" + canonical(m.group(), tag) for m in WORD.finditer(fold(unit))}
    return bool(words & _growing_words(tag))


@functools.cache
def _growing_words(tag: str) -> frozenset[str]:
    return frozenset("w:" + canonical(form, tag) for form in language(tag).updates.growing)


def _agree_to_differ(steps: Sequence[Step]) -> bool:
    """Whether rising numbers are two accounts all the same: each has a source of its own, or they come at one time."""
    numbers = sorted({s.number for s in steps})
    if len(numbers) >= STEPS:
        return False
    low, high = ([s for s in steps if s.number == n] for n in (numbers[0], numbers[-1]))
    if any(s.told.grown or s.told.until for s in high) or {s.told.outlet for s in low} & {s.told.outlet for s in high}:
        return False
    sources = [frozenset().union(*(s.told.sources for s in side)) for side in (low, high)]
    if all(sources):
        return not sources[0] & sources[1]
    return min(s.moment[0] for s in high) - max(s.moment[1] for s in low) < APART


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
