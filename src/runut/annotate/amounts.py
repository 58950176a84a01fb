"""Marks amounts: numbers with what they count, as exact decimals."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

import msgspec

from runut.annotate.amounts_nouns import Place, noun, others, per, place
from runut.annotate.zones_read import readable
from runut.lang import Language
from runut.lang.numbers import Numbers
from runut.lang.patterns import Found, plain
from runut.types import Amount, Document, Mark, Span

AGES = range(121)
YEARS = range(1900, 2100)  # a bare number of four digits is more likely a year
MILLION = 1_000_000  # from here a vague number needs no noun: "triliunan"
SETS = frozenset(
    {"calendar:set", "calendar:set-turns"}
)  # times that may stand inside an amount: "per tahun", "dua kali sehari"
LONGEST = 15  # digits in a number; longer ones are numbers of accounts and cards

Pair = tuple[Decimal | None, Decimal | None]
Made = tuple[int, int, Amount]  # start, end, what is counted there


def mark(document: Document, language: Language) -> Document:
    """The document with its amounts; numbers that belong to times, names, scores and laws are left out."""
    numbers, text, report = language.numbers, document.report.text, document.report.id
    copy, reads = plain(text), readable(document)
    busy = [(t.span.start, t.span.end) for t in document.times if t.rule not in SETS]

    def take(found: Found) -> tuple[Made, int, str] | None:
        if not reads(found.start):
            return None
        rule = numbers.rules[found.index]
        here = place(text, copy, found.start, found.end, numbers)
        made = READERS[rule.gives](found, here, numbers)
        return None if made is None else (made, found.end, rule.name)

    marks: list[Mark[Amount]] = []
    number = 0
    for (start, end, amount), core, name in numbers.patterns.find(copy, take):
        while number < len(busy) and busy[number][1] <= start:
            number += 1
        if marks and start < marks[-1].span.end:
            continue
        if number == len(busy) or busy[number][0] >= core:
            amount = msgspec.structs.replace(amount, low=_tidy(amount.low), high=_tidy(amount.high))
            marks.append(Mark(Span(report, start, end), amount, f"numbers:{name}"))
    return msgspec.structs.replace(document, amounts=tuple(marks))


def _number(found: Found, here: Place, numbers: Numbers) -> Made | None:
    """Digits, with a multiplier, a unit or a noun."""
    slots = found.slots
    value = _digits(slots["digits"], numbers.decimal)
    if value is None:
        return None
    if _age_aside(found, here, value):
        return found.start - 1, found.end + 1, Amount(value, value, "year-of-age")
    if here.joined or (here.named and not _measured(slots)):
        return None
    whole = value * _scale(slots, "", numbers)
    step = found_step(slots["digits"], numbers.decimal) * _scale(slots, "", numbers) if _rounded(slots) else None
    pair = (whole, whole + step - 1) if step else (whole, whole)
    modifier = "more_than" if "over" in slots else numbers.modifiers.get(_folded(slots.get("modifier", "")), "")
    return _made(found, here, numbers, _limited(pair, modifier))


def _spelt(found: Found, here: Place, numbers: Numbers) -> Made | None:
    """Number words, with a unit or a noun."""
    value = spelt(found.slots["spelt"], numbers)
    often = noun(here, found.end, numbers)[1].split(" ")[0].lower() in numbers.turns
    if value is None or here.joined or (here.named and not often) or here.titled:
        return None
    pair = _limited((value, value), numbers.modifiers.get(_folded(found.slots.get("modifier", "")), ""))
    return _made(found, here, numbers, pair, noun_needed=True)


def _range(found: Found, here: Place, numbers: Numbers) -> Made | None:
    """From one number to another; a multiplier or unit behind the second holds for both."""
    slots = found.slots
    low, high = _digits(slots["digits"], numbers.decimal), _digits(slots["digits2"], numbers.decimal)
    if low is None or high is None or here.joined or here.scored:
        return None
    above = _scale(slots, "2", numbers)
    below = _scale(slots, "", numbers) if "scale" in slots or "short" in slots else above
    units = {slots[k] for k in ("unit", "unit2") if k in slots}
    if len(units) > 1 or low * below >= high * above or (here.named and not _measured(slots)):
        return None
    return _made(found, here, numbers, (low * below, high * above), noun_needed=True)


def _spelt_range(found: Found, here: Place, numbers: Numbers) -> Made | None:
    """The same in words; a multiplier behind the second holds for both."""
    low, high = spelt(found.slots["spelt"], numbers), spelt(found.slots["spelt2"], numbers)
    shared = numbers.scales.get(found.slots["spelt2"].split()[-1], Decimal(1))
    if low is not None and low < shared:
        low *= shared
    if low is None or high is None or low >= high or here.named:
        return None
    return _made(found, here, numbers, (low, high), noun_needed=True)


def _plus_minus(found: Found, here: Place, numbers: Numbers) -> Made | None:
    middle, width = (_digits(found.slots[k], numbers.decimal) for k in ("digits", "digits2"))
    if middle is None or width is None:
        return None
    return _made(found, here, numbers, (middle - width, middle + width))


def _vague(found: Found, here: Place, numbers: Numbers) -> Made | None:
    """“puluhan”, “ratusan juta”: from the smallest to the largest number so named."""
    words = numbers.words["vague"]
    low, high = (Decimal(n) for n in words[_folded(found.slots["vague"])].split())
    if "vague2" in found.slots:
        other_low, other_high = (Decimal(n) for n in words[_folded(found.slots["vague2"])].split())
        low = low * (other_low // 100 if other_low > 1000 > low else 1)
        low, high = min(low, other_low), max(high, other_high)
    return _made(found, here, numbers, (low, high))


def _collective(found: Found, here: Place, numbers: Numbers) -> Made | None:
    """“kedua pemimpin”: so many, where a noun follows and no noun before makes it an ordinal."""
    _, counted = noun(here, found.end, numbers)
    first = counted.split(" ")[0].lower()
    after = numbers.rules[found.index].after
    if here.named or first in numbers.turns:
        return None
    if not (here.opens or here.before in after or (first in numbers.pairs and here.before not in numbers.stops)):
        return None
    value = Decimal(numbers.words["collective"][found.slots["collective"]])
    return _made(found, here, numbers, (value, value), noun_needed=True)


def _lead(found: Found, here: Place, numbers: Numbers) -> Made | None:
    """A measure whose name stands before the number: "magnitudo 4,5"."""
    value = _digits(found.slots["digits"], numbers.decimal)
    unit = numbers.words["lead"][_folded(found.slots["lead"])]
    if value is None or here.joined or not here.upper_or_long(found.slots["lead"], value):
        return None
    pair = _limited((value, value), numbers.modifiers.get(_folded(found.slots.get("modifier", "")), ""))
    return found.start, found.end, Amount(*pair, unit)


READERS: dict[str, Callable[[Found, Place, Numbers], Made | None]] = {
    "number": _number,
    "spelt": _spelt,
    "range": _range,
    "spelt-range": _spelt_range,
    "plus-minus": _plus_minus,
    "vague": _vague,
    "collective": _collective,
    "lead": _lead,
}


def _made(found: Found, here: Place, numbers: Numbers, pair: Pair, *, noun_needed: bool = False) -> Made | None:
    """The amount with its unit; None where nothing shows that the number counts something."""
    slots, words = found.slots, numbers.words
    modifier = numbers.modifiers.get(_folded(slots.get("modifier", "")))
    about = modifier == "about" or "vague" in slots or _rounded(slots)
    if slots.get("unit") == "m" and here.text[found.end - 1] == "M" and _yearlike(slots.get("digits", "")):
        return None  # "1883 M": the year of an era
    money = words["money"].get(_folded(slots.get("money") or slots.get("money2") or ""))
    unit = money or words["unit"].get(_folded(slots.get("unit2") or slots.get("unit") or ""))
    if unit:
        end, lasts = per(here, found.end, numbers)
        return found.start, end, Amount(*pair, unit, lasts, about)
    end, counted = noun(here, found.end, numbers)
    stands = found.end if counted else others(here, found.end, numbers)
    if stands > found.end:
        return found.start, stands, Amount(*pair, "", "", about)
    if counted in numbers.times:
        return _aged(found, here, pair, numbers) if counted in numbers.years else None
    if not counted and about and pair[0] is not None and pair[0] >= MILLION:
        return found.start, found.end, Amount(*pair, "", "", about)
    if not counted and (noun_needed or not (here.counted or "modifier" in slots or _measured(slots))):
        return None
    if set(slots) == {"digits"} and not (here.counted and counted) and _yearlike(slots["digits"]):
        return None
    if pair[0] is None and here.before[:1].isdigit():
        return None
    end, lasts = per(here, end, numbers)
    return found.start, end, Amount(*pair, counted, lasts, about)


def _aged(found: Found, here: Place, pair: Pair, numbers: Numbers) -> Made | None:
    """“25 tahun” as an age: after "berusia", or beside a name."""
    end = here.unit_end(found.end)
    behind = here.text[end : end + 16].split()
    told = behind and behind[0] in numbers.age_after and here.before and here.before not in numbers.lasting
    if not here.aged and not told:
        return None
    return found.start, end, Amount(*pair, "year-of-age")


def _age_aside(found: Found, here: Place, value: Decimal) -> bool:
    """Whether a number in brackets stands behind a name: its bearer's age."""
    return here.bracketed and here.after_name and value in AGES and found.slots == {"digits": str(value)}


def _measured(slots: dict[str, str]) -> bool:
    return any(k in slots for k in ("unit", "unit2", "money", "money2", "scale", "scale2", "short", "short2", "round"))


def _rounded(slots: dict[str, str]) -> bool:
    """Whether an ending makes a number one of many: "380-an", "56 jutaan"."""
    return "ish" in slots or "round" in slots


def _limited(pair: Pair, modifier: str) -> Pair:
    """The pair with the side open that a modifier opens."""
    if modifier in ("more_than", "at_least"):
        return pair[0], None
    return (None, pair[1]) if modifier in ("less_than", "at_most") else pair


def _scale(slots: dict[str, str], suffix: str, numbers: Numbers) -> Decimal:
    if "scale" + suffix in slots:
        return numbers.scales[_folded(slots["scale" + suffix])]
    if "round" + suffix in slots:
        return Decimal(numbers.words["round"][_folded(slots["round" + suffix])])
    short = slots.get("short" + suffix)
    return Decimal(numbers.words["short"][short]) if short else Decimal(1)


def _digits(written: str, decimal: str) -> Decimal | None:
    """The number that digits write; groups of three after the other mark are thousands, and so are several groups."""
    other = "." if decimal == "," else ","
    whole, mark_, fraction = written.rpartition(decimal)
    if not mark_:
        whole, fraction = written, ""
    if decimal in whole or (fraction and other in fraction):
        whole, fraction = written.replace(decimal, ""), ""
    groups = whole.split(other)
    if len(groups) == 2 and (len(groups[1]) != 3 or groups[0] == "0") and not fraction:
        whole, fraction = groups
    elif any(len(g) != 3 for g in groups[1:]):
        return None
    plain_whole = whole.replace(other, "")
    if len(plain_whole) > LONGEST or (len(plain_whole) > 1 and plain_whole[0] == "0" and not fraction):
        return None
    try:
        return Decimal(f"{plain_whole}.{fraction}" if fraction else plain_whole)
    except InvalidOperation:
        return None


def found_step(written: str, decimal: str = ",") -> Decimal:
    """The size of the last digit that is not zero, or of the last behind the mark: 10 for "380", 0.1 for "3,8"."""
    _, mark_, fraction = written.rpartition(decimal)
    if mark_:
        return Decimal(10) ** -len(fraction)
    return Decimal(10) ** (len(written) - len(written.rstrip("0")))


def spelt(words: str, numbers: Numbers) -> Decimal | None:
    """The number that words write; None where they write two in a row ("dua tiga")."""
    total = group = last = Decimal(0)
    for word in words.replace("-", " ").split():
        if word in numbers.numerals:
            value = numbers.numerals[word]
            if last and not (value < 10 <= last):
                return None if group and group % 10 else group + value
            group, last = group + value, value
            continue
        scale = numbers.scales.get(word)
        if scale is None:
            return None
        if scale == 0:
            group, last = group + 10, Decimal(10)
        elif scale < 1000:
            unit = last or Decimal(1)
            group, last = group - last + unit * scale, scale
        else:
            total, group, last = total + (group or Decimal(1)) * scale, Decimal(0), Decimal(0)
    return total + group


def _tidy(value: Decimal | None) -> Decimal | None:
    """The same number without zeros behind the mark."""
    return value if value is None else value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


def _yearlike(written: str) -> bool:
    return written.isdigit() and len(written) == 4 and int(written) in YEARS


def _folded(form: str) -> str:
    return " ".join(form.split())
