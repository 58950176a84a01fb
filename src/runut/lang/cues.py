"""The shape of `data/lang/<tag>/cues.yaml`: the words that lay something said at a source's door."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

Place = Literal["after", "own", "subject", "agent", "both"]
Use = Literal["according", "own", "basis", "via", "document", "thus"]
Role = Literal["person", "institution", "wire", "medium", "document", "unnamed"]


class Affix(Struct, frozen=True, kw_only=True):
    """One way to make a verb's form from its stem, and where the source of such a form stands.

    `place`: "after" the source follows ("kata Rini"); "own" the form holds it ("katanya"); "subject" the source goes
    before ("Rini mengatakan"); "agent" a passive ("disampaikan oleh Rini"); "both" before or after ("said").
    """

    name: str
    place: Place
    prefix: str = ""
    suffix: str = ""
    nasal: bool = False  # the prefix takes the shape that the stem's first letter asks for


class Nasal(Struct, frozen=True, kw_only=True):
    """The prefix before stems that start with one of these; `drop`: it swallows that letter."""

    initials: tuple[str, ...]
    prefix: str
    drop: bool = False


class CueVerb(Struct, frozen=True, kw_only=True):
    """A verb of saying.

    `content`: what may follow a form whose source goes before it: "clause" anything, "that" only a clause opened by
    a word like "bahwa", "none" nothing (it brings a speaker on, no content). `nouns`: first words of an object that
    is content all the same ("menyampaikan apresiasi").
    """

    name: str
    stem: str = ""
    affixes: tuple[str, ...] = ()
    keep: bool = False  # the stem's first letter is not swallowed ("mengklaim")
    words: dict[str, tuple[str, ...]] = {}
    content: Literal["clause", "that", "none"] = "clause"
    nouns: tuple[str, ...] = ()
    denies: bool = False  # what it points back to is what the source does not say
    negated: str = ""  # the name of the verb that "tidak membantah bahwa" counts as
    evidence: bool = False  # its subject is a document or data, or has a name
    aside: bool = False  # its short forms stand in asides of indirect speech, too ("…, kata Rini")
    inner: bool = False  # a thought rather than words: it points back to nothing said
    finite: bool = False  # a clause may follow without "bahwa" where a word like "telah" shows that it is one
    written: bool = False  # a paper or post says it rather than a person
    transitive: bool = False  # an object may follow that is no content ("melaporkan pencurian kepada polisi")
    examples: tuple[str, ...]
    not_: tuple[str, ...] = field(name="not", default=())


class CuePhrase(Struct, frozen=True, kw_only=True):
    """Words before a source that are no verb of saying.

    `use`: "according" a speaker ("menurut"); "own" the same, with the speaker in the word ("menurutnya"); "basis"
    what the statement rests on ("berdasarkan"); "via" a medium it came through ("dilansir dari"); "document" where
    it is written ("dalam laporan"); "thus" opens a closing attribution ("demikian").
    """

    name: str
    use: Use
    words: tuple[str, ...]
    examples: tuple[str, ...]
    not_: tuple[str, ...] = field(name="not", default=())


class Cues(Struct, frozen=True, kw_only=True):
    """Everything a language's attributions are found by. Word lists are folded."""

    affixes: tuple[Affix, ...] = ()
    nasals: tuple[Nasal, ...] = ()
    verbs: tuple[CueVerb, ...] = ()
    phrases: tuple[CuePhrase, ...] = ()
    that: tuple[str, ...] = ()  # open a content clause
    whether: tuple[str, ...] = ()  # open one right after its verb only; elsewhere they mean a condition
    by: tuple[str, ...] = ()  # stand before the agent of a passive
    to: tuple[str, ...] = ()  # stand before the hearer
    pronouns: tuple[str, ...] = ()  # one person spoken of before
    plurals: tuple[str, ...] = ()  # several, or a body, spoken of before
    deictics: tuple[str, ...] = ()  # after a role: somebody spoken of before
    articles: tuple[str, ...] = ()  # before a role: somebody spoken of before
    someone: tuple[str, ...] = ()  # before a role: somebody not named
    adverbs: tuple[str, ...] = ()  # may stand between a subject and its verb
    fillers: tuple[str, ...] = ()  # may stand between a quotation and its cue
    blocks: tuple[str, ...] = ()  # a verb right after one of them tells nothing said
    openers: tuple[str, ...] = ()  # words before a sentence's subject
    adverbials: tuple[str, ...] = ()  # open a phrase before the subject that a comma closes
    breaks: tuple[str, ...] = ()  # start a new clause: the subject stands after the last of them
    relative: tuple[str, ...] = ()  # open a clause that describes a name
    lists: tuple[str, ...] = ()  # join names
    joins: tuple[str, ...] = ()  # join two verbs of one subject
    stops: tuple[str, ...] = ()  # end the phrase that names a source
    settings: tuple[str, ...] = ()  # open a phrase between verb and content: occasion, hearer, day
    verbal: tuple[str, ...] = ()  # prefixes of verbs: a lower-case word with one ends a source
    suffixes: tuple[str, ...] = ()  # endings of verbs: a small word with one, glued to a verb's start, is no small word
    nominal: tuple[str, ...] = ()  # words that only look like verbs
    previous: tuple[str, ...] = ()  # objects that stand for the sentence before ("hal ini")
    aliases: tuple[str, ...] = ()  # join two names of one person ("Joko Widodo alias Jokowi")
    nicknames: tuple[str, ...] = ()  # after a name and a comma: the one its bearer goes by
    papers: tuple[str, ...] = ()  # nouns for documents, posts, recordings
    media: tuple[str, ...] = ()  # nouns for media
    hearers: tuple[str, ...] = ()  # hearers that are no medium
    bodies: tuple[str, ...] = ()  # first words of the names of bodies
    units: tuple[str, ...] = ()  # words for a body named before ("perseroan")
    posts: tuple[str, ...] = ()  # papers of whoever spoke last, where they name nobody else
    posting: tuple[str, ...] = ()  # before the account whose post it is: "diunggah"
    tails: tuple[str, ...] = ()  # words that scrapers glue to a name before them
    laws: tuple[str, ...] = ()  # laws and their parts
    platforms: tuple[str, ...] = ()  # where posts stand
    inside: tuple[str, ...] = ()  # "dalam", before a document
    links: tuple[str, ...] = ()  # small words between "dikutip" and its source
    crediting: tuple[str, ...] = ()  # starts of words that credit a medium by themselves ("dilansir")
    things: tuple[str, ...] = ()  # nouns that say nothing themselves: no subject of indirect speech
    topics: tuple[str, ...] = ()  # after a verb: what is spoken of, not what is said
    hearing: tuple[str, ...] = ()  # open a phrase after a verb that a comma closes before what is said
    predicates: tuple[str, ...] = ()  # words that make a clause and have no verb's prefix
    days: tuple[str, ...] = ()  # names of days
    relations: tuple[str, ...] = ()  # tell whose somebody is: "suami", "ayah"
    origins: tuple[str, ...] = ()  # after a name: where somebody comes from ("dari"), or whom they stand for
    determiners: tuple[str, ...] = ()  # before a name, of no meaning for it: "the"
    companions: tuple[str, ...] = ()  # who was with the source: "didampingi"
    holders: tuple[str, ...] = ()  # before a name: people of theirs, not they: "pemerintahan Rini"
    copulas: tuple[str, ...] = ()  # "adalah"
    questions: tuple[str, ...] = ()  # "apakah"
    offices: tuple[str, ...] = ()  # first words of posts that look like names: "managing director"
    becoming: tuple[str, ...] = ()  # before what somebody is made: "sebagai"
    charged: tuple[str, ...] = ()  # before whoever is spoken of rather than speaks: "terdakwa"
    speakers: tuple[str, ...] = ()  # who speaks or is spoken to, in no report's own words: "saya"
    passive: tuple[str, ...] = ()  # prefixes of passive verbs
    heads: tuple[str, ...] = ()  # begin the names of bodies and stand for them: "kementerian"
    means: tuple[str, ...] = ()  # open no clause within a relative one: "dengan"
    occasions: tuple[str, ...] = ()  # at which something is said: "rapat"
    views: tuple[str, ...] = ()  # after "dalam", whose view it is: "pandangannya"
    contrasts: tuple[str, ...] = ()  # "tetapi"
    negations: tuple[str, ...] = ()  # "tidak"
    carriers: tuple[str, ...] = ()  # stand before the paper in which somebody says it


class Form(Struct, frozen=True):
    """One form of a cue verb."""

    verb: CueVerb
    place: Place


def forms(cues: Cues) -> Iterator[tuple[str, Form]]:
    """(folded form, what it is) of every verb; an irregular form before a regular one."""
    affixes = {a.name: a for a in cues.affixes}
    for verb in cues.verbs:
        for place, words in verb.words.items():
            for word in words:
                yield word, Form(verb, place)  # type: ignore[arg-type]
        for name in verb.affixes:
            yield _inflected(verb, affixes[name], cues.nasals), Form(verb, affixes[name].place)


def _inflected(verb: CueVerb, affix: Affix, nasals: tuple[Nasal, ...]) -> str:
    stem, prefix = verb.stem, affix.prefix
    if affix.nasal:
        rule = next(n for n in nasals if stem.startswith(n.initials))
        prefix = rule.prefix
        stem = stem[1:] if rule.drop and not verb.keep else stem
    return prefix + stem + affix.suffix
