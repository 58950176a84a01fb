"""Entities with every spelling seen."""

from collections.abc import Sequence

from runut.publish.frame import Frame, clean
from runut.publish.places import Places
from runut.publish.views import NameView, Seen
from runut.types import Entity


def names(entities: Sequence[Entity], places: Places, frame: Frame) -> tuple[NameView, ...]:
    """Entities, those in most reports first."""
    found = [_name(e, places, frame) for e in entities]
    return tuple(sorted(found, key=lambda n: (-n.reports, -n.places, n.spellings[0].text if n.spellings else "")))


def _name(entity: Entity, places: Places, frame: Frame) -> NameView:
    spellings = []
    for spelling in entity.spellings:
        refs = [places.ref(s) for s in sorted(spelling.spans)]
        refs.sort(key=lambda r: (int(r.key[1:]) if r.key[1:].isdigit() else -1, r.start))
        spellings.append(Seen(text=clean(spelling.text), why=places.told(spelling.why, frame), refs=tuple(refs)))
    return NameView(
        id=entity.id,
        kind=entity.kind,
        spellings=tuple(spellings),
        places=sum(len(s.refs) for s in spellings),
        reports=len({r.key for s in spellings for r in s.refs}),
    )
