"""The calendar value of one time expression: one small function for each way a rule gives a value."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from runut.types import When

Slots = Mapping[str, str]
DAY = timedelta(days=1)
LENGTHS = {"D": 1, "W": 7}
EDGES = {"begin": (1, 10), "middle": (11, 20), "end": (21, 31)}  # days of a month, as GUIDELINE-style corpora have it
THIRDS = {"begin": (1, 4), "middle": (5, 8), "end": (9, 12)}  # months of a year
NEAR = 62  # days after the day of publication in which a date without a year may still lie
SPREAD = 12  # years before the day of publication in which a weekday may decide the year


class Scene(Struct, frozen=True):
    """What an expression is read against."""

    today: date | None  # day of publication
    previous: date | None = None  # the last day named before it
    year: int = 0  # a year named just before, for a date that has none
    future: bool = False  # a word before it puts it after today
    horizon: int = 0  # the last year to think of when there is no day of publication


def day(slots: Slots, scene: Scene) -> When | None:
    """A day of a month, with or without year and weekday."""
    month, number = _number(slots, "month", "nmonth"), _number(slots, "day")
    part = slots.get("part2") or slots.get("part") or slots.get("dayparts", "").partition(" ")[2]
    if "year" in slots or "shortyear" in slots:
        year, basis = int(slots.get("year") or "20" + slots["shortyear"]), "stated"
    else:
        year, basis = year_of(month, number, _number(slots, "weekday"), scene)
    if not year:
        return When(f"XXXX-{month:02}-{number:02}{part}", basis="open") if _valid(2000, month, number) else None
    if not _valid(year, month, number):
        return None
    return When(date(year, month, number).isoformat() + part, basis=basis)  # type: ignore[arg-type]


def year_of(month: int, number: int, weekday: int, scene: Scene) -> tuple[int, str]:
    """The year of a date that names none, and what decides it; 0 where nothing does.

    A date near the day of publication keeps its year even against its weekday: that is a slip to show, not to mend.
    """
    if scene.today is None:
        last = scene.year or (scene.horizon if weekday else 0)
        years = range(last, last - SPREAD, -1) if last else range(0)
        if scene.year and (not weekday or _fits(last, month, number, weekday)):
            return last, "previous"
        return next(((y, "weekday") for y in years if weekday and _fits(y, month, number, weekday)), (0, "open"))
    near = [y for y in (scene.today.year + 1, scene.today.year, scene.today.year - 1) if _valid(y, month, number)]
    gaps = {y: (date(y, month, number) - scene.today).days for y in near}
    if scene.year and scene.year != scene.today.year and not weekday:
        return scene.year, "previous"
    if scene.future:
        usual = next((y for y in reversed(near) if gaps[y] >= 0), 0)
    else:
        usual = next((y for y in near if gaps[y] <= NEAR), 0)
    if weekday and abs(gaps.get(usual, 0)) > 31 and not _fits(usual, month, number, weekday):
        years = (y for y in range(scene.today.year, scene.today.year - SPREAD, -1) if _fits(y, month, number, weekday))
        return next(years, usual), "weekday"
    return usual, "published"


def day_of_month(slots: Slots, scene: Scene) -> When | None:
    """A day of the month named last or of this one; after today only where a word says so."""
    number, base = int(slots["day"]), scene.previous or scene.today
    if base is None:
        return None
    ahead = scene.future or slots.get("shift") == "1"
    for move in ((0, 1) if ahead else (0, -1)) if base is scene.today else (0, 0):
        year, month = _month_at(base, move)
        if _real(year, month, number) and (
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
        return When(_back(scene.previous, number).isoformat() + part, basis="previous")
    if scene.today is None:
        return When(f"XXXX-WXX-{number}{part}", basis="open")
    if "shift2" in slots and shift in ("-1", "0", "1"):
        found = _monday(scene.today) + (int(shift) * 7 + number - 1) * DAY
    elif slots.get("dayword"):
        found = scene.today + int(slots["dayword"]) * DAY
        found = found if found.isoweekday() == number else _back(scene.today, number)
    elif shift == "1" or (scene.future and shift != "-1"):
        found = scene.today + ((number - scene.today.isoweekday()) % 7 or (7 if shift == "1" else 0)) * DAY
    else:
        found = _back(scene.today - (DAY if shift == "-1" else 0 * DAY), number)
    return When(found.isoformat() + part, basis="published")


def dayword(slots: Slots, scene: Scene) -> When | None:
    """ "kemarin", "besok", with a part of the day."""
    if scene.today is None:
        return When(
            {"0": "PRESENT_REF"}.get(slots["dayword"], "PAST_REF" if "-" in slots["dayword"] else "FUTURE_REF"),
            basis="open",
        )
    found = scene.today + int(slots["dayword"]) * DAY
    return When(found.isoformat() + slots.get("part", ""), basis="published")


def daypart(slots: Slots, scene: Scene) -> When | None:
    """ "tadi malam", "pagi ini"."""
    step, part = slots["dayparts"].split()
    if scene.today is None:
        return When("XXXX-XX-XX" + part, basis="open")
    return When((scene.today + int(step) * DAY).isoformat() + part, basis="published")


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


def _moved(slots: Slots, base: date | None, sign: int, basis: str) -> When | None:
    number, unit = _count(slots)
    if unit in ("S", "MIN", "H") or number is None or number != int(number):
        return duration(slots, Scene(None))
    if base is None:
        return When("PAST_REF" if sign < 0 else "FUTURE_REF", basis="open")
    move = sign * int(number)
    if unit == "D":
        return When((base + move * DAY).isoformat(), basis=basis)  # type: ignore[arg-type]
    if unit == "W":
        return _week(base + 7 * move * DAY, basis)
    years = {"Y": 1, "DEC": 10, "CEN": 100}.get(unit)
    if years:
        return When(str(base.year + move * years), basis=basis) if base.year + move * years > 0 else None  # type: ignore[arg-type]
    year, month = _month_at(base, move)
    return When(f"{year}-{month:02}", basis=basis)  # type: ignore[arg-type]


def period(slots: Slots, scene: Scene) -> When | None:
    """This, last or next week, month or year, or an edge of it."""
    unit, shift = slots["period"], slots["shift"]
    base = scene.previous if shift == "same" else scene.today
    if base is None:
        return When({"-1": "PAST_REF", "1": "FUTURE_REF"}.get(shift, "PRESENT_REF"), basis="open")
    basis = "previous" if shift == "same" else "published"
    move = 0 if shift == "same" else int(shift)
    if unit == "W":
        week = _week(base + 7 * move * DAY, basis)
        return _week_edge(week, slots.get("edge", ""))
    if unit == "Y":
        return _year_edge(base.year + move, slots.get("edge", ""), basis)
    return _month_edge(*_month_at(base, move), slots.get("edge", ""), basis)


def weekend(slots: Slots, scene: Scene) -> When | None:
    """Saturday and Sunday of this, last or next week; without a word for it, the last that has begun, or the next."""
    if scene.today is None:
        return When("PRESENT_REF", basis="open")
    shift = slots.get("shift", "same")
    weeks = int(shift) if shift != "same" else 0 if scene.future or scene.today.isoweekday() > 5 else -1  # noqa: PLR2004
    monday = _monday(scene.today) + 7 * weeks * DAY
    return When((monday + 5 * DAY).isoformat(), (monday + 6 * DAY).isoformat(), "published")


def edge_period(slots: Slots, scene: Scene) -> When | None:
    """ "akhir tahun", "awal bulan" with or without a shift."""
    return period({"shift": "0"} | dict(slots), scene)


def month(slots: Slots, scene: Scene) -> When | None:
    """A month, or an edge of it; without a year the last one, or the next where a word says so."""
    number = _number(slots, "month")
    if "year" in slots:
        return _month_edge(int(slots["year"]), number, slots.get("edge", ""), "stated")
    if scene.today is None and not scene.year:
        return When(f"XXXX-{number:02}", basis="open")
    year, basis = _year_of_month(number, slots.get("shift", ""), scene)
    return _month_edge(year, number, slots.get("edge", ""), basis)


def _year_of_month(number: int, shift: str, scene: Scene) -> tuple[int, str]:
    today = scene.today
    if today is None:
        return scene.year, "previous"
    ahead = shift == "1" or (scene.future and shift != "-1")
    if ahead:
        return today.year + (number < today.month or (shift == "1" and number == today.month)), "published"
    if number > today.month and number - today.month <= NEAR // 31 and not shift:
        return today.year, "published"
    return today.year - (number > today.month), "published"


def months(slots: Slots, scene: Scene) -> When | None:
    """From one month to another."""
    end = month({"month": slots["month2"]} | ({"year": slots["year2"]} if "year2" in slots else {}), scene)
    if end is None:
        return None
    year = slots.get("year") or (end.value[:4] if end.value[:4].isdigit() else "")
    if not year:
        return When(f"XXXX-{int(slots['month']):02}", end.value, "open")
    start = f"{year}-{int(slots['month']):02}"
    if start > end.value and "year" not in slots:
        start = f"{int(year) - 1}{start[4:]}"
    return When(start, end.value, end.basis) if start <= end.value else None


def first_months(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """The first so many months of a year."""
    number, _ = _count({"unit": "M"} | dict(slots))
    if number is None or not 1 <= number <= 12 or number != int(number):
        return None
    return When(f"{slots['year']}-01", f"{slots['year']}-{int(number):02}")


def quarter(slots: Slots, scene: Scene) -> When | None:
    """A quarter or half of a year; `value` is its length in months."""
    length, number = int(slots["value"]), int(slots["quarter"])
    today = scene.today
    if "year" not in slots and today is None:
        return None
    if number * length > 12:
        return None
    first = (number - 1) * length + 1
    year = int(slots["year"]) if "year" in slots else 0
    if not year and today:
        year = (
            today.year + int(slots["shift"].replace("same", "0"))
            if "shift" in slots
            else today.year - (first > today.month)
        )
    return When(f"{year}-{first:02}", f"{year}-{first + length - 1:02}", "stated" if "year" in slots else "published")


def year(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """A year, or a third of it."""
    return _year_edge(int(slots["year"]), slots.get("edge", ""), "stated")


def years(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """From one year to another."""
    return When(slots["year"], slots["year2"]) if slots["year"] < slots["year2"] else None


def decade(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """Ten years."""
    start = int(slots["decade"])
    start += 1900 if start < 100 else 0
    return When(str(start), str(start + 9))


def lunar(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """A day or month of the Islamic calendar by the tabular reckoning, a day wider on both sides: sighting decides."""
    number, hyear = int(slots["lunar"]), int(slots["hyear"])
    days = (hyear - 1) * 354 + (3 + 11 * hyear) // 30 + 29 * (number - 1) + number // 2
    first = date.fromordinal(227015 + days - 1)
    width = 0 if "day" in slots else 29
    first += (int(slots.get("day", "1"))) * DAY
    return When((first - DAY).isoformat(), (first + (width + 1) * DAY).isoformat(), "open")


def clock(slots: Slots, scene: Scene) -> When | None:
    """A clock time of the day named last, else of the day of publication."""
    base = scene.previous or scene.today
    start = _clock(slots, "", slots.get("zone") or slots.get("zone2", ""))
    if start is None:
        return None
    prefix = base.isoformat() if base else "XXXX-XX-XX"
    basis = "open" if base is None else "previous" if scene.previous else "published"
    end = _clock(slots, "2", slots.get("zone2") or slots.get("zone", "")) if "hour2" in slots else None
    return When(prefix + start, prefix + end if end else "", basis)  # type: ignore[arg-type]


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
    return f"T{hour % 24:02}:{slots.get('minute' + suffix, '00')}{second}{zone}"


def duration(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """A length of time as ISO 8601."""
    number, unit = _count(slots)
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


def ref(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """What stays vague, or repeats."""
    return When(slots["value"])


def _count(slots: Slots) -> tuple[float | None, str]:
    if "one" in slots:
        return 1, slots["one"]
    raw = slots.get("count") or slots.get("number", "")
    try:
        return float(raw.replace(",", ".")), slots.get("unit", "")
    except ValueError:
        return None, ""


def _number(slots: Slots, *names: str) -> int:
    return next((int(slots[n]) for n in names if n in slots), 0)


def _valid(year: int, month: int, number: int) -> bool:
    return 1 <= month <= 12 and 1 <= number <= (29 if month == 2 and not year % 4 else monthrange(year, month)[1])


def _fits(year: int, month: int, number: int, weekday: int) -> bool:
    return bool(year) and _real(year, month, number) and date(year, month, number).isoweekday() == weekday


def _real(year: int, month: int, number: int) -> bool:
    return 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]


def _back(today: date, number: int) -> date:
    """The last such weekday up to a day."""
    return today - ((today.isoweekday() - number) % 7) * DAY


def _monday(today: date) -> date:
    return today - (today.isoweekday() - 1) * DAY


def _week(base: date, basis: str) -> When:
    monday = _monday(base)
    return When(monday.isoformat(), (monday + 6 * DAY).isoformat(), basis)  # type: ignore[arg-type]


def _week_edge(week: When, edge: str) -> When:
    first, last = date.fromisoformat(week.value), date.fromisoformat(week.until)
    cut = {"begin": (first, first + DAY), "middle": (first + 2 * DAY, first + 3 * DAY), "end": (last - DAY, last)}
    return When(*(d.isoformat() for d in cut[edge]), week.basis) if edge else week


def _month_at(base: date, move: int) -> tuple[int, int]:
    months = base.year * 12 + base.month - 1 + move
    return months // 12, months % 12 + 1


def _month_edge(year: int, number: int, edge: str, basis: str) -> When:
    if not edge:
        return When(f"{year}-{number:02}", basis=basis)  # type: ignore[arg-type]
    first, last = EDGES[edge]
    last = min(last, monthrange(year, number)[1])
    return When(f"{year}-{number:02}-{first:02}", f"{year}-{number:02}-{last:02}", basis)  # type: ignore[arg-type]


def _year_edge(year: int, edge: str, basis: str) -> When:
    if not edge:
        return When(str(year), basis=basis)  # type: ignore[arg-type]
    first, last = THIRDS[edge]
    return When(f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]}", basis)  # type: ignore[arg-type]


VALUES: dict[str, Callable[[Slots, Scene], When | None]] = {
    "day": day,
    "day-of-month": day_of_month,
    "days": days,
    "weekday": weekday,
    "dayword": dayword,
    "daypart": daypart,
    "same-day": same_day,
    "step": step,
    "ago": ago,
    "ahead": ahead,
    "before": before,
    "later": later,
    "period": period,
    "weekend": weekend,
    "edge-period": edge_period,
    "month": month,
    "months": months,
    "first-months": first_months,
    "quarter": quarter,
    "year": year,
    "years": years,
    "decade": decade,
    "lunar": lunar,
    "clock": clock,
    "duration": duration,
    "duration-long": duration_long,
    "ref": ref,
}
