"""The calendar value of expressions that name a week, a month, a year or a part of one."""

from calendar import monthrange
from datetime import date

import msgspec

from runut.annotate.times_scene import DAY, Basis, Scene, Slots, count, monday_of, month_at, number_of, week_of
from runut.types import When

EDGES = {"begin": (1, 10), "middle": (11, 20), "end": (21, 31)}  # days of a month
THIRDS = {"begin": (1, 4), "middle": (5, 8), "end": (9, 12)}  # months of a year
MONTHS_AHEAD = 3  # months after that of publication in which one without a year may still lie, unless told of as past


def period(slots: Slots, scene: Scene) -> When | None:
    """A week, month or year counted from this one, or an edge of it."""
    unit, shift = slots["period"], slots["shift"]
    base = scene.previous if shift == "same" else scene.today
    if base is None:
        return When({"-1": "PAST_REF", "1": "FUTURE_REF"}.get(shift, "PRESENT_REF"), basis="open")
    basis: Basis = "previous" if shift == "same" else "published"
    move = 0 if shift == "same" else int(shift)
    if unit == "W":
        week = week_of(base + 7 * move * DAY, basis)
        return _week_edge(week, slots.get("edge", ""))
    if unit == "Y":
        return _year_edge(base.year + move, slots.get("edge", ""), basis)
    return _month_edge(*month_at(base, move), slots.get("edge", ""), basis)


def period_before(slots: Slots, scene: Scene) -> When | None:
    """The week, month or year before the one named last, else before this one."""
    if slots["period"] == "Y" and scene.year:
        return When(str(scene.year - 1), basis="previous")
    last = msgspec.structs.replace(scene, today=scene.previous or scene.today)
    return period({**slots, "shift": "-1"}, last if slots["period"] != "Y" else scene)


def weekend(slots: Slots, scene: Scene) -> When | None:
    """Saturday and Sunday of this, last or next week; without a word for it, the last that has begun, or the next."""
    if scene.today is None:
        return When("PRESENT_REF", basis="open")
    shift = slots.get("shift", "same")
    weeks = int(shift) if shift != "same" else 0 if scene.future or scene.today.isoweekday() > 5 else -1
    monday = monday_of(scene.today) + 7 * weeks * DAY
    return When((monday + 5 * DAY).isoformat(), (monday + 6 * DAY).isoformat(), "published")


def edge_period(slots: Slots, scene: Scene) -> When | None:
    """“akhir tahun", "awal bulan" with or without a shift."""
    return period({"shift": "0"} | dict(slots), scene)


def month(slots: Slots, scene: Scene) -> When | None:
    """A month, or an edge of it; without a year the last one, or the next where a word says so."""
    number = number_of(slots, "month")
    if "year" in slots:
        return _month_edge(int(slots["year"]), number, slots.get("edge", ""), "stated")
    if scene.today is None and not scene.year:
        return When(f"XXXX-{number:02}", basis="open")
    year, basis = _year_of_month(number, slots.get("shift", ""), scene)
    return _month_edge(year, number, slots.get("edge", ""), basis)


def _year_of_month(number: int, shift: str, scene: Scene) -> tuple[int, Basis]:
    today = scene.today
    if today is None:
        return scene.year, "previous"
    ahead = shift == "1" or (scene.future and shift != "-1")
    if ahead:
        return today.year + (number < today.month or (shift == "1" and number == today.month)), "published"
    if number > today.month and number - today.month <= MONTHS_AHEAD and not shift and not scene.past:
        return today.year, "published"
    return today.year - (number > today.month), "published"


def months(slots: Slots, scene: Scene) -> When | None:
    """From one month to another."""
    last = {k.removesuffix("2"): v for k, v in slots.items() if k in ("month2", "year2", "edge2")}
    end = month(last, scene)
    if end is None:
        return None
    until = end.until or end.value
    year = slots.get("year") or (until[:4] if until[:4].isdigit() else "")
    if not year:
        return When(f"XXXX-{int(slots['month']):02}", until, "open")
    number = int(slots["month"])
    if f"{year}-{number:02}" > until[:7] and "year" not in slots:
        year = str(int(year) - 1)
    start = _month_edge(int(year), number, slots.get("edge", ""), end.basis)
    return When(start.value, until, end.basis) if start.value <= until else None


def first_months(slots: Slots, scene: Scene) -> When | None:  # noqa: ARG001
    """The first so many months of a year."""
    number, _ = count({"unit": "M"} | dict(slots))
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


def _week_edge(week: When, edge: str) -> When:
    first, last = date.fromisoformat(week.value), date.fromisoformat(week.until)
    cut = {"begin": (first, first + DAY), "middle": (first + 2 * DAY, first + 3 * DAY), "end": (last - DAY, last)}
    if not edge:
        return week
    start, end = cut[edge]
    return When(start.isoformat(), end.isoformat(), week.basis)


def _month_edge(year: int, number: int, edge: str, basis: Basis) -> When:
    if not edge:
        return When(f"{year}-{number:02}", basis=basis)
    first, last = EDGES[edge]
    last = min(last, monthrange(year, number)[1])
    return When(f"{year}-{number:02}-{first:02}", f"{year}-{number:02}-{last:02}", basis)


def _year_edge(year: int, edge: str, basis: Basis) -> When:
    if not edge:
        return When(str(year), basis=basis)
    first, last = THIRDS[edge]
    return When(f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]}", basis)
