"""Dated claims as one line of events."""

from collections.abc import Iterable, Mapping, Sequence

from runut.publish.claims import claim_time, time_confidence
from runut.publish.frame import Frame, clean
from runut.publish.moments import Moment, moment, precision, written
from runut.publish.phrases import unsure_value
from runut.publish.places import Places
from runut.publish.views import Event
from runut.types import Claim, Finding, When

_Dated = tuple[Claim, When, Moment]


def events(claims: Iterable[Claim], findings: Mapping[str, Finding], places: Places, frame: Frame) -> tuple[Event, ...]:
    """What happened when, earliest first; `findings`: by id of claim.

    Every dated claim of a finding comes with one of it. They make one event for every time that does not contain
    another: the finer one is shown, the coarser ones stand beside it.
    """
    groups: dict[str, list[_Dated]] = {}
    for claim in _with_theirs(claims, findings):
        when = claim_time(claim)
        found = moment(when) if when else None
        if when and found and claim.span.report in places.documents:
            finding = findings.get(claim.id)
            groups.setdefault(finding.id if finding else claim.id, []).append((claim, when, found))
    out = [_event(same, findings, places, frame) for dated in groups.values() for same in _merged(dated)]
    return tuple(sorted(out, key=lambda e: (e.moment, e.refs[0].label)))


def _with_theirs(claims: Iterable[Claim], findings: Mapping[str, Finding]) -> list[Claim]:
    """The claims, and the other claims of their findings, each once."""
    out: dict[str, Claim] = {}
    for claim in claims:
        finding = findings.get(claim.id)
        for one in (claim, *(finding.claims if finding else ())):
            out.setdefault(one.id, one)
    return list(out.values())


def _merged(dated: Sequence[_Dated]) -> list[list[_Dated]]:
    """Claims of one finding by time, finest first; a coarser time joins the first finer one that it contains."""
    out: list[list[_Dated]] = []
    for one in sorted(dated, key=lambda x: ((x[2].last - x[2].first).days, not x[2].hour)):
        home = next((g for g in out if one[2].holds(g[0][2])), None)
        if home is None:
            out.append([one])
        else:
            home.append(one)
    return out


def _event(same: list[_Dated], findings: Mapping[str, Finding], places: Places, frame: Frame) -> Event:
    claim, when, found = same[0]
    finding = findings.get(claim.id)
    reports = tuple(dict.fromkeys(c.span.report for c, _, _ in same))
    places_said = sorted((places.ref(c.span) for c, _, _ in same), key=lambda r: (int(r.key[1:]), r.start))
    refs = {r.anchor: r for r in places_said}
    shown = written(when, frame)
    also = dict.fromkeys(t for _, w, _ in same[1:] if (t := written(w, frame)) != shown)
    return Event(
        written=clean(shown),
        moment=found,
        precision=precision(when),
        quote=places.quote(claim.span),
        modality=claim.modality.value,
        verdict=finding.verdict if finding else "single",
        outlets=places.outlets(reports)[0],
        origins=len(finding.origins) if finding else 0,
        refs=tuple(refs.values()),
        also=tuple(also),
        why=" · ".join(filter(None, (_basis(when, frame), unsure_value(time_confidence(claim), frame)))),
    )


def _basis(when: When, frame: Frame) -> str:
    """Where the date comes from when the words alone do not give it."""
    return {
        "weekday": frame.gettext("from the weekday"),
        "published": frame.gettext("from the day of publication"),
        "previous": frame.gettext("from the time named before"),
        "open": frame.gettext("year not known"),
        "stated": "",
    }[when.basis]
