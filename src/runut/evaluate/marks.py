"""Which marks of a report are right, one by one."""

from collections.abc import Sequence
from typing import Any

from runut.evaluate.documents import AGREE, BOILERPLATE, Row, located, number, optional, stretch, vague
from runut.evaluate.gold import Stretch, Text, interval, overlap, pairs, same_speaker

HALF = 0.5  # of a zone's characters decide what it is

Rightness = list[bool | None]  # None: annotators differ on such marks, so that they count neither way


def marks(wanted: dict[str, Any], document: dict[str, Any]) -> dict[str, Rightness]:
    """Kind -> for each mark of a document, in order, whether it is right by the annotations of its report.

    "times": overlaps an annotated one and has its value; "amounts": both bounds; "attributions": the content agrees
    and the speaker is right; "zones": boilerplate or not, as most of its characters are.
    """
    text = Text(document["report"]["text"])
    return {
        "times": _times(located(text, wanted.get("times"), lambda r: r[0]), document["times"]),
        "amounts": _amounts(located(text, wanted.get("quantities"), lambda r: r[0]), text, document["amounts"]),
        "attributions": _attributions(
            located(text, wanted.get("attributions"), lambda r: r["content"]), document["attributions"]
        ),
        "zones": _zones(text, wanted.get("boilerplate") or (), document["zones"]),
    }


def _times(gold: Sequence[Row], found: Sequence[dict[str, Any]]) -> Rightness:
    places = [stretch(m["span"]) for m in found]
    values = [interval(m["value"]["value"], m["value"].get("until", "")) for m in found]
    matched = {j: i for i, j in pairs([at for at, _ in gold], places, lambda _i, _j: True)}
    wanted = [interval(str(row[1])) for _, row in gold]
    return [
        wanted[matched[j]] == value if j in matched else None if vague(value) else False
        for j, value in enumerate(values)
    ]


def _amounts(gold: Sequence[Row], text: Text, found: Sequence[dict[str, Any]]) -> Rightness:
    places = [stretch(m["span"]) for m in found]

    def same(i: int, j: int) -> bool:
        row, value = gold[i][1], found[j]["value"]
        return (number(row[1]), number(row[2])) == (number(value["low"]), number(value["high"]))

    right = {j for _, j in pairs([at for at, _ in gold], places, same)}
    free = [optional(text.text[slice(*at)], m["value"]["unit"]) for at, m in zip(places, found, strict=True)]
    return [True if j in right else None if free[j] else False for j in range(len(found))]


def _attributions(gold: Sequence[Row], found: Sequence[dict[str, Any]]) -> Rightness:
    places = [stretch(a["content"]) for a in found]

    def agree(i: int, j: int) -> bool:
        a, b = gold[i][0], places[j]
        return 2 * overlap(a, b) / (a[1] - a[0] + b[1] - b[0]) >= AGREE

    matched = {j: gold[i][1] for i, j in pairs([at for at, _ in gold], places, agree)}
    return [j in matched and _says(matched[j], a) for j, a in enumerate(found)]


def _says(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    return not gold.get("speaker") or same_speaker(gold["speaker"], found.get("speaker") or "")


def _zones(text: Text, gold: Sequence[str], found: Sequence[dict[str, Any]]) -> Rightness:
    wanted = [at for at in map(text.find, gold) if at]
    return [_is_boilerplate(stretch(z["span"]), wanted) == (z["value"]["kind"] in BOILERPLATE) for z in found]


def _is_boilerplate(at: Stretch, gold: Sequence[Stretch]) -> bool:
    return sum(overlap(at, other) for other in gold) > HALF * (at[1] - at[0])
