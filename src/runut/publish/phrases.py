"""Lines that every form shares, in the frame language."""

from collections.abc import Iterable

from babel.numbers import format_percent

from runut.publish.frame import Frame
from runut.publish.views import Page, Ref, Row, Story, Thread

UNSURE = 0.6  # probability of being right under which a reader is told


def sections(frame: Frame) -> dict[str, str]:
    """Titles of the parts of a dossier, in their order."""
    return {
        "head": frame.gettext("Dossier"),
        "timeline": frame.gettext("Timeline"),
        "findings": frame.gettext("Findings"),
        "sources": frame.gettext("Who says so"),
        "versus": frame.gettext("Disagreements and denials"),
        "reports": frame.gettext("Reports"),
        "names": frame.gettext("Names"),
        "judgements": frame.gettext("Judgements"),
    }


def headline(page: Page, frame: Frame) -> str:
    """The title of the whole: its only story's, else how many stories there are."""
    stories = [s for t in page.threads for s in t.stories]
    if len(page.threads) == 1 and stories:
        return max(stories, key=lambda s: len(s.keys)).title
    return frame.ngettext("%(num)s story", "%(num)s stories", len(stories))


def size(page: Page, frame: Frame) -> str:
    """How many reports were read, and what they hold."""
    stories = sum(len(t.stories) for t in page.threads)
    return " · ".join(
        (
            frame.ngettext("%(num)s report", "%(num)s reports", page.reports),
            frame.ngettext("%(num)s story", "%(num)s stories", stories),
            frame.ngettext("%(num)s finding", "%(num)s findings", page.findings),
        )
    )


def counted(part: Story | Thread | Page, frame: Frame) -> str:
    """How many outlets, publishers and origins a part rests on."""
    return frame.counts(part.outlets, part.publishers, part.origins)


def origins(row: Row, frame: Frame) -> str:
    """The origins of a finding: how many and which; and how many reports name nobody."""
    parts = []
    if row.origins:
        number = frame.ngettext("%(num)s origin", "%(num)s origins", len(row.origins))
        parts.append(f"{number}: {'; '.join(o.name for o in row.origins)}")
    if row.unattributed:
        parts.append(unattributed(row.unattributed, frame))
    return " · ".join(parts)


def unsure_source(confidence: float | None, frame: Frame) -> str:
    """What to say where it is read rightly less often than UNSURE who says so; "" else, and where never measured."""
    if confidence is None or confidence >= UNSURE:
        return ""
    share = percent(confidence, frame)
    return frame.gettext("source uncertain: who says so is read rightly in about %(share)s of such cases", share=share)


def unsure_value(confidence: float | None, frame: Frame) -> str:
    """The same of a time, an amount or a name."""
    if confidence is None or confidence >= UNSURE:
        return ""
    share = percent(confidence, frame)
    return frame.gettext("value uncertain: such values are read rightly in about %(share)s of cases", share=share)


def percent(share: float, frame: Frame) -> str:
    """A share as a reader expects it."""
    return str(format_percent(share, locale=frame.locale))


def unattributed(number: int, frame: Frame) -> str:
    """How many reports say so without naming anybody."""
    return frame.ngettext("%(num)s report names nobody", "%(num)s reports name nobody", number)


def relations(row: Row, frame: Frame) -> list[str]:
    """What denies a finding, what it denies, what gives another value: with the words of the other statement."""
    out = [frame.gettext("denied: %(text)s (%(ref)s)", text=q.text, ref=q.ref.label) for q in row.denied_by]
    out += [frame.gettext("denies: %(text)s (%(ref)s)", text=q.text, ref=q.ref.label) for q in row.denies]
    return out + [frame.gettext("differs from: %(text)s (%(ref)s)", text=q.text, ref=q.ref.label) for q in row.differs]


def bare(key: str, number: int, frame: Frame) -> str:
    """How many statements of a report name nobody."""
    return frame.ngettext(
        "%(key)s: %(num)s statement names nobody", "%(key)s: %(num)s statements name nobody", number, key=key
    )


def labelled(refs: Iterable[Ref], most: int, frame: Frame) -> str:
    """Places by their short names; those beyond `most` are counted."""
    labels = list(dict.fromkeys(r.label for r in refs))
    rest = len(labels) - most
    more = [frame.ngettext("and %(num)s more", "and %(num)s more", rest)] if rest > 0 else []
    return " ".join([*labels[:most], *more])
