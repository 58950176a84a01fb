"""The fullest name that a report gives of somebody: from one part of it, a nickname or a slip of the pen."""

from typing import NamedTuple

from runut.annotate.passages import Passage, plain
from runut.annotate.people import SPELT, Person, aliases, alike, maybe_person, name_parts, respelt, unglued
from runut.types import Mark, Name

CLIPPED = 3  # letters at least of a nickname that is a piece of a name
BACK = 100  # speakers or names looked over, so that a very long text costs no more by the word


class Speaker(NamedTuple):
    """Somebody who spoke, with the folded words that named them there."""

    name: str
    role: str
    words: frozenset[str]
    at: int
    aloud: bool = False  # in words that are quoted
    human: bool = True  # a person, named or not
    lead: str = ""  # the first word that named them there, folded


def _without_openers(p: Passage, people: list[Person]) -> list[Person]:
    """The people, without a plain word at the start of a sentence: not "Seingat Rini" where Rini is named."""
    known = {n.text for n in people}
    starts = {a for a, _ in p.sentences}
    out = []
    for n in people:
        first, _, rest = n.text.partition(" ")
        if rest in known and n.start in starts and plain(first.lower(), p.lexicon.tag):
            n = n._replace(text=rest, parts=name_parts(rest))
        out.append(n)
    return out


class Naming:
    """The people whom a report names, by every part of their names; `spoke`: who spoke so far."""

    def __init__(self, p: Passage) -> None:
        self.p = p
        others = {n.value.text for n in p.names if n.value.kind in {"organisation", "agency", "place"}}
        people = [
            Person(text, name_parts(text), n.span.start, n.span.end, n.value.kind == "person")
            for n in p.names
            if maybe_person(p, n)
            for text in [unglued(p, n.value.text)]
            if text not in others
        ]
        people = _without_openers(p, people)
        self.people = people
        self.named = list({n.text: n for n in reversed(people)}.values())[::-1]
        self.by_part: dict[str, list[Person]] = {}
        for n in sorted(self.named, key=lambda n: n.start):
            for part in n.parts:
                self.by_part.setdefault(part, []).append(n)
        self.short = dict(aliases(p, people))
        self.spoke: list[Speaker] = []
        self._called: dict[frozenset[str], str] = {}
        self._long: list[Person] | None = None

    def full_of(self, n: Mark[Name]) -> str:
        """The full name of whoever a name means."""
        text = unglued(self.p, n.value.text)
        return self.full(name_parts(text), text)

    def full(self, parts: frozenset[str], text: str) -> str:
        """The fullest name in the report that holds all these parts: of one who spoke, else the first named."""
        if len(parts) == 1 and (long := self.short.get(*parts) or self.misspelt(*parts) or self._clipped(*parts)):
            return long
        if parts not in self._called:
            near = min((self.by_part.get(part, []) for part in parts), key=len, default=[])
            longer = [n.text for n in near if parts < n.parts][:BACK]
            spoken = next((s.name for s in reversed(self.spoke[-BACK:]) if s.name in longer), "")
            first = name_parts(longer[0]) if longer else parts
            known = [n for n in self._full_names() if respelt(parts, n.parts)] if not longer and not spoken else []
            text = max((n.text for n in known), key=self._often, default=text)
            self._called[parts] = spoken or next(
                (n for n in longer if first < name_parts(n)), longer[0] if longer else text
            )
        return self._called[parts]

    def _full_names(self) -> list[Person]:
        """The first people named with two words or more."""
        if self._long is None:
            self._long = [n for n in self.named if n.sure and len(n.parts) > 1][:BACK]
        return self._long

    def _often(self, name: str) -> int:
        return sum(n.text == name for n in self.people)

    def _clipped(self, part: str) -> str:
        """The one full name of which this is a piece, as nicknames are ("Ono" of Sumarsono); "" without one."""
        if len(part) < CLIPPED or any(len(n.parts) > 1 for n in self.by_part.get(part, ())):
            return ""
        found = {self.full(n.parts, n.text) for n in self._full_names() if any(part in other for other in n.parts)}
        return found.pop() if len(found) == 1 else ""

    def misspelt(self, part: str) -> str:
        """The one full name of the report with a part that differs from this one by a letter; "" without one."""
        if len(part) < SPELT or any(len(n.parts) > 1 for n in self.by_part.get(part, ())):
            return ""
        found = {self.full(n.parts, n.text) for n in self._full_names() if any(alike(part, other) for other in n.parts)}
        return found.pop() if len(found) == 1 else ""
