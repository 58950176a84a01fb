"""The shape of `data/lang/<tag>/actions.yaml`: what a clause says happened, and how surely."""

import functools
from collections.abc import Iterator

from msgspec import Struct, field

from runut.lang.match import Forms
from runut.text import fold


class ActionForms(Struct, frozen=True, kw_only=True):
    """Words that name one action of the ontology."""

    code: str  # category in data/ontology/plover.yaml
    forms: tuple[str, ...]  # as written in running text, without clitics; several words allowed
    examples: tuple[str, ...]
    not_: tuple[str, ...] = field(name="not", default=())


class ModalityForms(Struct, frozen=True, kw_only=True):
    """Words that say how surely a clause is meant."""

    modality: str  # value of types.Modality
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    not_: tuple[str, ...] = field(name="not", default=())


class Actions(Struct, frozen=True, kw_only=True):
    """What `extract` and `compare` know of one language."""

    actions: tuple[ActionForms, ...] = ()
    modality: tuple[ModalityForms, ...] = ()
    speech: tuple[str, ...] = ()  # verbs of saying and reporting: a clause with no other verb is a frame
    breaks: tuple[str, ...] = ()  # conjunctions that begin a new statement wherever they stand after a comma
    contrasts: tuple[str, ...] = ()  # those after which a statement needs no verb: "namun sebabnya belum jelas"
    manner: tuple[str, ...] = ()  # words before a manner, which "dan" does not end: "secara sah dan meyakinkan"
    pointing: tuple[str, ...] = ()  # numerals that point at what is known and count nothing: "kedua negara"
    openers: tuple[str, ...] = ()  # words that open a circumstance before the statement proper: "selama ..., "
    joins: tuple[str, ...] = ()  # conjunctions that begin one only before a verb
    relatives: tuple[str, ...] = ()  # "yang"
    verb_prefixes: tuple[str, ...] = ()  # a longer word that begins so and has another lemma is taken for a verb
    clitics: tuple[str, ...] = ()  # endings that do not change a form: "-nya"
    back: tuple[str, ...] = ()  # content that stands for the sentence before: "hal ini"
    witnessed: tuple[str, ...] = ()  # the outlet itself saw or was told
    negations: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()  # words on which two statements never align
    same: tuple[tuple[str, ...], ...] = ()  # words that mean the same in news; the first stands for all
    kinds: tuple[tuple[str, ...], ...] = ()  # lemmas of one kind of thing or act: who denies the kind denies each
    starts: tuple[str, ...] = ()  # lemmas that say that something begins: its beginning and its end are two things
    state_media: tuple[str, ...] = ()  # descriptions of a state's media without their names
    common_bodies: tuple[str, ...] = ()  # words that many bodies have in their names: two that share only these differ
    offices: tuple[tuple[str, ...], ...] = ()  # titles and the body they speak for: the first is the body's word


Tag = tuple[str, str]


class ActionCues:
    """Every form of one language's actions and modalities, found in one pass."""

    def __init__(self, actions: Actions) -> None:
        tags: dict[str, tuple[Tag, ...]] = {}
        for form, tag in _tagged(actions):
            for spelled in (form, *(form + ending for ending in actions.clitics)):
                tags[spelled] = (*tags.get(spelled, ()), tag)
        self._forms = Forms(tags.items())

    def find(self, folded: str) -> list[tuple[int, int, tuple[Tag, ...]]]:
        """(start, end, tags) of every form, in order; a tag is (kind, value), e.g. ("action", "AGREE")."""
        return list(self._forms.find(folded))


def _tagged(actions: Actions) -> Iterator[tuple[str, Tag]]:
    for entry in actions.actions:
        yield from ((fold(form), ("action", entry.code)) for form in entry.forms)
    for cue in actions.modality:
        yield from ((fold(form), ("modality", cue.modality)) for form in cue.forms)
    for kind in ("speech", "back", "witnessed", "negations"):
        yield from ((fold(form), (kind, "")) for form in getattr(actions, kind))


@functools.lru_cache(maxsize=16)
def action_cues(actions: Actions) -> ActionCues:
    """The automaton of one pack's forms; made once per pack."""
    return ActionCues(actions)
