"""What a file gives, made into a report."""

import hashlib
from typing import NamedTuple
from urllib.parse import urlsplit

from runut.lang import has_pack
from runut.lang.identify import identify
from runut.read.dates import published
from runut.text import digest, settle
from runut.types import Issue, Report

LONG = 1_000_000  # characters; more are hardly one report, and cost a second for each 100,000


class Given(NamedTuple):
    """The fields of one report as its file gives them."""

    where: str  # file and entry, for people
    text: str
    url: str = ""
    title: str = ""
    published: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    lang: str = ""
    issues: tuple[Issue, ...] = ()


def report(given: Given, raw: bytes) -> Report | Issue:
    """The report with the issues found on the way; an Issue where there is no text."""
    text = settle(given.text)
    if not text.strip():
        return Issue("report-empty", given.where)
    lang = given.lang or identify(text)
    issues = [*given.issues]
    day = published(given.published, lang)
    if given.published and not day:
        issues.append(Issue("published-unreadable", f"{given.where}: {short(given.published)}"))
    if len(text) > LONG:
        issues.append(Issue("report-long", f"{given.where}: {len(text):,}"))
    if not has_pack(lang):
        issues.append(Issue("language-without-pack", f"{given.where}: {lang}"))
    outlet = settle(given.outlet).strip() or _host(given.url)
    return Report(
        id="r-" + digest(outlet, given.url, text),
        text=text,
        lang=lang,
        outlet=outlet,
        url=given.url,
        title=settle(given.title).strip(),
        authors=given.authors,
        published=day,
        raw=hashlib.sha256(raw).hexdigest(),
        issues=tuple(issues),
    )


def short(value: object) -> str:
    """A value as a message quotes it: escaped, and cut after 40 characters."""
    shown = ascii(value) if not isinstance(value, str) or not value.isprintable() else repr(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"


def _host(url: str) -> str:
    """The site of a web address, without "www."; "" for a file."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") if "//" in url else ""
    except ValueError:
        return ""
