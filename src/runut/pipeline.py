"""The order of the rooms: the one module that knows them all."""

import contextlib
import functools
import gc
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from importlib import resources
from itertools import islice
from pathlib import Path

import msgspec

from runut.annotate import annotate
from runut.compare import Checker, compare, timeline
from runut.engine import Engine
from runut.extract import extract
from runut.group import Profile, beside, group, profile
from runut.lang import has_pack
from runut.lang.identify import identify
from runut.resolve import resolve
from runut.store import Store, standing
from runut.text import fold, settle
from runut.types import (
    Checked,
    Dating,
    Document,
    Dossier,
    Grouping,
    Hop,
    Issue,
    Judgement,
    Mark,
    Name,
    Report,
    Resolution,
    Slot,
)

BATCH = 200  # documents kept at once
OTHER_ROOMS = frozenset({"cli", "compare", "engine", "evaluate", "publish", "read", "resolve", "settings.py", "store"})
OTHER_DATA = frozenset({("data", "locale"), ("data", "sample"), ("data", "reasons.yaml"), ("data", "issues.yaml")})


def per_report(report: Report, published: Dating | None = None) -> Document:
    """Everything that can be read from one report alone. Pure; safe to run anywhere, in any order."""
    return extract(annotate(report, published))


def documents(found: Iterable[Report | Issue], engine: Engine) -> Iterator[Document | Issue]:
    """The documents of reports, in order, made where the engine works; issues of files pass through."""
    return engine.map(_document, found)


def _document(found: Report | Issue) -> Document | Issue:
    return found if isinstance(found, Issue) else per_report(found)


def keep(found: Iterable[Report | Issue], store: Store, engine: Engine) -> tuple[list[str], list[Issue]]:
    """Ids of the reports found, now in the store with their documents, and the issues of files."""
    ids: dict[str, None] = {}
    issues: list[Issue] = []

    def reports() -> Iterator[Report]:
        for each in found:
            if isinstance(each, Report):
                ids[each.id] = None
                yield each
            else:
                issues.append(each)

    store.add(reports())
    _fill(store, engine)
    return list(ids), issues


def kept(store: Store, engine: Engine, given: Collection[str] = ()) -> list[Document]:
    """The documents of a store: of the reports given and those that may tell of the same, or of all for none given."""
    _fill(store, engine)
    stage = f"document-{version()}"
    if not given:
        return list(store.documents(stage=stage))
    found = store.parts(stage=f"profile-{version()}").values()
    decoder = msgspec.msgpack.Decoder(Profile)
    near = beside(sorted(map(decoder.decode, found), key=lambda p: p.report), set(given))
    return list(store.documents(stage=stage, ids=sorted(near)))


def _fill(store: Store, engine: Engine) -> None:
    """Makes the documents and profiles that a store lacks, and keeps them as they come."""
    stages = f"document-{version()}", f"profile-{version()}"
    done = store.parts(stage=stages[1]).keys()
    made = engine.map(_profiled, (r for r in store.reports() if r.id not in done))
    while batch := list(islice(made, BATCH)):
        store.keep((document for document, _ in batch), stage=stages[0])
        store.keep_parts(((document.report.id, profile) for document, profile in batch), stage=stages[1])


def _profiled(report: Report) -> tuple[Document, bytes]:
    document = per_report(report)
    return document, msgspec.msgpack.encode(profile(document))


@functools.cache
def version() -> str:
    """16 hex digits of the code and data that documents and profiles are made with: another code makes them anew."""
    root = Path(str(resources.files("runut")))
    files = sorted(p for p in root.rglob("*") if p.is_file() and not _apart(p.relative_to(root).parts))
    found = hashlib.sha256()
    for path in files:
        found.update(f"{path.relative_to(root).as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


def _apart(parts: tuple[str, ...]) -> bool:
    """Whether a file takes no part in reading one report."""
    return "__pycache__" in parts or parts[0] in OTHER_ROOMS or parts[:2] in OTHER_DATA


def trace(documents: Sequence[Document], judgements: Sequence[Judgement] = (), issues: Iterable[Issue] = ()) -> Dossier:
    """The dossier of documents made by `per_report`; their order does not matter.

    `judgements`: the whole record of decisions; those that stand overrule what is found.
    A report whose day is known only from the other reports of its story is read again with that day, so that
    its "kemarin" and "hari Kamis" get their values.
    """
    with _uncollected():
        return _traced(_by_date(documents), judgements, tuple(issues))


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Leaves the search for cycles out: documents hold none, and it would look at all of them again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _traced(documents: Sequence[Document], judgements: Sequence[Judgement], issues: tuple[Issue, ...]) -> Dossier:
    judgements = _judgements(judgements, documents)
    named = [j for j in judgements if j.kind in ("", "name")]
    resolution = resolve(documents, named)
    profiles = {d.report.id: profile(d) for d in documents}
    grouping = group(documents, resolution, judgements, profiles)
    if grouping.dates:
        documents = _by_date([_dated(d, grouping) for d in documents])
        profiles |= {d.report.id: profile(d) for d in documents if d.report.id in grouping.dates}
        resolution = resolve(documents, named)
        again = group(documents, resolution, judgements, profiles)
        grouping = msgspec.structs.replace(again, dates=grouping.dates)
    documents = [_resolved(d, resolution) for d in documents]
    findings = compare(documents, grouping.groups, resolution, judgements)
    return Dossier(
        documents=tuple(documents),
        threads=_kind(grouping, "thread"),
        stories=_kind(grouping, "story"),
        copies=_kind(grouping, "copies"),
        entities=resolution.entities,
        timeline=timeline(findings),
        findings=findings,
        issues=issues,
        judgements=tuple(judgements),
    )


def _judgements(record: Sequence[Judgement], documents: Sequence[Document]) -> list[Judgement]:
    """The decisions that stand, with the ids of reports that they name by URL."""
    ids = {d.report.url: d.report.id for d in documents if d.report.url}
    return [
        msgspec.structs.replace(j, left=ids.get(j.left, j.left), right=ids.get(j.right, j.right))
        for j in standing(record)
    ]


def checker(dossier: Dossier) -> Callable[[str], Checked]:
    """A function that tells what the reports of a dossier say about a statement. Making it reads every sentence.

    A statement in a language that has no pack, or too short to tell, is read as in most of the reports.
    """
    made = Checker(dossier)
    tags = [d.report.lang for d in dossier.documents]
    usual = max(sorted(set(tags)), key=tags.count, default="id")

    def check(statement: str) -> Checked:
        told = identify(statement)
        lang = told if has_pack(told) else usual
        return made.check(per_report(Report(id="statement", text=settle(statement), lang=lang)))

    return check


def _kind(grouping: Grouping, kind: str) -> tuple:  # type: ignore[type-arg]
    return tuple(g for g in grouping.groups if g.kind == kind)


def _dated(document: Document, grouping: Grouping) -> Document:
    found = grouping.dates.get(document.report.id)
    return per_report(document.report, found) if found else document


def _by_date(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda d: (d.published.when.value if d.published else "9999", d.report.id))


def _spellings(name: str) -> tuple[str, ...]:
    """A name, and both names of "Kantor Berita Contoh (KBC)", folded."""
    outside, _, inside = fold(name).removesuffix(")").partition(" (")
    return (fold(name), outside, inside) if inside else (fold(name),)


def _resolved(document: Document, resolution: Resolution) -> Document:
    """The document with the entity of every name and hop filled in."""
    replace = msgspec.structs.replace
    spelled: dict[str, set[str]] = {}

    def name(mark: Mark[Name]) -> Mark[Name]:
        entity = resolution.names.get(f"{mark.span.report}:{mark.span.start}:{mark.span.end}", mark.value.entity)
        if not entity:
            return mark
        spelled.setdefault(fold(mark.value.text), set()).add(entity)
        return replace(mark, value=replace(mark.value, entity=entity))

    def hop(step: Hop) -> Hop:
        known = (spelled[form] for form in _spellings(step.name) if len(spelled.get(form, ())) == 1)
        return replace(step, entity=next(iter(next(known, {step.entity}))))

    def slot(filled: Slot) -> Slot:
        mark = filled.mark
        return replace(filled, mark=name(mark)) if isinstance(mark.value, Name) else filled  # type: ignore[arg-type]

    names = tuple(map(name, document.names))
    return replace(
        document,
        names=names,
        credits=tuple(map(name, document.credits)),
        attributions=tuple(replace(a, chain=tuple(map(hop, a.chain))) for a in document.attributions),
        claims=tuple(
            replace(c, slots=tuple(map(slot, c.slots)), chain=tuple(map(hop, c.chain))) for c in document.claims
        ),
    )
