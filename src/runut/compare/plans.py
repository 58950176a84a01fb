"""Plans that later reports tell as done."""

import functools
from collections.abc import Iterable, Mapping, Sequence

from runut.compare.bags import WORD, Said, meant
from runut.compare.relations import days_of, relation
from runut.compare.updates import Told, moment
from runut.lang import language
from runut.text import fold
from runut.types import Document, Modality, Reason, When

LETTERS = 4  # of a word of planning that is looked for at the end of others
SHARED = 3  # words that a plan and what is done have in common


def fulfilled(cluster: Sequence[Said], told: Mapping[str, Told], documents: Mapping[str, Document]) -> Reason | None:
    """Which claims of one statement tell a plan, and which of later reports tell it as done; None where there are none.

    They must be of one action, share a name and words, and give no days that exclude each other; what was done
    before the plan was told is another thing, and so is what the plan's own report tells as done.
    """
    plans = [s for s in cluster if s.claim.modality == Modality.PLANNED and not s.negated]
    facts = [s for s in cluster if s.claim.modality == Modality.FACT and not s.negated]
    facts = [s for s in facts if not _still_planned(s, documents[s.report])] if plans else []
    plans = [p for p in plans if not any(f.report == p.report and _same(p, f) for f in facts)]
    pairs = [(p, f) for p in plans for f in facts if _same(p, f) and _later(p, f, told)]
    if not pairs:
        return None
    before, after = ([s for s in some if any(s in pair for pair in pairs)] for some in (plans, facts))
    words = {"planned": _named(before, told), "done": _named(after, told)}
    return Reason("planned-then-done", words, tuple(s.claim.span for s in (*before, *after)))


def _same(plan: Said, fact: Said) -> bool:
    """Whether two claims tell of one act: its kind, somebody or somewhere, and what else is said."""
    act = (plan.claim.action and plan.claim.action == fact.claim.action) or (
        plan.claim.verb and plan.claim.verb == fact.claim.verb
    )
    words = [f for f in plan.features & fact.features if f[0] == "w"]
    return bool(act and plan.named & fact.named) and len(words) >= SHARED


def _later(plan: Said, fact: Said, told: Mapping[str, Told]) -> bool:
    """Whether a fact is told after the plan, and dated neither before that nor to another day than the plan."""
    first, second = told[plan.claim.id].published, told[fact.claim.id].published
    before, after = moment(first), moment(second)
    if before is None or after is None or before[1] >= after[0]:
        return False
    days = [(w, d[1]) for w in _whens(fact) if (d := days_of(w))]
    if any(last < first[:10] for _, last in days):
        return False
    own = [w for w in _whens(plan) if days_of(w)]
    return not (own and days) or any(relation(a, b) != "excludes" for a in own for b, _ in days)


def _still_planned(said: Said, document: Document) -> bool:
    """Whether a claim speaks of a plan all the same: "kabar rencana"; "Astutiakan", a name that lost its blank."""
    forms = _planned(said.tag)
    if said.features & {"w:" + meant(form, said.tag) for form in forms}:
        return True
    words = (m.group() for m in WORD.finditer(document.report.text, said.claim.span.start, said.claim.span.end))
    return any(w[0].isupper() and fold(w).endswith(forms) and fold(w) not in forms for w in words)


@functools.cache
def _planned(tag: str) -> tuple[str, ...]:
    """Words of planning of one language, those left out that many other words end in."""
    known = language(tag).actions.modality
    return tuple(f for m in known if m.modality == Modality.PLANNED.value for f in m.forms if len(f) >= LETTERS)


def _whens(said: Said) -> list[When]:
    return [s.mark.value for s in said.claim.slots if isinstance(s.mark.value, When)]


def _named(some: Iterable[Said], told: Mapping[str, Told]) -> str:
    """The reports of claims, by outlet and day."""
    return ", ".join(dict.fromkeys(f"{t.name} ({t.published[:10]})" for t in (told[s.claim.id] for s in some)))
