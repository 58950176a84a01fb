"""Scores what was read in each report alone."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from runut.evaluate.gold import Gold, Stretch, Tally, Text, interval, overlap, pairs, same_speaker, words

BOILERPLATE = {"related", "credit", "furniture", "byline", "headline"}
AGREE = 0.8  # of characters (F1): two contents of an attribution are one
DURATIONS = frozenset(("s", "min", "h", "d", "wk", "mo", "a"))
DURATIONS |= {"detik", "menit", "jam", "hari", "pekan", "minggu", "bulan", "tahun", "dekade", "abad"}
ONE = ("seorang", "sebuah", "seekor", "sekelompok", "sepasang", "seunit", "sejumlah", "satu")

Row = tuple[Stretch, Any]


class Board:
    """Everything that is counted, and every mistake in words."""

    def __init__(self) -> None:
        names = ("times_span", "times_value", "amounts", "direct", "indirect", "boilerplate")
        self.tallies = {name: Tally() for name in names}
        names = ("time_value_given_span", "amount_unit_given_value", "speaker", "source_span", "medium", "kind")
        self.hits: dict[str, list[bool]] = {name: [] for name in names}
        self.mistakes: list[str] = []
        self.missing = 0

    def scores(self) -> dict[str, Any]:
        """By measure: {"p","r","f1","gold","found"} or {"accuracy","of"}; and how many reports the output lacks."""
        accuracies = {
            k: {"accuracy": round(sum(v) / len(v), 4) if v else 0.0, "of": len(v)} for k, v in self.hits.items()
        }
        return {"missing_reports": self.missing} | {k: t.scores() for k, t in self.tallies.items()} | accuracies


def documents(gold: Gold, output: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], list[str]]:
    """Scores by measure, and every mistake as one line: what `runut annotate --format jsonl` gave against the gold."""
    by_url = {d["report"]["url"]: d for d in output}
    board = Board()
    for story, annotated in gold.stories.items():
        for key, wanted in annotated["reports"].items():
            document = by_url.get(gold.urls.get(key, key))
            if document is None:
                _absent(board, wanted)
                board.mistakes.append(f"{story} {key}: the output has no such report")
            else:
                _report(board, f"{story} {key}", wanted, document)
    return board.scores(), board.mistakes


def _absent(board: Board, wanted: dict[str, Any]) -> None:
    """A report that the output lacks has missed all that was annotated in it, boilerplate by characters too."""
    board.missing += 1
    times = [r for r in wanted.get("times") or () if not vague(interval(str(r[1])))]
    amounts = [r for r in wanted.get("quantities") or () if not optional(r[0], str(r[3]))]
    for name, count in (("times_span", len(times)), ("times_value", len(times)), ("amounts", len(amounts))):
        board.tallies[name].add(0, 0, count)
    for row in wanted.get("attributions") or ():
        board.tallies[_kind(row)].add(0, 0, 1)
    board.tallies["boilerplate"].add(0, 0, sum(len("".join(b.split())) for b in wanted.get("boilerplate") or ()))


def _report(board: Board, where: str, wanted: dict[str, Any], document: dict[str, Any]) -> None:
    text = Text(document["report"]["text"])
    _times(board, where, located(text, wanted.get("times"), lambda r: r[0]), document)
    _amounts(board, where, located(text, wanted.get("quantities"), lambda r: r[0]), document)
    _attributions(board, where, located(text, wanted.get("attributions"), lambda r: r["content"]), document)
    _boilerplate(board, text, wanted.get("boilerplate") or (), document["zones"])


def located(text: Text, rows: Sequence[Any] | None, quoted: Callable[[Any], str]) -> list[Row]:
    """Annotated rows with where they stand; a row whose string is not in the text is left out."""
    found = text.find_all(quoted(r) for r in rows or ())
    return [(at, row) for at, row in zip(found, rows or (), strict=True) if at]


def stretch(span: dict[str, int]) -> Stretch:
    """A span of output."""
    return span["start"], span["end"]


def _times(board: Board, where: str, gold: list[Row], document: dict[str, Any]) -> None:
    """Vague adverbs ("kini", "sebelumnya") count neither as missed nor as spurious: annotators differ on them."""
    marks = [(stretch(t["span"]), t["value"]) for t in document["times"]]
    found = [(at, interval(value["value"], value.get("until", ""))) for at, value in marks]
    wanted = [(at, interval(str(row[1])), row[0]) for at, row in gold]
    matched = pairs([w[0] for w in wanted], [f[0] for f in found], _any)
    adverbs = {i for i, w in enumerate(wanted) if vague(w[1])}
    other = {j for i, j in matched if i in adverbs}
    other |= {j for j, f in enumerate(found) if vague(f[1]) and j not in {b for _, b in matched}}
    wanted = [w for i, w in enumerate(wanted) if i not in adverbs]
    found = [f for j, f in enumerate(found) if j not in other]
    matched = pairs([w[0] for w in wanted], [f[0] for f in found], _any)
    right = [wanted[i][1] == found[j][1] for i, j in matched]
    board.tallies["times_span"].add(len(matched), len(found), len(wanted))
    board.tallies["times_value"].add(sum(right), len(found), len(wanted))
    board.hits["time_value_given_span"] += right
    text = document["report"]["text"]
    for (i, j), ok in zip(matched, right, strict=True):
        if not ok:
            board.mistakes.append(f"time {where}: {wanted[i][2]!r} is {wanted[i][1]}, found {found[j][1]}")
    board.mistakes += [f"time {where}: {w[2]!r} missed" for i, w in enumerate(wanted) if i not in dict(matched)]
    kept = {j for _, j in matched}
    board.mistakes += [f"time {where}: {text[slice(*f[0])]!r} spurious" for j, f in enumerate(found) if j not in kept]


def _any(_gold: int, _found: int) -> bool:
    return True


def vague(value: tuple[str, ...]) -> bool:
    """Whether a time is an adverb like "kini"."""
    return value[0] == "vague" and value[1].endswith("_REF")


def _amounts(board: Board, where: str, gold: list[Row], document: dict[str, Any]) -> None:
    """An amount is right by both its bounds; "seorang" and durations count neither way: annotators differ on them."""
    text = document["report"]["text"]
    wanted = [(at, (number(r[1]), number(r[2])), r[0], str(r[3])) for at, r in gold]
    found = []
    for mark in document["amounts"]:
        at, value = stretch(mark["span"]), mark["value"]
        found.append((at, (number(value["low"]), number(value["high"])), text[slice(*at)], value["unit"]))

    def match() -> list[tuple[int, int]]:
        return pairs([w[0] for w in wanted], [f[0] for f in found], lambda i, j: wanted[i][1] == found[j][1])

    matched = match()
    free = {i for i, w in enumerate(wanted) if optional(w[2], w[3])}
    other = {j for i, j in matched if i in free}
    other |= {j for j, f in enumerate(found) if j not in {b for _, b in matched} and optional(f[2], f[3])}
    wanted = [w for i, w in enumerate(wanted) if i not in free]
    found = [f for j, f in enumerate(found) if j not in other]
    matched = match()
    board.tallies["amounts"].add(len(matched), len(found), len(wanted))
    for i, j in matched:
        board.hits["amount_unit_given_value"].append(bool(set(words(wanted[i][3])) & set(words(found[j][3]))))
    missed = [w for i, w in enumerate(wanted) if i not in dict(matched)]
    board.mistakes += [f"amount {where}: {w[2]!r} {w[1]} missed or of another value" for w in missed]


def number(bound: Any) -> float | None:
    """A bound as a number; None where it is open."""
    return None if bound is None else float(bound)


def optional(text: str, unit: str) -> bool:
    """Whether annotators differ on marking such an amount: "seorang", durations."""
    first = words(text)[:1]
    return (bool(first) and first[0] in ONE) or " ".join(words(unit)) in DURATIONS


def _attributions(board: Board, where: str, gold: list[Row], document: dict[str, Any]) -> None:
    text = Text(document["report"]["text"])
    found = [(stretch(a["content"]), a) for a in document["attributions"]]

    def agree(i: int, j: int) -> bool:
        a, b = gold[i][0], found[j][0]
        return 2 * overlap(a, b) / (a[1] - a[0] + b[1] - b[0]) >= AGREE

    matched = pairs([at for at, _ in gold], [at for at, _ in found], agree)
    lost, extra = set(range(len(gold))) - set(dict(matched)), set(range(len(found))) - {j for _, j in matched}
    for i, _ in matched:
        board.tallies[_kind(gold[i][1])].add(1, 1, 1)
    for i in sorted(lost):
        board.tallies[_kind(gold[i][1])].add(0, 0, 1)
        row = gold[i][1]
        board.mistakes.append(f"attribution {where}: {row['kind']} missed: {row['content'][:80]!r} by {row['speaker']}")
    for j in sorted(extra):
        board.tallies[_kind(found[j][1])].add(0, 1, 0)
        words_found = text.text[slice(*found[j][0])][:80]
        board.mistakes.append(f"attribution {where}: {_kind(found[j][1])} spurious: {words_found!r}")
    for i, j in matched:
        _source(board, where, text, (gold[i][1], found[j][1]))


def _kind(attribution: dict[str, Any]) -> str:
    return "direct" if attribution["kind"] == "direct" else "indirect"


def _source(board: Board, where: str, text: Text, matched: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """Speaker, source and medium of one attribution that was found."""
    gold, found = matched
    board.hits["kind"].append(_kind(gold) == _kind(found))
    if gold.get("speaker"):
        right = same_speaker(gold["speaker"], found.get("speaker") or "")
        board.hits["speaker"].append(right)
        if not right:
            board.mistakes.append(f"speaker {where}: {gold['speaker']!r}, found {found.get('speaker')!r}")
    if gold.get("source"):
        at = text.find(str(gold["source"]))
        board.hits["source_span"].append(bool(at and found.get("source") and overlap(at, stretch(found["source"]))))
    if len(gold.get("chain") or ()) > 1:
        media = [hop["name"] for hop in (found.get("chain") or ())[1:]]
        board.hits["medium"].append(any(same_speaker(gold["chain"][1], name) for name in media))


def _boilerplate(board: Board, text: Text, gold: Iterable[str], zones: Iterable[dict[str, Any]]) -> None:
    """By characters that are not blank."""

    def characters(stretches: Iterable[Stretch]) -> set[int]:
        return {i for at in stretches for i in range(*at) if not text.text[i].isspace()}

    wanted = characters(at for at in map(text.find, gold) if at)
    found = characters(stretch(z["span"]) for z in zones if z["value"]["kind"] in BOILERPLATE)
    board.tallies["boilerplate"].add(len(wanted & found), len(found), len(wanted))
