"""The dossier as templates need it: everything computed once, the same for every form."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from runut.lang.decisions import as_reason
from runut.lang.phrases import say_issue
from runut.publish.claims import finding_of
from runut.publish.findings import Findings
from runut.publish.frame import Frame, clean, shorten
from runut.publish.moments import written
from runut.publish.names import names
from runut.publish.places import Places
from runut.publish.reports import copies_of, report_view
from runut.publish.timeline import events
from runut.publish.views import Page, ReportView, Story, Thread
from runut.text import fold
from runut.types import Claim, Dossier, Entity, Finding, Group, When

TITLE = 110  # characters of a first sentence that stands in for a headline
NAMES = 3  # names that say what a thread is about


class _Maker:
    """Holds what every part needs while the page is made."""

    def __init__(self, dossier: Dossier, frame: Frame) -> None:
        self.dossier = dossier
        self.frame = frame
        self.places = Places(dossier.documents)
        self.findings = Findings(dossier.findings, self.places, frame)
        self.named = _named(dossier.entities)
        self.stories = _stories(dossier)
        self.placed = _placed(dossier.findings, self.stories)
        self.dated: dict[str, list[Claim]] = defaultdict(list)
        for claim in dossier.timeline:
            self.dated[claim.span.report].append(claim)
        self.of_claim = finding_of(dossier.findings)
        copies = copies_of(dossier.copies, self.places, frame)
        self.reports = {d.report.id: report_view(d, self.places, frame, copies) for d in dossier.documents}


def page(dossier: Dossier, frame: Frame) -> Page:
    """Everything that a reader sees, in the order of the dossier."""
    maker = _Maker(dossier, frame)
    views = {g.id: _story(g, n, maker) for n, g in enumerate(maker.stories)}
    threads = _threads(dossier, maker.stories)
    counts = maker.places.outlets(tuple(maker.places.documents))
    return Page(
        threads=tuple(_thread(t, n, [views[s.id] for s in parts], maker) for n, (t, parts) in enumerate(threads)),
        names=names(dossier.entities, maker.places, frame),
        judgements=tuple(maker.places.told(as_reason(j), frame).strip() for j in dossier.judgements),
        issues=tuple(clean(say_issue(i, frame.tag)) for i in dossier.issues),
        reports=len(dossier.documents),
        outlets=counts[0],
        publishers=counts[1],
        origins=_origins(dossier.findings),
        findings=len(dossier.findings),
        differ=sum(x.verdict == "differ" for x in dossier.findings),
        denied=sum(x.verdict == "denied" for x in dossier.findings),
    )


def _origins(findings: Sequence[Finding]) -> int:
    return len({fold(o.name) for x in findings for o in x.origins})


def _stories(dossier: Dossier) -> list[Group]:
    """The stories; reports in none make one more, without a name."""
    held = {r for g in dossier.stories for r in g.reports}
    rest = tuple(d.report.id for d in dossier.documents if d.report.id not in held)
    return [*dossier.stories, *([Group(id="", kind="story", reports=rest)] if rest else [])]


def _threads(dossier: Dossier, stories: list[Group]) -> list[tuple[Group, list[Group]]]:
    """Threads with their stories, most reports first; a story in no thread is a thread of its own."""
    home = {r: t.id for t in dossier.threads for r in t.reports}
    parts: dict[str, list[Group]] = {}
    for story in stories:
        at = next((home[r] for r in story.reports if r in home), f"story:{story.id}")
        parts.setdefault(at, []).append(story)
    by_id = {t.id: t for t in dossier.threads}
    found = [(by_id.get(k, msgspec.structs.replace(v[0], kind="thread")), v) for k, v in parts.items()]
    for _, own in found:
        own.sort(key=lambda g: (not g.id, g.first or "9999", g.id))
    return sorted(found, key=lambda x: (not x[0].id, -sum(len(g.reports) for g in x[1]), x[0].first, x[0].id))


def _placed(findings: Sequence[Finding], stories: list[Group]) -> dict[str, list[Finding]]:
    """Findings by the story that most of their claims are in."""
    home = {r: g.id for g in stories for r in g.reports}
    out: dict[str, list[Finding]] = {}
    for finding in findings:
        at = [home[c.span.report] for c in finding.claims if c.span.report in home]
        if at:
            out.setdefault(max(at, key=at.count), []).append(finding)
    return out


def _story(group: Group, number: int, maker: _Maker) -> Story:
    findings = maker.placed.get(group.id, [])
    reports = [maker.reports[r] for r in group.reports if r in maker.reports]
    reports.sort(key=lambda r: int(r.key[1:]))
    title, lang = _title(reports, maker)
    rows = maker.findings.rows(findings)
    chains, bare = maker.findings.chains(findings)
    outlets, publishers = maker.places.outlets(group.reports)
    return Story(
        id=group.id,
        anchor=f"s{number}",
        title=title,
        lang=lang,
        days=_days(group, maker.frame),
        outlets=outlets,
        publishers=publishers,
        origins=_origins(findings),
        keys=tuple(r.key for r in reports),
        why=tuple(maker.places.told(r, maker.frame) for r in group.why),
        rows=tuple(r for r in rows if r.main),
        singles=tuple(r for r in rows if not r.main),
        versus=maker.findings.versus(findings),
        chains=chains,
        bare=bare,
        reports=tuple(reports),
    )


def _title(reports: list[ReportView], maker: _Maker) -> tuple[str, str]:
    """The earliest headline of a story and its language, else the first words of its first report."""
    for report in reports:
        if report.title:
            return report.title, report.lang
    for report in reports:
        document = maker.places.documents[report.id]
        body = [m.span for m in document.zones if m.value.kind == "body"]
        for span in document.sentences:
            if not body or any(b.start <= span.start < b.end for b in body):
                return shorten(maker.places.words(span), TITLE), report.lang
    return maker.frame.gettext("Report without text"), maker.frame.tag


def _days(group: Group, frame: Frame) -> str:
    if not group.first:
        return frame.gettext("date not known")
    first, last = group.first[:10], group.last[:10]
    return clean(written(When(first, last if last and last != first else ""), frame))


def _thread(group: Group, number: int, stories: list[Story], maker: _Maker) -> Thread:
    reports = tuple(r.id for s in stories for r in s.reports)
    claims = [c for r in reports for c in maker.dated.get(r, ())]
    outlets, publishers = maker.places.outlets(reports)
    return Thread(
        id=group.id,
        anchor=f"t{number}",
        names=_about(reports, maker.named),
        days=_days(group, maker.frame),
        why=tuple(maker.places.told(r, maker.frame) for r in group.why),
        stories=tuple(stories),
        events=events(claims, maker.of_claim, maker.places, maker.frame),
        outlets=outlets,
        publishers=publishers,
        origins=_origins([x for s in stories for x in maker.placed.get(s.id, ())]),
    )


def _about(reports: tuple[str, ...], named: dict[str, Counter[str]]) -> tuple[str, ...]:
    """The names that most of the reports share, as the reports write them; none for a single report."""
    shared: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for report in reports:
        shared.update(named.get(report, {}).keys())
        mentions.update(named.get(report, {}))
    best = sorted((n for n in shared if shared[n] > 1), key=lambda n: (-shared[n], -mentions[n], n))
    return tuple(clean(n) for n in best[:NAMES])


def _named(entities: Sequence[Entity]) -> dict[str, Counter[str]]:
    """By report: fullest names of the entities that it names, and how often."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        for spelling in entity.spellings:
            for span in spelling.spans:
                out[span.report][entity.spellings[0].text] += 1
    return out
