"""Documents made by hand, for the tests of what reads marks: the text, and what stands where in it."""

import re
from decimal import Decimal

from runut.extract import extract
from runut.types import Amount, Attribution, Dating, Document, Hop, Mark, Name, Reason, Report, Span, When, Zone

SENTENCE = re.compile(r"[^\s.][^.\n]*")


def document(text, report="r-1", lang="id", **marks):
    """A document whose marks are given by their words.

    outlet, published; names {words: kind}; times {words: value}; amounts {words: (low, high, unit)}; said
    [(content, source, cue, [(hop, role), ...])], nearest speaker first; credits [name]; captions [words].
    """

    def spot(words):
        start = text.index(words)
        return Span(report, start, start + len(words))

    def marked(kind, value):
        return tuple(
            sorted((Mark(spot(w), value(w, v), "test") for w, v in marks.get(kind, {}).items()), key=lambda m: m.span)
        )

    def number(x):
        return None if x is None else Decimal(str(x))

    captions = [spot(w) for w in marks.get("captions", ())]
    zones = [Mark(s, Zone("caption"), "test") for s in captions]
    zones += [Mark(spot(w), Zone("related"), "test") for w in marks.get("related", ())]
    day = marks.get("published", "")
    return Document(
        report=Report(id=report, text=text, lang=lang, outlet=marks.get("outlet", "")),
        published=Dating(When(day), Reason("stated")) if day else None,
        zones=tuple(sorted(zones, key=lambda z: z.span)),
        sentences=tuple(Span(report, m.start(), m.end()) for m in SENTENCE.finditer(text)),
        names=tuple(
            Mark(Span(report, m.start(), m.end()), Name(w, kind), "test")
            for w, kind in marks.get("names", {}).items()
            for m in re.finditer(re.escape(w), text)
        ),
        times=marked("times", lambda _, v: When(*v.split("/"))),
        amounts=marked("amounts", lambda _, v: Amount(number(v[0]), number(v[1]), v[2])),
        attributions=tuple(
            Attribution(
                spot(content),
                spot(source) if source else None,
                spot(cue) if cue else None,
                "indirect",
                chain[0][0],
                tuple(Hop(name, role) for name, role in chain),
                "test",
            )
            for content, source, cue, chain in marks.get("said", ())
        ),
        credits=tuple(Mark(Span(report, 0, 0), Name(w, "agency"), "test") for w in marks.get("credits", ())),
    )


def claimed(text, **marks):
    """The document of `document`, with its claims."""
    return extract(document(text, **marks))


def words(found, claim):
    """The text of a claim's span."""
    return found.report.text[claim.span.start : claim.span.end]
