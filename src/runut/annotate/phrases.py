"""Attributions by words that are no verb of saying: "menurut", "berdasarkan", "dilansir dari", "dalam laporan"."""

from runut.annotate import sources
from runut.annotate.media import is_medium
from runut.annotate.passages import Passage
from runut.annotate.spoken import FAR, Sentence, around, filled
from runut.lang.cues import Form

CLAUSE = 8  # words within which a "bahwa" follows its verb
LATEST = 8  # attributions of one sentence that are looked back over
OPENED = 3  # small words before a "menurut" that opens a sentence ("Belum lagi menurut Rini, …")
SOON = 25  # words within which another cue takes a sentence over
Stretch = tuple[int, int]


def read(s: Sentence, i: int) -> bool:
    """Whether word `i` is the cue of such an attribution, which is then noted."""
    p = s.p
    phrase = p.lexicon.phrases[p.words[i].low]
    rule, use = f"cues:{phrase.name}", phrase.use
    if use == "document" and i + 1 < s.last and s.head >= i and p.words[i + 1].low in p.lexicon.views:
        return i + 2 < s.last and s.comma(i + 2) and s.says(p.words[i + 2].start, rule, i, None)
    if not _opens(s, i, use):
        return _within(s, i, use, rule)
    if not _fits(s, i, use):
        return False
    if use == "thus":
        return s.comma(i) and _thus(s, i)
    if use == "own":
        leads = s.head >= i or (p.words[s.head].low in p.lexicon.adverbials and not s.comma(min(i + 1, s.last - 1)))
        return i + 1 < s.last and (
            s.says(p.words[i + 1].start, rule, i, None) if leads else around(s, i, i + 1, None, rule)
        )
    source, after = _named(s, i, use)
    if source is None or not _can_say(p, source, use):
        return False
    if s.head >= i:
        return _leading(s, i, after, source)
    if use == "via":
        return _closing(s, i, source, "via" if _credits(s, i) else "hop")
    if use == "according":
        return _closing(s, i, source, "hop") if _said_before(s, i) else around(s, i, after, source, rule)
    return False


def _within(s: Sentence, i: int, use: str, rule: str) -> bool:
    """By "Tanggul itu menurutnya terlalu rendah": without commas, between a subject and what is said of it.

    The whole sentence is what is said: neither part of it says anything alone.
    """
    p, book = s.p, s.p.lexicon
    k = i + 1
    source = None
    if use == "according" and k < s.last and (p.words[k].low in book.pronouns or p.words[k].capital):
        source, k = sources.after(p, k, s.end, commas="no")
    if (use != "own" and source is None) or k >= s.last or i <= s.head or s.comma(k):
        return False
    told = p.words[k].low in book.predicates or p.words[k].low in book.adverbs or book.verbal_word(p.words[k])
    return told and s.add((p.words[s.head].start, s.content_end(p.words[k].start)), rule, i, source)


def _opens(s: Sentence, i: int, use: str) -> bool:
    """Whether word `i` begins a sentence or an aside, or credits a medium without a comma."""
    book = s.p.lexicon
    small = book.breaks | book.fillers | book.adverbs | book.blocks
    if use in {"according", "own"} and i - s.first <= OPENED and all(w.low in small for w in s.p.words[s.first : i]):
        return True
    if s.head >= i or any(x in s.p.gap(filled(s, i) if use == "via" else i) for x in ",(–—"):
        return True
    return use == "via" and _credits(s, i) and (s.p.words[i - 1].low not in s.p.lexicon.relative or _press(s, i + 1))


def _press(s: Sentence, i: int) -> bool:
    """Whether a known medium stands at word `i` or after the small words there."""
    while i < s.last and s.p.words[i].low in s.p.lexicon.links:
        i += 1
    name = s.p.opens(i) if i < s.last else None
    return name is not None and bool(is_medium(name.value.text))


def _fits(s: Sentence, i: int, use: str) -> bool:
    """Whether what follows word `i` can be a source: a document after "dalam", no clause after "diberitakan"."""
    p, book = s.p, s.p.lexicon
    if use == "document":
        return any(w.low in book.papers for w in p.words[i + 1 : min(s.last, _noun(s, i + 1) + 1)])
    if use != "via":
        return True
    if i + 1 < s.last and s.comma(i + 1):
        return False
    return p.words[i].low not in book.forms or _agent_follows(s, i) or p.words[i].capital


def _noun(s: Sentence, i: int) -> int:
    """Word `i`, or the one after it where it is an article."""
    return i + 1 if i + 1 < s.last and s.p.words[i].low in s.p.lexicon.someone else i


def _named(s: Sentence, i: int, use: str) -> tuple[Stretch | None, int]:
    """The source after word `i`, and the word after it."""
    if use == "via":
        return via_source(s.p, i + 1, s.end)
    first = i + 1
    while use != "document" and first < s.last and s.p.words[first].low in s.p.lexicon.cues.to:
        first += 1
    return sources.after(s.p, first, s.end, commas="strict" if use == "according" else "no")


def via_source(p: Passage, i: int, limit: int) -> tuple[Stretch | None, int]:
    """The source after words like "dikutip dari", small words skipped; and the word after it."""
    while i < len(p.words) and p.words[i].low in p.lexicon.links:
        i += 1
    return sources.after(p, i, limit, commas="no")


def _agent_follows(s: Sentence, i: int) -> bool:
    return i + 1 < s.last and s.p.words[i + 1].low in s.p.lexicon.by


def _said_before(s: Sentence, i: int) -> bool:
    """Whether the words before a closing "menurut" are already somebody's."""
    at = s.p.words[i].start
    return any(d.content and d.content[1] <= at and d.cue and d.cue[1] <= d.content[0] for d in s.drafts[-LATEST:])


def _credits(s: Sentence, i: int) -> bool:
    """Whether a word credits a medium by itself ("dilansir Warta"), with or without a comma before it."""
    p, book = s.p, s.p.lexicon
    k = i + 1
    while k < s.last and p.words[k].low in book.links:
        k += 1
    if k >= s.last or not p.words[i].low.startswith(tuple(book.cues.crediting)):
        return False
    site = k + 1 < s.last and p.words[k + 1].low in {"www", "http", "https"}
    return site or _press(s, k) or p.words[k].capital or p.words[k].low in book.papers or p.words[k].low in book.media


def _can_say(p: Passage, source: Stretch, use: str) -> bool:
    """Whether a phrase's source can have said something."""
    book = p.lexicon
    words = p.words[p.index(source[0]) : p.index(source[1])]
    if use == "via" and (name := p.opens(p.index(source[0]))) and is_medium(name.value.text):
        return True
    if use == "document" or any(
        w.capital or "." in w.low or w.low in book.pronouns | book.plurals | book.papers for w in words
    ):
        return True
    return use == "according" and (len(words) > 1 or words[0].low in book.roles)


def _leading(s: Sentence, i: int, after: int, source: Stretch) -> bool:
    """By "Menurut Rini, …"; only a credit when the sentence goes on with a cue of its own."""
    p, book = s.p, s.p.lexicon
    phrase = book.phrases[p.words[i].low]
    rule = f"cues:{phrase.name}"
    after = _past_days(s, _past_clause(s, i, after))
    if after >= s.last:
        return False
    if (second := book.phrases.get(p.words[after].low)) and second.use == "via" and s.comma(after):
        nearer, then = via_source(p, after + 1, s.end)
        if nearer and then < s.last:
            s.credit(after, source, "hop", rule)
            return s.says(p.words[then].start, rule, i, nearer)
    if _speaks(s, after):
        return s.credit(i, source, phrase.use, rule)
    form = book.forms.get(p.words[after].low)
    told = form and form.place == "subject" and form.verb.content == "clause" and s.comma(after)
    if form and (form.place == "agent" or told):  # "Berdasarkan data Rini, disebutkan …", "…, menyebutkan bahwa …"
        s.used.add(after)
        after += 1 + (after + 1 < s.last and p.words[after + 1].low in book.that)
    return after < s.last and s.says(p.words[after].start, rule, i, source)


def _past_clause(s: Sentence, i: int, after: int) -> int:
    """The word after the comma that closes what describes a source ("dokumen yang …, "); `after` when none does."""
    p, book = s.p, s.p.lexicon
    if after >= s.last or s.comma(after) or p.words[after].low in book.forms:
        return after
    if book.phrases[p.words[i].low].use == "according" and p.words[after].low not in book.stops:
        return after
    for k in range(after, min(after + SOON, s.last)):
        form = book.forms.get(p.words[k].low)
        if s.comma(k) or (form and form.place == "agent"):
            return k
    return after


def _past_days(s: Sentence, i: int) -> int:
    """The word after days and hours between commas or before a clause ("Kamis (19/6),")."""
    while i < s.last and _day(s, i):
        k = i + 1 + (s.p.words[i].low not in s.p.lexicon.days)
        while (
            k < s.last and not s.comma(k) and (s.p.words[k].low[0].isdigit() or (")" not in s.p.gap(k) and k < i + 4))
        ):
            k += 1
        if k >= s.last:
            return i
        i = k
    return i


def _day(s: Sentence, i: int) -> bool:
    """Whether word `i` begins a day, with or without a small word before it ("pada Kamis")."""
    words, days = s.p.words, s.p.lexicon.days
    if words[i].low in days:
        return words[i].capital
    return words[i].low in s.p.lexicon.settings and i + 1 < s.last and words[i + 1].low in days


def _speaks(s: Sentence, i: int) -> bool:
    """Whether a verb of saying with a subject of its own comes before any other verb."""
    p, book = s.p, s.p.lexicon
    for k in range(i + 1, min(i + SOON, s.last)):
        if s.quoted(k):
            return False
        form = book.forms.get(p.words[k].low)
        if p.words[k].low in book.copulas:
            return False
        if form and form.place in {"subject", "both"} and form.verb.content != "none":
            if p.words[k - 1].low in book.blocks or (form.verb.content == "that" and not _clause_after(s, k, form)):
                return False
            sayers = book.pronouns | book.articles | book.someone | book.roles
            return any(w.capital or w.low in sayers for w in p.words[i:k])
        if book.verbal_word(p.words[k]) and not form:
            return False
    return False


def _clause_after(s: Sentence, i: int, form: Form) -> bool:
    """Whether something said follows verb `i`, which may have a plain object instead."""
    p, book = s.p, s.p.lexicon
    near = p.words[i + 1 : min(i + CLAUSE, s.last)]
    told = any(w.low in book.that for w in near) or any(book.bare(w.low) in form.verb.nouns for w in near[:1])
    return told or (i + 1 < s.last and s.comma(i + 1))


def _closing(s: Sentence, i: int, source: Stretch, kind: str) -> bool:
    """By "…, dikutip dari Warta.": a step of the sentence's other attributions, else the source itself."""
    p = s.p
    rule = f"cues:{p.lexicon.phrases[p.words[i].low].name}"
    if any(d.content for d in s.drafts[-LATEST:]) or s.used.intersection(range(max(s.first, i - FAR), i)):
        return s.credit(i, source, kind, rule)
    end = filled(s, i)
    return s.head < end and end - s.head > 3 and s.add((p.words[s.head].start, p.words[end - 1].end), rule, i, source)


def _thus(s: Sentence, i: int) -> bool:
    """By "…, demikian Warta melaporkan"."""
    p, book = s.p, s.p.lexicon
    for k in range(i + 1, min(i + 10, s.last)) if i > s.first else ():
        form = book.forms.get(p.words[k].low)
        if form is None or form.verb.content == "none":
            continue
        if form.place in {"subject", "both"} and k > i + 1:
            source, _ = sources.before(p, k, p.words[i + 1].start)
        elif form.place in {"agent", "after"}:
            source, _ = via_source(p, k + 1, s.end)
        else:
            return False
        if source is None:
            return False
        if not _closing(s, i, source, "hop"):
            return False
        s.used.update(range(i, k + 1))
        return True
    return False
