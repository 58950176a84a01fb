"""Capitalised runs of words, and what the titles beside them say they name."""

from collections.abc import Sequence

from runut.annotate.known import Hit
from runut.annotate.words import PEOPLE, Lexicon, Token, title_at
from runut.lang.gazetteer import ordinary

STOPS = frozenset('.!?:“"')  # marks after which a sentence may start
NO_TITLE = (0, "")
KINDS = {
    "organisation": "organisation",
    "legal": "organisation",
    "place": "place",
    "district": "place",
    "event": "other",
}


def runs(words: Sequence[Token], known: Sequence[Hit], lexicon: Lexicon) -> list[Hit]:
    """Names in one sentence: the known ones, and capitalised runs with the kind that their titles give."""
    at = {h.start: h for h in known}
    out: list[Hit] = []
    person = ""  # the kind of title met since the last name
    first = next((k for k, w in enumerate(words) if w.text[0].isalnum()), 0)
    i = 0
    while i < len(words):
        word = words[i]
        hit = at.get(word.start)
        if hit:
            out.append(hit)
            while i < len(words) and words[i].start < hit.end:
                i += 1
            continue
        length, kind = title_at(words, i, lexicon) if word.low in lexicon.starts else NO_TITLE
        if not length and (i == first or words[i - 1].text in STOPS) and word.low in lexicon.openers:
            i += 1
            continue
        if length and kind in PEOPLE:
            own = length > 1 and title_at(words, i + length - 1, lexicon)[1] == "organisation"
            person, i = kind, i + length - own
            continue
        if not word.text[0].isupper():
            person = person if person and word.text in "." else ""
            i += 1
            continue
        j = _end(words, i, at, lexicon, kind)
        out += _named(words[i:j], kind, person, lexicon, first=i == first)
        person = person if kind in KINDS else ""
        i = max(j, i + 1)
    return out


def _end(words: Sequence[Token], i: int, at: dict[int, Hit], lexicon: Lexicon, kind: str) -> int:
    """Where the run that starts at a word ends; a run that starts with an organisation's word goes over joiners."""
    small = lexicon.joiners if kind in ("organisation", "event") else lexicon.particles
    j = i + 1
    while j < len(words):
        word = words[j].text
        if kind in ("place", "district") and words[j].start == words[j - 1].end and word[0].isupper():
            break
        if word[0].isupper() or (word[0].isdigit() and kind):
            if kind not in KINDS and (words[j].start in at or _breaks(words, j, lexicon)):
                break
            if kind in KINDS and title_at(words, j, lexicon)[1] in ("rank", "role", "honorific"):
                break
            j += 1
        elif (
            word == "." and len(words[j - 1].text) == 1 and j + 1 < len(words) and words[j + 1].text[0].isupper()
        ) or _goes_on(words, j, at, small, lexicon):
            j += 1
        else:
            break
    return j


def _breaks(words: Sequence[Token], j: int, lexicon: Lexicon) -> bool:
    """Whether a title, or where it comes first the word for a kind of organisation, ends the run before it."""
    kind = title_at(words, j, lexicon)[1]
    return kind in PEOPLE or (kind == "organisation" and lexicon.heads_first)


def _goes_on(words: Sequence[Token], j: int, at: dict[int, Hit], small: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a small word inside a name is followed by more of the name: a capital, and no other name."""
    return (
        words[j].low in small
        and j + 1 < len(words)
        and words[j + 1].text[0].isupper()
        and words[j + 1].start not in at
        and title_at(words, j + 1, lexicon)[1] != "organisation"
    )


def _named(run: Sequence[Token], kind: str, person: str, lexicon: Lexicon, *, first: bool) -> list[Hit]:
    """What one run names; nothing when it is only a word that starts a sentence."""
    while run and run[0].low in lexicon.openers and (first or len(run) == 1):
        run, first = run[1:], False
    if person == "role" and kind not in KINDS and lexicon.heads_first:
        while run and ordinary(run[0].text, lexicon.tag) and run[0].low not in lexicon.given:
            run = run[1:]
    if not run or (len(run) == 1 and (kind or (first and not person)) and not _acronym(run[0].text)):
        return []
    if not lexicon.heads_first and not kind and len(run) > 1:
        kind = lexicon.titles.get(run[-1].low, "")
    named = KINDS.get(kind, "person" if person else "other")
    if named == "other" and not kind and _like_person(run, lexicon):
        named = "person"
    rule = f"titles:{kind or person}" if person or kind else "capitals"
    return [Hit(run[0].start, run[-1].end, named, rule)]


def _acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper()


def _like_person(run: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two to four words that no dictionary has stand together, one of them a given or family name."""
    return (
        2 <= len(run) <= 4
        and (not lexicon.given or any(w.low in lexicon.given for w in run))
        and not any(ordinary(w.text, lexicon.tag) for w in run if w.low not in lexicon.given)
    )
