"""Reports: where and when they appeared and how that is known, and their texts cut for the page."""

import itertools
from collections.abc import Iterable, Sequence

from runut.lang.phrases import say_issue
from runut.publish.frame import Frame, clean, labels
from runut.publish.json import authors_of, title_of
from runut.publish.moments import written
from runut.publish.places import Places
from runut.publish.views import Piece, ReportView
from runut.types import Document, Group


def report_view(document: Document, places: Places, frame: Frame, copies: dict[str, tuple[str, ...]]) -> ReportView:
    """One report; `copies`: by report id, what `copies_of` says."""
    report, dating = document.report, document.published
    return ReportView(
        id=report.id,
        key=places.keys[report.id],
        outlet=places.outlet(report.id),
        title=clean(" ".join(title_of(document).split())),
        published=clean(written(dating.when, frame)) if dating else "",
        why=places.told(dating.why, frame) if dating else "",
        authors=tuple(clean(a) for a in authors_of(document)),
        editors=_unique(m.value.text for m in document.editors),
        credits=_unique(m.value.text for m in document.credits),
        copies=copies.get(report.id, ()),
        issues=_unique(say_issue(i, frame.tag) for i in document.issues),
        url=report.url if report.url.startswith(("https://", "http://")) else "",
        lang=report.lang,
        pieces=pieces(document, labels(frame)["zone"]),
    )


def copies_of(groups: Sequence[Group], places: Places, frame: Frame) -> dict[str, tuple[str, ...]]:
    """By report id: the reports that are the same text, and why."""
    out: dict[str, list[str]] = {}
    for group in groups:
        why = " ".join(places.told(r, frame) for r in group.why)
        for report in group.reports:
            others = ", ".join(places.keys[r] for r in group.reports if r != report and r in places.keys)
            if others:
                out.setdefault(report, []).append(f"{others}: {why}" if why else others)
    return {k: tuple(v) for k, v in out.items()}


def pieces(document: Document, zones: dict[str, str]) -> tuple[Piece, ...]:
    """The whole text in order, cut wherever a zone or a sentence begins or ends. Linear in its length."""
    text, size = document.report.text, len(document.report.text)
    cuts = {0, size}
    for span in (*(m.span for m in document.zones), *document.sentences):
        cuts.update((min(span.start, size), min(span.end, size)))
    edges, out = sorted(cuts), []
    zone, sentence, before = 0, 0, -1
    for start, end in itertools.pairwise(edges):
        while zone < len(document.zones) and document.zones[zone].span.end <= start:
            zone += 1
        while sentence < len(document.sentences) and document.sentences[sentence].end <= start:
            sentence += 1
        held = zone < len(document.zones) and document.zones[zone].span.start <= start
        kind = document.zones[zone].value.kind if held else "body"
        inside = sentence < len(document.sentences) and document.sentences[sentence].start <= start
        label = zones.get(kind, "") if held and zone != before else ""
        before = zone if held else -1
        opens = inside and document.sentences[sentence].start == start
        number = sentence if inside else -1
        out.append(Piece(text=clean(text[start:end]), zone=kind, label=label, sentence=number, opens=opens))
    return tuple(out)


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean(t) for t in texts))
