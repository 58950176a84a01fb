"""Whether the values that several reports give for one thing can all hold."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct

from runut.compare.bags import CLOCK, Given, Said, Value, unit_key
from runut.compare.codes import Code, shown, slips
from runut.compare.relations import days_of, relation
from runut.compare.rivals import Apart, rivals_of
from runut.compare.updates import Told, of_two_moments, updated
from runut.types import Amount, Reason, When

Verdict = Literal["single", "agree", "compatible", "differ"]
FOLLOWS = ("updated", "corrected")


class Judged(Struct, frozen=True, kw_only=True):
    """What a finding asks and what its reports answer."""

    role: str  # "amount", "time" or "" where nothing can be compared
    unit: str
    verdict: Verdict
    given: tuple[Value, ...] = ()
    why: tuple[Reason, ...] = ()


def judge(cluster: Sequence[Said], told: Mapping[str, Told], apart: Apart = frozenset()) -> Judged:
    """The value that most reports of a cluster give, and how the reports' values stand to each other.

    `told`: by claim. What one outlet gives anew is its own update or another instance, no conflict. `apart`: numbers
    that the story tells together, of two things.
    """
    questions = _questions(cluster, told, apart)
    if len({s.report for s in cluster}) == 1:
        best = next(iter(questions), None)
        return (
            Judged(role=best.role, unit=best.unit, verdict="single", given=best.given) if best else _nothing("single")
        )
    shared = [q for q in questions if len({g.report for g in q.given}) > 1]
    coded = _coded(cluster, told)
    if coded and not any(q.verdict == "differ" for q in shared):
        return coded
    if shared:
        return min(shared, key=lambda q: (q.verdict != "differ", not _follows(q), q.role != "amount"))
    moods = sorted({s.claim.modality.value for s in cluster})
    if len(moods) > 1:
        return _nothing("compatible", Reason("fits-modality", {"modalities": ", ".join(moods)}))
    return _nothing("agree")


def _coded(cluster: Sequence[Said], told: Mapping[str, Told]) -> Judged | None:
    """The verdict on reports that give one thing numbers of two names; None where none do."""
    given: dict[str, set[Code]] = {}
    for s in cluster:
        given.setdefault(s.report, set()).update(s.codes)
    values = "; ".join(shown(code) for code in slips(given, {s.report: told[s.claim.id].outlet for s in cluster}))
    return _nothing("differ", Reason("differ-code", {"values": values})) if values else None


def _follows(question: Judged) -> bool:
    return any(r.code in FOLLOWS for r in question.why)


def _nothing(verdict: Verdict, *why: Reason) -> Judged:
    return Judged(role="", unit="", verdict=verdict, why=why)


def _questions(cluster: Sequence[Said], told: Mapping[str, Told], apart: Apart) -> list[Judged]:
    """Amounts by unit, clock times, days; those that more reports answer first."""
    asked: dict[tuple[str, str], list[Value]] = {}
    for s in cluster:
        for g in s.given:
            key = _question(g.value, s.tag)
            if key:
                asked.setdefault(key, []).append(_value(s, g))
    out = [j for given in asked.values() if (j := _judged(given, told, cluster[0].tag, apart)) is not None]
    return sorted(out, key=lambda q: (-len({g.report for g in q.given}), q.role != "amount"))


def _value(said: Said, given: Given) -> Value:
    return Value(
        value=given.value,
        near=given.near,
        named=said.named,
        claim=said.claim.id,
        report=said.report,
        before=given.before,
        after=given.after,
        negated=said.negated,
        modality=said.claim.modality,
        about=frozenset(f for f in said.features if f[0] in "wep"),
    )


def _question(value: Amount | When, tag: str) -> tuple[str, str] | None:
    """(role, what is asked) of a value; None for a vague time."""
    if isinstance(value, Amount):
        return "amount", unit_key(value.unit, tag) + "/" + value.per
    if CLOCK.search(value.value):
        return "time", "clock"
    return ("time", "day") if days_of(value) else None


def _judged(given: Sequence[Value], told: Mapping[str, Told], tag: str, apart: Apart) -> Judged | None:
    """How the values given to one question stand to each other; None where reports only give values of other things."""
    role = "amount" if isinstance(given[0].value, Amount) else "time"
    by_report: dict[str, list[Value]] = {}
    for g in given:
        by_report.setdefault(g.report, []).append(g)
    pairs = list(combinations(by_report.values(), 2))
    found = [p for left, right in pairs if (p := rivals_of(left, right, tag, apart)) is not None]
    rivals = [p for p in found if role == "amount" or not of_two_moments(p, told)]
    against = [(a, b) for a, b in rivals if told[a.claim].outlet != told[b.claim].outlet]
    unit = next((g.value.unit for g in given if isinstance(g.value, Amount)), "")
    follows = updated(rivals, given, told) if rivals else None
    if follows:
        ordered = tuple(sorted(given, key=lambda g: told[g.claim].at))
        return Judged(role=role, unit=unit, verdict="compatible", given=ordered, why=(follows,))
    values = {"values": "; ".join(sorted({_shown(g.value) for g in given}))}
    if against:
        return Judged(role=role, unit=unit, verdict="differ", given=tuple(given), why=(Reason("differ-value", values),))
    if all(_meet(left, right) for left, right in pairs):
        return Judged(role=role, unit=unit, verdict="agree", given=tuple(given))
    if not found and all(
        relation(a.value, b.value) == "excludes" for left, right in pairs for a in left for b in right
    ):
        return None
    return Judged(role=role, unit=unit, verdict="compatible", given=tuple(given), why=(Reason("fits-value", values),))


def _meet(left: Sequence[Value], right: Sequence[Value]) -> bool:
    return any(relation(a.value, b.value) == "same" for a in left for b in right)


def _shown(value: Amount | When) -> str:
    if isinstance(value, When):
        return value.value + ("/" + value.until if value.until else "")
    low, high = ("" if x is None else f"{x.normalize():f}" for x in (value.low, value.high))
    number = low if low == high else f"{low}..{high}"
    return f"{number} {value.unit}".strip()
