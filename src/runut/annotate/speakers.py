"""Says who a source is, by full name where the report gives one."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from runut.annotate.fullnames import BACK, Speaker
from runut.annotate.media import is_medium
from runut.annotate.passages import Passage, Word, plain
from runut.annotate.people import (
    Person,
    clean,
    laws,
    name_parts,
)
from runut.annotate.posts import Posts

Stretch = tuple[int, int]
LEAD = 10  # words before a name in which a role may stand
NEAR = 48  # characters from a sentence's start in which its subject is looked for
MAIN = 2  # turns of a report's main speaker at least
RECENT = 4  # speakers looked back over for a pronoun


class Cast(Posts):
    """Everybody a report names, and who spoke last."""

    def __init__(self, p: Passage) -> None:
        super().__init__(p)
        self._press_names = [(n.span.start, n.value.text) for n in p.names if is_medium(n.value.text)]
        book = p.lexicon
        self._kinds = book.relations | book.holders
        self._people_words = book.roles | book.someone | book.relations
        self._roles: dict[str, list[tuple[frozenset[str], Person]]] | None = None
        self._laws: list[tuple[int, str]] | None = None

    def resolve(self, source: Stretch | None, at: int, *, aloud: bool = False, quoted: bool = False) -> tuple[str, str]:
        """(name, role of hop) of a source; of whoever spoke last where the source is None or a pronoun.

        `aloud`: the words are quoted with a cue of speech, so that they are somebody's rather than a body's or paper's.
        `quoted`: they are quoted, whatever the cue.
        """
        book = self.p.lexicon
        words = self.p.words[self.p.index(source[0]) : self.p.index(source[1])] if source else []
        if not words or source is None:
            return (None if quoted else self._subject_before(at)) or self._last(at, aloud=aloud)
        if words[0].low in book.pronouns:
            return self._subject_before(source[0]) or self._last(at, person=True)
        if len(words) == 1 and words[0].low in book.plurals:
            return self._last(at, papers=False)
        found = (
            self._again(words)
            or self._firm(source, words)
            or self._kin(source, words)
            or self._told(source)
            or self._named(source, words)
            or self._glued(source, words)
            or self._press(source, words)
            or self._meant(words, source[0])
        )
        if found is None:
            text = clean(self.p.text[source[0] : source[1]])
            meant = self.short.get(text.lower(), "")
            spelt = self.misspelt(text.lower()) if len(words) == 1 and words[0].capital else ""
            who = spelt or meant or self._untagged(words)
            body = self._body(source, words)
            role = next((s.role for s in reversed(self.spoke[-BACK:]) if s.name == text), "") or self._role(text, words)
            found = (who, "person") if who else (body, "institution") if body else (self._spelt_out(text), role)
        human = found[1] == "person" or (found[1] == "unnamed" and words[0].low in self._people_words)
        self.spoke.append(Speaker(*found, frozenset(w.low for w in words), at, quoted, human, words[0].low))
        return found

    def _again(self, words: list[Word]) -> tuple[str, str] | None:
        """Who spoke before under the same office with a name behind it ("Ketua Panitia Kota Rini Astuti")."""
        low = frozenset(w.low for w in words)
        if len(words) == 1 or words[0].low not in self.p.lexicon.roles or words[-1].low in self.p.lexicon.deictics:
            return None
        for s in reversed(self.spoke[-BACK:]):
            if s.role == "person" and s.lead == words[0].low and low < s.words and not low & name_parts(s.name):
                return s.name, s.role
        return None

    def _firm(self, source: Stretch, words: list[Word]) -> tuple[str, str] | None:
        """The body that a description before a comma means ("operator pasar itu, PT Garam Raya (GARAM)")."""
        comma = self.p.text.rfind(",", *source)
        if comma < 0 or words[0].low in self.p.lexicon.roles:
            return None
        named = self.p.inside(comma, source[1], "organisation")
        between = self.p.text[comma + 1 : named[0].span.start].strip() if named else "-"
        after = self.p.text[named[0].span.end : source[1]].strip() if named else "-"
        whole = not between and (not after or (after[0] == "(" and after[-1] == ")"))
        return (named[0].value.text, "institution") if whole else None

    def _body(self, source: Stretch, words: list[Word]) -> str:
        """The body that a phrase names with no more than an article before it ("the Transport Agency")."""
        named = self.p.inside(*source, "organisation")
        whole = len(named) == 1 and named[0].span.end >= source[1]
        first = self.p.index(named[0].span.start) - self.p.index(source[0]) if whole else 0
        return named[0].value.text if first and all(w.low in self.p.lexicon.determiners for w in words[:first]) else ""

    def known(self, source: Stretch, *, body: bool) -> bool:
        """Whether a source names a person, or also a body: enough for one who comes on without words."""
        words = self.p.words[self.p.index(source[0]) : self.p.index(source[1])]
        if not words or words[0].low in self.p.lexicon.papers or words[0].low in self.p.lexicon.things:
            return False
        named = (self._told(source) or self._named(source, words)) is not None
        if len(words) == 1 and words[0].capital and not self.p.opens(self.p.index(source[0])):
            return not plain(words[0].low, self.p.lexicon.tag)
        return named or (body and bool(self.p.inside(*source, "organisation", "agency")))

    def medium(self, at: int) -> str:
        """The medium named last before an offset: the one of "media tersebut"; "" when there is none."""
        i = bisect_left(self._press_names, (at, ""))
        return self._press_names[i - 1][1] if i else ""

    def _last(self, at: int, *, person: bool = False, aloud: bool = False, papers: bool = True) -> tuple[str, str]:
        """Whoever spoke last; a person where one of the last few was; else the last person named before.

        `aloud`: a body that only told its own passes the word back to the person before it; `papers`: they count, too.
        """
        humans = [s.name for s in self.spoke if s.human] if aloud else []
        for s in reversed(self.spoke[-RECENT:]):
            body = s.role == "document" or (s.role == "institution" and not s.aloud)
            passing = aloud and s is not self.spoke[-1] and humans.count(s.name) < MAIN and len(set(humans)) > 1
            if s.human and passing:
                continue  # somebody quoted once, not the one whose body told its own
            if s.human or not (person or (aloud and body) or (not papers and s.role == "document")):
                return s.name, s.role
        if self.spoke and (papers or self.spoke[-1].role != "document"):
            return self.spoke[-1].name, self.spoke[-1].role
        return self._topic(at)

    def _subject_before(self, at: int) -> tuple[str, str] | None:
        """The person whom the sentence before is about, in one paragraph with what a pronoun at `at` says."""
        here = self.p.sentence(at)
        k = bisect_left(self.p.sentences, here) - 1 if here else -1
        if k < 0 or here is None or at - here[0] > NEAR or "\n" in self.p.text[self.p.sentences[k][0] : here[0]]:
            return None
        start = self.p.sentences[k][0]
        if self.spoke and self.spoke[-1].at >= start:
            return None
        named = self.p.inside(start, self.p.sentences[k][1], "person")
        if len(named) == 1 and named[0].span.end >= self.p.sentences[k][1] - 1:
            return self.full_of(named[0]), "person"  # "Kritik datang dari Rini. Ia …"
        own = [n for n in named if self.p.words[max(0, self.p.index(n.span.start) - 1)].low not in self._kinds]
        first = own[0] if own and own[0].span.end <= start + NEAR else None
        if first is None or self.p.quoted(first.span.start, first.span.end):
            return None
        before = self.p.text[start : first.span.start].rstrip()
        opens = not before or before.endswith(",") or before.split()[-1][0].isupper()
        return (self.full_of(first), "person") if opens else None

    def _lone_before(self, at: int) -> tuple[str, str] | None:
        """The only person that the sentence before names, where nobody has spoken since it began."""
        here = self.p.sentence(at)
        k = bisect_left(self.p.sentences, here) - 1 if here else -1
        if k < 0 or (self.spoke and self.spoke[-1].at >= self.p.sentences[k][0]):
            return None
        found = self.p.inside(*self.p.sentences[k], "person")
        names = {self.full_of(n) for n in found if not self.p.quoted(n.span.start, n.span.end)}
        names = {n for n in names if not n.isupper()}  # initials are of those spoken of
        return (names.pop(), "person") if len(names) == 1 else None

    def _topic(self, at: int) -> tuple[str, str]:
        """The person whom a report has named most before an offset, outside quotations; else the body.

        For words of whom the report does not say, when nobody has spoken yet.
        """
        before = [n for n in takewhile(lambda n: n.start < at, self.people) if not self.p.quoted(n.start, n.start + 1)]
        sure = [n for n in before if n.sure]
        named = (n for n in self.p.names[:BACK] if n.value.kind == "organisation" and n.span.start < at)
        bodies = (n for n in named if not is_medium(n.value.text))
        names = [self.full(n.parts, n.text) for n in sure] or [n.value.text for n in bodies]
        names = names or [self.full(n.parts, n.text) for n in before]
        if not names:
            return "", "unnamed"
        name, role = max(names, key=names.count), "person" if sure else "institution"
        self.spoke.append(Speaker(name, role, frozenset(), at, human=role == "person"))
        return name, role

    def _meant(self, words: list[Word], at: int) -> tuple[str, str] | None:
        """Who is meant by words that name nobody: "politikus itu", "Kapolres", "beleid tersebut", "perseroan"."""
        book = self.p.lexicon
        low = [w.low for w in words]
        if low[0] in book.someone:
            return None
        pointing = low[-1] in book.deictics or low[0] in book.articles
        if low[0].startswith("@"):
            return self._handle(low[0])
        if any(w in book.laws for w in low):
            return self._law(low, at)
        if pointing and any(w in book.media for w in low) and (press := self.medium(at)):
            return press, is_medium(press)
        if any(w in book.papers or w in book.platforms for w in low):
            return self._of_account(words) or self._posted(words, at) or self._publisher(words)
        body = self.p.inside(words[0].start, words[-1].end, "organisation", "agency", "place")
        if low[0] in book.units and len(low) <= 1 + pointing and (unit := self._unit(at, low[0])):
            return unit
        roled = pointing or low[0] in book.roles or not (body or self.p.text[words[0].start : words[-1].end].isupper())
        if roled and (known := self._by_role(low[:-1] if pointing and len(low) > 1 else low)):
            return known
        agency = self.p.inside(words[0].start, words[-1].end, "agency")
        return self._pointed(words, at) if pointing and not agency else None

    def _pointed(self, words: list[Word], at: int) -> tuple[str, str] | None:
        """Who is meant by words that point back ("pria itu"): the body or person told of last that they may be."""
        book, low = self.p.lexicon, words[0].low
        if self.spoke and self._fits([w.low for w in words]):
            recent = list(reversed(self.spoke[-RECENT:]))
            if low in book.bodies | book.units:
                bodies = [s for s in recent if s.role == "institution" and s.name.lower() != s.lead]
                body = (bodies[0].name, bodies[0].role) if bodies else None
                return body or self._lone_before(at)
            same = next((s for s in recent if s.words >= {w.low for w in words[:-1]}), None)
            if same and same.role == "unnamed":
                return same.name, same.role  # "sumber tersebut"
            thing = low in book.things
            return (None if thing else self._lone_before(at)) or self._last(at, papers=thing)
        inner = words[0].capital and (self.p.sentence(at) or (at, at))[0] < at
        return None if self.spoke or inner or low in book.bodies | book.things else self._topic(at)

    def _fits(self, low: list[str]) -> bool:
        """Whether words that point to somebody may be who spoke last: no other nameless one, no body by a person."""
        last = self.spoke[-1]
        if last.role == "document" and not any(s.human for s in self.spoke[-RECENT:]):
            return False
        return last.role != "unnamed" or bool(last.words.intersection(low[:-1]))

    def _by_role(self, low: list[str]) -> tuple[str, str] | None:
        """A person introduced with these words: who spoke so, else who is first named so."""
        need = frozenset(low)
        for s in reversed(self.spoke[-BACK:]):
            if need and s.role == "person" and need <= s.words:
                return s.name, s.role
        if len(low) > 4 or low[0] in self.p.lexicon.bodies or not need:
            return None
        if self._roles is None:
            self._roles = self._introduced()
        return next(((n.text, "person") for lead, n in self._roles.get(low[0], ()) if need <= lead), None)

    def _introduced(self) -> dict[str, list[tuple[frozenset[str], Person]]]:
        """Under each word: the people before whose first full name it stands, with all words there."""
        out: dict[str, list[tuple[frozenset[str], Person]]] = {}
        for n in self.named:
            lead = frozenset(w.low for w in self._lead(self.p.index(n.start))) if len(n.parts) > 1 else frozenset()
            for word in lead:
                if len(found := out.setdefault(word, [])) < BACK:
                    found.append((lead, n))
        for role, who in self._appointed().items():
            if len({n.text for n in who}) == 1:
                out.setdefault(role, []).append((frozenset([role]), who[0]))
        return out

    def _appointed(self) -> dict[str, list[Person]]:
        """Under each role: the people whom a sentence calls so ("Bayu ditetapkan sebagai tersangka")."""
        out: dict[str, list[Person]] = {}
        starts = [n.start for n in self.people]
        for i in range(1, len(self.p.words)):
            word = self.p.words[i]
            if word.low not in self.p.lexicon.roles or self.p.words[i - 1].low not in self.p.lexicon.becoming:
                continue
            here, k = self.p.sentence(word.start), bisect_left(starts, word.start) - 1
            if here and k >= 0 and here[0] <= starts[k] and self.people[k].sure:
                out.setdefault(word.low, []).append(self.people[k])
        return out

    def _lead(self, i: int) -> Iterator[Word]:
        """The words of the role right before word `i`, back to a lower-case one."""
        for k in range(i - 1, max(-1, i - LEAD), -1):
            word = self.p.words[k]
            small = not word.capital and word.low not in self.p.lexicon.lists | self.p.lexicon.roles
            if small or any(c in self.p.gap(k + 1) for c in ".;\n"):
                return
            yield word
            if word.low in self.p.lexicon.charged:  # of "jaksa terdakwa Bayu" only the latter is Bayu
                return

    def _unit(self, at: int, unit: str = "") -> tuple[str, str] | None:
        """The body that a word like "perseroan" means: one called so, the last that spoke, the first named."""
        spoken = next((s.name for s in reversed(self.spoke[-BACK:]) if s.role == "institution"), "")
        named = [n.value.text for n in self.p.names if n.value.kind == "organisation" and n.span.start < at]
        alike = next((n for n in reversed(named[-BACK:]) if unit in n.lower().split()), "") if unit else ""
        first = "" if unit in self.p.lexicon.heads else next(iter(named), "")
        name = clean(alike or spoken or first)
        return (name, "institution") if name else None

    def _law(self, low: list[str], at: int) -> tuple[str, str] | None:
        """The law that a part of it or "beleid tersebut" points to: the first of the last paragraph that names one."""
        if self._laws is None:
            self._laws = list(laws(self.p))
        numbers = {w for w in low if w.isdigit()}
        i = bisect_left(self._laws, (at, ""))
        for _, name in self._laws[:BACK] if len(numbers) > 1 else ():
            if numbers <= name_parts(name):
                return name, "document"
        if not i:
            return None
        line = self.p.text.rfind("\n", 0, self._laws[i - 1][0])
        first = bisect_left(self._laws, (line, ""), 0, i)
        return self._laws[first][1], "document"

    def _role(self, text: str, words: list[Word]) -> str:
        book = self.p.lexicon
        if kind := is_medium(text):
            return kind
        low = words[0].low
        if low in book.papers or low.startswith("@"):
            return "document"
        if (
            low in book.someone
            or low in book.roles
            or book.bare(low) in book.roles
            or not (words[0].capital or low in book.bodies or low in book.units)
        ):
            return "unnamed"
        return "institution"
