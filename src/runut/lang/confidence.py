"""The shape of `data/lang/<tag>/confidence.yaml`: how often marks were right where people annotated them."""

from msgspec import Struct

from runut.types import Amount, Attribution, Mark, Name, When, Zone

MEASURED = ("person", "organisation", "place", "agency")  # kinds of names that annotated data know
MOST = 0.99  # so few were annotated that nothing can be surer
Path = tuple[str, ...]  # kind of mark, then how it was made, the general first


class Confidence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Counts by kind of mark and, below it, by how the mark was made. Written by `train/confidence.py`."""

    weights: dict[str, float] = {}  # kind -> how many marks the estimate of the step above counts as
    errors: dict[str, float] = {}  # kind -> how many times as many are wrong in reports that rules were not made on
    counts: dict[str, tuple[int, int]] = {}  # "times", "times|stated", "times|stated|calendar:iso" -> right, of all

    def of(self, path: Path) -> float | None:
        """Probability that a mark made in this way is right, two digits; None where its kind was never measured.

        The m-estimate (Cestnik 1990) at every step of the path: what was counted there, and the estimate of the step
        above as if as many marks as `weights` says had been counted for it; above the first step one right and one
        wrong (Laplace). Then every error counts as often as `errors` says.
        """
        if path[0] not in self.counts:
            return None
        weight = self.weights.get(path[0], 1.0)
        right, every = self.counts[path[0]]
        found = (right + 1) / (every + 2)
        for end in range(2, len(path) + 1):
            right, every = self.counts.get("|".join(path[:end]), (0, 0))
            found = (right + weight * found) / (every + weight)
        return min(MOST, round(found / (found + self.errors.get(path[0], 1.0) * (1 - found)), 2))

    def counted(self, path: Path) -> tuple[int, int]:
        """(right, all) of those annotated, at the last step of a path that was met at all; (0, 0) for none."""
        known = (self.counts.get("|".join(path[:end])) for end in range(len(path), 0, -1))
        return next(filter(None, known), (0, 0))


def path(made: Mark[Name] | Mark[When] | Mark[Amount] | Mark[Zone] | Attribution, text: str) -> Path:
    """What kind of mark it is and how it was made; `text`: of its report."""
    if isinstance(made, Attribution):
        return "attributions", made.chain[0].role if made.chain else "unknown", told(made, text)
    match made.value:
        case When():
            return "times", made.value.basis, made.rule
        case Amount():
            return "amounts", made.rule
        case Zone():
            return "zones", made.value.kind, made.rule
        case Name():
            return "names" if made.value.kind in MEASURED else "other names", made.rule, made.value.kind


def told(found: Attribution, text: str) -> str:
    """How its speaker is known: "named", "referred" to by other words, "carried" over from before, or "unknown"."""
    if not found.speaker:
        return "unknown"
    if found.source is None:
        return "carried"
    words = text[found.source.start : found.source.end]
    return "named" if found.speaker in words or words in found.speaker else "referred"
