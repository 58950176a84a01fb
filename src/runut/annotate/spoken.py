"""One sentence while its cues are read: what is said in it, and where that ends."""

from itertools import pairwise

from runut.annotate.passages import Draft, Passage
from runut.lang.cues import Form

LEAST = 2  # words in what is said
SOON = 8  # words within which a "bahwa" belongs to a verb
FAR = 200  # words looked over in one sentence; no sentence of a report is longer
Stretch = tuple[int, int]


class Sentence:
    """One sentence and what was found in it so far; `used`: words of the report that are cues already."""

    def __init__(self, p: Passage, span: Stretch, used: set[int]) -> None:
        self.p = p
        self.span = span
        self.start, self.end = span
        self.first, self.last = p.index(span[0]), p.index(span[1])
        self.used = used
        self.drafts: list[Draft] = []
        self.head = self._head()

    def _head(self) -> int:
        """The first word after what opens the sentence ("Sementara itu")."""
        i = self.first
        while i < self.last and (n := self.p.run(i, self.p.lexicon.openers)) and i + n < self.last:
            i += n
        return i

    def quoted(self, i: int) -> bool:
        """Whether word `i` stands in a quotation."""
        word = self.p.words[i]
        return any(q.inner[0] <= word.start < q.inner[1] for q in self.p.quoted(word.start, word.end))

    def comma(self, i: int) -> bool:
        """Whether a comma stands before word `i`, none of a number's or before a day in brackets ("Rabu, (18/6)")."""
        gap = self.p.gap(i)
        number = self.p.text[self.p.words[i].start].isdigit()
        return "," in gap and not (number and (gap == "," or gap.replace(" ", "") == ",("))

    def credit(self, c: int, source: Stretch, kind: str, rule: str) -> bool:
        """Notes somebody or something that says nothing itself: who comes on (""), a medium ("via", "hop")."""
        word = self.p.words[c]
        self.drafts.append(Draft(None, kind, rule, (word.start, word.end), source, self.span))
        self.used.add(c)
        return True

    def add(self, content: Stretch, rule: str, c: int, source: Stretch | None) -> bool:
        """Notes what is said, by cue word `c`; False when nothing is."""
        p = self.p
        content = trim(p, *content)
        lo, hi = p.index(content[0]), p.index(content[1])
        if hi - lo < LEAST or (hi - lo < 4 and p.words[lo].low in p.lexicon.settings):
            return False
        if all(not w.low[0].isalpha() for w in p.words[lo + 1 : min(hi, lo + FAR)]):
            return False
        kind = "indirect"
        for q in p.quoted(*content)[:1]:
            kind = "direct" if q.start <= content[0] and q.end >= content[1] else "mixed"
        word = p.words[c]
        self.drafts.append(Draft(content, kind, rule, (word.start, word.end), source, self.span))
        self.used.add(c)
        return True

    def says(self, start: int, rule: str, c: int, source: Stretch | None) -> bool:
        """Notes that a source says what begins at an offset, up to where it ends."""
        return self.add((start, self.content_end(start)), rule, c, source)

    def content_end(self, start: int) -> int:
        """Where what is said ends: with the sentence, before the same speaker's next verb, before a credit."""
        p = self.p
        near = p.quoted(start, self.end)[:9]
        if near and near[0].start <= start + 1 and p.text[near[0].end : near[0].end + 1] == ",":
            return near[0].end
        first, limit = p.index(start), self.end
        for q in near:
            after = p.index(q.end)
            if q.start > start and self.used.intersection(range(after, after + 3)):
                limit = q.start
                break
        for i in range(first + 1, min(first + FAR, p.index(limit))):
            if not self.quoted(i) and (end := self._ends_before(i, first)):
                return end
        return limit

    def _ends_before(self, i: int, first: int) -> int:
        """Where what is said ends because word `i` begins something else; 0 where it does not."""
        p, low = self.p, self.p.words[i].low
        phrase, form = p.lexicon.phrases.get(low), p.lexicon.forms.get(low)
        if phrase and phrase.use in {"via", "according", "own", "thus"} and self._credit_starts(i):
            return p.words[i - 1].end
        if low in p.lexicon.contrasts and self.comma(i) and self._unsaid(i):
            return p.words[i - 1].end
        if form is None or form.verb.content == "none":
            return 0
        if form.place == "after" and self.comma(i) and i + 1 < self.last:
            return p.words[i - 1].end
        if form.place == "subject" and i > first + 2 and self._tells(i, form) and (k := self._joined(i)) > first:
            return p.words[k - 1].end
        return 0

    def _unsaid(self, i: int) -> bool:
        """Whether the report goes on after word `i` with what the speaker does not say ("tetapi ia enggan merinci")."""
        p = self.p
        if i + 1 >= self.last or p.words[i + 1].low not in p.lexicon.pronouns:
            return False
        near = p.words[i + 2 : min(i + SOON, self.last)]
        return any(a.low in p.lexicon.blocks and b.low in p.lexicon.forms for a, b in pairwise(near))

    def _tells(self, i: int, form: Form) -> bool:
        """Whether something said follows verb `i`: always where it may be any clause."""
        p, book = self.p, self.p.lexicon
        if form.verb.content == "clause":
            return True
        behind = p.words[i + 1 : i + 1 + SOON]
        return any(w.low in book.that for w in behind) or any(w.low in form.verb.nouns for w in behind[:1])

    def _joined(self, i: int) -> int:
        """The "dan" that joins verb `i` to one before it; 0 when there is none."""
        k = i - 1
        while k > self.first and self.p.words[k].low in self.p.lexicon.adverbs:
            k -= 1
        return k if self.p.words[k].low in self.p.lexicon.joins else 0

    def _credit_starts(self, i: int) -> bool:
        """Whether a comma stands before word `i` and the fillers before it ("seperti yang")."""
        return self.comma(filled(self, i))


def filled(s: Sentence, i: int) -> int:
    """The first of the words that lead up to a credit: "seperti yang dilaporkan"."""
    while i > s.first + 1 and not s.comma(i) and s.p.words[i - 1].low in s.p.lexicon.fillers | s.p.lexicon.relative:
        i -= 1
    return i


def trim(p: Passage, start: int, end: int) -> Stretch:
    """A stretch without blanks, stops and the marks of quotations around it."""
    while start < end and p.text[start] in " \n\t,.:;-–—'\"“”‘’)\u00a0":
        start += 1
    while start < end and p.text[end - 1] in " \n\t,.:;-–—'\"“”‘’(\u00a0":
        end -= 1
    return start, end


def around(s: Sentence, c: int, after: int, source: Stretch | None, rule: str) -> bool:
    """Notes what stands on one side of a cue and its source: behind them after a comma, else before them."""
    p, book = s.p, s.p.lexicon
    comma = after < s.last and p.gap(after).strip(' ”"')[:1] == ","
    aside = book.settings | book.relative | book.days
    trailing = comma and (p.words[after].low in aside or p.words[after].low in book.phrases)
    lead = next((k for k in range(c - 1, max(s.first, c - FAR) - 1, -1) if s.comma(k)), s.head)
    short = c - s.head < 8 or p.words[lead].low in book.adverbials or p.run(lead, book.openers) > 0
    clause = after < s.last and (source is None or p.words[after].low in book.predicates)
    if not comma and s.head >= c and clause:  # "Dikatakannya harga naik", "Namun, kata Rini tidak semua …"
        return s.says(p.words[after].start, rule, c, source)
    told_of = c > s.first and p.words[c - 1].low in book.relative  # "kapal yang, menurut Rini, rusak"
    if comma and s.last - after >= 2 and (s.head >= c or told_of or (short and not trailing)):
        return s.says(p.words[after].start, rule, c, source)
    if comma and not trailing and _parted(s, c, after):
        return s.add((p.words[s.head].start, s.content_end(p.words[after].start)), rule, c, source)
    return s.head < c and s.add((p.words[s.head].start, p.words[c - 1].end), rule, c, source)


def _parted(s: Sentence, c: int, after: int) -> bool:
    """Whether a cue and its source stand between a long subject and its verb: what is said lies around them."""
    book, words = s.p.lexicon, s.p.words
    told = any(book.verbal_word(w) or w.low in book.predicates for w in words[s.head : c])
    follows = words[after]
    return not told and (follows.low in book.predicates | book.adverbs or book.verbal_word(follows))
