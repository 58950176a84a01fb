"""How surely a clause is meant."""

from runut.extract.reading import Reading
from runut.types import Attribution, Modality

ORDER = (Modality.DENIED, Modality.CONDITIONAL, Modality.ALLEGED, Modality.ESTIMATED, Modality.PLANNED)


def modality(reading: Reading, start: int, end: int, by: Attribution | None) -> Modality:
    """The strongest modality that a cue in the clause, or the cue that attributes it, gives; FACT without one."""
    found = {value for _, _, (kind, value) in reading.tags(start, end) if kind == "modality"}
    if by is not None and by.cue is not None:
        found |= {value for _, _, (kind, value) in reading.tags(by.cue.start, by.cue.end) if kind == "modality"}
    return next((m for m in ORDER if m.value in found), Modality.FACT)
