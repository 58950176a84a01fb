"""Attributions of indirect speech: from the cue to its source and to the clause that is said."""

from runut.annotate import phrases, sources
from runut.annotate.contents import THAT, content_start
from runut.annotate.passages import Draft, Passage
from runut.annotate.spoken import FAR, SOON, Sentence, around, trim
from runut.lang.cues import CueVerb, Form

NEAR = 24  # attributions of two sentences that one may repeat
OPENED = 2  # fillers before a short form that opens a sentence ("Masih kata Rini, …")
Stretch = tuple[int, int]


def drafts(p: Passage, used: set[int], before: list[Draft]) -> list[Draft]:
    """What the report tells in indirect speech, by sentence.

    `used`: words that are cues of quotations; `before`: the quotations already attributed.
    """
    out: list[Draft] = []
    said: dict[Stretch, list[Stretch]] = {}
    for d in before:
        said.setdefault(d.sentence, []).append(d.content or d.sentence)
    previous: Stretch | None = None
    last: list[Stretch] = []
    for span in p.sentences:
        s = Sentence(p, span, used)
        _cues(s, previous)
        here = said.get(span, [])
        kept = _apart(s.drafts, last + here)
        out += kept
        if s.last - s.first > 1:
            previous = trim(p, *span)
            last = here + [d.content for d in kept if d.content]
    return out


def _apart(found: list[Draft], said: list[Stretch]) -> list[Draft]:
    """The drafts without those whose content is mostly another's, or a quotation's already attributed."""
    out: list[Draft] = []
    taken = list(said)
    for d in found:
        if d.content is not None:
            if any(_mostly(q, d.content) for q in taken[-NEAR:]):
                continue
            taken.append(d.content)
        out.append(d)
    return out


def _mostly(a: Stretch, b: Stretch) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared * 2 > min(a[1] - a[0], b[1] - b[0])


def _cues(s: Sentence, previous: Stretch | None) -> None:
    """Reads the sentence's cues in order; `previous`: what the sentence before says."""
    p, book = s.p, s.p.lexicon
    for i in range(s.first, s.last):
        low = p.words[i].low
        phrase, form = low in book.phrases, book.forms.get(low)
        if not (phrase or form) or i in s.used or s.quoted(i):
            continue
        if (phrase and phrases.read(s, i)) or form is None:
            continue
        if form.place == "subject" or (form.place == "both" and not _turned(s, i)):
            _subject(s, i, form, previous)
        if form.place in {"after", "own", "both"} and i not in s.used:
            _inverted(s, i, form)
        elif form.place == "agent":
            _agent(s, i, form.verb, previous)


def _turned(s: Sentence, c: int) -> bool:
    """Whether "…, said Ruth" stands there: a comma before the verb, and no clause after it."""
    p = s.p
    if not s.comma(c) or c <= s.head:
        return False
    after = p.words[c + 1 : min(s.last, c + THAT)]
    return not any(w.low in p.lexicon.that or w.low in p.lexicon.predicates for w in after)


# --- Rini mengatakan … ----------------------------------------------------------------------------


def _subject(s: Sentence, c: int, form: Form, previous: Stretch | None) -> None:
    p, book, verb = s.p, s.p.lexicon, form.verb
    k = c - 1
    while k >= s.first and p.words[k].low in book.adverbs and p.words[k].low not in book.blocks:
        k -= 1
    if k >= s.first and p.words[k].low in book.blocks and not _related(s, k, c):
        _undenied(s, c, verb)
        return
    rule = f"cues:{verb.name}"
    if s.comma(c) and _own(s, c - 1):  # "…," ujarnya, menambahkan bahwa …
        start = content_start(s, c, verb)
        if start is not None and s.says(start, rule, c, None):
            return
    source = (_speaker_before(s, c) if s.comma(c) else None) or _source(s, c, k)
    first = p.index(source[0]) if source else 0
    again = s.comma(c) or (source is not None and p.index(source[1]) <= k)  # ", seraya menambahkan bahwa …"
    if source is None or (not again and _cued(s, first)) or _asked(s, first) or p.run(first, book.previous) > 1:
        return
    if _points_back(s, c, verb, source, previous):
        return
    closed = (form.place == "both" and _ends(s, c + 1)) or (verb.content == "clause" and c + 1 >= s.last)
    if (closed or _cites(s, c + 1)) and _closes(s, c):
        return
    if verb.evidence and not _evidence(s, source):
        return
    start = _told_from(s, c, verb, source)
    if start is None or not s.says(start, rule, c, source):
        s.drafts.append(Draft(None, "", rule, (p.words[c].start, p.words[c].end), source, s.span))


def _told_from(s: Sentence, c: int, verb: CueVerb, source: Stretch) -> int | None:
    """Where what the subject of verb `c` says begins; None where it says nothing."""
    p, book = s.p, s.p.lexicon
    first = p.words[p.index(source[0])].low
    thing = book.bare(first) in book.things and c + 1 < len(p.words) and p.words[c + 1].low not in book.that
    if verb.content == "none" or thing:
        return None
    start = content_start(s, c, verb)
    shown = start is None and (verb.evidence or verb.transitive) and _shows(s, c, source)
    return p.words[c + 1].start if shown else start


def _points_back(s: Sentence, c: int, verb: CueVerb, source: Stretch, previous: Stretch | None) -> bool:
    """Whether verb `c` has no object but "hal itu": the sentence before is noted, or nothing where that is denied."""
    p, rule = s.p, f"cues:{verb.name}"
    n = p.run(c + 1, p.lexicon.previous)
    if not n or verb.inner or not _ends(s, c + 1 + n, alone=n == 1):
        return False
    if verb.denies:
        s.drafts.append(Draft(None, "", rule, (p.words[c].start, p.words[c].end), source, s.span))
    elif previous:
        s.add(previous, rule, c, source)
    return verb.denies or previous is not None


def _undenied(s: Sentence, c: int, verb: CueVerb) -> None:
    """By "Rini tidak membantah bahwa": what one does not deny is said."""
    p, book = s.p, s.p.lexicon
    if not verb.negated or c + 1 >= s.last or p.words[c + 1].low not in book.that or c - 1 <= s.first:
        return
    source, _ = sources.before(p, c - 1, s.start)
    if p.words[c - 1].low in book.negations and source:
        s.says(p.words[c + 1].end, f"cues:{verb.negated}", c, source)


def _asked(s: Sentence, i: int) -> bool:
    """Whether word `i` begins an indirect question ("belum jelas apakah Rini menganggap …")."""
    return i > s.first and s.p.words[i - 1].low in s.p.lexicon.questions


def _own(s: Sentence, i: int) -> bool:
    """Whether word `i` is a used cue that holds its source ("ujarnya")."""
    form = s.p.lexicon.forms.get(s.p.words[i].low)
    return i in s.used and form is not None and form.place == "own"


def _related(s: Sentence, k: int, c: int) -> bool:
    """Whether word `k` is the "yang" of "Rini, yang mengatakan bahwa"."""
    p = s.p
    return (
        p.words[k].low in p.lexicon.relative
        and k > s.first
        and c + 1 < s.last
        and (p.words[c + 1].low in p.lexicon.that or _told_by(s, k - 1))
    )


def _cued(s: Sentence, i: int) -> bool:
    """Whether word `i` is already the source of the cue right before it ("…," kata Rini menegaskan)."""
    if i in s.used:
        return True
    form = s.p.lexicon.forms.get(s.p.words[i - 1].low)
    return i - 1 in s.used and form is not None and form.place == "after" and not s.p.gap(i).strip()


def _told_by(s: Sentence, i: int) -> bool:
    """Whether word `i` ends the agent of a passive: "disampaikan Rini, yang menyebut …"."""
    end = s.p.words[i].end
    return any(d.content is None and d.kind == "" and d.source and d.source[1] == end for d in s.drafts[-NEAR:])


def _source(s: Sentence, c: int, k: int) -> Stretch | None:
    """The subject of verb `c`, its own or that of a verb before it."""
    p = s.p
    if k >= s.first and p.words[k].low in p.lexicon.relative:
        names = p.inside(p.words[max(s.first, k - FAR)].start, p.words[k].start)
        return (names[-1].span.start, names[-1].span.end) if names else None
    source, shared = sources.before(p, c, s.start)
    if source is not None and not shared:
        return source
    if quoted := _speaker_before(s, c):
        return quoted
    said = (d.source for d in reversed(s.drafts[-NEAR:]) if d.kind not in {"via", "hop"})
    earlier = next((source for source in said if source), None)
    if earlier or not shared:
        return earlier
    names = p.inside(p.words[max(s.first, c - FAR)].start, p.words[c].start, "person", "organisation", "agency")
    if names:
        return names[0].span.start, names[0].span.end
    word = p.words[s.first]
    return (word.start, word.end) if word.low in p.lexicon.pronouns else None


def _speaker_before(s: Sentence, c: int) -> Stretch | None:
    """The source of the quotation whose cue goes before verb `c` ("…," kata Rini, seraya menambahkan bahwa …)."""
    for k in range(c - 1, max(s.first, c - SOON) - 1, -1):
        form = s.p.lexicon.forms.get(s.p.words[k].low)
        if form and k in s.used:
            return sources.after(s.p, k + 1, s.p.words[c].start)[0] if form.place == "after" else None
    return None


def _evidence(s: Sentence, source: Stretch) -> bool:
    """Whether a source is a document or data, or has a name."""
    words = s.p.words[s.p.index(source[0]) : s.p.index(source[1])]
    plain = s.p.lexicon.papers
    return (
        any(w.low in plain for w in words)
        or (words[0].capital and source[0] > s.start)
        or any(w.capital for w in words[1:])
    )


def _shows(s: Sentence, c: int, source: Stretch) -> bool:
    """Whether what data or a recording shows is told after verb `c` ("data mencatat tujuh kasus …")."""
    p, book = s.p, s.p.lexicon
    words = p.words[p.index(source[0]) : p.index(source[1])]
    noun = next((w for w in words if w.low not in book.someone), words[0])
    told = noun.low in book.papers and noun.low not in book.posts and words[-1].low not in book.deictics
    return told and s.last - c > SOON and not s.comma(c + 1)


def _cites(s: Sentence, i: int) -> bool:
    """Whether ", mengutip …" follows: what is said stands before."""
    phrase = s.p.lexicon.phrases.get(s.p.words[i].low) if i < s.last else None
    return phrase is not None and phrase.use == "via" and s.comma(i)


def _closes(s: Sentence, c: int) -> bool:
    """Whether what is said stands before the subject of verb `c`, with a comma between ("…, Ruth said.")."""
    p = s.p
    i = next((k for k in range(c, max(s.head, c - FAR), -1) if s.comma(k)), s.head)
    source, _ = sources.before(p, c, p.words[i].start)
    if i <= s.head or source is None:
        return False
    rule = f"cues:{p.lexicon.forms[p.words[c].low].verb.name}"
    return s.add((p.words[s.head].start, p.words[i - 1].end), rule, c, source)


def _ends(s: Sentence, i: int, *, alone: bool = False) -> bool:
    """Whether a sentence says no more than an occasion from word `i` on; `alone`: no reason ("ini karena …") either."""
    book = s.p.lexicon
    low = s.p.words[i].low if i < s.last else ""
    aside = low in book.stops and low not in book.predicates and not alone
    return not low or low in book.settings or s.comma(i) or aside


# --- …, kata Rini ---------------------------------------------------------------------------------


def _inverted(s: Sentence, c: int, form: Form) -> None:
    """By "…, kata Rini." and "Selain itu, kata Rini, …"."""
    p, verb, own = s.p, form.verb, form.place == "own"
    if not verb.aside or (c == s.first and not p.words[c].capital):
        return
    if c + 1 < s.last and any(x in p.gap(c + 1) for x in "'‘\"“"):
        return  # the word of somebody: "kata 'siap' tidak berarti apa-apa"
    opened = c == s.head or (c - s.first <= OPENED and all(w.low in p.lexicon.fillers for w in p.words[s.first : c]))
    if c > s.first and (p.words[c].capital or not (opened or any(x in p.gap(c) for x in ",–—"))):
        return
    source, after = (None, c + 1) if own else sources.after(p, c + 1, s.end)
    if own or source is not None:
        around(s, c, after, source, f"cues:{verb.name}")


# --- disampaikan oleh Rini ------------------------------------------------------------------------


def _agent(s: Sentence, c: int, verb: CueVerb, previous: Stretch | None) -> None:
    p, book = s.p, s.p.lexicon
    i = c + 1
    rule = f"cues:{verb.name}"
    if i >= s.last or _blocked(s, c, rule):
        return
    locus = _locus(s, c)
    if p.words[i].low in book.that:
        source = locus or _paper(s, c)
        if source or (c == s.first and previous):
            s.says(p.words[i].end, rule, c, source)
        return
    if locus and s.comma(i) and p.words[c - 1].low not in book.papers:
        s.says(p.words[i].start, rule, c, locus)
        return
    by = p.words[i].low in book.by
    source, after = sources.after(p, i + by, s.end, commas="strict" if c == s.first else "loose")
    if source is None or not (by or p.words[i].capital or p.words[i].low in book.someone):
        return
    while c == s.first and after < s.last and p.words[after].low in book.adverbs and not s.comma(after):
        after += 1
    opens = c == s.first and after < s.last and (s.comma(after) or _clause(s, i + by, after))
    if (that := _that(s, after)) is not None:
        s.says(that, rule, c, source)
    elif opens and p.words[after].low not in book.settings | book.days:
        s.says(p.words[after].start, rule, c, source)
    elif previous and (n := p.run(s.head, book.previous)) and s.head + n + 3 > c:
        s.add(previous, rule, c, source)
    else:
        s.drafts.append(Draft(None, "", rule, (p.words[c].start, p.words[c].end), source, s.span))


def _clause(s: Sentence, i: int, after: int) -> bool:
    """Whether a person's name fills the words from `i` to before `after`, and a clause follows at once."""
    p, book = s.p, s.p.lexicon
    name = p.opens(i)
    if name is None or name.value.kind != "person" or name.span.end < p.words[after - 1].end:
        return False
    told = any(w.low in book.predicates or book.verbal_word(w) for w in p.words[after + 1 : min(after + SOON, s.last)])
    return told and not p.words[after].capital and p.words[after].low not in book.stops


def _blocked(s: Sentence, c: int, rule: str) -> bool:
    """Whether the word before passive `c` lets it tell nothing; the agent of "yang disampaikan Rini" still comes on."""
    p, book = s.p, s.p.lexicon
    low = p.words[c - 1].low if c > s.first else ""
    if low in book.relative:
        source, _ = sources.after(p, c + 1 + (p.words[c + 1].low in book.by), s.end)
        if source:
            s.drafts.append(Draft(None, "", rule, (p.words[c].start, p.words[c].end), source, s.span))
    return low in book.blocks | (book.fillers - book.adverbs)


def _paper(s: Sentence, c: int) -> Stretch | None:
    """The subject of passive verb `c` where it can say something: a document, or somebody with a name."""
    p, book = s.p, s.p.lexicon
    source, _ = sources.before(p, c, s.start)
    words = p.words[p.index(source[0]) : p.index(source[1])] if source else []
    good = any(w.low in book.papers for w in words) or any(w.capital for w in words[1:])
    return source if good or (words and book.bare(words[0].low) in book.papers) else None


def _that(s: Sentence, i: int) -> int | None:
    """Where the clause after a "bahwa" begins that follows word `i` before any other cue."""
    for k in range(i, min(i + THAT, s.last)):
        if s.p.words[k].low in s.p.lexicon.that:
            return s.p.words[k].end
        if s.p.words[k].low in s.p.lexicon.forms:
            return None
    return None


def _locus(s: Sentence, c: int) -> Stretch | None:
    """The document of "dalam surat itu disebutkan"."""
    p, book = s.p, s.p.lexicon
    for k in range(c - 1, max(c - 10, s.first - 1), -1):
        if p.words[k].low in book.inside:
            inside = p.words[k + 1 : c]
            if inside and any(w.low in book.papers or w.capital for w in inside):
                return inside[0].start, inside[-1].end
            return None
    return None
