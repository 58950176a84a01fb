"""Puts reports together: copies, stories, threads. Door: `group`; beside it what finds the few to group again."""

from collections.abc import Mapping, Sequence
from typing import Literal

from runut.group.beside import beside
from runut.group.copies import copies_of
from runut.group.dates import dates
from runut.group.merge import Pair
from runut.group.profiles import Profile, profile
from runut.group.stories import stories_of
from runut.group.threads import threads_of
from runut.group.vectors import vectors
from runut.text import digest
from runut.types import Document, Group, Grouping, Judgement, Reason, Resolution

__all__ = ["Profile", "beside", "group", "profile"]

Kind = Literal["copies", "story", "thread"]
PREFIX: dict[Kind, str] = {"copies": "k", "story": "s", "thread": "t"}


def group(
    documents: Sequence[Document],
    resolution: Resolution,  # noqa: ARG001
    judgements: Sequence[Judgement] = (),
    made: Mapping[str, Profile] | None = None,
) -> Grouping:
    """Copies, stories and threads, and the days of publication that only other reports tell.

    Every report is in exactly one story and one thread; the order of the documents does not matter. A group's first
    and last day are those of its reports whose day is known to a week. A judgement on two report ids says whether
    they tell one story, or with kind "copy" whether they are one text. Names are taken
    as written: `resolution` is not looked at. `made`: profiles by report id, where they are at hand.
    """
    known = made or {}
    profiles = sorted((known.get(d.report.id) or profile(d) for d in documents), key=lambda p: p.report)
    together, apart = _judged(profiles, [j for j in judgements if j.kind in ("", "story")])
    same, other = _judged(profiles, [j for j in judgements if j.kind == "copy"])
    every = vectors(profiles)
    told = stories_of(profiles, every, together, apart)
    stories = [members for members, _ in told]
    groups = [_group("story", profiles, members, _why(profiles, members, why, together)) for members, why in told]
    for rows, why in threads_of(profiles, every, stories):
        groups.append(_group("thread", profiles, [m for n in rows for m in stories[n]], (why,) if why else ()))
    copies = copies_of(profiles, stories, same, [*apart, *other])
    groups += [_group("copies", profiles, members, why) for members, why in copies]
    days = dates(documents, [tuple(profiles[m].report for m in members) for members in stories])
    return Grouping(groups=tuple(sorted(groups, key=lambda g: (g.kind, g.first or "9999", g.id))), dates=days)


def _group(kind: Kind, profiles: Sequence[Profile], members: Sequence[int], why: tuple[Reason, ...]) -> Group:
    ordered = sorted((profiles[m] for m in members), key=lambda p: (p.published or "9999", p.report))
    days = [p.published[:10] for p in ordered if p.settled]
    return Group(
        id=f"{PREFIX[kind]}-{digest(*sorted(p.report for p in ordered))}",
        kind=kind,
        reports=tuple(p.report for p in ordered),
        first=min(days, default=""),
        last=max(days, default=""),
        why=why,
    )


def _why(
    profiles: Sequence[Profile], members: Sequence[int], why: Reason | None, together: Sequence[Pair]
) -> tuple[Reason, ...]:
    """What the reports of a story share, and which of them somebody has judged to be one story."""
    judged = [(profiles[a].report, profiles[b].report) for a, b in together if a in members and b in members]
    found = [why] if why else []
    return (*found, *(Reason("story-judged", {"left": left, "right": right}) for left, right in judged))


def _judged(profiles: Sequence[Profile], judgements: Sequence[Judgement]) -> tuple[list[Pair], list[Pair]]:
    """Pairs that belong together and pairs that do not, by the latest judgement on each."""
    index = {p.report: n for n, p in enumerate(profiles)}
    latest: dict[Pair, bool | None] = {}
    for j in sorted(judgements, key=lambda j: j.at):
        if j.left in index and j.right in index and j.left != j.right:
            a, b = sorted((index[j.left], index[j.right]))
            latest[a, b] = j.same
    together = sorted(pair for pair, same in latest.items() if same is True)
    return together, sorted(pair for pair, same in latest.items() if same is False)
