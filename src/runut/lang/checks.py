"""The shape of `data/lang/<tag>/checks.yaml`: what turns a statement into another one."""

from collections.abc import Mapping

from msgspec import Struct


class Opposites(Struct, frozen=True):
    """Two groups of words, folded, each of which excludes every word of the other where all else is equal."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class OppositeExample(Struct, frozen=True):
    """Two invented statements that exclude each other, by the words that do so."""

    left: str
    right: str


class Checks(Struct, frozen=True, kw_only=True):
    """What `compare` knows of one language when it sets a statement against reports."""

    opposites: tuple[Opposites, ...] = ()
    examples: tuple[OppositeExample, ...] = ()
    near: dict[str, tuple[str, ...]] = {}  # verbs that news use one for another; one key in every language
    alike: dict[str, tuple[str, ...]] = {}  # the same for nouns and adjectives
    light: tuple[str, ...] = ()  # verbs and nouns that say next to nothing: "melakukan"
    acts: tuple[str, ...] = ()  # words that say what happens, although they have no verb's affix: "tewas"
    act_endings: tuple[str, ...] = ()  # endings of verbs: "ed"
    noun_endings: tuple[str, ...] = ()  # endings of nouns made of such words: "an"
    stems: tuple[str, ...] = ()  # patterns of beginnings cut off words that have no lemma
    passive: tuple[str, ...] = ()  # beginnings of verbs whose subject undergoes: "di"
    active: tuple[str, ...] = ()  # beginnings of verbs whose subject acts: "me"
    turning: tuple[str, ...] = ()  # words that negate what follows, besides `actions.negations`: "gagal"
    undoing: tuple[str, ...] = ()  # verbs that negate what follows and say something themselves: "membatalkan"
    merely: tuple[str, ...] = ()  # words behind a negation that take it back: "tidak hanya"
    beneath: tuple[str, ...] = ()  # words whose clause says why, when or what for, besides relatives and openers
    until: tuple[str, ...] = ()  # words before the day up to which something is counted: "hingga"
    done: tuple[str, ...] = ()  # words by which something is past: "telah"
    told: tuple[str, ...] = ()  # words by which somebody speaks of himself: "kami"
    nouns: tuple[str, ...] = ()  # words that look like verbs and are none: "tersangka"
    general: tuple[str, ...] = ()  # counted nouns that stand for any person: "orang"
    persons: tuple[str, ...] = ()  # counted nouns that are persons
    one: tuple[str, ...] = ()  # words that count one: "seorang"
    back: tuple[str, ...] = ()  # words that point back at somebody or something named before: "tersebut"
    back_endings: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()  # words that may be left out of a name: "pt"


def opposites(checks: Checks) -> Mapping[str, frozenset[str]]:
    """Every form -> the forms that exclude it. Reads every pair: keep what it gives."""
    found: dict[str, set[str]] = {}
    for pair in checks.opposites:
        for these, those in ((pair.left, pair.right), (pair.right, pair.left)):
            for form in these:
                found.setdefault(form, set()).update(those)
    return {form: frozenset(others) for form, others in found.items()}
