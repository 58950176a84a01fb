"""Decisions of people, in words."""

from runut.lang.phrases import say
from runut.types import Judgement, Reason


def as_reason(judgement: Judgement) -> Reason:
    """What was decided, by whom, when and why; without a kind it is about names."""
    code = f"judgement-{judgement.kind or 'name'}-{'same' if judgement.same else 'apart'}"
    words = {"left": judgement.left, "right": judgement.right, "by": judgement.by, "why": judgement.why}
    return Reason(code, words | {"day": judgement.at.date().isoformat()})


def say_judgement(judgement: Judgement, tag: str) -> str:
    """The sentence for a decision."""
    return say(as_reason(judgement), tag).strip()
