"""Attributions of quotations: from the quotation to its cue and source."""

from runut.annotate import sources
from runut.annotate.passages import Draft, Passage
from runut.annotate.phrases import via_source
from runut.annotate.quotes import Quote

REACH = 14  # words between a cue and the quotation it opens
ALONE = 4  # words at least of a quotation that stands alone


def drafts(p: Passage) -> tuple[list[Draft], set[int]]:
    """The quotations that somebody says, in order, and the indexes of the words that were used as their cues."""
    out: list[Draft] = []
    used: set[int] = set()
    for q in p.quotes:
        sentence = sentence_of(p, q)
        if sentence is None or not p.text[slice(*q.inner)].strip(" ,.\n'\"’”‘"):
            continue
        draft = _followed(p, q, sentence, used)
        if draft is None or draft.source is None or p.words[p.index(draft.source[0])].low in p.lexicon.pronouns:
            opened = _preceded(p, q, sentence, used)
            if draft and opened and opened.source:  # Rini mengatakan, "…," ujar dia.
                draft = draft._replace(source=opened.source)
            draft = draft or opened or _alone(p, q, sentence, out)
        if draft:
            out.append(draft)
    return out, used


def sentence_of(p: Passage, q: Quote) -> tuple[int, int] | None:
    """The sentence that holds the end of a quotation."""
    return p.sentence(q.inner[1] - 1 if q.inner[1] > q.inner[0] else q.start)


def _draft(p: Passage, q: Quote, c: int, source: tuple[int, int] | None, sentence: tuple[int, int]) -> Draft:
    word = p.words[c]
    book = p.lexicon
    name = book.forms[word.low].verb.name if word.low in book.forms else book.phrases[word.low].name
    return Draft(_content(p, q), "direct", f"cues:{name}", (word.start, word.end), source, sentence)


def _content(p: Passage, q: Quote) -> tuple[int, int]:
    start, end = q.inner
    while end > start and p.text[end - 1] in " ,.\n'\"’”":
        end -= 1
    while start < end and p.text[start] in " \n,'\"‘":
        start += 1
    return start, end


def _followed(p: Passage, q: Quote, sentence: tuple[int, int], used: set[int]) -> Draft | None:
    """By "…," kata Rini; "…," katanya; "…," Rini mengatakan; "…" dikutip dari Warta."""
    words, book = p.words, p.lexicon
    j = p.index(q.end)
    if j >= len(words) or words[j].start - q.end > 6 or p.text[q.end : words[j].start].strip(" ,.-–—\n"):
        return None
    limit = max(sentence[1], _line_end(p, q.end))
    k = j
    while k < j + 3 and k + 1 < len(words) and words[k].low in book.fillers and words[k].low not in book.forms:
        k += 1
    if k >= len(words) or words[k].start >= limit:
        return None
    form = book.forms.get(words[k].low)
    if form and form.place in {"after", "own", "both"} and form.verb.content != "none":
        if words[k].capital and form.place == "both":
            return None
        used.add(k)
        source = None
        if form.place != "own" and "," not in p.text[words[k].end : words[k].end + 1]:
            source, _ = sources.after(p, k + 1, limit)
        return _draft(p, q, k, source, sentence)
    thus = book.phrases.get(words[j].low)
    if k > j and thus and thus.use == "thus" and (words[k].capital or words[k].low in book.papers):
        source, _ = sources.after(p, k, limit)
        if source:
            used.add(j)
            return _draft(p, q, j, source, sentence)
    phrase = book.phrases.get(words[k].low)
    leads = p.index(q.start) <= p.index(sentence[0])
    if phrase and phrase.use in {"via", "according"} and not words[k].capital and leads:
        used.add(k)
        return _draft(p, q, k, via_source(p, k + 1, limit)[0], sentence)
    return _verb_after(p, q, j, sentence, used)


def _verb_after(p: Passage, q: Quote, j: int, sentence: tuple[int, int], used: set[int]) -> Draft | None:
    """By "…," Rini mengatakan: a subject and its verb after the quotation."""
    words, book = p.words, p.lexicon
    if (p.text[q.inner[1] - 1] in ".!?" and words[j].capital) or not _paused(p, q, j):
        return None
    for k in range(j, min(j + REACH, len(words))):
        if words[k].start >= sentence[1] or (any(c in p.gap(k) for c in '\n:;"“') and k > j):
            return None
        form = book.forms.get(words[k].low)
        if form is None or form.verb.content == "none":
            continue
        if form.place == "agent" and words[j].low in book.phrases:
            used.add(k)
            start = k + 2 if k + 1 < len(words) and words[k + 1].low in book.by else k + 1
            return _draft(p, q, k, sources.after(p, start, sentence[1])[0], sentence)
        if form.place in {"subject", "both"}:
            lo = j + 1 if words[j].low in book.phrases else j
            if k <= lo or _goes_on(p, k + 1, sentence[1]):
                return None
            used.add(k)
            source, _ = sources.before(p, k, words[lo].start)
            return _draft(p, q, k, source, sentence)
        return None
    return None


def _goes_on(p: Passage, i: int, limit: int) -> bool:
    """Whether a clause of its own follows a verb from word `i` on, rather than an occasion or nothing."""
    if i >= len(p.words) or p.words[i].start >= limit or any(c in p.gap(i) for c in ",."):
        return False
    form = p.lexicon.forms[p.words[i - 1].low]
    if form.place == "both" and form.verb.content == "that":  # "told Reuters": a hearer, unless a clause opens
        return any(w.low in p.lexicon.that for w in p.words[i : i + 6])
    return p.words[i].low not in p.lexicon.stops and p.words[i].low not in p.lexicon.hearers


def _paused(p: Passage, q: Quote, j: int) -> bool:
    """Whether a stop or comma stands at the end of a quotation, within its marks or after them."""
    return p.text[q.inner[1] - 1] in ",.!?" or "," in p.text[q.end : p.words[j].start]


def _preceded(p: Passage, q: Quote, sentence: tuple[int, int], used: set[int]) -> Draft | None:
    """By Rini mengatakan, "…"; kata Rini: "…"."""
    i = p.index(q.start) - 1
    if i < 0 or p.words[i].end < sentence[0] - 200:
        return None
    gap = p.text[p.words[i].end : q.start].strip()
    c = _opening_cue(p, i) if not gap.strip("),:\n ") else None
    if c is None:
        return None
    stopped = "," in gap or ":" in gap
    if not stopped and (c < i or p.words[min(p.index(q.end), len(p.words) - 1)].start in range(q.end, sentence[1])):
        return None  # part of a clause: an indirect attribution with quoted words
    place = p.lexicon.forms[p.words[c].low].place
    if (place == "after" and not stopped) or (c in used and place != "after"):
        return None
    used.add(c)
    return _draft(p, q, c, _source_before(p, c, q, sentence), sentence)


def _opening_cue(p: Passage, i: int) -> int | None:
    """The last verb of saying at or shortly before word `i`."""
    for c in range(i, max(i - REACH, -1), -1):
        if c < i and any(x in p.gap(c + 1) for x in '.;\n"”'):
            return None
        form = p.lexicon.forms.get(p.words[c].low)
        if form and form.verb.content != "none":
            return c
    return None


def _source_before(p: Passage, c: int, q: Quote, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The source of cue `c` that opens a quotation."""
    place = p.lexicon.forms[p.words[c].low].place
    start = (p.sentence(p.words[c].start) or sentence)[0]
    following = sources.after(p, c + 1, q.start)[0] if place in {"after", "agent"} else None
    if following or place in {"after", "own"}:
        return following
    return sources.before(p, c, start)[0]


def _alone(p: Passage, q: Quote, sentence: tuple[int, int], said: list[Draft]) -> Draft | None:
    """By nothing at all: a quotation that is a sentence of its own, soon after somebody spoke."""
    if not said:
        return None
    i, j = p.index(q.start), p.index(q.end)
    if j - i < ALONE or (j < len(p.words) and p.words[j].start < sentence[1]):
        return None
    if i and p.words[i - 1].start >= sentence[0] and p.words[i - 1].end > sentence[0]:
        return None
    last = said[-1].sentence[1]
    if p.text.count("\n", last, q.start) > 6 or q.start - last > 800:
        return None
    if not q.whole and p.text[q.inner[1] - 1] not in ".,!?":
        return None
    return Draft(_content(p, q), "direct", "cues:continued", None, None, sentence)


def _line_end(p: Passage, position: int) -> int:
    end = p.text.find("\n", position)
    return len(p.text) if end < 0 else end
