"""Says who a source is: by full name where the report gives one, and through which media the words came."""

from bisect import bisect_right

from runut.annotate.passages import Draft, Passage
from runut.lang import world
from runut.types import Hop, Mark, Name, Span

Stretch = tuple[int, int]


class Cast:
    """Everybody a report names, and who spoke last."""

    def __init__(self, p: Passage, report: str) -> None:
        self.p = p
        self.report = report
        self.people = [n for n in p.names if n.value.kind == "person"]
        self.tokens = [frozenset(_parts(n.value.text)) for n in self.people]
        self.spoke: list[tuple[str, str, str]] = []  # (name, role of hop, source's words), latest last
        self.medium = ""

    def resolve(self, source: Stretch | None, at: int) -> tuple[str, str]:
        """(name, role of hop) of a source; of whoever spoke last where the source is None or a pronoun."""
        if source is None:
            return self._last(at)
        text = self.p.text[source[0] : source[1]]
        book = self.p.lexicon
        words = self.p.words[self.p.index(source[0]) : self.p.index(source[1])]
        low = [w.low for w in words]
        if low and (low[0] in book.pronouns or (low[0] in book.plurals and len(low) == 1)):
            return self._last(at, person=low[0] in book.pronouns)
        person = self._person(source)
        if person:
            found = (self.full(person), "person")
        else:
            found = self._unnamed(text, source, low)
        if found[0]:
            self.spoke.append((*found, " ".join(low)))
        return found

    def _last(self, at: int, person: bool = False) -> tuple[str, str]:
        if self.spoke:
            for name, role, _ in reversed(self.spoke[-4:]):
                if not person or role == "person":
                    return name, role
            return self.spoke[-1][:2]
        i = bisect_right([n.span.start for n in self.people], at)
        return (self.full(self.people[i - 1]), "person") if i else ("", "unnamed")

    def _person(self, source: Stretch) -> Mark[Name] | None:
        """The person a source phrase is about: the name it opens with, else the last before any relative clause."""
        inside = self.p.inside(*source, "person")
        if not inside:
            return None
        if inside[0].span.start == source[0]:
            return inside[0]
        return inside[-1]

    def full(self, mark: Mark[Name]) -> str:
        """The longest name in the report that holds all words of this one: one who spoke, else the first named."""
        parts = frozenset(_parts(mark.value.text))
        longer = [n.value.text for n, t in zip(self.people, self.tokens, strict=True) if parts < t]
        if not longer:
            return mark.value.text
        for name, _, _ in reversed(self.spoke):
            if name in longer:
                return name
        return longer[0]

    def _unnamed(self, text: str, source: Stretch, low: list[str]) -> tuple[str, str]:
        book = self.p.lexicon
        named = self.p.inside(*source, "organisation", "agency")
        if low and low[0] in book.someone:
            return _clean(text), "unnamed"
        if (
            low
            and (low[-1] in book.deictics or low[0] in book.articles)
            and not named
            and not any(w in book.papers for w in low)
        ):
            if any(w in book.media for w in low) and self.medium:
                return self.medium, "medium"
            if self.spoke:
                return self.spoke[-1][:2]
        if known := self._by_role(low):
            return known
        return _clean(text), self._role(text, low, bool(named))

    def _by_role(self, low: list[str]) -> tuple[str, str] | None:
        """A person who was introduced with these words ("Kapolres Rio" for "Kapolres")."""
        need = set(low)
        for name, role, words in reversed(self.spoke):
            if role == "person" and need <= set(words.split()):
                return name, role
        return self._titled(low)

    def _titled(self, low: list[str]) -> tuple[str, str] | None:
        if len(low) > 4:
            return None
        for n in self.people:
            i = self.p.index(n.span.start)
            lead = [w.low for w in self.p.words[max(0, i - 10) : i]]
            if (
                lead
                and set(low) <= set(lead[-len(low) - 6 :])
                and low[0] not in self.p.lexicon.bodies
                and self.p.words[i - 1].low in low
            ):
                return self.full(n), "person"
        return None

    def _role(self, text: str, low: list[str], named: bool) -> str:
        book = self.p.lexicon
        if is_medium(text):
            return "medium"
        if low and (low[0] in book.papers or low[0].startswith("@")):
            return "document"
        if named or any(c.isupper() for c in text[:1]) or low and low[0] in book.bodies:
            return "institution"
        return "unnamed"


def _parts(name: str) -> list[str]:
    return name.replace(".", " ").lower().split()


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ,.-–—")


def is_medium(text: str) -> bool:
    """Whether a name is a news agency's or an outlet's."""
    return any(text.lower() == n for n in media())


def media() -> frozenset[str]:
    """Folded names of the outlets known."""
    return frozenset(n.lower() for o in world().outlets.entries for n in (o.name, *o.names) if n)


def hop(cast: Cast, draft: Draft) -> Hop | None:
    """The medium that a draft without content names."""
    if draft.source is None:
        return None
    text = _clean(cast.p.text[draft.source[0] : draft.source[1]])
    cue = Span(cast.report, *draft.cue) if draft.cue else None
    return Hop(text, "medium", cue)
