"""Attributions of indirect speech: from the cue to its source and to the clause that is said."""

from runut.annotate import sources
from runut.annotate.direct import phrase_source
from runut.annotate.passages import Draft, Passage
from runut.lang.cues import CueVerb

THAT = 22  # words at most between a verb and its "bahwa"
LEAST = 2  # words in a content clause
Stretch = tuple[int, int]


class Sentence:
    """One sentence while its cues are read."""

    def __init__(self, p: Passage, span: Stretch, used: set[int]) -> None:
        self.p = p
        self.start, self.end = span
        self.first, self.last = p.index(span[0]), p.index(span[1])
        self.used = used
        self.quotes = p.quoted(*span)
        self.drafts: list[Draft] = []

    def quoted(self, i: int) -> bool:
        """Whether word `i` stands in a quotation."""
        start = self.p.words[i].start
        return any(q.inner[0] <= start < q.inner[1] for q in self.quotes)


def drafts(p: Passage, used: set[int], before: list[Draft]) -> list[Draft]:
    """What the report tells in indirect speech, by sentence; `used`: words that are cues of quotations."""
    out: list[Draft] = []
    said: dict[Stretch, list[Stretch]] = {}
    for d in before:
        said.setdefault(d.sentence, []).append(d.content or d.sentence)
    previous: Stretch | None = None
    last: list[Stretch] = []
    for span in p.sentences:
        s = Sentence(p, span, used)
        for i in range(s.first, s.last):
            low = p.words[i].low
            if (low in p.lexicon.forms or low in p.lexicon.phrases) and i not in used and not s.quoted(i):
                _cue(s, i, previous)
        here = said.get(span, [])
        kept = _apart(s.drafts, last + here)
        out += kept
        if s.last - s.first > 1:
            previous = _trim(p, *span)
            last = here + [d.content for d in kept if d.content]
    return out


def _apart(drafts: list[Draft], said: list[Stretch]) -> list[Draft]:
    """The drafts without those whose content is mostly another's, or a quotation's already attributed."""
    out: list[Draft] = []
    taken = list(said)
    for d in drafts:
        if d.content is not None:
            if any(_mostly(q, d.content) for q in taken):
                continue
            taken.append(d.content)
        out.append(d)
    return out


def _mostly(a: Stretch, b: Stretch) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared * 2 > min(a[1] - a[0], b[1] - b[0])


def _cue(s: Sentence, i: int, previous: Stretch | None) -> None:
    p = s.p
    low = p.words[i].low
    phrase = p.lexicon.phrases.get(low)
    form = p.lexicon.forms.get(low)
    if phrase and _phrase(s, i, phrase.use, f"cues:{phrase.name}"):
        return
    if form is None:
        return
    if form.place in {"subject", "both"}:
        _subject(s, i, form.verb, previous)
    if form.place in {"after", "own"} or (form.place == "both" and not s.drafts):
        _inverted(s, i, form.verb, form.place == "own")
    elif form.place == "agent":
        _agent(s, i, form.verb, previous)


def _add(s: Sentence, content: Stretch | None, rule: str, c: int, source: Stretch | None) -> bool:
    word = s.p.words[c]
    kind = "indirect"
    if content is not None:
        content = _trim(s.p, *content)
        if s.p.index(content[1]) - s.p.index(content[0]) < LEAST:
            return False
        for q in s.quotes:
            if q.start < content[1] and q.end > content[0]:
                kind = "direct" if q.start <= content[0] and q.end >= content[1] else "mixed"
    s.drafts.append(Draft(content, kind, rule, (word.start, word.end), source, (s.start, s.end)))
    s.used.add(c)
    return True


def _trim(p: Passage, start: int, end: int) -> Stretch:
    """A stretch without blanks, stops and the marks of quotations around it."""
    while start < end and p.text[start] in " \n\t,.:;-–—'\"“”‘’)":
        start += 1
    while start < end and p.text[end - 1] in " \n\t,.:;-–—'\"“”‘’(":
        end -= 1
    return start, end


# --- Rini mengatakan … ----------------------------------------------------------------------------


def _subject(s: Sentence, c: int, verb: CueVerb, previous: Stretch | None) -> None:
    p, book = s.p, s.p.lexicon
    k = c - 1
    while k >= s.first and p.words[k].low in book.adverbs and p.words[k].low not in book.blocks:
        k -= 1
    if k >= s.first and p.words[k].low in book.blocks and not (p.words[k].low == "yang" and False):
        return
    source, shared = sources.before(p, c, s.start)
    if shared or source is None:
        source = next((d.source for d in reversed(s.drafts) if d.source), None)
        if source is None and shared:
            source = _first_name(s, c)
        if source is None:
            return
    rule = f"cues:{verb.name}"
    if verb.content == "none":
        s.drafts.append(Draft(None, "", rule, (p.words[c].start, p.words[c].end), source, (s.start, s.end)))
        return
    if previous and p.run(c + 1, book.previous) and _ends(s, c + 1 + p.run(c + 1, book.previous)):
        _add(s, previous, rule, c, source)
        return
    start = _content_start(s, c, verb)
    if start is None:
        s.drafts.append(Draft(None, "", rule, (p.words[c].start, p.words[c].end), source, (s.start, s.end)))
        return
    _add(s, (start, _content_end(s, start, c)), rule, c, source)


def _first_name(s: Sentence, c: int) -> Stretch | None:
    names = s.p.inside(s.start, s.p.words[c].start, "person", "organisation", "agency")
    if names:
        return names[0].span.start, names[0].span.end
    word = s.p.words[s.first]
    return (word.start, word.end) if word.low in s.p.lexicon.pronouns else None


def _ends(s: Sentence, i: int) -> bool:
    """Whether a sentence says no more than an occasion from word `i` on."""
    p = s.p
    return i >= s.last or p.words[i].low in p.lexicon.settings or p.words[i].low in p.lexicon.stops or "," in p.gap(i)


def _content_start(s: Sentence, c: int, verb: CueVerb) -> int | None:
    """Where what is said begins after verb `c`; None when the verb only has an object."""
    p, book = s.p, s.p.lexicon
    i = c + 1
    if i >= s.last:
        return None
    comma = p.gap(i).strip()[:1] in {",", ":"}
    if not comma and p.words[i].low in book.settings or p.words[i].low in book.adverbs and i + 1 < s.last:
        for k in range(i, min(i + THAT, s.last)):
            if p.words[k].low in book.that:
                return p.words[k].end
            if k > i and p.words[k].low in book.forms and book.forms[p.words[k].low].place == "subject":
                break
        if p.words[i].low in {"soal", "mengenai", "terkait", "tentang", "perihal"}:
            return None
        if p.words[i].low in {"kepada", "melalui", "lewat", "seperti", "via"}:
            return _after_comma(s, i)
        if verb.content == "that":
            return None
        if p.words[i].low in book.adverbs and "," in p.gap(i + 1):
            return p.words[i + 1].start
    if p.words[i].low in book.that:
        return p.words[i].end
    if comma:
        return p.words[i].start
    if verb.content == "clause" or p.words[i].low in verb.nouns:
        return p.words[i].start if p.words[i].low not in {"soal", "mengenai", "tentang", "perihal", "hal"} else None
    for k in range(i, min(i + 6, s.last)):
        if p.words[k].low in book.that and p.words[k].low == book.cues.that[0] and "," not in p.gap(k):
            return p.words[k].end
    for q in s.quotes:
        if p.words[c].end < q.start <= p.words[c].end + 80 and not any(
            x in p.text[p.words[c].end : q.start] for x in ".,;"
        ):
            return p.words[i].start
    return None


def _after_comma(s: Sentence, i: int) -> int | None:
    for k in range(i + 1, min(i + THAT, s.last)):
        if "," in s.p.gap(k) and s.p.words[k].low not in s.p.lexicon.stops:
            return s.p.words[k].start
    return None


def _content_end(s: Sentence, start: int, c: int) -> int:
    """Where what is said ends: with the sentence, before the next cue of the same speaker, or before a credit."""
    p, book = s.p, s.p.lexicon
    first = p.index(start)
    for i in range(first + 1, s.last):
        if s.quoted(i):
            continue
        word = p.words[i]
        if word.low in book.phrases and "," in p.gap(i) and book.phrases[word.low].use != "document":
            use = book.phrases[word.low].use
            if use in {"via", "according", "thus"} and not p.text[word.end :].lstrip().startswith("pula"):
                return p.words[i - 1].end
        form = book.forms.get(word.low)
        if form is None or form.verb.content == "none":
            continue
        if form.place == "after" and "," in p.gap(i) and i + 1 < s.last:
            return p.words[i - 1].end
        if form.place == "subject" and i > first + 2:
            k = i - 1
            while k > first and p.words[k].low in book.adverbs:
                k -= 1
            if p.words[k].low in book.joins:
                return p.words[k - 1].end
    for q in s.quotes:
        if q.start > start and any(d == i for d in s.used for i in range(p.index(q.end), p.index(q.end) + 3)):
            return q.start
    return s.end


# --- …, kata Rini ---------------------------------------------------------------------------------


def _inverted(s: Sentence, c: int, verb: CueVerb, own: bool) -> None:
    """By "…, kata Rini." and "Selain itu, kata Rini, …"."""
    p = s.p
    if verb.content == "none" or c == s.first and not p.words[c].capital:
        return
    if c > s.first and not any(x in p.gap(c) for x in ",–—"):
        return
    if own:
        source, after = None, c + 1
    else:
        source, after = sources.after(p, c + 1, s.end)
        if source is None:
            return
    _around(s, c, after, source, f"cues:{verb.name}")


def _around(s: Sentence, c: int, after: int, source: Stretch | None, rule: str) -> bool:
    """Adds what stands on one side of a cue and its source: behind them after a comma, else before them."""
    p = s.p
    head = _head(s, c)
    comma = after < s.last and p.gap(after).strip(' ”"')[:1] == ","
    rest = s.last - after
    tail_is_date = comma and (p.words[after].low in p.lexicon.stops or p.words[after].low in p.lexicon.phrases)
    if comma and rest >= 3 and (head >= c or (c - head < 8 and not tail_is_date)):
        start = p.words[after].start
        return _add(s, (start, _content_end(s, start, c)), rule, c, source)
    if head < c:
        return _add(s, (p.words[head].start, p.words[c - 1].end), rule, c, source)
    return False


def _head(s: Sentence, c: int) -> int:
    """The first word of a sentence after what opens it."""
    i = s.first
    while i < c and (n := s.p.run(i, s.p.lexicon.openers)):
        i += n
    return i


# --- menurut, berdasarkan, dilansir, dalam laporan --------------------------------------------------


def _phrase(s: Sentence, i: int, use: str, rule: str) -> bool:
    p, book = s.p, s.p.lexicon
    opens = _head(s, i) >= i or any(x in p.gap(i) for x in ",(–—") or use == "via" and _credits(s, i)
    if not opens:
        return False
    if use == "thus":
        return _thus(s, i, rule)
    own = p.words[i].low.endswith("nya") and p.words[i].low not in book.papers
    if own and use == "according":
        return _own_according(s, i, rule)
    if use == "document" and (i + 1 >= s.last or p.words[i + 1].low not in book.papers):
        return False
    if use == "via" and book.forms.get(p.words[i].low) and not p.words[i].capital:
        return False
    source, after = phrase_source(p, i + 1, s.end) if use == "via" else sources.after(p, i + 1, s.end, use == "according")
    if source is None or not _sayer(s, source, use):
        return False
    if _head(s, i) >= i:
        return _leading(s, i, after, source, rule, use)
    if use in {"via", "document", "basis"}:
        return _closing_via(s, i, source, rule) if use == "via" else False
    return _around(s, i, after, source, rule)


def _credits(s: Sentence, i: int) -> bool:
    """Whether a word like "dilansir" credits a medium without a comma before it."""
    p, book = s.p, s.p.lexicon
    k = i + 1
    while k < s.last and (p.words[k].low in book.by or p.words[k].low == "dari"):
        k += 1
    if k >= s.last or not p.words[i].low.startswith(("dikutip", "dilansir", "melansir", "mengutip", "dinukil", "disadur", "disitat")):
        return False
    return p.words[k].capital or p.words[k].low in book.papers or p.words[k].low in book.media


def _sayer(s: Sentence, source: Stretch, use: str) -> bool:
    """Whether a phrase's source can have said something."""
    p, book = s.p, s.p.lexicon
    words = p.words[p.index(source[0]) : p.index(source[1])]
    if use == "document":
        return True
    if any(w.capital or w.low in book.pronouns or w.low in book.plurals or w.low in book.papers for w in words):
        return True
    return (
        use == "according"
        and (words[0].low in book.someone or any(w.low in book.media for w in words))
        or len(words) > 1
        and use == "according"
    )


def _own_according(s: Sentence, i: int, rule: str) -> bool:
    p = s.p
    if i + 1 >= s.last:
        return False
    if _head(s, i) >= i:
        start = p.words[i + 1].start
        return _add(s, (start, _content_end(s, start, i)), rule, i, None)
    return _around(s, i, i + 1, None, rule)


def _leading(s: Sentence, i: int, after: int, source: Stretch, rule: str, use: str) -> bool:
    """By "Menurut Rini, …"; the credit of another's words when the sentence goes on with a cue of its own."""
    p = s.p
    if after < s.last and p.words[after].low == "yang" and "," not in p.gap(after):
        after = _past_date(s, after)
    while after < s.last and ("," in p.gap(after) or after == p.index(source[1])) and _dated(s, after):
        after = _past_date(s, after)
    if after >= s.last:
        return False
    if _speaks(s, after):
        s.drafts.append(Draft(None, use, rule, (p.words[i].start, p.words[i].end), source, (s.start, s.end)))
        return True
    if use in {"document", "basis", "via"} and "," not in p.gap(after) and p.words[after].low not in p.lexicon.forms:
        if not any("," in p.gap(k) for k in range(after, min(after + 10, s.last))):
            if use != "basis" or after == p.index(source[1]):
                pass
            else:
                return False
        else:
            after = next(k for k in range(after, s.last) if "," in p.gap(k))
            while after < s.last and _dated(s, after):
                after = _past_date(s, after)
            if after >= s.last:
                return False
            if _speaks(s, after):
                s.drafts.append(Draft(None, use, rule, (p.words[i].start, p.words[i].end), source, (s.start, s.end)))
                return True
    start = p.words[after].start
    form = p.lexicon.forms.get(p.words[after].low)
    if form and form.place == "agent":
        s.used.add(after)
        after += 1
        if after < s.last and p.words[after].low in p.lexicon.that:
            after += 1
        start = p.words[after].start if after < s.last else s.end
    return _add(s, (start, _content_end(s, start, i)), rule, i, source)


def _dated(s: Sentence, i: int) -> bool:
    """Whether word `i` begins a day ("Kamis (19/6)")."""
    word = s.p.words[i]
    return word.low in {"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad", "pada"} and (
        word.capital or word.low == "pada"
    )


def _past_date(s: Sentence, i: int) -> int:
    k = i + 1
    while k < s.last and "," not in s.p.gap(k):
        k += 1
    return k


def _speaks(s: Sentence, i: int) -> bool:
    """Whether a cue with a subject of its own comes soon: before the next comma but one."""
    p = s.p
    for k in range(i + 1, min(i + 25, s.last)):
        if s.quoted(k):
            return False
        form = p.lexicon.forms.get(p.words[k].low)
        if (
            form
            and form.place in {"subject", "both"}
            and form.verb.content != "none"
            and p.words[k - 1].low not in p.lexicon.blocks
        ):
            return any(w.capital or w.low in p.lexicon.pronouns for w in p.words[i:k])
        if p.lexicon.verbal_word(p.words[k]) and not form:
            return False
    return False


def _closing_via(s: Sentence, i: int, source: Stretch, rule: str) -> bool:
    """By "…, dikutip dari Warta.": a step of the sentence's other attributions, else the source itself."""
    p = s.p
    word = p.words[i]
    spoken = any(d.content for d in s.drafts) or any(k in s.used for k in range(s.first, i))
    if spoken:
        s.drafts.append(Draft(None, "via", rule, (word.start, word.end), source, (s.start, s.end)))
        return True
    head = _head(s, i)
    return head < i and _add(s, (p.words[head].start, p.words[i - 1].end), rule, i, source)


def _thus(s: Sentence, i: int, rule: str) -> bool:
    """By "…, demikian Warta melaporkan"."""
    p, book = s.p, s.p.lexicon
    if i == s.first or i + 1 >= s.last:
        return False
    for k in range(i + 1, min(i + 10, s.last)):
        form = book.forms.get(p.words[k].low)
        if form is None or form.verb.content == "none":
            continue
        if form.place in {"subject", "both"} and k > i + 1:
            source, _ = sources.before(p, k, p.words[i + 1].start)
        elif form.place in {"agent", "after"}:
            source, _ = phrase_source(p, k + 1, s.end)
        else:
            return False
        if source is None:
            return False
        s.used.update(range(i, k + 1))
        return _closing_via(s, i, source, rule)
    return False


# --- disampaikan oleh Rini ------------------------------------------------------------------------


def _agent(s: Sentence, c: int, verb: CueVerb, previous: Stretch | None) -> None:
    p, book = s.p, s.p.lexicon
    i = c + 1
    rule = f"cues:{verb.name}"
    if (
        c > s.first
        and p.words[c - 1].low in {"yang", "telah", "seperti", "sebagaimana", "belum", "tidak", "tak"}
        and p.words[c - 1].low != "telah"
    ):
        return
    if i < s.last and p.words[i].low in book.that:
        source, _ = sources.before(p, c, s.start)
        locus = _locus(s, c)
        source = locus or source
        if source is None:
            return
        start = p.words[i].end
        _add(s, (start, _content_end(s, start, c)), rule, c, source)
        return
    locus = _locus(s, c)
    if locus and i < s.last and p.gap(i).strip() == ",":
        start = p.words[i].start
        _add(s, (start, _content_end(s, start, c)), rule, c, locus)
        return
    by = i < s.last and p.words[i].low in book.by
    source, after = sources.after(p, i + by, s.end) if i + by < s.last else (None, i)
    if source is None or not (by or p.words[i].capital or p.words[i].low in book.someone):
        return
    if any(p.words[k].low in book.that for k in range(after, min(after + THAT, s.last))):
        start = next(p.words[k].end for k in range(after, s.last) if p.words[k].low in book.that)
        _add(s, (start, _content_end(s, start, c)), rule, c, source)
    elif previous and (n := p.run(_head(s, c), book.previous)) and _head(s, c) + n + 3 > c:
        _add(s, previous, rule, c, source)
    else:
        s.drafts.append(Draft(None, "", rule, (p.words[c].start, p.words[c].end), source, (s.start, s.end)))


def _locus(s: Sentence, c: int) -> Stretch | None:
    """The document of "dalam surat itu disebutkan"."""
    p, book = s.p, s.p.lexicon
    for k in range(c - 1, max(c - 10, s.first - 1), -1):
        if p.words[k].low == "dalam":
            inside = p.words[k + 1 : c]
            if inside and any(w.low in book.papers or w.capital for w in inside):
                return inside[0].start, inside[-1].end
            return None
    return None
