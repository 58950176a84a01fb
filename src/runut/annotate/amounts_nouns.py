"""What stands around a number: the words before it that rule it out, and the noun it counts."""

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct

from runut.lang.numbers import Numbers
from runut.lang.patterns import aged

WORDS = 4  # of the noun counted
WORD = re.compile(r"[A-Z]{2,5}(?=[a-z]{3})|[^\W\d_][\w'-]*")
LEFT = 32  # characters before a number that are looked at
RIGHT = 90
AFTER_UNIT = re.compile(r"\d\s?[A-Za-z]{1,4}[-–]$")  # "5,84 LS-112,24 BT"
GLUED = ("no.", "hal.", "jl.")  # abbreviations before a number that names something
NAMED_ASIDE = re.compile(r"[A-Z][\w'’.-]*,? ?\($")
QUOTES = ('"', "“")
OPENING = frozenset({*QUOTES, "\n"})  # before the first word of a sentence
OPENS = re.compile(r"(^|[.!?:;\n\"“”(,]|- )[\s\"“(]*$")


class Place(Struct, frozen=True):
    """The surroundings of a number."""

    text: str
    start: int
    end: int
    matched: str  # folded
    before: str  # the word before, folded; "" where punctuation stands between
    opens: bool  # a sentence, a line or a clause opens here
    joined: bool  # part of a name, a fraction, an address: "F-16", "24/7", "ke-11"
    named: bool  # the word before makes it a name or an ordinal
    scored: bool  # the word before makes a pair a score
    counted: bool  # the word before makes it an amount
    aged: bool  # an age, if years are counted
    bracketed: bool
    titled: bool  # written with a capital that no start of a sentence explains, before another capital
    after_name: bool  # a word with a capital stands before it

    def upper_or_long(self, lead: str, value: Decimal) -> bool:
        """Whether the name of a measure is a word, or a capital letter before a fraction: "M6" is a model."""
        return len(lead) > 1 or (lead.upper() in self.text[self.start : self.end] and value != value.to_integral())

    def unit_end(self, end: int) -> int:
        """The end of the word that follows."""
        word = WORD.search(self.text, end)
        return word.end() if word else end


def place(text: str, copy: bytes, start: int, end: int, numbers: Numbers) -> Place:
    """What stands around text[start:end]."""
    left, right = text[max(0, start - LEFT) : start], text[end : end + 2]
    words = left.split()
    last = words[-1] if words and left[-1:].isspace() else ""
    before = (
        last.lower().strip("\"'“”(")
        if last and last[-1] not in '.,:;!?)”"'
        else last.lower()[:-1] + "."
        if last.lower().endswith(("no.", "jl.", "hal."))
        else ""
    )
    opens = start == 0 or bool(OPENS.search(left))
    tight, digit = left[-1:], left[-2:-1].isdigit()
    dash = tight in tuple("-–") and not (left[-2:-1].isspace() and copy[start : start + 1].isalpha())
    joined = tight in tuple("#&@+") or dash or (tight in tuple("/.,:") and digit)
    joined = (joined and not AFTER_UNIT.search(left)) or left.lower().endswith(GLUED)
    joined = joined or (copy[end - 1 : end].isdigit() and right[:1] in tuple("-–/.:,+") and right[1:2].isdigit())
    joined = joined or (right[:1] in (".", ")") and (start == 0 or "\n" in left[-2:]))
    name = bool(
        last[:1].isupper() and not opens and not _opening(left, last) and not (start <= LEFT and left.split() == [last])
    )
    list_word = before in _set(numbers.names)
    ages = before in _set(numbers.ages) or aged(copy, start, numbers.age_nouns) or (tight == "(" and right[:1] == ")")
    return Place(
        text=text,
        start=start,
        end=end,
        matched=copy[start:end].decode(),
        before=before,
        opens=opens,
        joined=joined,
        named=list_word or (name and before not in _set(numbers.counted) and last[-1:].isalpha()),
        scored=before in _set(numbers.scores),
        counted=before in _set(numbers.counted),
        aged=ages or left.rstrip().endswith((",", "(")),
        titled=not opens and text[start : start + 1].isupper() and text[end : end + 2].strip()[:1].isupper(),
        bracketed=tight == "(" and right[:1] == ")",
        after_name=bool(words and words[-1] == "(" and len(words) > 1 and words[-2][:1].isupper())
        or (tight in tuple("(\n") and bool(NAMED_ASIDE.search(left))),
    )


def _opening(left: str, last: str) -> bool:
    """Whether the last word of a stretch opens a sentence, so that its capital says nothing."""
    before = left.rstrip().removesuffix(last)
    end = len(before)
    while end and (before[end - 1].isspace() or before[end - 1] in QUOTES):
        end -= 1
    opens = not end or before[end - 1] in ".!?:" or not OPENING.isdisjoint(before[end:])
    return opens and len(left.split()) > 1


def noun(here: Place, end: int, numbers: Numbers) -> tuple[int, str]:
    """(end, noun) of what is counted behind a number: up to four words of one phrase; "" where no noun follows."""
    words: list[str] = []
    stop = end
    for match in WORD.finditer(here.text, end, end + RIGHT):
        gap = here.text[stop : match.start()]
        if gap.strip() or "\n" in gap or len(words) == WORDS:
            break
        word = match[0].lower()
        stops = _set(numbers.stops) if words else _set(numbers.stops) - _set(numbers.times)
        if word in stops or (word not in _set(numbers.nouns) and _verb(word, numbers.endings, first=not words)):
            break
        if (
            words
            and match[0][:1].isupper()
            and not words[-1][:1].isupper()
            and words[-1].lower() not in numbers.classifiers
        ):
            break
        words.append(match[0])
        stop = match.end()
        if words[0].lower() in numbers.times:
            return stop, words[0].lower()
    if len(words) > 1 and words[0].lower() in numbers.classifiers:
        words = words[1:]
    if words and numbers.possessive and len(words[-1]) > len(numbers.possessive) + 3:
        words[-1] = words[-1].removesuffix(numbers.possessive)
    return stop, " ".join(words)


def others(here: Place, end: int, numbers: Numbers) -> int:
    """The end of a word that stands for a noun named before ("lainnya"); `end` where there is none."""
    behind = here.text[end : end + RIGHT].lower()
    for word in numbers.others:
        if behind.lstrip().startswith(word) and not behind.lstrip()[len(word) : len(word) + 1].isalpha():
            return end + len(behind) - len(behind.lstrip()) + len(word)
    return end


def per(here: Place, end: int, numbers: Numbers) -> tuple[int, str]:
    """(end, duration) of "per tahun", "/bulan" or "sepekan" behind a unit; "" where there is none."""
    spans, each = numbers.words.get("span", {}), numbers.words.get("each", {})
    match = _per(tuple(spans), tuple(each), numbers.apart).match(here.text[end : end + RIGHT].lower())
    return (end + match.end(), (spans | each)[match[1] or match[2]]) if match else (end, "")


@cache
def _per(spans: tuple[str, ...], each: tuple[str, ...], apart: tuple[str, ...]) -> re.Pattern[str]:
    span, whole, other = ("|".join(map(re.escape, words)) or "(?!)" for words in (spans, each, apart))
    return re.compile(
        rf"(?:\s?/\s?|\s(?:per|a|an|setiap|tiap)\s)({span})\b|\s(?:dalam\s)?({whole})\b(?!\s(?:{other})\b)"
    )


def _verb(word: str, endings: tuple[str, ...], *, first: bool) -> bool:
    """Whether a word's beginning and end show a verb or a particle; a first word is a noun in doubt."""
    for ending in endings:
        head, _, tail = ending.partition("+")
        long = len(word) > len(head) + len(tail) + 2
        if long and (not first or (head and tail)) and word.startswith(head) and word.endswith(tail):
            return True
    return False


@cache
def _set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)
