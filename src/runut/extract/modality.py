"""How surely a clause is meant."""

from collections.abc import Iterator

from runut.extract.reading import Reading
from runut.lang import language
from runut.types import Attribution, Modality

ORDER = (Modality.DENIED, Modality.CONDITIONAL, Modality.ALLEGED, Modality.ESTIMATED, Modality.PLANNED)
REACH = 3  # words before a denial in which a negation takes it back
WINDOW = 40  # characters in which these stand


def modality(reading: Reading, start: int, end: int, by: Attribution | None) -> Modality:
    """The strongest modality that a cue in the clause, or the cue that attributes it, gives; FACT without one."""
    found = set(_told(reading, start, end))
    if by is not None and by.cue is not None:
        found |= set(_told(reading, by.cue.start, by.cue.end))
    return next((m for m in ORDER if m.value in found), Modality.FACT)


def _told(reading: Reading, start: int, end: int) -> Iterator[str]:
    """The modalities of the cues in a stretch, no denial that is itself negated ("tidak membantah")."""
    for first, _, (kind, value) in reading.tags(start, end):
        if kind == "modality" and not (value == Modality.DENIED.value and _negated(reading, first)):
            yield value


def _negated(reading: Reading, at: int) -> bool:
    """Whether a negation stands shortly before, with nothing between that begins anew."""
    actions = language(reading.document.report.lang).actions
    words = [w for _, _, w in reading.words(max(0, at - WINDOW), at)][-REACH:]
    for word in reversed(words):
        if word in actions.negations:
            return True
        if word in actions.joins or word in actions.contrasts:
            return False
    return False
