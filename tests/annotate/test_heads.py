"""Title, outlet, bylines and credits are read from the zones that hold them."""

import pytest

from runut.annotate import heads, zones
from runut.lang import language
from runut.types import Document, Report

BODY = "Warga kota lama kembali ke rumah setelah banjir surut pada hari Rabu, kata camat."


def marked(text, lang="id", **given):
    document = zones.mark(Document(report=Report(id="r-0", text=text, lang=lang, **given)), language(lang))
    return heads.mark(document, language(lang))


def names(marks):
    return [m.value.text for m in marks]


def test_title_leaves_out_the_section():
    text = f"Warga Kota Lama Pulang | Berita Banjir\n\n{BODY}"
    title = marked(text).title
    assert text[title.start : title.end] == "Warga Kota Lama Pulang"
    assert marked(BODY).title is None


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        (f"SEOUL, KOMPAS.TV — {BODY}", {}, "kompas.tv"),
        (f"Suara.com - {BODY}", {}, "suara.com"),
        (f"Jakarta, CNN Indonesia -- {BODY}", {}, "cnnindonesia.com"),
        (f"KotaKita.com, Bogor - {BODY}", {}, "KotaKita.com"),
        (f"Laporan Wartawan TribunSolo.com, Rina Wati\n{BODY}", {}, "tribunnews.com"),
        (f"BOGOR, KABAR KOTA - {BODY}", {}, "KABAR KOTA"),
        (f"BOGOR - {BODY}", {}, ""),
        (f"BOGOR, Kota Batu - {BODY}", {}, ""),
        (f"Suara.com - {BODY}", {"url": "https://news.detik.com/berita/d-1"}, "detik.com"),
        (BODY, {"outlet": "Liputan6.com"}, "liputan6.com"),
        (BODY, {"outlet": "Koran Kota"}, "Koran Kota"),
    ],
)
def test_outlet_is_what_the_metadata_say_else_what_the_head_names(text, given, expected):
    assert marked(text, **given).outlet == expected


@pytest.mark.parametrize(
    ("tail", "authors", "editors"),
    [
        ("Penulis : Rina Wati Editor : Budi-Santoso", ["Rina Wati"], ["Budi-Santoso"]),
        ("Reporter: Rina Wati dan Arby Salim\nRedaktur: Budi", ["Rina Wati", "Arby Salim"], ["Budi"]),
        ("(Rina Wati Sari)", ["Rina Wati Sari"], []),
        ("(KotaKita.com/Rina Wati)", ["Rina Wati"], []),
        ("Rina Wati\n\nSumber", ["Rina Wati"], []),
        ("Sumber: RandomEditor: Budi Santoso", [], ["Budi Santoso"]),
        ("(abc/def)", [], []),
    ],
)
def test_bylines_at_the_end(tail, authors, editors):
    document = marked(f"{BODY}\n\n{tail}")
    assert (names(document.authors), names(document.editors)) == (authors, editors)


def test_bylines_at_the_head():
    document = marked(f"Laporan Wartawan TribunSolo.com, Rina Wati\nSOLO - {BODY}")
    assert names(document.authors) == ["Rina Wati"]
    assert names(marked(f"Laporan Rina Wati I Banda Aceh\n{BODY}").authors) == ["Rina Wati"]


def test_a_name_is_a_span_of_the_text():
    text = f"{BODY}\n\nPenulis : Rina Wati"
    (author,) = marked(text).authors
    assert text[author.span.start : author.span.end] == "Rina Wati"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BODY}\n\nSumber : The Associated Press", ["The Associated Press"]),
        (f"{BODY}\nSumber : Antara", ["Antara"]),
        (f"{BODY} (Antara)", ["Antara"]),
        (f"{BODY} (okz)", ["Okezone.com"]),
        (f"{BODY}\nRINA WATI | ANTARA", ["ANTARA"]),
        (f"{BODY}\nArtikel ini sudah terbit di Kompas.com kemarin", ["Kompas.com"]),
        (f"JAKARTA (ANTARA) - {BODY}", ["ANTARA"]),
        (f"{BODY}\nSumber: berbagai sumber", []),
        (f"Warga kota lama di dermaga (Sumber: Rina Wati via AP)\n{BODY}", []),
        (f"{BODY}\n(abc/rtr)", []),
    ],
)
def test_credits_are_the_media_of_the_whole_report(text, expected):
    assert names(marked(text).credits) == expected


def test_an_outlet_does_not_credit_itself():
    assert marked(f"{BODY} (Antara)", outlet="antaranews.com").credits == ()


def test_english_bylines():
    text = (
        "By Ann Poole\nLONDON (Reuters) - Residents went home.\n\n"
        "(Reporting by Ann Poole and Jim Doe; Editing by Tom Reed)"
    )
    document = marked(text, "en")
    assert names(document.authors) == ["Ann Poole", "Jim Doe"]
    assert names(document.editors) == ["Tom Reed"]
    assert names(document.credits) == ["Reuters"]


def test_the_acceptance_case(eval_data, seeds):
    for facts in seeds["reports"].values():
        document = marked((eval_data / "seeds" / facts["file"]).read_text(encoding="utf-8").strip())
        text = document.report.text
        title = text[document.title.start : document.title.end] if document.title else "null"
        assert title == facts.get("title", "null")
        assert document.outlet == facts.get("outlet", "null").lower().replace("null", "")
        assert names(document.authors) == list(facts.get("authors", []))
        assert names(document.editors) == list(facts.get("editors", []))
        assert names(document.credits) == ([facts["credit"]] if "credit" in facts else [])


def test_all_boilerplate_of_the_acceptance_case_is_zoned(eval_data, seeds):
    for facts in seeds["reports"].values():
        document = marked((eval_data / "seeds" / facts["file"]).read_text(encoding="utf-8").strip())
        text = document.report.text
        for piece in facts["boilerplate"]:
            start = text.rindex(piece)
            kinds = {z.value.kind for z in document.zones if z.span.start < start + len(piece) and start < z.span.end}
            assert kinds <= {"related", "credit", "furniture", "byline"}, piece
