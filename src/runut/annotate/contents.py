"""Where what is said begins after its verb, or whether the verb has no more than an object."""

from runut.annotate.spoken import SOON, Sentence
from runut.lang.cues import CueVerb

THAT = 22  # words at most between a verb and its "bahwa"


def content_start(s: Sentence, c: int, verb: CueVerb) -> int | None:
    """Where what is said begins after verb `c`; None when the verb only has an object."""
    p, book = s.p, s.p.lexicon
    i = c + 1
    if i >= s.last or (p.words[i].low in book.topics and not s.comma(i)):
        return None
    if p.gap(i).strip()[:1] in {",", ":"}:
        joined = p.words[i].low in book.joins
        return None if joined else p.words[i].end if p.words[i].low in book.that else p.words[i].start
    if p.words[i].low in book.that or p.words[i].low in book.whether:
        return p.words[i].end
    aside = p.words[i].low in book.settings or p.words[i].low in book.adverbs
    if aside and (found := _past_setting(s, i, verb)) is not None:
        return found if found >= 0 else None
    if verb.content == "clause":
        return p.words[i].start if not (verb.transitive and _object_only(s, i)) else None
    bare = book.bare(p.words[i].low)
    pointing = i + 1 < s.last and p.words[i + 1].low in book.deictics  # "membenarkan peristiwa itu"
    if (
        (p.words[i].low in verb.nouns and not pointing)
        or (bare != p.words[i].low and bare in verb.nouns)
        or (not verb.transitive and _quotes_soon(s, c))
    ):
        return p.words[i].start
    if verb.finite and _finite(s, i):
        return p.words[i].start
    for k in range(i, min(i + 6, s.last)):
        if p.words[k].low == book.cues.that[0] and not s.comma(k):
            return p.words[k].end
    return None


def _finite(s: Sentence, i: int) -> bool:
    """Whether a clause stands from word `i` on: a word like "telah" after its subject, or a verb after "kapal itu"."""
    book = s.p.lexicon
    for k in range(i, min(i + SOON, s.last)):
        low = s.p.words[k].low
        if low in book.predicates:
            return k > i
        if k > i + 1 and s.p.words[k - 1].low in book.deictics and book.verbal_word(s.p.words[k]):
            return True
        if s.comma(k) or low in book.breaks | book.joins | book.relative | book.to:
            return False
    return False


def _past_setting(s: Sentence, i: int, verb: CueVerb) -> int | None:
    """Where what is said begins after an occasion or a hearer; -1 nowhere, None when word `i` opens none."""
    p, book = s.p, s.p.lexicon
    for k in range(i, min(i + THAT, s.last)):
        if p.words[k].low in book.that:
            return p.words[k].end
        form = book.forms.get(p.words[k].low)
        if k > i and form and form.place == "subject":
            break
    if p.words[i].low in book.adverbs and p.words[i].low not in book.hearing:
        return p.words[i + 1].start if i + 1 < s.last and s.comma(i + 1) else None
    after = (k for k in range(i + 1, min(i + THAT, s.last)) if s.comma(k) and p.words[k].low not in book.stops)
    k = next(after, -1)
    if p.words[i].low in book.hearing:
        if k >= 0 and any(w.low in book.predicates for w in p.words[i:k]):
            return None  # "berharap lewat lomba itu warga tertarik …": the means belongs to what is said
        return p.words[k].start if k >= 0 else -1
    if k >= 0 and (verb.content == "that" or verb.transitive) and not _object_only(s, k):
        occasion = any(book.bare(w.low) in book.papers | book.occasions for w in p.words[i:k])
        return p.words[k if occasion else i].start
    return -1 if verb.content == "that" else None


def _object_only(s: Sentence, i: int) -> bool:
    """Whether an object and no clause stands from word `i` on: no verb but those that describe it."""
    p, book = s.p, s.p.lexicon
    described = False
    for k in range(i, min(i + THAT, s.last)):
        word = p.words[k]
        if word.low in book.to or (k > i and s.comma(k)):
            return True
        if word.low in book.relative:
            described = True
        elif k > i and described and book.verbal_word(word):
            described = False
        elif word.low in book.predicates or (k > i and book.verbal_word(word)):
            return False
    return True


def _quotes_soon(s: Sentence, c: int) -> bool:
    """Whether a quotation stands in the object of verb `c`."""
    end = s.p.words[c].end
    near = s.p.quoted(end, end + 80)[:1]
    return bool(near) and near[0].start > end and not any(x in s.p.text[end : near[0].start] for x in ".,;")
