"""The calendar value of one time expression: one small function for each way a rule gives a value."""

from collections.abc import Callable
from datetime import date

from runut.annotate import times_days as d
from runut.annotate import times_periods as p
from runut.annotate.times_scene import DAY, Basis, Scene, Slots, count, month_at, week_of
from runut.types import When


def ago(slots: Slots, scene: Scene) -> When | None:
    """So many units before the day of publication, at the precision of the unit."""
    return _moved(slots, scene.today, -1, "published")


def ahead(slots: Slots, scene: Scene) -> When | None:
    """So many units after the day of publication."""
    return _moved(slots, scene.today, 1, "published")


def before(slots: Slots, scene: Scene) -> When | None:
    """So many units before the day named last."""
    return _moved(slots, scene.previous, -1, "previous")


def later(slots: Slots, scene: Scene) -> When | None:
    """So many units after the day named last; hours and less stay a duration."""
    return _moved(slots, scene.previous, 1, "previous")


def _moved(slots: Slots, base: date | None, sign: int, basis: Basis) -> When | None:
    number, unit = count(slots)
    if unit in ("S", "MIN", "H") or number is None or number != int(number):
        return duration(slots, Scene(None))
    if base is None:
        return When("PAST_REF" if sign < 0 else "FUTURE_REF", basis="open")
    move = sign * int(number)
    if unit == "D":
        return When((base + move * DAY).isoformat(), basis=basis)
    if unit == "W":
        return week_of(base + 7 * move * DAY, basis)
    years = {"Y": 1, "DEC": 10, "CEN": 100}.get(unit)
    if years:
        return When(str(base.year + move * years), basis=basis) if base.year + move * years > 0 else None
    year, month = month_at(base, move)
    return When(f"{year}-{month:02}", basis=basis)


def duration(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """A length of time as ISO 8601."""
    number, unit = count(slots)
    if number is None:
        return None
    if unit in ("DEC", "CEN"):
        number, unit = number * (10 if unit == "DEC" else 100), "Y"
    text = f"{number:g}"
    return When(f"PT{text}{unit[0]}" if unit in ("S", "MIN", "H") else f"P{text}{unit}")


def duration_long(slots: Slots, scene: Scene) -> When | None:
    """A length of time in two units, the longer first."""
    first = duration(slots, scene)
    second = duration({k.removesuffix("2"): v for k, v in slots.items() if k.endswith("2")}, scene)
    if first is None or second is None or ("T" in first.value) != ("T" in second.value):
        return None
    return When(first.value + second.value.removeprefix("P").removeprefix("T"))


def clock(slots: Slots, scene: Scene) -> When | None:
    """A clock time of the day named last, else of the day of publication."""
    base = scene.previous or scene.today
    start = _clock(slots, "", slots.get("zone") or slots.get("zone2", ""))
    if start is None:
        return None
    basis: Basis = "open" if base is None else "previous" if scene.previous else "published"
    end = _clock(slots, "2", slots.get("zone2") or slots.get("zone", "")) if "hour2" in slots else None
    if end is None:
        return When(_on(base) + start, basis=basis)
    night = base is not None and end[1:6] < start[1:6]
    return When(_on(base) + start, _on(base + DAY if base and night else base) + end, basis)


def _on(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"


def _clock(slots: Slots, suffix: str, zone: str) -> str | None:
    hour = int(slots.get("hour" + suffix) or slots.get("count") or 0)
    meridiem = slots.get("meridiem" + suffix) or slots.get("meridiem2") or ""
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "TAF" else 0)
    elif (
        not suffix and hour < 12 and (slots.get("part") in ("TEV", "TAF") or (slots.get("part") == "TMI" and hour < 6))
    ):
        hour += 12
    if hour > 24:
        return None
    second = ":" + slots["second"] if "second" in slots and not suffix else ""
    return f"T{hour:02}:{slots.get('minute' + suffix, '00')}{second}{zone}"


def ref(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """What stays vague, or repeats."""
    return When(slots["value"])


VALUES: dict[str, Callable[[Slots, Scene], When | None]] = {
    "day": d.day,
    "day-of-month": d.day_of_month,
    "days": d.days,
    "weekday": d.weekday,
    "dayword": d.dayword,
    "daypart": d.daypart,
    "part": d.part,
    "same-day": d.same_day,
    "step": d.step,
    "ago": ago,
    "ahead": ahead,
    "before": before,
    "later": later,
    "period": p.period,
    "period-before": p.period_before,
    "weekend": p.weekend,
    "edge-period": p.edge_period,
    "month": p.month,
    "months": p.months,
    "first-months": p.first_months,
    "quarter": p.quarter,
    "year": p.year,
    "years": p.years,
    "decade": p.decade,
    "lunar": p.lunar,
    "clock": clock,
    "duration": duration,
    "duration-long": duration_long,
    "ref": ref,
}
