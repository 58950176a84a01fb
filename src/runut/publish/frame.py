"""The frame's language: everything on the page that no report says. English and Indonesian, through gettext."""

import functools
import re
from decimal import Decimal

from babel import Locale
from babel.numbers import format_compact_currency, format_currency, format_decimal, is_currency
from babel.support import NullTranslations, Translations

from runut.errors import UsageError
from runut.lang.packs import DATA
from runut.lang.phrases import FRAMES
from runut.types import Amount

LOCALES = DATA / "locale"
_BIG = 1_000_000  # money from here on is written as "320 M"
_ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT"}
_CLOCK = re.compile(r"(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?")

# What steers a terminal or hides text: controls, marks of direction, lone surrogates.
_RISKY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with every character that could steer a terminal or a page shown as U+FFFD; same length."""
    return _RISKY.sub("\ufffd", text)


class Frame:
    """One frame language: messages, dates, numbers."""

    def __init__(self, tag: str) -> None:
        """`tag`: one of FRAMES. Raises UsageError for any other."""
        if tag not in FRAMES:
            raise UsageError(f"no frame language {tag!r}; there are: {', '.join(FRAMES)}")
        self.tag = tag
        self.locale = Locale.parse({"en": "en_GB", "id": "id_ID"}[tag])
        self.translations: NullTranslations = (
            NullTranslations() if tag == "en" else Translations.load(LOCALES, [tag], domain="runut")
        )

    def gettext(self, message: str, **words: object) -> str:
        """A message in the frame language, with its %(places)s filled."""
        said = self.translations.ugettext(message)
        return said % words if words else said

    def ngettext(self, one: str, many: str, num: int, **words: object) -> str:
        """A message that depends on a number; %(num)s is the number."""
        said: str = self.translations.ungettext(one, many, num)
        return said % {"num": format_decimal(num, locale=self.locale), **words}

    def counts(self, outlets: int, publishers: int, origins: int) -> str:
        """How many say so: outlets, publishers, origins."""
        return " · ".join(
            (
                self.ngettext("%(num)s outlet", "%(num)s outlets", outlets),
                self.ngettext("%(num)s publisher", "%(num)s publishers", publishers),
                self.ngettext("%(num)s origin", "%(num)s origins", origins),
            )
        )

    def hour(self, hour: str) -> str:
        """A clock time or a part of day, as it follows the "T" of a time."""
        clock = _CLOCK.fullmatch(hour)
        if clock:
            zone = (clock[2] or "").replace("Z", "+00:00")
            if self.tag == "id" and zone in _ZONES:
                return f"{clock[1].replace(':', '.')} {_ZONES[zone]}"
            return (
                f"{clock[1]} UTC{zone.removesuffix(':00').replace('+0', '+').replace('-0', '-')}" if zone else clock[1]
            )
        parts = {
            "NI": self.gettext("before dawn"),
            "MO": self.gettext("morning"),
            "MI": self.gettext("midday"),
            "AF": self.gettext("afternoon"),
            "EV": self.gettext("evening"),
            "DT": self.gettext("daytime"),
        }
        return parts.get(hour, hour)

    def amount(self, amount: Amount) -> str:
        """An amount with its unit: "≈ 11,000 tentara", "≥ 70 %", "US$ 320 M – 1.3 bn"."""
        low, high = amount.low, amount.high
        if low is None and high is None:
            text = "?"
        elif low == high:
            text = self._number(low, amount.unit)
        elif high is None:
            text = f"≥ {self._number(low, amount.unit)}"
        elif low is None:
            text = f"≤ {self._number(high, amount.unit)}"
        else:
            text = f"{self._number(low, amount.unit)} – {self._number(high, amount.unit)}"
        unit = {"percent": "%"}.get(amount.unit, "" if _money(amount.unit) else amount.unit)
        return clean(("≈ " if amount.approx else "") + text + (f" {unit}" if unit else "") + self._per(amount.per))

    def _number(self, number: Decimal | None, unit: str) -> str:
        if number is None or not number.is_finite():
            return "?"
        if not _money(unit):
            return format_decimal(number, locale=self.locale, decimal_quantization=False)
        if abs(number) >= _BIG:
            return format_compact_currency(number, unit, locale=self.locale, fraction_digits=2)
        return format_currency(number, unit, "¤#,##0.##", locale=self.locale, currency_digits=False)

    def _per(self, per: str) -> str:
        words = {"P1Y": self.gettext("a year"), "P1M": self.gettext("a month"), "P1D": self.gettext("a day")}
        return f" {words.get(per, '/ ' + per)}" if per else ""


def _money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper() and is_currency(unit)


@functools.cache
def frame(tag: str) -> Frame:
    """The frame of a language, made once."""
    return Frame(tag)


def labels(of: Frame) -> dict[str, dict[str, str]]:
    """Words for the fixed vocabularies: verdicts, modalities, roles, kinds, zones, precisions."""
    return _of_statements(of) | _of_things(of)


def _of_statements(of: Frame) -> dict[str, dict[str, str]]:
    _ = of.gettext
    return {
        "verdict": {
            "single": _("single"),
            "agree": _("agree"),
            "compatible": _("compatible"),
            "differ": _("differ"),
            "denied": _("denied"),
        },
        "modality": {
            "fact": "",
            "planned": _("planned"),
            "alleged": _("alleged"),
            "denied": _("denial"),
            "conditional": _("conditional"),
            "estimated": _("estimated"),
        },
        "role": {
            "outlet": _("outlet"),
            "wire": _("news agency"),
            "medium": _("medium"),
            "institution": _("institution"),
            "person": _("person"),
            "document": _("document"),
            "unnamed": _("unnamed"),
        },
    }


def _of_things(of: Frame) -> dict[str, dict[str, str]]:
    _ = of.gettext
    return {
        "kind": {
            "person": _("person"),
            "organisation": _("organisation"),
            "place": _("place"),
            "country": _("country"),
            "agency": _("news agency"),
            "work": _("work"),
            "other": _("other"),
        },
        "zone": {
            "headline": _("headline"),
            "dateline": _("dateline"),
            "byline": _("byline"),
            "caption": _("caption"),
            "related": _("link to another report"),
            "credit": _("credit"),
            "furniture": _("page furniture"),
        },
        "precision": {
            "clock": _("to the minute"),
            "part of day": _("part of the day"),
            "day": _("to the day"),
            "week": _("to the week"),
            "range": _("a range"),
            "month": _("to the month"),
            "year": _("to the year"),
            "vague": _("vague"),
        },
    }


def shorten(text: str, most: int) -> str:
    """The text on one line, cut at a word with "…" where it is longer than `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    at = len(cut) if line[most - 1] == " " else cut.rfind(" ")
    return (cut[:at] if at > most // 2 else cut).rstrip(" ,;:–-") + "…"
