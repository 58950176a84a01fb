"""Whose post or paper it is that a report cites: an account, a body, whoever spoke last."""

import re
from bisect import bisect_left

from runut.annotate.fullnames import BACK
from runut.annotate.media import is_medium
from runut.annotate.passages import Passage, Word
from runut.annotate.people import acronyms, clean, longer_names
from runut.annotate.phrase_names import PhraseNames

HANDLE = re.compile(r"@\s?[^\W_][\w.]*")
ACCOUNT = re.compile(r"\w+[_.]\w[\w.]*")  # without its mark
POSTED = 1200  # characters from an account to what its post says
LEAD = 6  # words before an account in which the platform may stand


class Posts(PhraseNames):
    """The posts and papers of a report."""

    def __init__(self, p: Passage) -> None:
        super().__init__(p)
        self._short_bodies: dict[str, str] | None = None

    def _of_account(self, words: list[Word]) -> tuple[str, str] | None:
        account = self._uploader(words)
        return (account, "document") if account else None

    def _spelt_out(self, text: str) -> str:
        """A body's name with the full one where the report gives both; other names as they are."""
        if self._short_bodies is None:
            self._short_bodies = acronyms(self.p)
        short, _, rest = text.partition(" ")
        full = self._short_bodies.get(short.lower(), "")
        for longer in () if full else longer_names(short.lower()):
            at = self.p.text.find(longer)
            if at >= 0:
                k = self.p.index(at + len(longer))
                seat = self.p.opens(k) if k < len(self.p.words) and self.p.gap(k).isspace() else None
                return f"{longer} {rest or (seat.value.text if seat and seat.value.kind == 'place' else '')}".rstrip()
        return f"{full} {rest}".rstrip() if full and not (rest and rest[0].islower()) and "(" not in rest else text

    def _handle(self, handle: str) -> tuple[str, str] | None:
        """The body whose acronym a handle holds ("@infoBMKG")."""
        acronyms = (n.value.text for n in self.p.names[:BACK] if n.value.text.isupper() and len(n.value.text) > 2)
        found = next((a for a in acronyms if a.lower() in handle), "")
        return (found, "institution") if found else None

    def _posted(self, words: list[Word], at: int) -> tuple[str, str] | None:
        """Whose post it is that words without a name mean: the account's told of last, else of whoever spoke last."""
        if words[0].low not in self.p.lexicon.posts or any(w.capital for w in words[1:]):
            return None
        if account := self._account(at):
            return account, "document"
        if words[-1].low in self.p.lexicon.deictics and (post := self._post_before(words[0])):
            return post, "document"
        return (self.spoke[-1].name, self.spoke[-1].role) if self.spoke else None

    def _account(self, at: int) -> str:
        """The account told of last before an offset, and after the last speaker, whose post it may be."""
        since = self.spoke[-1].at if self.spoke else 0
        found = [m[0] for m in HANDLE.finditer(self.p.text, max(since, at - POSTED), at)]
        return found[-1].rstrip(".") if found else ""

    def _post_before(self, noun: Word) -> str:
        """What a post was called that the sentence before tells of, with the platform ("unggahan di Facebook")."""
        here = self.p.sentence(noun.start)
        k = bisect_left(self.p.sentences, here) - 1 if here else -1
        before = self.p.words[self.p.index(self.p.sentences[k][0]) : self.p.index(noun.start)] if k >= 0 else []
        first = next((w for w in before if w.low == noun.low), None)
        ends = [w.end for w in before if first and w.start > first.start and w.low in self.p.lexicon.platforms]
        return clean(self.p.text[first.start : ends[0]]) if first and ends else ""

    def _uploader(self, words: list[Word]) -> str:
        """The account whose paper it is ("video yang diunggah akun @kabar_muara"); "" where none is told."""
        book, all_words = self.p.lexicon, self.p.words
        i = self.p.index(words[-1].end)
        i += i < len(all_words) and all_words[i].low in book.relative
        if i >= len(all_words) or all_words[i].low not in book.posting:
            return ""
        here = all_words[i + 1 : i + LEAD]
        word = next((w for w in here if w.low not in book.by | book.platforms | book.papers | book.media), None)
        if word is None or any(c in self.p.text[all_words[i].end : word.start] for c in ",.;:"):
            return ""
        at = word.start
        account = HANDLE.match(self.p.text, at) or HANDLE.match(self.p.text, at - 2) or ACCOUNT.match(self.p.text, at)
        return "".join(account[0].split()).rstrip(".") if account else ""

    def _publisher(self, words: list[Word]) -> tuple[str, str] | None:
        """Whose paper or post it is: the medium or body named in the phrase."""
        if words[0].low not in self.p.lexicon.papers and words[0].low not in self.p.lexicon.platforms:
            return None
        if handle := next((w for w in words if w.low.startswith("@")), None):
            found = HANDLE.match(self.p.text, handle.start)
            return (found[0].rstrip("."), "document") if found else None
        inside = self.p.inside(words[0].start, words[-1].end)
        for n in inside:
            if role := is_medium(n.value.text):
                return n.value.text, role
        bodies = [n for n in inside if n.value.kind in {"organisation", "agency"}]
        if bodies:
            return self._spelt_out(bodies[-1].value.text), "institution"
        last = words[-1]
        text = self.p.text[last.start : last.end]
        if text.isupper() and len(text) > 2:
            return text, "institution"
        return None
