"""Which spellings are one entity, in invented reports."""

import itertools
from datetime import UTC, datetime

import pytest

from runut.annotate.names import mark
from runut.lang import language
from runut.resolve import resolve
from runut.types import Document, Entity, Judgement, Report, Resolution

AT = datetime(2025, 1, 2, tzinfo=UTC)


def read(*texts: str, tag: str = "id") -> list[Document]:
    return [
        mark(Document(report=Report(id=f"r-{i}", text=text, lang=tag)), language(tag)) for i, text in enumerate(texts)
    ]


def entity(result: Resolution, spelling: str) -> Entity:
    found = [e for e in result.entities if spelling in e.names]
    assert len(found) == 1, (spelling, [e.names for e in found])
    return found[0]


def reason(result: Resolution, spelling: str) -> str:
    return next(s.why.code for s in entity(result, spelling).spellings if s.text == spelling)


@pytest.mark.parametrize(
    ("texts", "left", "right", "code"),
    [
        (["Menteri Choi Dong-su hadir.", "Menteri Choi Dong Su hadir."], "Choi Dong Su", "Choi Dong-su", "hyphen"),
        (
            ["Menteri Alexander Brezin hadir.", "Menteri Alexandr Brezin hadir."],
            "Alexander Brezin",
            "Alexandr Brezin",
            "spelling-variant",
        ),
        (["Presiden Bagus Wirayuda tiba. Kata Wirayuda lagi."], "Bagus Wirayuda", "Wirayuda", "short-name"),
        (["Presiden Bagus Wirayuda tiba. Lalu Tuan Wirayuda pergi."], "Bagus Wirayuda", "Tuan Wirayuda", "honorific"),
        (
            ["Lembaga Kajian Pesisir (LKP) menolak.\nMenurut LKP, izin itu batal."],
            "Lembaga Kajian Pesisir",
            "LKP",
            "acronym-in-text",
        ),
        (["Laporan KCNA.", "Laporan Kantor Berita Pusat Korea."], "KCNA", "Kantor Berita Pusat Korea", "alias-known"),
        (
            ["Rapat BNPB.", "Rapat Badan Nasional Penanggulangan Bencana."],
            "BNPB",
            "Badan Nasional Penanggulangan Bencana",
            "same-spelling",
        ),
        (["Delegasi Korea Utara tiba.", "Delegasi DPRK tiba."], "Korea Utara", "DPRK", "acronym-known"),
        (
            ["kata kantor berita resmi Korea Utara", "Laporan KCNA."],
            "KCNA",
            "kantor berita resmi Korea Utara",
            "description",
        ),
        (
            ["Kementerian Kelautan Federasi Rusia menolak.", "Kementerian Kelautan Rusia menolak."],
            "Kementerian Kelautan Rusia",
            "Kementerian Kelautan Federasi Rusia",
            "same-words",
        ),
    ],
)
def test_spellings_of_one_entity(texts, left, right, code):
    result = resolve(read(*texts))
    assert entity(result, left) is entity(result, right)
    assert code in {reason(result, left), reason(result, right)}


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Presiden Choi Dong Su dan Menteri Choi Yong-jin hadir.", "Choi Dong Su", "Choi Yong-jin"),
        ("Delegasi Korea Utara dan delegasi Korea Selatan bertemu.", "Korea Utara", "Korea Selatan"),
        ("Bupati Andi Suryanto dan Bupati Andi Suryanta hadir.", "Andi Suryanto", "Andi Suryanta"),
        ("Kata Bank Sentral Jepang dan Bank Sentral Norwegia.", "Bank Sentral Jepang", "Bank Sentral Norwegia"),
        ("Kapolres Kediri dan Kapolres Kendari hadir.", "Kediri", "Kendari"),
    ],
)
def test_look_alikes_stay_apart(text, left, right):
    result = resolve(read(text))
    assert entity(result, left).id != entity(result, right).id


def test_a_bare_family_name_is_the_one_the_report_names_most():
    text = "Pemimpin Choi Dong Su tiba. Menteri Choi Yong-jin hadir. Choi Dong Su berpidato. Kemudian Choi pulang."
    result = resolve(read(text))
    assert entity(result, "Choi") is entity(result, "Choi Dong Su")
    assert reason(result, "Choi") == "short-name-most"


def test_a_capital_is_its_country_only_where_it_acts():
    text = "Hubungan antara Moskow dan Pyongyang menguat. Delegasi tiba di Pyongyang."
    result = resolve(read(text))
    acting = result.names["r-0:16:22"]
    assert "Rusia" in entity(result, "Moskow").names or entity(result, "Moskow").codes == ("iso3166:RU",)
    assert acting == entity(result, "Moskow").id
    places = {result.names[k] for k in result.names if text[int(k.split(":")[1]) : int(k.split(":")[2])] == "Pyongyang"}
    assert len(places) == 2


def test_a_short_name_is_explained_by_other_reports_about_the_same():
    texts = ["Presiden Bagus Wirayuda tiba di Riyadh.", "Presiden Wirayuda meninggalkan Riyadh."]
    result = resolve(read(*texts))
    assert entity(result, "Wirayuda") is entity(result, "Bagus Wirayuda")
    assert reason(result, "Wirayuda") == "short-name-elsewhere"


def test_a_short_name_in_a_report_about_something_else_stays_apart():
    texts = ["Presiden Bagus Wirayuda tiba di Riyadh.", "Pelatih Wirayuda melatih di Oslo."]
    result = resolve(read(*texts))
    assert entity(result, "Wirayuda").id != entity(result, "Bagus Wirayuda").id


TEXTS = (
    "Presiden Bagus Wirayuda tiba di Riyadh. Wirayuda menemui delegasi Rusia.",
    "Menteri Alexander Brezin dan Badan Kajian Pesisir (BKP) menolak.",
    "Menurut BKP, Menteri Alexandr Brezin pulang ke Moskow.",
)


def test_the_order_of_the_reports_does_not_matter():
    results = [resolve(list(order)) for order in itertools.permutations(read(*TEXTS))]
    assert all(r == results[0] for r in results)


def test_every_name_has_an_entity_and_every_entity_its_spans():
    documents = read(*TEXTS)
    result = resolve(documents)
    marks = {f"{m.span.report}:{m.span.start}:{m.span.end}" for d in documents for m in d.names}
    assert set(result.names) == marks
    ids = [e.id for e in result.entities]
    assert len(set(ids)) == len(ids)
    assert set(result.names.values()) == set(ids)


def judgement(left: str, right: str, *, same: bool | None) -> Judgement:
    return Judgement(left=left, right=right, same=same, by="editor", at=AT)


def test_a_judgement_joins_what_rules_leave_apart():
    documents = read("Bupati Andi Suryanto hadir.", "Bupati Budi Hartawan hadir.")
    result = resolve(documents, [judgement("Andi Suryanto", "Budi Hartawan", same=True)])
    assert entity(result, "Andi Suryanto") is entity(result, "Budi Hartawan")
    assert reason(result, "Budi Hartawan") == "judged"


def test_a_judgement_parts_what_rules_join():
    documents = read("Menteri Alexander Brezin hadir.", "Menteri Alexandr Brezin hadir.")
    parted = resolve(documents, [judgement("Alexander Brezin", "Alexandr Brezin", same=False)])
    assert entity(parted, "Alexander Brezin").id != entity(parted, "Alexandr Brezin").id


def test_a_judgement_may_name_ids_and_one_undecided_changes_nothing():
    documents = read("Bupati Andi Suryanto hadir.", "Bupati Budi Hartawan hadir.")
    plain = resolve(documents)
    left, right = (entity(plain, n).id for n in ("Andi Suryanto", "Budi Hartawan"))
    assert len(resolve(documents, [judgement(left, right, same=True)]).entities) == len(plain.entities) - 1
    assert resolve(documents, [judgement(left, right, same=None)]) == plain


def test_nothing_gives_nothing():
    assert resolve([]) == Resolution((), {})
