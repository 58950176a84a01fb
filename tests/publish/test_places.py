"""Where lines of the dossier lead."""

from runut.publish.frame import frame
from runut.publish.places import Places
from runut.types import Document, Dossier, Reason, Report, Span


def _document(text: str, *sentences: tuple[int, int]) -> Document:
    return Document(report=Report(id="r-x", text=text, lang="en"), sentences=tuple(Span("r-x", *s) for s in sentences))


def test_browsers_count_utf16_units() -> None:
    text = "\U0001f6d1 é \U0001f6d1 said"
    places = Places((_document(text, (0, len(text))),))
    start = text.index("said")
    ref = places.ref(Span("r-x", start, start + 4))
    units = len(text[:start].encode("utf-16-le")) // 2
    assert ref.marked == f"{units}-{units + 4}"
    assert (ref.start, ref.end, units) == (6, 10, 8)


def test_a_span_is_named_by_the_sentence_that_it_begins_in() -> None:
    places = Places((_document("One. Two. ... Three.", (0, 4), (5, 9), (14, 20)),))
    assert places.ref(Span("r-x", 5, 20)).label == "r0·1"
    assert places.ref(Span("r-x", 10, 13)).label == "r0"
    assert places.ref(Span("r-x", 4, 9)).label == "r0·1"
    assert places.around(Span("r-x", 7, 15)) == Span("r-x", 5, 20)


def test_reasons_name_reports_and_days_as_the_page_does() -> None:
    document = Document(report=Report(id="r-0123456789abcdef", text="", lang="id"))
    reason = Reason(
        "never-heard", {"first": "2024-11-18/2024-11-24", "report": "r-0123456789abcdef", "clock": "2025-03"}
    )
    plain = str.maketrans({"\u2009": " "})
    said = Places((document,)).told(reason, frame("en")).translate(plain)
    assert said == "never-heard clock=Mar 2025 first=18–24 Nov 2024 report=r0"


def test_outlets_not_known_count_each(dossier: Dossier) -> None:
    places = Places(dossier.documents)
    assert places.outlets(tuple(places.documents)) == (5, 5)
    assert places.outlets(tuple(places.documents)[:1]) == (1, 1)
