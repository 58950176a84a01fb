"""Puts reports together: copies, stories, threads. Door: `group`."""

from collections.abc import Sequence

from runut.group.profiles import Profile, profile
from runut.group.stories import stories_of
from runut.text import digest
from runut.types import Document, Group, Grouping, Judgement, Reason, Resolution

__all__ = ["group"]


def group(
    documents: Sequence[Document], resolution: Resolution, judgements: Sequence[Judgement] = ()  # noqa: ARG001
) -> Grouping:
    """Copies, stories and threads, and the days of publication that only other reports tell.

    Every report is in exactly one story and one thread. The order of the documents does not matter.
    """
    profiles = sorted((profile(d) for d in documents), key=lambda p: p.report)
    together, apart = _judged(profiles, judgements)
    found = stories_of(profiles, together, apart)
    groups = [_group("story", [profiles[m] for m in members], why) for members, why in found]
    return Grouping(groups=tuple(sorted(groups, key=lambda g: (g.first or "9999", g.id))))


def _group(kind: str, members: Sequence[Profile], why: Reason | None) -> Group:
    ordered = sorted(members, key=lambda p: (p.published or "9999", p.report))
    days = [p.published[:10] for p in ordered if p.published]
    return Group(
        id=f"{kind[0]}-{digest(*sorted(p.report for p in members))}",
        kind=kind,  # type: ignore[arg-type]
        reports=tuple(p.report for p in ordered),
        first=min(days, default=""),
        last=max(days, default=""),
        why=(why,) if why else (),
    )


def _judged(
    profiles: Sequence[Profile], judgements: Sequence[Judgement]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs that belong together and pairs that do not, by the latest judgement on each."""
    index = {p.report: n for n, p in enumerate(profiles)}
    latest: dict[tuple[int, int], bool | None] = {}
    for j in sorted(judgements, key=lambda j: j.at):
        if j.left in index and j.right in index and j.left != j.right:
            a, b = sorted((index[j.left], index[j.right]))
            latest[a, b] = j.same
    together = sorted(pair for pair, same in latest.items() if same is True)
    return together, sorted(pair for pair, same in latest.items() if same is False)
