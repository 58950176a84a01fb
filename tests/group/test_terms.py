"""Reports in two languages meet by concepts, places, names and numbers."""

from runut.group import group
from runut.group.profiles import profile
from runut.group.terms import shown, terms
from runut.lang.meanings import shares
from runut.types import Claim, Dating, Document, Mark, Modality, Reason, Report, Resolution, Span, When

BRIDGE = (
    "Jembatan gantung di Desa Wailanga ambruk pada Senin sore. Sebanyak 17 warga terluka, kata Kapolres Rupa Leisina. "
    "Polisi memeriksa tiga pekerja proyek perbaikan jembatan itu. Korban dirawat di rumah sakit."
)
BRIDGE_ENGLISH = (
    "A suspension bridge in Wailanga village collapsed on Monday, injuring 17 residents, police chief Rupa Leisina "
    "said. Police questioned three workers on the bridge's repair project. Victims were taken to hospital."
)
MARKET = (
    "Pasar ikan Wailanga dibuka kembali setelah renovasi. Bupati Tarsis Momole meresmikan 40 kios baru dan berjanji "
    "menurunkan pungutan bagi pedagang."
)


def made(name, text, lang, day="2025-05-06"):
    published = Dating(When(day), Reason("published-given")) if day else None
    return Document(report=Report(id=name, text=text, lang=lang), published=published)


def found(text, tag):
    return [word for _, _, word in terms(text, tag)]


def test_a_word_is_its_concept_else_its_lemma():
    assert found("penumpang kapalnya mengeong", "id") == ["=passenger", "=ship", "mengeong"]


def test_a_phrase_counts_once_at_its_first_word():
    assert found("Ia meninggal dunia di sana", "id")[1:3] == ["=death", ""]


def test_a_place_has_one_name_in_both_languages():
    assert found("Korea Utara", "id") == found("North Korea", "en")
    assert found("Moskow", "id") == found("Moscow", "en")


def test_numbers_are_one_however_they_are_written():
    assert found("06.15", "id") == found("06:15", "en")


def test_a_concept_is_as_common_as_its_words():
    assert shares("id")["=country"] >= 0.1
    assert shares("en")["=volcano"] < 0.1


def test_a_term_is_shown_in_a_readers_language():
    assert (shown("=passenger", "id"), shown("=passenger", "en"), shown("tual", "id")) == (
        "penumpang",
        "passenger",
        "tual",
    )


def test_two_languages_tell_one_story():
    some = [made("r-1", BRIDGE, "id"), made("r-2", BRIDGE_ENGLISH, "en"), made("r-3", MARKET, "id")]
    stories = {g.reports for g in group(some, Resolution((), {})).groups if g.kind == "story"}
    assert stories == {("r-1", "r-2"), ("r-3",)}


def test_a_planned_day_does_not_make_an_undated_report_younger():
    span = Span("r-1", 0, 10)
    plan = Claim(id="c-1", span=span, action="", modality=Modality.PLANNED)
    times = (Mark(span, When("2025-09-01"), "test"), Mark(Span("r-1", 20, 30), When("2025-05-05"), "test"))
    document = Document(report=Report(id="r-1", text=BRIDGE, lang="id"), times=times, claims=(plan,))
    told = Document(report=document.report, times=times)
    assert profile(told).since - profile(document).since > 100
