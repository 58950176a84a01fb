"""Names that the tagger finds, cut to what runut calls a name: no titles, no brackets, no common nouns before it."""

from collections.abc import Iterator, Sequence

from runut.annotate.known import Hit
from runut.annotate.tagger import RULE, Seen, Tagger, spans, stretches, tagger
from runut.annotate.words import PEOPLE, Lexicon, Token, seen, title_at
from runut.lang.gazetteer import ordinary

OPENS = frozenset("([{")
JOINING = frozenset({"dan", "and", "serta"})


def tagged(words: Sequence[Token], known: Sequence[Hit], titles: Lexicon, tag: str) -> list[Hit]:
    """What the tagger of a language finds in one sentence; nothing for a language without one."""
    model = tagger(tag)
    if model is None or not words:
        return []
    view = seen(words, known, titles)
    texts = [w.text for w in words]
    places = {h.start: h for h in known if h.kind == "place"}
    out: list[Hit] = []
    for i, j, kind in _labelled(model, texts, view):
        for a, end in _pieces(words, i, j):
            b = _before_rank(a, end, view.titles)
            if b < end and words[a].start in places and words[b - 1].end == places[words[a].start].end:
                continue  # "Garut AKBP" is a place and the rank of whoever comes next
            rank = next((k for k in range(a, b - 1) if view.titles[k] == "rank$"), None)
            if rank is not None and kind != "person":
                kind = "person"
            if words[b - 1].low in titles.legal or (kind == "person" and _kind_word(words[b - 1], titles)):
                kind = "organisation"
            if kind == "person" and any(c.isdigit() for w in words[a:b] for c in w.text):
                kind = "other"
            if kind == "person":
                a = _after_titles(words, _after_last(words, a, b, view.titles), b, places, titles)
                a = _after_office(words, a, b, view.titles)
                a = _after_seat(words, a, b, places, titles)
            if a < b:
                out.append(Hit(words[a].start, words[b - 1].end, kind, RULE))
    return out


def _before_rank(a: int, b: int, titles: Sequence[str]) -> int:
    """Where a tagged stretch ends before the rank of the next name: "Polres Kota Batu Kompol"."""
    while b - 1 > a and titles[b - 1].startswith("rank"):
        b -= 1
    return b


def _after_seat(words: Sequence[Token], a: int, b: int, places: dict[int, Hit], titles: Lexicon) -> int:
    """Where a name starts behind the seat of an office: "Bupati Bogor Ana Budi", "Kantor SAR Bima Ana Budi"."""
    seat = places.get(words[a].start) if a < b else None
    if seat is None or a == 0 or words[a - 1].end + 1 != words[a].start:
        return a
    after = next((k for k in range(a, b) if words[k].start >= seat.end), b)
    local = any(" ".join(w.low for w in words[max(0, a - n) : a]) in titles.local for n in (1, 2, 3))
    office = any(title_at(words, k, titles)[1] == "organisation" for k in range(max(0, a - 3), a))
    return after if b - after > 1 and (local or office) else a


def _kind_word(word: Token, titles: Lexicon) -> bool:
    """Whether a word says that what it ends is an organisation: "Forum", "Institute"."""
    return len(word.low) > 3 and titles.titles.get(word.low) == "organisation"


def _labelled(tagger: Tagger, words: Sequence[str], view: Seen) -> Iterator[tuple[int, int, str]]:
    """(first word, word after the last, kind) of what the model finds in the stretches near capitals."""
    for start, end in stretches(words):
        if start == 0 and opens_only(words, view, end):
            continue
        for i, j, kind in spans(tagger.model.tag(tagger.features.rows(words, view, start, end))):
            yield start + i, start + j, kind


def opens_only(words: Sequence[str], view: Seen, end: int) -> bool:
    """Whether the first words of a sentence have one capital, the one that opens it, on a word of the dictionary.

    Nothing else speaks of a name there: of 2,729 such stretches of 500 reports the model found a name in two.
    """
    first = 0 if words[0][0].isalnum() else 1
    if any(words[i][0].isupper() for i in range(first + 1, end)) or not ordinary(words[first]):
        return False
    return not any(any(each[:end]) for each in view)


def _pieces(words: Sequence[Token], i: int, j: int) -> Iterator[tuple[int, int]]:
    """A tagged stretch, cut where a bracket opens: "Badan Contoh Nasional (BCN)" is two names of one body."""
    cuts = [k for k in range(i, j) if words[k].text in OPENS]
    for a, b in zip([i, *cuts], [*cuts, j], strict=True):
        while a < b and not words[a].text[0].isupper() and not words[a].text[0].isdigit():
            a += 1
        while a < b and not words[b - 1].text[0].isalnum():
            b -= 1
        if a < b:
            yield a, b


def _after_last(words: Sequence[Token], a: int, b: int, titles: Sequence[str]) -> int:
    """Where a name starts behind the last rank or office inside the tagged stretch; its start when it ends with one."""
    last = max((k for k in range(a, b) if titles[k] in ("rank$", "role$")), default=a - 1) + 1
    return last if last < b and words[last].text[0].isupper() else a


def _after_titles(words: Sequence[Token], a: int, b: int, places: dict[int, Hit], titles: Lexicon) -> int:
    """Where a person's name starts behind the titles and countries that were tagged with it."""
    while a < b:
        length, kind = title_at(words, a, titles)
        country = places.get(words[a].start)
        end = country.end if country and country.rule.startswith("country") else 0
        if length and kind in PEOPLE:
            a += length
        elif end and end < words[b - 1].end:
            while a < b and words[a].start < end:
                a += 1
        else:
            break
    return a


def _after_office(words: Sequence[Token], a: int, b: int, titles: Sequence[str]) -> int:
    """Where a name starts behind an office of two parts: in "Menteri Hutan dan Iklim Ana Budi" it is not "Iklim"."""
    if b - a < 3 or a < 2 or words[a - 1].low not in JOINING:
        return a
    k = a - 2
    while k >= 0 and words[k].text[0].isupper() and not titles[k].startswith("role"):
        k -= 1
    return a + 1 if k >= 0 and k < a - 2 and titles[k].startswith("role") else a
