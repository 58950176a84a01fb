"""Reads out of a source phrase the name of the person it means."""

import re

from runut.annotate.fullnames import Naming
from runut.annotate.media import is_medium
from runut.annotate.passages import Word, plain
from runut.annotate.people import ALSO, clean, maybe_person, name_parts
from runut.types import Mark, Name

Stretch = tuple[int, int]
GLUED_NAME = re.compile(r"[a-z]([A-Z][a-z]{2,}(?: [A-Z][a-z.]*){1,3})$")
AGED_NAME = re.compile(r"(?:^|(?<=, )|(?<=bernama ))([A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){0,3}) ?\(\d\d\)")
CALLED = re.compile(r"\bbernama ([A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){0,3})")
BRACKET_NAME = re.compile(r"(?<=\) )([A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3})$")
INITIAL_NAME = re.compile(r"(?<= )((?:[A-Z]\.? ){1,2}[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?)$")
AGE = 5  # characters of " (46)"
DEGREE = 3  # letters at least in a word of a name: fewer in a degree ("M.M")
TAIL = 4  # words at most of a name behind a body
KIN = 4  # words at most of "mantan suami Rini Astuti"


class PhraseNames(Naming):
    """The names in the phrases that tell who speaks."""

    def _untagged(self, words: list[Word]) -> str:
        """The name by its capitals that opens a phrase of where somebody comes from ("A Syahran dari Balai Cuaca")."""
        if words[0].low in self.p.lexicon.roles and (tail := self._behind_body(words)):
            return tail
        n = next((k for k, w in enumerate(words) if not w.capital), 0)
        described = 0 < n <= ALSO and words[n].low in self.p.lexicon.someone
        if described and self.p.text[words[n - 1].end : words[n].start].strip() == ",":
            return self.p.text[words[0].start : words[n - 1].end]  # "Suminah, salah satu perajin"
        book = self.p.lexicon
        if not 1 < n <= ALSO or words[n].low not in book.cues.origins[:1] or words[0].low in book.bodies:
            return ""
        if self.p.inside(words[0].start, words[n - 1].end, "organisation", "agency", "place"):
            return ""
        return self.p.text[words[0].start : words[n - 1].end]

    def _behind_body(self, words: list[Word]) -> str:
        """The name by its capitals behind the body of an office ("Gubernur BI Nuraini Wulandari")."""
        bodies = self.p.inside(words[0].start, words[-1].end, "organisation", "place", "agency")
        tail = [w for w in words if bodies and w.start >= bodies[-1].span.end]
        named = 1 < len(tail) <= TAIL and all(w.capital and not plain(w.low, self.p.lexicon.tag) for w in tail)
        return self.p.text[tail[0].start : tail[-1].end] if named else ""

    def _named(self, source: Stretch, words: list[Word]) -> tuple[str, str] | None:
        """The person a source phrase names: alone between commas, at its start, else last in it."""
        inside = [n for n in self.p.inside(*source) if maybe_person(self.p, n) and not self._other(n, words)]
        some = words[0].low in self.p.lexicon.someone
        sure = [n for n in inside if n.value.kind == "person"] or ([] if some else inside[-1:])
        if sure and (self._leads(sure[0], source) or self._placed(sure[0], source)):
            return self.full_of(sure[0]), "person"
        if self._points_past(words, inside):
            return None
        if name := self._apposed(words):
            return name, "person"
        chosen = next((n for n in reversed(inside) if self._alone(n, source)), None) or self._head(sure, source)
        if chosen and self._is_person(chosen, source) and not (some and not self._final(chosen, source)):
            return self.full_of(chosen), "person"
        return None if some else self._known(words)

    def _told(self, source: Stretch) -> tuple[str, str] | None:
        """The name that its form tells: before an age ("Alan (46), warga"), or with an initial at the end of a role."""
        text = self.p.text[source[0] : source[1]]
        m = (
            AGED_NAME.search(self.p.text[source[0] : source[1] + AGE])
            or CALLED.search(text)
            or INITIAL_NAME.search(text)
        )
        named = any(n.span.end >= source[1] - 1 and " " in n.value.text for n in self.p.inside(*source, "person"))
        m = m or (None if named else BRACKET_NAME.search(text))
        if m and any(n.span.start < source[0] + m.start(1) < n.span.end for n in self.p.inside(*source, "person")):
            return None  # part of a longer name
        if m is None:
            return None
        others = self.p.inside(source[0] + m.start(1), source[0] + m.end(1), "organisation", "agency", "place")
        if any(not (n.value.kind == "place" and _guessed(n)) for n in others):
            return None
        return self.full(name_parts(m[1]), clean(m[1])), "person"

    def _glued(self, source: Stretch, words: list[Word]) -> tuple[str, str] | None:
        """The name that a scraper glued to the role before it ("Kepala BalaiRini Astuti")."""
        tail = GLUED_NAME.search(self.p.text, source[0], source[1])
        if tail is None or words[0].low not in self.p.lexicon.roles or self.p.inside(tail.start(1), source[1], "place"):
            return None
        return self.full(name_parts(tail[1]), tail[1]), "person"

    def _is_person(self, n: Mark[Name], source: Stretch) -> bool:
        """Whether a name in a source is a person's, by its kind or by its place there."""
        placed = n.value.kind == "person" or self._alone(n, source) or self._ends(n, source)
        return placed and not is_medium(n.value.text)

    def _apposed(self, words: list[Word]) -> str:
        """The name that follows a role after a comma ("Kepala Balai, Rini A. Putri"), by its capitals."""
        book = self.p.lexicon
        start = self.p.index(words[0].start)
        cut = next((k for k in range(len(words) - 1, 0, -1) if "," in self.p.gap(start + k)), 0)
        last = words[cut:]
        least = 1 if words[0].low in book.roles and cut > 1 else 2
        if not cut or not least <= len(last) <= 5 or any(not w.capital or w.low in book.stops for w in last):
            return ""
        if len(last) == 1 and plain(last[0].low, book.tag):
            return ""
        stretch = last[0].start, last[-1].end
        bare = self.p.text[slice(*stretch)].lower().replace(".", "").replace(" ", "")
        degree = bare in book.degrees or all(len(w.low) < DEGREE for w in last)
        if degree or last[0].low in book.roles or last[0].low in book.bodies:
            return ""
        others = self.p.inside(*stretch, "organisation", "place", "agency")
        if any(n.span.start <= stretch[0] and not (n.value.kind == "place" and _guessed(n)) for n in others):
            return ""
        text = self.p.text[stretch[0] : stretch[1]]
        text = text.partition(" (")[0] if text.count("(") > text.count(")") else text
        return self.full(name_parts(text), " ".join(text.split()))

    def _head(self, people: list[Mark[Name]], source: Stretch) -> Mark[Name] | None:
        """Of people named in one phrase the last where a name ends its first part, else the first."""
        if not people:
            return None
        comma = self.p.text.find(",", people[0].span.start, source[1])
        first = [n for n in people if comma < 0 or n.span.end <= comma]
        if first and people[0].span.start > source[0]:
            return people[-1]
        ends = comma if comma >= 0 else source[1]
        return first[-1] if first and first[-1].span.end >= ends - 1 else people[0]

    def _alone(self, n: Mark[Name], source: Stretch) -> bool:
        """Whether a name of two words or more fills what stands between commas."""
        k = min(self.p.index(n.span.start), len(self.p.words) - 1)
        while self.p.words[k].start > source[0] and self.p.words[k - 1].low in self.p.lexicon.ranks:
            k -= 1
        start = self.p.words[k].start
        before = self.p.text[max(source[0], start - 2) : start].strip()
        after = self.p.text[n.span.end : min(source[1], n.span.end + 1)].strip()
        opens = before == "," and n.span.start > source[0]
        return opens and (not after or after == ",")

    def _ends(self, n: Mark[Name], source: Stretch) -> bool:
        """Whether a name that may be a person's fills its phrase, ends it, or opens it before a small word."""
        after = self.p.text[n.span.end : source[1]].lstrip()
        return not after or (n.span.start == source[0] and after[0].islower())

    def _leads(self, n: Mark[Name], source: Stretch) -> bool:
        """Whether a person's full name opens a phrase that goes on after a comma ("Rini Astuti, Direktur Balai")."""
        opens = n.span.start == source[0] and " " in n.value.text and n.value.kind == "person"
        return opens and self.p.text[n.span.end : n.span.end + 1] == ","

    def _other(self, n: Mark[Name], words: list[Word]) -> bool:
        """Whether a name is somebody else's: in what is told of the source, or after a word for whose people it is."""
        i = self.p.index(n.span.start)
        held = i > self.p.index(words[0].start) and self.p.words[i - 1].low in self.p.lexicon.holders
        if held and i < len(self.p.words) and not self.p.gap(i).strip():
            return True
        yang = next((w for w in words if w.low in self.p.lexicon.relative), None)
        return yang is not None and yang.end <= n.span.start and "," not in self.p.text[yang.end : n.span.start]

    def _placed(self, n: Mark[Name], source: Stretch) -> bool:
        """Whether a person's name opens a phrase that goes on with where from ("Rini dari Balai Cuaca")."""
        i = self.p.index(n.span.end)
        after = self.p.words[i : i + 1] if n.span.end < source[1] else []
        small = bool(after) and after[0].low in self.p.lexicon.origins
        return n.span.start == source[0] and n.value.kind == "person" and small

    def _points_past(self, words: list[Word], inside: list[Mark[Name]]) -> bool:
        """Whether a phrase points to somebody by another's name ("suami Rini itu"), or by what is told of them."""
        book = self.p.lexicon
        if words[-1].low not in book.deictics or not inside or inside[-1].span.start == words[0].start:
            return False
        end = next((k for k, w in enumerate(words) if w.start >= inside[-1].span.end), len(words))
        at = next((k for k, w in enumerate(words) if w.start >= inside[-1].span.start), len(words))
        body = inside[-1].value.kind != "person" and words[0].low not in book.roles
        behind = words[at - 1].low in book.origins or any(w.low in book.stops for w in words[end:-1])
        return behind or body or words[0].low in book.relations

    def _kin(self, source: Stretch, words: list[Word]) -> tuple[str, str] | None:
        """Somebody known by whose they are ("ayah Rini"): nobody's name is given."""
        small = words[0].low in self.p.lexicon.relations and not words[0].capital and len(words) <= KIN
        whole = "," not in self.p.text[slice(*source)] and words[-1].low not in self.p.lexicon.deictics
        named = small and whole and words[1:] and words[1].capital
        return (clean(self.p.text[slice(*source)]), "unnamed") if named else None

    def _final(self, n: Mark[Name], source: Stretch) -> bool:
        return n.span.end >= source[1] - 1

    def _press(self, source: Stretch, words: list[Word]) -> tuple[str, str] | None:
        """The medium that closes a phrase of nouns for media ("kantor berita Rusia TASS")."""
        inside = self.p.inside(*source)
        if inside and words[0].low in self.p.lexicon.media and (role := is_medium(inside[-1].value.text)):
            return inside[-1].value.text, role
        return None

    def _known(self, words: list[Word]) -> tuple[str, str] | None:
        """Somebody whose name holds the last words of a source ("Presiden Prabowo", "perry")."""
        last = words[-1].low
        if last in self.short:
            return self.short[last], "person"
        held = any(w.low in self.p.lexicon.holders for w in words)
        held = held or (len(words) == 1 and self.p.text[words[0].start : words[0].end].isupper())
        if held or len(last) < 3 or last in self.p.lexicon.deictics or len(words) > 5:
            return None
        for n in self.by_part.get(last, ()):
            if n.sure or words[-1].capital:
                return self.full(frozenset([last]), n.text), "person"
        return None


def _guessed(n: Mark[Name]) -> bool:
    """Whether only the tagger says what kind of name it is."""
    return n.rule.startswith("tagger")
