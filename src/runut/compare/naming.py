"""Whether a sentence, or what stands around it, names whom a statement names."""

from collections.abc import Iterator
from itertools import pairwise

from runut.compare.archive import Archive, Evidence, other_names
from runut.compare.bags import WORD
from runut.compare.faults import Fault
from runut.compare.points import Points, Word, keys_of
from runut.lang import language
from runut.text import fold
from runut.types import Mark, Name

SPELLED = 5  # letters above which names of two languages may differ by one


def name_faults(statement: Points, evidence: Evidence, archive: Archive) -> Iterator[Fault]:
    """Names that neither the sentence nor what stands around it gives, or only beside another of their kind."""
    found = [held(m, statement, evidence, archive) for m in statement.names]
    for mark, where in zip(statement.names, found, strict=True):
        if where == "here" or (where and _topic(mark, statement, evidence)):
            continue
        acting = mark.value.kind == "place" and mark.span.start == statement.start and "here" in found
        if where == "" or acting or _another(mark, statement, evidence):
            yield Fault("name", mark.value.text)
    titles = language(statement.tag).titles.forms("role", "rank", "honorific")
    for w in statement.words:
        known = evidence.keys | evidence.around.keys if w.form in titles else evidence.keys
        if w.capital and not w.within and not w.weak and " " not in w.form and not w.keys & known:
            yield Fault("name", w.form)


def _topic(mark: Mark[Name], statement: Points, evidence: Evidence) -> bool:
    """Whether a name is what a report's title is about and no more than said of another that the sentence names."""
    first = min(statement.names, key=lambda m: m.span.start)
    if mark is first or mark.value.kind == "place":
        return False
    title = evidence.around.near[0][0]
    parts = parts_of(mark, statement)
    before = max((w for w in statement.words if w.end <= mark.span.start), key=lambda w: w.end, default=None)
    noun = before is not None and not before.weak and not before.acts and bool(before.keys & evidence.keys)
    return noun and all(w.keys & title for w in parts)


def held(mark: Mark[Name], statement: Points, evidence: Evidence, archive: Archive) -> str:
    """Where a name stands: "here" in the sentence, "around" it, "" nowhere."""
    entities = archive.spelled.get(fold(mark.value.text), frozenset())
    ways = [[w.keys for w in parts_of(mark, statement)]]
    ways += [[keys_of(m.group(), statement.tag) for m in WORD.finditer(o)] for o in other_names(mark.value.text)]

    def has(keys: frozenset[str], known: frozenset[str]) -> bool:
        return bool(entities & known) or any(all(k & keys for k in way) for way in ways if way)

    if has(evidence.keys, evidence.entities) or _abroad(mark, statement, evidence):
        return "here"
    if _referred(mark, statement, evidence) and any(has(k, e) for k, e in _salient(evidence, place=True)):
        return "here"
    told = speakers(statement, evidence)
    place = mark.value.kind in ("place", "other")
    own = frozenset(k for w in statement.words if not w.weak and w.start >= mark.span.end for k in w.keys)
    own |= frozenset(k for w in statement.words if not w.weak and w.end <= mark.span.start for k in w.keys)
    short = _short if mark.value.kind == "person" else _pieced
    if short(mark, statement, evidence):
        return "here"
    near = any(has(keys | told, known) and (not place or keys & own) for keys, known in _salient(evidence, place=place))
    return "around" if near else ""


def _short(mark: Mark[Name], statement: Points, evidence: Evidence) -> bool:
    """Whether a sentence has one word of a person's name by itself, and title, lead or sentence before the whole."""
    parts = [w.keys for w in parts_of(mark, statement)]
    if len(parts) < 2 or not any(all(p & keys for p in parts) for keys, _ in evidence.around.near):
        return False
    titles = language(evidence.points.tag).titles.forms("role", "rank", "honorific")
    words = [w for w in evidence.points.words if " " not in w.form]
    ours = [i for i, w in enumerate(words) if (w.capital or not i) and any(w.keys & p for p in parts)]
    for i in ours:
        beside = [words[k] for k in (i - 1, i + 1) if 0 <= k < len(words) and k not in ours]
        if not any(b.capital and b.form not in titles for b in beside):
            return True
    return False


def _abroad(mark: Mark[Name], statement: Points, evidence: Evidence) -> bool:
    """Whether a sentence in another language spells a name with one letter more or less, or another: "Tehran"."""
    if statement.tag == evidence.points.tag:
        return False
    forms = [w.form for w in evidence.points.words if w.capital]
    return all(any(_one_letter(w.form, f) for f in forms) for w in parts_of(mark, statement))


def _one_letter(left: str, right: str) -> bool:
    """Whether two long forms are one but for one letter."""
    short, long = sorted((left, right), key=len)
    if len(short) < SPELLED or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _referred(mark: Mark[Name], statement: Points, evidence: Evidence) -> bool:
    """Whether the noun before a name is pointed back at in a sentence: "serangan Israel" and "serangan itu"."""
    before = max((w for w in statement.words if w.end < mark.span.start), key=lambda w: w.end, default=None)
    if before is None or before.weak or mark.span.start - before.end > 1:
        return False
    back = language(evidence.points.tag).checks.back
    words = [w for w in evidence.points.words if " " not in w.form]
    return any(a.keys & before.keys and b.form in back for a, b in pairwise(words))


def _pieced(mark: Mark[Name], statement: Points, evidence: Evidence) -> bool:
    """Whether a sentence holds a part of a longer name, and its report's title the rest: "Dividen Antap"."""
    parts = parts_of(mark, statement)
    here = [bool(w.keys & evidence.keys) for w in parts]
    return any(here) and all(h or w.keys & evidence.around.near[0][0] for h, w in zip(here, parts, strict=True))


def _salient(evidence: Evidence, *, place: bool) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """What a sentence may leave unsaid: the place that title, lead or the sentence before give; else not the lead."""
    near = evidence.around.near
    return near if place else (near[0], *near[-1:])


def speakers(statement: Points, evidence: Evidence) -> frozenset[str]:
    """Keys of who speaks in a sentence, where the statement tells of saying or the sentence of the speaker himself."""
    pack = language(evidence.points.tag)
    speech = language(statement.tag).actions.speech
    own = any(w.form in pack.checks.told for w in evidence.points.words)
    return evidence.around.told if own or any(w.form in speech for w in statement.words) else frozenset()


def parts_of(mark: Mark[Name], statement: Points) -> list[Word]:
    """The words of a name that tell it from others."""
    words = [w for w in statement.words if mark.span.start <= w.start and w.end <= mark.span.end and " " not in w.form]
    heads = language(statement.tag).checks.heads
    common = mark.value.kind != "organisation" and words and any(k[0] == "@" for k in words[0].keys)
    if len(words) > 1 and words[0].start == statement.start and common:
        words = words[1:]  # an ordinary word, its capital is the sentence's
    return [w for w in words if w.form not in heads] or words


def _another(mark: Mark[Name], statement: Points, evidence: Evidence) -> bool:
    """Whether a sentence that leaves a name to its context has another of its kind, or nothing that points back."""
    place = mark.value.kind in ("place", "other")
    if not place and not _points_back(evidence):
        return not _subject(mark, statement, evidence)
    said = frozenset(k for w in statement.words if w.within == "name" for k in w.keys)
    for other in evidence.points.names:
        if (other.value.kind == "place") != place or other.value.kind in ("agency", "work"):
            continue
        if other.value.entity and other.value.entity in evidence.around.entities and place:
            continue
        words = [w for w in evidence.points.words if other.span.start <= w.start and w.end <= other.span.end]
        if not any(w.keys & said for w in words):
            return True
    return False


def _subject(mark: Mark[Name], statement: Points, evidence: Evidence) -> bool:
    """Whether a report's title names somebody or something, and the sentence no other of the kind."""
    title = evidence.around.near[0][0]
    person = mark.value.kind == "person"
    others = (m for m in evidence.points.names if m.value.kind not in ("place", "work", "other"))
    return all(w.keys & title for w in parts_of(mark, statement)) and not any(
        (m.value.kind == "person") == person for m in others
    )


def _points_back(evidence: Evidence) -> bool:
    checks = language(evidence.points.tag).checks
    return any(
        w.form in checks.back or (bool(checks.back_endings) and w.form.endswith(checks.back_endings))
        for w in evidence.points.words
    )
