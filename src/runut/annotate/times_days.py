"""The calendar value of expressions that name a day."""

from datetime import date

import msgspec

from runut.annotate.times_scene import (
    DAY,
    Basis,
    Scene,
    Slots,
    exists,
    falls_on,
    last_weekday,
    monday_of,
    month_at,
    number_of,
)
from runut.types import When

NEAR = 62  # days after the day of publication in which a date without a year may still lie, told of as past
UNSAID = 110  # the same where nothing says whether it is past
SPREAD = 12  # years before the day of publication in which a weekday may decide the year
STATED: Basis = "stated"
SLIP = 31  # days around the day of publication in which a weekday is wrong rather than the year


def day(slots: Slots, scene: Scene) -> When | None:
    """A day of a month, with or without year and weekday."""
    month, number = number_of(slots, "month", "nmonth"), number_of(slots, "day")
    part = slots.get("part2") or slots.get("part") or slots.get("dayparts", "").partition(" ")[2]
    if slots.get("shift") == "1":
        scene = msgspec.structs.replace(scene, year=0, past=False, future=True)
    if "year" in slots or "shortyear" in slots:
        year, basis = int(slots.get("year") or "20" + slots["shortyear"]), STATED
    else:
        year, basis = year_of(month, number, number_of(slots, "weekday"), scene)
    if not year:
        return When(f"XXXX-{month:02}-{number:02}{part}", basis="open") if exists(2000, month, number) else None
    if not exists(year, month, number):
        return None
    return When(date(year, month, number).isoformat() + part, basis=basis)


def year_of(month: int, number: int, weekday: int, scene: Scene) -> tuple[int, Basis]:
    """The year of a date that names none, and what decides it; 0 where nothing does.

    A date near the day of publication keeps its year even against its weekday: that is a slip to show, not to mend.
    """
    today = scene.today
    if today is None:
        return _year_undated(month, number, weekday, scene)
    near = [y for y in (today.year + 1, today.year, today.year - 1) if exists(y, month, number)]
    gaps = {y: (date(y, month, number) - today).days for y in near}
    if scene.year and scene.year != today.year and not weekday:
        return scene.year, "previous"
    if scene.future:
        usual = next((y for y in reversed(near) if gaps[y] >= 0), 0)
    else:
        usual = next((y for y in near if gaps[y] <= (NEAR if scene.past else UNSAID)), 0)
    if weekday and abs(gaps.get(usual, 0)) > SLIP and not falls_on(usual, month, number, weekday):
        past = range(today.year, today.year - SPREAD, -1)
        return next((y for y in past if falls_on(y, month, number, weekday)), usual), "weekday"
    return usual, "published"


def _year_undated(month: int, number: int, weekday: int, scene: Scene) -> tuple[int, Basis]:
    """The same without a day of publication: a year named just before, else the last in which the weekday fits."""
    if scene.year and (not weekday or falls_on(scene.year, month, number, weekday)):
        return scene.year, "previous"
    last = scene.year or scene.horizon
    if weekday and last:
        for year in range(last, last - SPREAD, -1):
            if falls_on(year, month, number, weekday):
                return year, "weekday"
    return 0, "open"


def day_of_month(slots: Slots, scene: Scene) -> When | None:
    """A day of the month named last or of this one; after today only where a word says so."""
    number, base = int(slots["day"]), scene.previous or scene.today
    if base is None:
        return None
    ahead = scene.future or slots.get("shift") == "1"
    for move in ((0, 1) if ahead else (0, -1)) if base is scene.today else (0, 0):
        year, month = month_at(base, move)
        if exists(year, month, number) and (
            base is not scene.today or (date(year, month, number) >= base) == ahead or number == base.day
        ):
            return When(date(year, month, number).isoformat(), basis="previous" if scene.previous else "published")
    return None


def days(slots: Slots, scene: Scene) -> When | None:
    """From one day of a month to another."""
    last = {k.removesuffix("2"): v for k, v in slots.items() if k in ("day2", "month2", "nmonth2", "year2")}
    shared = {
        k: slots[k]
        for k in ("month", "nmonth", "year", "shortyear")
        if k in slots and not {"month", "nmonth"} & set(last)
    }
    later = day(last | shared if "month" not in last and "nmonth" not in last else last | _year(slots, last), scene)
    first = {k: v for k, v in slots.items() if k in ("day", "month", "nmonth", "year", "shortyear")}
    if later is None:
        return None
    if "year" not in first and "shortyear" not in first and later.value[:4].isdigit():
        first["year"] = later.value[:4]
    earlier = day(first, scene)
    if earlier is None or later.value < earlier.value:
        return None
    return When(earlier.value, later.value, later.basis)


def _year(slots: Slots, last: Slots) -> dict[str, str]:
    return {"year": slots["year"]} if "year" in slots and "year" not in last else {}


def weekday(slots: Slots, scene: Scene) -> When | None:
    """A day of the week: the last one up to the day of publication, or the next where a word says so."""
    number, part = int(slots["weekday"]), slots.get("part") or slots.get("dayparts", "").partition(" ")[2]
    shift = slots.get("shift") or slots.get("shift2") or ""
    if shift == "same" and scene.previous:
        return When(last_weekday(scene.previous, number).isoformat() + part, basis="previous")
    if scene.today is None:
        return When(f"XXXX-WXX-{number}{part}", basis="open")
    if "shift2" in slots and shift in ("-1", "0", "1"):
        found = monday_of(scene.today) + (int(shift) * 7 + number - 1) * DAY
    elif slots.get("dayword"):
        found = scene.today + int(slots["dayword"]) * DAY
        found = found if found.isoweekday() == number else last_weekday(scene.today, number)
    elif shift == "1" or (scene.future and shift != "-1"):
        found = scene.today + ((number - scene.today.isoweekday()) % 7 or (7 if shift == "1" else 0)) * DAY
    else:
        found = last_weekday(scene.today - (DAY if shift == "-1" else 0 * DAY), number)
    return When(found.isoformat() + part, basis="published")


def dayword(slots: Slots, scene: Scene) -> When | None:
    """“kemarin", "besok", with a part of the day."""
    if scene.today is None:
        return When(
            {"0": "PRESENT_REF"}.get(slots["dayword"], "PAST_REF" if "-" in slots["dayword"] else "FUTURE_REF"),
            basis="open",
        )
    found = scene.today + int(slots["dayword"]) * DAY
    return When(found.isoformat() + slots.get("part", ""), basis="published")


def daypart(slots: Slots, scene: Scene) -> When | None:
    """“tadi malam", "pagi ini"."""
    step, part = slots["dayparts"].split()
    if scene.today is None:
        return When("XXXX-XX-XX" + part, basis="open")
    return When((scene.today + int(step) * DAY).isoformat() + part, basis="published")


def part(slots: Slots, scene: Scene) -> When | None:
    """A part of the day named last, else of the day of publication."""
    base, told = scene.previous or scene.today, slots.get("part") or slots["part2"]
    if base is None:
        return When("XXXX-XX-XX" + told, basis="open")
    return When(base.isoformat() + told, basis="previous" if scene.previous else "published")


def same_day(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """The day named last."""
    return When(scene.previous.isoformat(), basis="previous") if scene.previous else When("PAST_REF", basis="open")


def step(slots: Slots, scene: Scene) -> When | None:
    """The day after the one named last."""
    base = scene.previous
    return (
        When((base + int(slots["value"]) * DAY).isoformat(), basis="previous")
        if base
        else When("FUTURE_REF", basis="open")
    )
