"""Annotated stories as they lie in a folder, and how a quoted string is found in a report."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct

from runut.errors import UsageError
from runut.evaluate.forms import GoldStory, checked

Stretch = tuple[int, int]  # start and end, code points, half open


class Gold(Struct, frozen=True):
    """Annotations: story name -> what its YAML file says; report key -> the URL by which output names it."""

    stories: dict[str, dict[str, Any]]
    urls: dict[str, str]


class Tally:
    """Counts of what was found, what was found wrongly and what was missed."""

    def __init__(self) -> None:
        self.right, self.spurious, self.missed = 0, 0, 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """`found` and `wanted` include those that are right."""
        self.right += right
        self.spurious += found - right
        self.missed += wanted - right

    def scores(self) -> dict[str, float]:
        """Precision, recall and their harmonic mean, with the counts behind them; 0 where there is nothing."""
        found, wanted = self.right + self.spurious, self.right + self.missed
        p = self.right / found if found else 0.0
        r = self.right / wanted if wanted else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4), "gold": wanted, "found": found}


def load(folder: Path) -> Gold:
    """Every STORY.yaml of a folder; keys become URLs by its `articles.jsonl`, or are URLs where there is none.

    Raises UsageError when the folder holds no story, or one that cannot be scored.
    """
    import yaml

    class Plain(yaml.SafeLoader):
        """Dates stay text and "no" stays a word."""

    unwanted = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
    Plain.yaml_implicit_resolvers = {
        key: [(tag, pattern) for tag, pattern in rules if tag not in unwanted]
        for key, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    stories = {path.stem: _story(path, Plain) for path in sorted(folder.glob("*.yaml"))}
    if not stories:
        raise UsageError(f"{folder}: no STORY.yaml lies there; docs/annotation.md tells how to write one")
    return Gold(stories, _urls(folder / "articles.jsonl"))


def _story(path: Path, loader: Any) -> dict[str, Any]:
    import yaml

    try:
        story = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (a SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{path}: {' '.join(str(error).split())}") from error
    return checked(story, GoldStory, str(path))


def _urls(path: Path) -> dict[str, str]:
    """Short id -> URL; none where there is no such file."""
    if not path.exists():
        return {}
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        return {row["id"]: row["url"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: every line must be an object with id and url: {error!r}") from error


class Text:
    """A report's text in which quoted strings are found, white space folded."""

    def __init__(self, text: str) -> None:
        kept: list[str] = []
        self._at: list[int] = []
        for i, char in enumerate(text):
            blank = char.isspace()
            if not (blank and (not kept or kept[-1] == " ")):
                kept.append(" " if blank else char)
                self._at.append(i)
        self._folded = "".join(kept)
        self.text = text

    def find(self, quoted: str, after: int = -1) -> Stretch | None:
        """Where a quotation stands, the first that starts behind `after`, else the first at all; "…" is a cut."""
        start = next((k for k, i in enumerate(self._at) if i > after), len(self._at)) if after >= 0 else 0
        found = self._find(quoted, start)
        return found if found or not start else self._find(quoted, 0)

    def _find(self, quoted: str, position: int) -> Stretch | None:
        first = None
        for part in filter(None, (" ".join(p.split()) for p in quoted.split("…"))):
            k = self._folded.find(part, position)
            if k < 0:
                return None
            first = k if first is None else first
            position = k + len(part)
        return None if first is None else (self._at[first], self._at[position - 1] + 1)

    def find_all(self, quoted: Iterable[str]) -> list[Stretch | None]:
        """Where each of several quotations stands, each looked for behind the start of the one before."""
        out: list[Stretch | None] = []
        after = -1
        for string in quoted:
            found = self.find(string, after)
            out.append(found)
            after = found[0] if found else after
        return out


def overlap(a: Stretch, b: Stretch) -> int:
    """How many characters two stretches share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def pairs(gold: Sequence[Stretch], found: Sequence[Stretch], same: Any) -> list[tuple[int, int]]:
    """One-to-one pairs (gold, found) that overlap and for which `same(i, j)` holds, largest overlap first."""
    candidates = [
        (overlap(g, f), -abs(g[0] - f[0]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if overlap(g, f) and same(i, j)
    ]
    left, right, out = set(), set(), []
    for _, _, i, j in sorted(candidates, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j))
    return out


def words(name: Any) -> list[str]:
    """The words of a name, folded, without punctuation."""
    return re.sub(r"[^0-9a-z ]+", " ", str(name).casefold()).split()


def same_speaker(a: str, b: str) -> bool:
    """Whether the shorter name's words stand in the longer one; one may be missing where there are more than three."""
    short, long = sorted((set(words(a)), set(words(b))), key=len)
    return bool(short) and len(short & long) >= max(1, len(short) - (len(short) > 3))


def interval(value: str, until: str = "") -> tuple[str, ...]:
    """A time as (first day, last day, clock), so that equal times compare equal however written; vague ones by name."""
    if value.endswith("_REF") or value == "SET" or value.startswith("P"):
        return ("vague", value)
    first, _, last = (value, "", until) if until else value.partition("/")
    a, b = _ends(first), _ends(last or first)
    if a is None or b is None:
        return ("unread", value, until)
    clock = re.search(r"T(\d\d:\d\d)", first)
    return (a[0].isoformat(), b[1].isoformat(), clock[1] if clock else "")


def _ends(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO prefix or an ISO week; None when it is neither."""
    try:
        if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday, monday + timedelta(days=6)
        parts = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
        if parts is None:
            return None
        year, month, day = int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)
        first = date(year, month, day)
    except ValueError:
        return None
    if parts[3]:
        return first, first
    last_month = month if parts[2] else 12
    return first, date(year + last_month // 12, last_month % 12 + 1, 1) - timedelta(days=1)
