"""Finds the phrase that names a source, after its cue or before it."""

import re
from typing import Literal

from runut.annotate.passages import Passage
from runut.lang.gazetteer import ordinary

FARTHEST = 80  # words before a verb in which its subject begins
DESCRIBED = 14  # words that may describe a source up to its "itu"
ACRONYM = 3  # letters of the shortest acronym that a stop follows ("kata FFC. Kapal itu …"), no title as "Drs."
PARTICIPLE = 7  # letters at least of such a verb: shorter words may be anything ("Bertus")
OFFICE = 3  # words of an office before a name by its capitals
NAMED = 4  # words of such a name at most
LONGEST = 30  # words in a source with everything that describes it
Stretch = tuple[int, int]
AGED = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w.'’-]*){0,3} ?\(\d\d\)")
Commas = Literal["no", "strict", "loose"]


def after(p: Passage, i: int, limit: int, *, commas: Commas = "loose") -> tuple[Stretch | None, int]:
    """The phrase that starts with word `i`, and the word after it.

    `limit`: offset where it must have ended. `commas`: whether it may go on after one ("Kepala Balai, Rini"):
    "no"; "strict" only where another closes the name, and then no small word may follow a name either; "loose".
    """
    words, book = p.words, p.lexicon
    first, named = i, ""
    while i < len(words) and words[i].end <= limit and i - first < LONGEST:
        word = words[i]
        if i > first and (stop := _stops(p, i)) and (stop == "phrase" or not _goes_on(p, i, first, named, commas)):
            break
        if word.low in book.pronouns or word.low in book.plurals:
            return ((word.start, word.end), i + 1) if i == first else (_stretch(p, first, i), i)
        if i == first and word.low in book.stops and (_month(p, i) or not p.opens(i)):
            return None, i
        if i > first and _then(p, i) and _continues(p, i + 2, first, named):
            i += 2
            continue
        if i > first and word.low in book.by and words[first].low in book.papers:
            i += 1
            continue
        if i > first and (_ends(p, i) or _month(p, i) or (commas != "loose" and _past_name(p, i))):
            k = _pointed(p, i, limit) if not words[first].capital else i
            return _stretch(p, first, k), k
        if not named and (people := p.inside(words[first].start, word.end, "person")):
            named = "first" if people[0].span.start == words[first].start else "later"
        i += 1
    return (_stretch(p, first, i), i) if i > first else (None, i)


def _then(p: Passage, i: int) -> bool:
    """Whether word `i` begins "saat itu" and a comma follows ("juru bicara Balai saat itu, Rini")."""
    closed = i + 2 < len(p.words) and "," in p.gap(i + 2) and "," not in p.gap(i)
    return closed and p.words[i + 1].low in p.lexicon.deictics and p.run(i, p.lexicon.openers) > 1


def _pointed(p: Passage, i: int, limit: int) -> int:
    """The word after the "itu" that closes what describes a source ("pria yang lahir di Solo itu"); `i` without one."""
    if p.words[i].low in p.lexicon.settings:
        return i
    for k in range(i, min(i + DESCRIBED, len(p.words))):
        if p.words[k].end > limit or "." in p.gap(k) or _stops(p, k):
            return i
        if p.words[k].low in p.lexicon.deictics:
            after = p.text[p.words[k].end : p.words[k].end + 1]
            closed = after in ".,\n" or not after or (k + 1 < len(p.words) and p.words[k + 1].low in p.lexicon.stops)
            return k + 1 if closed else i
    return i


def _ends(p: Passage, i: int) -> bool:
    """Whether word `i` ends a source: a small word that begins something else, or a verb."""
    word, book = p.words[i], p.lexicon
    if word.capital:
        return False
    form = book.forms.get(word.low)
    return word.low in book.stops or book.verbal_word(word) or (form is not None and form.place == "agent")


def _month(p: Passage, i: int) -> bool:
    """Whether a capital word is a day or month rather than part of a name: a number is near."""
    word = p.words[i]
    after = p.text[word.end : word.end + 3].strip(" (")
    dated = not after or after[0].isdigit() or (word.low in p.lexicon.days and not after[0].isalpha())
    return word.low in p.lexicon.stops and dated


def _stops(p: Passage, i: int) -> str:
    """How the gap before word `i` ends a phrase: "phrase" for good, "comma" perhaps, "" not at all."""
    gap = p.gap(i)
    if p.covered(p.words[i].start) and "," in gap:
        return ""
    if "\n\n" in gap or any(c in gap for c in ':;"“”„«»!?') or ("(" in gap and p.text[p.words[i].start].isdigit()):
        return "phrase"
    before = p.words[i - 1]
    acronym = before.end - before.start == ACRONYM and p.text[before.start : before.end].isupper()
    titled = before.low in p.lexicon.ranks
    if "." in gap and not titled and (len(before.low) > ACRONYM or acronym or before.low in p.lexicon.deictics):
        return "phrase"
    return "comma" if "," in gap or "–" in gap or "—" in gap else ""


def _goes_on(p: Passage, i: int, first: int, named: str, commas: Commas) -> bool:
    """Whether the phrase goes on after the comma before word `i`."""
    if commas == "no" or (named == "first" and _is_name(p, first, i)) or not _continues(p, i, first, named):
        return False
    names = p.inside(p.words[i].start, p.words[i].end + 80)
    return commas == "loose" or (
        bool(names) and p.text[names[0].span.end : names[0].span.end + 2].lstrip()[:1] in {",", "("}
    )


def _is_name(p: Passage, first: int, i: int) -> bool:
    """Whether one name of several words fills the words from `first` to before word `i`."""
    start, end = p.words[first].start, p.words[i - 1].end
    return i - first > 1 and any(n.span.start == start and n.span.end == end for n in p.inside(start, end))


def _past_name(p: Passage, i: int) -> bool:
    """Whether small word `i` stands right after a name: what is said begins there."""
    word, book = p.words[i], p.lexicon
    if word.capital or not p.words[i - 1].capital or not word.low[0].isalpha():
        return False
    return not (word.low in book.lists or word.low in book.links or word.low in book.deictics)


def _continues(p: Passage, i: int, first: int, named: str) -> bool:
    """Whether the phrase goes on after a comma: a name after a role ("Kepala Dinas, Rini")."""
    word = p.words[i]
    if word.low in p.lexicon.lists and p.words[first].low in p.lexicon.roles and i + 1 < len(p.words):
        return p.words[i + 1].capital and not named  # "Menteri Laut, Riset, dan Teknologi"
    if not word.capital or word.low in p.lexicon.stops or word.low in p.lexicon.phrases:
        return False
    k = i
    while k + 1 < len(p.words) and p.words[k].low in p.lexicon.ranks and not p.gap(k + 1).strip(" ."):
        k += 1
    start = p.words[k].start
    here = [n for n in p.inside(start, p.words[k].end + 80, "person", "other") if n.span.start == start]
    if not here and (_seat(p, i) or AGED.match(p.text, start) or _capitals(p, k, first)):
        return True
    if not here:
        after = p.words[i + 1] if i + 1 < len(p.words) else word
        placed = p.inside(word.start, word.end, "place", "organisation")
        return not placed and i - first > 3 and after.low in p.lexicon.days and "," in p.gap(i + 1)
    if here[0].value.kind == "person" and " " in here[0].value.text:
        return True
    lead = p.words[first]
    role = lead.low in p.lexicon.roles or lead.low in p.lexicon.bodies or not lead.capital
    return not named and (role or i - first > 3)


def _capitals(p: Passage, i: int, first: int) -> bool:
    """Whether words with capitals between commas follow an office of three words or more: a name unknown as one."""
    k = i
    while k < len(p.words) and k < i + NAMED and p.words[k].capital and p.words[k].low not in p.lexicon.stops:
        if k > i and p.gap(k).strip():
            break
        k += 1
    closed = p.text[p.words[k - 1].end : p.words[k - 1].end + 1] in {",", ".", "(", "\n"}
    return i - first >= OFFICE and k - i > 1 and closed and not p.inside(p.words[i].start, p.words[k - 1].end)


def _seat(p: Passage, i: int) -> bool:
    """Whether a place between commas stands at word `i`, and a person's full name after it."""
    place = p.opens(i)
    if place is None or place.value.kind != "place" or p.text[place.span.end : place.span.end + 1] != ",":
        return False
    k = p.index(place.span.end)
    name = p.opens(k) if k < len(p.words) else None
    return name is not None and name.value.kind == "person" and " " in name.value.text


def _stretch(p: Passage, first: int, last: int) -> Stretch:
    """From word `first` to before word `last`, with a bracket that belongs to it."""
    start, end = p.words[first].start, p.words[last - 1].end
    inside = p.text[start:end]
    if inside.count("(") > inside.count(")") and p.text[end : end + 2].lstrip().startswith(")"):
        end = p.text.index(")", end) + 1
    return start, end


def before(p: Passage, c: int, start: int) -> tuple[Stretch | None, bool]:
    """The subject of the verb that is word `c`, and whether it shares the subject of a verb before it.

    `start`: offset where the sentence begins.
    """
    words, book = p.words, p.lexicon
    last = c
    while last > 0 and words[last - 1].start >= start and not words[last - 1].capital and _leads(p, last - 1):
        last -= 1
    first = max(p.index(start), c - FARTHEST)
    if last <= first:
        return None, False
    if words[last - 1].low in book.joins:
        return None, True
    if words[last - 1].low in book.breaks and not words[last - 1].capital and last == c:
        return None, False
    comma = "," in p.gap(last) or "," in p.gap(c)
    segments = _segments(p, first, last)
    if (kept := _without_setting(p, segments)) != segments:
        segments, comma, last = kept, True, kept[-1][1]
    if comma and len(segments) > 1:
        segments = [
            (a + 1, b) if a + 1 < b and _clausal(p, a) and _person(p, a + 1, b) else (a, b) for a, b in segments
        ]
        chosen = next((s for s in segments if not _adverbial(p, *s)), segments[-1])
        lo, hi = chosen[0], last
        rel = next((k for k in range(chosen[0], chosen[1]) if words[k].low in book.relative), None)
        hi = rel if rel is not None and rel > lo else hi
    else:
        lo, hi = _apposed(p, segments)
    lo = _opened(p, lo, hi)
    lo = _clause(p, lo, hi)
    while lo + 1 < hi and p.lexicon.verbal_word(words[lo]) and not words[lo].low.startswith(book.cues.passive):
        lo += 1  # ", mendorong warga meminta …": who is moved to it
    hi = _relative(p, lo, hi)
    return (None, False) if hi <= lo or _no_subject(p, lo, hi) else (_stretch(p, lo, hi), False)


def _no_subject(p: Passage, lo: int, hi: int) -> bool:
    """Whether these words can be nobody: an occasion, a number, a verb, or who speaks in no report's own words."""
    low, book = p.words[lo].low, p.lexicon
    lost = low in book.adverbials and not p.inside(p.words[lo].start, p.words[hi - 1].end)
    small = low in book.deictics or low in book.adverbs or low in book.joins or low in book.speakers
    return lost or small or not any(w.low[0].isalpha() for w in p.words[lo:hi]) or _participle(p, lo)


def _leads(p: Passage, i: int) -> bool:
    """Whether word `i` may stand between a subject and its verb: an adverb, or a verb of its own ("merasa yakin")."""
    form = p.lexicon.forms.get(p.words[i].low)
    return p.words[i].low in p.lexicon.adverbs or (form is not None and form.place == "subject")


def _segments(p: Passage, first: int, last: int) -> list[tuple[int, int]]:
    """Word ranges between commas, brackets aside."""
    out, start, depth = [], first, 0
    for i in range(first + 1, last):
        gap = p.gap(i)
        depth += gap.count("(") - gap.count(")")
        dated = gap.replace(" ", "") == ",(" and p.words[i].low.isdigit()  # "Rabu, (18/6)"
        parted = (any(c in gap for c in ',;:"“”–—') and not dated) or gap.strip() == "-" != gap
        if depth <= 0 and (parted or ("\n" in gap and _anew(p, i))):
            out.append((start, i))
            start = i
    out.append((start, last))
    return out


def _anew(p: Passage, i: int) -> bool:
    """Whether word `i` begins a sentence, though the line before it has no stop."""
    low = p.words[i].low
    return p.words[i].capital and (low in p.lexicon.adverbials or p.run(i, p.lexicon.openers) > 0)


def _clausal(p: Passage, i: int) -> bool:
    """Whether word `i` opens a clause with a subject of its own ("meskipun Rini, ayahnya, mengatakan")."""
    return p.words[i].low in p.lexicon.breaks and p.words[i].low in p.lexicon.adverbials


def _without_setting(p: Passage, segments: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The segments without occasions between a subject and its verb ("Rini, dalam rapat itu, mengatakan")."""
    kept = segments
    while len(kept) > 1 and _aside(p, *kept[-1]):
        kept = kept[:-1]
    return segments if all(_adverbial(p, *s) for s in kept) else kept


def _aside(p: Passage, lo: int, hi: int) -> bool:
    """Whether words between a subject and its verb are no part of it: an occasion, who was there."""
    low, book = p.words[lo].low, p.lexicon
    if low in book.companions or low in book.relative:
        return True
    told = p.words[min(lo + 1, hi - 1)].low.startswith(book.cues.passive)  # "saat ditemui", but "karena warga"
    clause = low in book.breaks and not told and p.gap(hi).strip() != ","
    clause = clause or 0 < p.run(lo, book.openers) < hi - lo  # "di mana Rini"
    return not clause and _adverbial(p, lo, hi) and not _named(p, lo, hi)


def _named(p: Passage, lo: int, hi: int) -> bool:
    """Whether a person's name, a pronoun or a plain subject ends these words."""
    end = p.words[hi - 1].end
    return p.words[hi - 1].low in p.lexicon.pronouns | p.lexicon.plurals or any(
        n.span.end >= end - 1 for n in p.inside(p.words[lo].start, end + 1, "person")
    )


def _adverbial(p: Passage, lo: int, hi: int) -> bool:
    word = p.words[lo]
    n = p.run(lo, p.lexicon.openers)
    dated = word.low.isdigit() and lo + 1 < hi and p.words[lo + 1].low in p.lexicon.stops
    words = any(w.low.isalpha() for w in p.words[lo:hi]) and not dated
    return not words or word.low in p.lexicon.adverbials or _participle(p, lo) or n >= hi - lo


def _participle(p: Passage, i: int) -> bool:
    """Whether word `i` is a verb with a capital, as one that opens a sentence ("Memasuki musim hujan, Rini …")."""
    word, book = p.words[i], p.lexicon
    if not word.capital or len(word.low) < PARTICIPLE or not word.low.startswith(book.cues.verbal):
        return False
    noun = word.low in book.nominal or word.low in book.roles | book.bodies | book.papers
    return not (noun or p.opens(i)) and ordinary(word.low, book.tag)


def _apposed(p: Passage, segments: list[tuple[int, int]]) -> tuple[int, int]:
    """The last segment, with those before it that it explains ("Kepala Balai, Rini")."""
    if len(segments) > 1 and p.run(segments[-1][0], p.lexicon.nicknames):
        segments = segments[:-1]
    lo, hi = segments[-1]
    for a, b in reversed(segments[:-1]):
        dashed = p.gap(b).strip() in {"-", "–", "—"}  # behind a dateline
        if dashed or p.words[b - 1].low in p.lexicon.deictics or _adverbial(p, a, b):
            break
        if any(p.lexicon.verbal_word(w) or w.low in p.lexicon.breaks - p.lexicon.lists for w in p.words[a:b]):
            break
        if not p.words[lo].capital and p.words[lo].low not in p.lexicon.joins and not _person(p, a, b):
            break
        lo = a
    return lo, hi


def _person(p: Passage, lo: int, hi: int) -> bool:
    """Whether a person's name fills these words."""
    start, end = p.words[lo].start, p.words[hi - 1].end
    return any(n.span.start == start and n.span.end == end for n in p.inside(start, end, "person"))


def _opened(p: Passage, lo: int, hi: int) -> int:
    """The start without openers ("Sementara itu")."""
    while lo < hi and (n := p.run(lo, p.lexicon.openers)) and lo + n < hi:
        lo += n
    return lo


def _clause(p: Passage, lo: int, hi: int) -> int:
    """The start of the last clause when the phrase holds more than one, or of its first name after an adverbial."""
    words, book = p.words, p.lexicon
    for k in range(hi - 1, lo, -1):
        within = words[k].low in book.means and any(w.low in book.relative for w in words[lo + 1 : k])
        breaks = words[k].low in book.breaks and words[k].low not in book.lists and not words[k].capital
        if breaks and not within and k + 1 < hi:
            lo = k + 1
            break
    if words[lo].low in book.adverbials and words[lo].low not in book.someone:
        named = p.inside(words[lo].start, words[hi - 1].end, "person", "organisation", "agency")
        if named:
            k = p.index(named[-1].span.start)
            while k > lo + 1 and words[k - 1].capital and "," not in p.gap(k):
                k -= 1
            return k
        for k in range(lo + 1, hi):
            if words[k].capital or words[k].low in book.pronouns or words[k].low in book.plurals:
                return k
    return lo


def _relative(p: Passage, lo: int, hi: int) -> int:
    """The end before an occasion or a relative clause, unless a name follows it ("Ketua yang baru, Rini")."""
    if p.words[lo].low in p.lexicon.pronouns:
        return lo + 1
    if _pointing(p, lo, hi):
        return hi
    for k in range(lo + 1, hi):
        ended = p.words[k - 1].low in p.lexicon.deictics or _person(p, lo, k)
        if ended and p.lexicon.verbal_word(p.words[k]):
            return k
        if (
            p.words[k].low in p.lexicon.stops - p.lexicon.relative
            and not p.words[k].capital
            and not p.covered(p.words[k].start)
        ):
            return k
        if p.words[k].low in p.lexicon.relative:
            tail = p.inside(p.words[k].start, p.words[hi - 1].end, "person")
            if tail and tail[-1].span.end >= p.words[hi - 1].end - 1:
                return hi
            return k
    return hi


def _pointing(p: Passage, lo: int, hi: int) -> bool:
    """Whether a phrase points as a whole ("Senator yang lahir di Solo itu"), not only its last noun."""
    if p.words[hi - 1].low not in p.lexicon.deictics or p.opens(lo):
        return False
    related = any(w.low in p.lexicon.relative for w in p.words[lo + 1 : hi])
    noun = p.words[lo].low not in p.lexicon.roles | p.lexicon.bodies | p.lexicon.papers
    return related or (noun and ordinary(p.words[lo].low, p.lexicon.tag))
