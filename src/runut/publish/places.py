"""Where things stand: short names of reports, sentences by offset, families of outlets."""

import re
from bisect import bisect_left, bisect_right

from runut.lang.phrases import say
from runut.publish.frame import Frame, clean
from runut.publish.moments import written
from runut.publish.outlets import outlets
from runut.publish.views import Quote, Ref
from runut.text import fold
from runut.types import Document, Reason, Span, When

_REPORT = re.compile(r"\br-[0-9a-f]{16}\b")
_DAY = re.compile(
    r"\b(\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d[+-]\d\d:\d\d|T[A-Z]{2}\b)?)?)(?:/(\d{4}-\d\d(?:-\d\d)?))?(?![\w:/-])"
)


class Places:
    """Finds the short name, the sentence and the words of any span of a dossier's reports."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self.documents = {d.report.id: d for d in documents}
        self.keys = {d.report.id: f"r{n}" for n, d in enumerate(documents)}
        self._starts = {d.report.id: [s.start for s in d.sentences] for d in documents}
        self._astral = {
            d.report.id: [] if d.report.text.isascii() else [i for i, c in enumerate(d.report.text) if ord(c) > 0xFFFF]
            for d in documents
        }
        self._outlets = outlets()

    def sentence(self, span: Span) -> int:
        """Number of the sentence that holds the start of a span; -1 where none does."""
        starts = self._starts.get(span.report, [])
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and span.start < self.documents[span.report].sentences[at].end:
            return at
        after = at + 1  # a span may begin in the blanks before its sentence
        return after if after < len(starts) and starts[after] < span.end else -1

    def ref(self, span: Span) -> Ref:
        """The place of a span, as lines of the page give it."""
        marked = f"{self._units(span.report, span.start)}-{self._units(span.report, span.end)}"
        key = self.keys.get(span.report, "r?")
        return Ref(key=key, sentence=self.sentence(span), start=span.start, end=span.end, marked=marked)

    def words(self, span: Span) -> str:
        """The words of a span on one line; "" where the report is not in the dossier."""
        document = self.documents.get(span.report)
        return clean(" ".join(document.report.text[span.start : span.end].split())) if document else ""

    def quote(self, span: Span) -> Quote:
        """The words of a span with their place."""
        return Quote(text=self.words(span), ref=self.ref(span), lang=self.lang(span.report))

    def told(self, reason: Reason, frame: Frame) -> str:
        """The sentence of a reason, with reports by their short names and days as the frame writes them."""
        words = {k: _DAY.sub(lambda m: written(When(m[1], m[2] or ""), frame), v) for k, v in reason.words.items()}
        said = say(Reason(reason.code, words), frame.tag)
        return clean(_REPORT.sub(lambda m: self.keys.get(m[0], m[0]), said))

    def lang(self, report: str) -> str:
        """Language of a report; "" where it is not in the dossier."""
        document = self.documents.get(report)
        return document.report.lang if document else ""

    def around(self, span: Span) -> Span:
        """The span widened to the sentences that it touches."""
        document = self.documents[span.report]
        starts = self._starts[span.report]
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first, bisect_left(starts, span.end) - 1)
        touched = [s for s in document.sentences[first : last + 1] if s.end > span.start and s.start < span.end]
        start = min([span.start, *(s.start for s in touched)])
        return Span(span.report, start, max([span.end, *(s.end for s in touched)]))

    def outlet(self, report: str) -> str:
        """Name of a report's outlet; "" where it is not known."""
        document = self.documents[report]
        return clean(self._outlets.name(document.outlet or document.report.outlet))

    def outlets(self, reports: tuple[str, ...]) -> tuple[int, int]:
        """Number of outlets and of publishers of reports; an outlet not known is one of its own."""
        named = [
            (self.documents[r].outlet or self.documents[r].report.outlet, r) for r in reports if r in self.documents
        ]
        names = {fold(self._outlets.name(o)) if o else r for o, r in named}
        return len(names), len({self._outlets.family(o) if o else r for o, r in named})

    def _units(self, report: str, offset: int) -> int:
        return offset + bisect_left(self._astral.get(report, []), offset)
