"""What the reports of a dossier say about a statement."""

from collections import defaultdict
from collections.abc import Sequence

from runut.compare.archive import Archive, Evidence, archive
from runut.compare.bags import Names, bags
from runut.compare.faults import Fault
from runut.compare.matching import Match, match, says_done
from runut.compare.origins import origins
from runut.compare.points import Points, points
from runut.compare.rulings import Rulings
from runut.compare.sources import Sources
from runut.compare.windows import windows
from runut.lang.outlets import outlet
from runut.types import Checked, Claim, Document, Dossier, Finding, Modality, Reason, Resolution

TRIED = 40  # sentences looked at, those first that share the rarer words
SURE = 0.9  # share of a statement at which another number is named beside the support
AS_GOOD = 0.12  # share by which a supporting sentence may fall behind the best
NEAREST = 0.4  # share of a statement's weight at which a sentence counts as near
VALUES = ("number", "time")
REASONS = {
    "opposite": "check-opposite",
    "negation": "check-negated",
    "denied": "check-denied",
    "planned": "check-planned",
    "sides": "check-sides",
}
ORDER = ("opposite", "number", "time", "negation", "denied", "sides", "name")


class Checker:
    """A dossier made ready to be asked. Making it reads every sentence; a check then takes milliseconds."""

    def __init__(self, dossier: Dossier) -> None:
        self._archive = archive(dossier)
        self._documents = {d.report.id: d for d in dossier.documents}
        names = {
            f"{m.span.report}:{m.span.start}:{m.span.end}": m.value.entity
            for d in dossier.documents
            for m in d.names
            if m.value.entity
        }
        self._resolution = Resolution(dossier.entities, names)
        self._names = Names(self._resolution)
        self._rulings = Rulings(dossier.judgements)

    def check(self, statement: Document) -> Checked:
        """Whether the reports support a statement, contradict it or do not report it, and who says so.

        The statement is read like a report. Support needs every number, time and name, the verb, its polarity and
        most of what else is said, in one sentence and what stands around it; a plan is no support for what is told as
        done. Reports that give another value are named beside the support where their findings are linked.
        """
        said = points(statement, 0, len(statement.report.text))
        mood = min(statement.claims, key=lambda c: c.span.start).modality if statement.claims else Modality.FACT
        matches = [match(said, mood, e, self._archive) for e in _candidates(self._archive, said)]
        past = says_done(said, said.start, said.end)
        backing = _backing(matches, past=past) or list(windows(said, mood, matches, self._archive))
        against = [m for m in matches if m.contradicts]
        if backing:
            against = [m for m in against if self._linked(m, backing)]
        claims = tuple(dict.fromkeys(m.claim for m in [*backing, *against] if m.claim))
        supported, named = self._origins(backing)
        contradicted, also = self._origins(against)
        return Checked(
            statement=statement.report.text,
            answer="supported" if backing else "contradicted" if against else "not_reported",
            supported_by=supported,
            contradicted_by=contradicted,
            findings=tuple(dict.fromkeys(f.id for c in claims if (f := self._finding(c)))),
            claims=claims,
            why=(*_why(backing, against, matches), *([] if named and also else [Reason("check-unnamed")])),
        )

    def _finding(self, claim: Claim | None) -> Finding | None:
        return self._archive.findings.get(claim.id) if claim else None

    def _linked(self, other: Match, backing: Sequence[Match]) -> bool:
        """Whether a sentence of another report stands in a finding with a supporting one, or in one linked to that."""
        theirs = self._finding(other.claim)
        mine = [f for m in backing if (f := self._finding(m.claim))]
        if theirs is None or other.evidence.points.report in [m.evidence.points.report for m in backing]:
            return False
        if other.faults[0].kind == "number" and other.share >= SURE and other.here >= SURE:
            return True
        return any(theirs.id in (f.id, *f.differs_from, *f.denied_by, f.denies) for f in mine)

    def _origins(self, matches: Sequence[Match]) -> tuple[tuple[str, ...], bool]:
        """(names of the independent origins, True); (the outlets, False) where no report names anybody.

        Where the sentences found name nobody, what other reports say in the same findings may.
        """
        own = [m.claim for m in matches if m.claim]
        aligned = [c for m in matches if (f := self._finding(m.claim)) and f.verdict != "differ" for c in f.claims]
        for claims in (own, aligned):
            names = self._ends(claims)
            if names:
                return names, True
        return tuple(dict.fromkeys(_outlet(m.evidence.document) for m in matches)), not matches

    def _ends(self, claims: Sequence[Claim]) -> tuple[str, ...]:
        """Names of the independent origins of claims that say one thing."""
        ids = {c.id for c in claims}
        reports = {c.span.report for c in claims}
        documents = [d for i, d in self._documents.items() if i in reports]
        said = [s for d in documents for s in bags(d, self._names) if s.claim.id in ids]
        found = origins(said, Sources(documents, self._resolution, self._names, self._rulings)) if said else ()
        return tuple(dict.fromkeys(o.name for o in found))


def _outlet(document: Document) -> str:
    report = document.report
    given = document.outlet or report.outlet
    known = outlet(given or report.url)
    return (known.name or known.key) if known else given or report.url or report.id


def _candidates(archive: Archive, said: Points) -> list[Evidence]:
    """The sentences that share most with a statement, rarer words weighing more."""
    scores: dict[int, float] = defaultdict(float)
    for key in sorted(said.keys):
        weight = archive.weight([key])
        for number in archive.index.get(key, ()):
            scores[number] += weight
    best = sorted(scores, key=lambda n: (-scores[n], n))[:TRIED]
    return [archive.evidence[n] for n in best]


def _backing(matches: Sequence[Match], *, past: bool) -> list[Match]:
    """The sentences that back a statement best; only the plainest where others tell a plan or turn who and whom.

    `past`: the statement says that it is done.
    """
    found = [m for m in matches if m.backs]
    others = [m.but for m in matches]
    if 2 * others.count("planned") >= len(found):
        found = [m for m in found if _done(m) or (not past and min(m.share, m.here) >= SURE)]
    if "sides" in others or "opposite" in others:
        found = [m for m in found if m.here >= m.share]
    best = max((m.share for m in found), default=0.0)
    return [m for m in found if m.share >= best - AS_GOOD]


def _done(found: Match) -> bool:
    """Whether a claim says that it is past."""
    p = found.evidence.points
    span = found.claim.span if found.claim else None
    return says_done(p, span.start if span else p.start, span.end if span else p.end)


def _why(backing: Sequence[Match], against: Sequence[Match], matches: Sequence[Match]) -> list[Reason]:
    if backing:
        reports = {m.evidence.points.report for m in backing}
        spans = tuple(m.claim.span for m in backing if m.claim)
        found = Reason("check-found", {"sentences": str(len(backing)), "reports": str(len(reports))}, spans)
        moods = sorted({m.claim.modality.value for m in backing if m.claim} - {Modality.FACT.value})
        return [
            found,
            *([Reason("check-mood", {"modality": ", ".join(moods)})] if moods else []),
            *({repr(f): _fault(f) for m in against for f in m.faults}.values()),
        ]
    if against:
        faults = sorted((m.faults[0] for m in against), key=lambda f: ORDER.index(f.kind))
        return list({(f.kind, f.said): _fault(f) for f in reversed(faults)}.values())[::-1]
    near = [m for m in matches if m.share >= NEAREST]
    if not near:
        return [Reason("check-nothing")]
    best = min(near, key=lambda m: (len(m.faults), -m.share))
    told = next((f for f in best.faults if f.kind in ("planned", "sides")), None)
    if told:
        return [_fault(told)]
    missing = "; ".join(dict.fromkeys(f.said for f in best.faults)) or best.evidence.document.report.lang
    return [Reason("check-missing", {"points": missing})] if best.faults else [Reason("check-nothing")]


def _fault(fault: Fault) -> Reason:
    words = {"said": fault.said, "found": fault.found}
    if fault.kind in VALUES:
        return Reason("check-other-value", words)
    return Reason(REASONS[fault.kind], words)
