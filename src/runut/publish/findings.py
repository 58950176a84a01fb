"""Findings as rows, chains and disagreements."""

from collections.abc import Iterable, Sequence

from runut.publish import phrases
from runut.publish.claims import claim_mark
from runut.publish.frame import Frame, clean
from runut.publish.moments import written
from runut.publish.places import Places
from runut.publish.views import Cell, Chain, Group, HopView, OriginView, Quote, Row, Side, Versus
from runut.text import fold
from runut.types import Amount, Claim, Finding, Hop, Name, Origin, Span, Value, When

SIDES = 4  # accounts shown side by side
_ORDER = ("denied", "differ", "agree", "compatible", "single")


class Findings:
    """Makes the views of a dossier's findings; knows all of them, as they point to each other."""

    def __init__(self, findings: Sequence[Finding], places: Places, frame: Frame) -> None:
        self.by_id = {x.id: x for x in findings}
        self.places = places
        self.frame = frame

    def rows(self, findings: Iterable[Finding]) -> list[Row]:
        """Those with most outlets first; among equals what is disputed first, then as the reports tell it."""
        ranked = sorted(findings, key=lambda x: (-x.outlets, _ORDER.index(x.verdict)))
        return [self.row(x) for x in ranked]

    def row(self, finding: Finding) -> Row:
        """One finding."""
        cells: dict[str, list[Cell]] = {}
        for claim in finding.claims:
            cell = self._cell(claim, finding)
            cells.setdefault(cell.ref.key, []).append(cell)
        return Row(
            id=finding.id,
            quote=self.places.quote(finding.claims[0].span),
            modality=finding.modality.value,
            verdict=finding.verdict,
            cells={k: tuple(v) for k, v in cells.items()},
            groups=_grouped(cells),
            origins=tuple(self._origin(o, finding) for o in finding.origins),
            unattributed=finding.unattributed,
            outlets=finding.outlets,
            publishers=finding.publishers,
            denied_by=self._quotes(finding.denied_by),
            denies=self._quotes((finding.denies,)),
            differs=self._quotes(finding.differs_from),
            why=tuple(self.places.told(r, self.frame) for r in finding.why),
            caption=all(c.caption for c in finding.claims),
            unsure=phrases.unsure_source(_best(c.confidence for c in finding.claims), self.frame),
        )

    def _quotes(self, ids: Iterable[str]) -> tuple[Quote, ...]:
        return tuple(self.places.quote(self.by_id[i].claims[0].span) for i in ids if i in self.by_id)

    def _cell(self, claim: Claim, finding: Finding) -> Cell:
        mark = claim_mark(claim, finding)
        return Cell(
            ref=self.places.ref(mark.span if mark else claim.span),
            value=self.value(mark.value) if mark else "",
            words=self.places.words(mark.span) if mark else "",
            lang=self.places.lang(claim.span.report),
            modality=claim.modality.value,
            caption=claim.caption,
            unsure=phrases.unsure_value(mark.confidence if mark else None, self.frame),
        )

    def value(self, value: Value) -> str:
        """A value in the frame language."""
        match value:
            case Amount():
                return self.frame.amount(value)
            case When():
                return clean(written(value, self.frame))
            case Name():
                return clean(value.text)

    def _origin(self, origin: Origin, finding: Finding) -> OriginView:
        reports = {c.chain: c.span.report for c in finding.claims}
        chains = dict.fromkeys(self._names(c, reports.get(c, "")) for c in origin.chains)
        why = self.places.told(origin.why, self.frame) if origin.why else ""
        return OriginView(name=clean(origin.name), role=origin.role, chains=tuple(chains), why=why)

    def _names(self, chain: tuple[Hop, ...], report: str) -> tuple[str, ...]:
        """Names of a chain's hops, a report that is known by its short name and outlet."""
        names = tuple(self._hop(h).name for h in chain)
        if report not in self.places.keys:
            return names
        first = f"{self.places.keys[report]} {self.places.outlet(report)}".strip()
        return (first, *(self._hop(h).name for h in _after_outlet(chain)))

    def _hop(self, hop: Hop) -> HopView:
        name = clean(" ".join(hop.name.split())) or self.frame.gettext("outlet not stated")
        return HopView(name=name, role=hop.role, node=hop.entity or fold(hop.name))

    def chains(self, findings: Iterable[Finding]) -> tuple[tuple[Chain, ...], tuple[tuple[str, int], ...]]:
        """Every way that statements came, those with most statements first; and how many each report gives bare."""
        ways: dict[tuple[str, tuple[str, ...]], list[Claim]] = {}
        bare: dict[str, set[Span]] = {}
        for claim in _once(findings):
            key = self.places.keys.get(claim.span.report, "r?")
            if hops := _after_outlet(claim.chain):
                ways.setdefault((key, tuple(h.entity or fold(h.name) for h in hops)), []).append(claim)
            else:
                bare.setdefault(key, set()).add(claim.span)
        found = [self._chain(key, claims) for (key, _), claims in ways.items()]
        found.sort(key=lambda c: (-len(c.quotes), int(c.key[1:] or 0)))
        return tuple(found), tuple((k, len(v)) for k, v in sorted(bare.items(), key=lambda x: int(x[0][1:])))

    def _chain(self, key: str, claims: list[Claim]) -> Chain:
        first = claims[0]
        outlet = HopView(name=self.places.outlet(first.span.report), role="outlet", node=key)
        hops = (outlet, *(self._hop(h) for h in _after_outlet(first.chain)))
        spans = dict.fromkeys(c.span for c in sorted(claims, key=lambda c: c.span))
        unsure = phrases.unsure_source(_best(c.confidence for c in claims), self.frame)
        return Chain(key=key, hops=hops, quotes=tuple(self.places.quote(s) for s in spans), unsure=unsure)

    def versus(self, findings: Iterable[Finding]) -> tuple[Versus, ...]:
        """Denials first, then what differs, then what agrees only as ranges; each pair once."""
        out: list[Versus] = []
        done: set[frozenset[str]] = set()
        for finding in sorted(findings, key=lambda x: (_ORDER.index(x.verdict), -x.outlets)):
            others = [("denies", i) for i in finding.denied_by]
            others += [("denied", finding.denies)] if finding.denies else []
            others += [("differs", i) for i in finding.differs_from]
            fresh = [
                (r, self.by_id[i]) for r, i in others if i in self.by_id and frozenset((finding.id, i)) not in done
            ]
            done.update(frozenset((finding.id, x.id)) for _, x in fresh)
            own = [(c, finding, "states") for c in _apart(finding)]
            if fresh or (finding.verdict in ("differ", "denied", "compatible") and len(own) > 1):
                out.append(self._versus(finding, [*own, *((x.claims[0], x, r) for r, x in fresh)]))
        return tuple(out)

    def _versus(self, finding: Finding, accounts: list[tuple[Claim, Finding, str]]) -> Versus:
        verdict = finding.verdict
        if verdict in ("single", "agree", "compatible") and any(r != "states" for _, _, r in accounts):
            verdict = "denied" if any(r in ("denies", "denied") for _, _, r in accounts) else "differ"
        others = [x for _, x, r in accounts if r != "states"]
        reasons = dict.fromkeys(self.places.told(r, self.frame) for x in (finding, *others) for r in x.why)
        sides = tuple(self._side(*a) for a in accounts[:SIDES])
        return Versus(verdict=verdict, sides=sides, more=max(0, len(accounts) - SIDES), why=tuple(reasons))

    def _side(self, claim: Claim, finding: Finding, role: str) -> Side:
        mark = claim_mark(claim, finding)
        document = self.places.documents[claim.span.report]
        text, whole = document.report.text, self.places.around(claim.span)
        span = mark.span if mark and whole.start <= mark.span.start and mark.span.end <= whole.end else claim.span
        hops = _after_outlet(claim.chain)
        dating = document.published
        return Side(
            before=_line(text[whole.start : span.start]),
            marked=_line(text[span.start : span.end]),
            after=_line(text[span.end : whole.end]),
            ref=self.places.ref(span),
            lang=document.report.lang,
            outlet=self.places.outlet(claim.span.report),
            day=written(dating.when, self.frame) if dating else "",
            source=tuple(self._hop(h).name for h in hops),
            value=self.value(mark.value) if mark else "",
            role=role,
            unsure=phrases.unsure_source(claim.confidence, self.frame),
        )


def _best(known: Iterable[float | None]) -> float | None:
    """The surest; None where none was measured."""
    return max((c for c in known if c is not None), default=None)


def _line(text: str) -> str:
    """Text on one line; a blank at either end stays, so that pieces can be put together."""
    joined = " ".join(text.split())
    if not joined:
        return " " if text else ""
    return clean((" " if text[0].isspace() else "") + joined + (" " if text[-1].isspace() else ""))


def _once(findings: Iterable[Finding]) -> list[Claim]:
    return list({c.id: c for x in findings for c in x.claims}.values())


def _after_outlet(chain: tuple[Hop, ...]) -> tuple[Hop, ...]:
    return chain[1:] if chain and chain[0].role == "outlet" else chain


def _apart(finding: Finding) -> list[Claim]:
    """The first claim of every answer of a finding; the first claim where it has no answers."""
    by_id = {c.id: c for c in finding.claims}
    firsts = [next((by_id[i] for i in a.claims if i in by_id), None) for a in finding.answers]
    return [c for c in firsts if c] or [finding.claims[0]]


def _grouped(cells: dict[str, list[Cell]]) -> tuple[Group, ...]:
    """Cells that give the same value together, the most common value first."""
    same: dict[str, list[Cell]] = {}
    for row in cells.values():
        for cell in row:
            same.setdefault(cell.value, []).append(cell)
    found = [
        Group(value=v, words=cs[0].words, lang=cs[0].lang, refs=tuple({c.ref.anchor: c.ref for c in cs}.values()))
        for v, cs in same.items()
    ]
    return tuple(sorted(found, key=lambda g: -len(g.refs)))
