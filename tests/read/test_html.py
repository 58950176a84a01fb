"""A saved page gives its story, and what it says about it in JSON-LD, meta elements or nowhere."""

import pytest

from runut.read import reports
from runut.types import Issue, Report

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "Bupati Sari Dewi meresmikan Pasar Mardika yang baru di Ambon pada Senin (2/6/2025) pagi bersama pedagang.",
        '"Kami senang karena pasar ini dibuka kembali setelah dua tahun," kata Sari di depan sekitar 300 pedagang.',
        "Pasar itu menampung 1.200 kios dan dibangun dengan biaya Rp 45 miliar dari anggaran provinsi tahun lalu.",
        "Menurut Kepala Dinas Perdagangan Rafli Tomia, pedagang boleh menempati kios mereka mulai pekan depan.",
    )
)
MENU = "<nav><a href='/'>Beranda</a><a href='/ekonomi'>Ekonomi</a></nav>"
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "x"},
{"@type": "NewsArticle", "headline": "Pasar Mardika &amp; kiosnya", "datePublished": "2025-06-02T08:05:00+09:00",
"author": [{"@type": "Person", "name": "Ani Lestari"}, "Budi"],
"publisher": {"@type": "Organization", "name": "Kabar Ambon"}}]}</script>"""
META = """<meta property="og:title" content="Pasar &amp; kios"><meta property="og:site_name" content="Kabar Ambon">
<meta name="Author" content="Ani Lestari"><meta property="article:published_time" content="2025-06-02 08:05:00">
<link rel="canonical" href="https://kabar.example/pasar">"""


def page(head="", body=STORY):
    head = f"<head><title>Judul halaman</title>{head}</head>"
    return f"<!DOCTYPE html><html>{head}<body>{MENU}<article>{body}</article></body></html>"


def read(tmp_path, content, name="a.html"):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (found,) = reports([tmp_path / name])
    return found


def test_json_ld_names_title_day_outlet_and_authors(tmp_path):
    found = read(tmp_path, page(JSON_LD + META))
    assert (found.title, found.published) == ("Pasar Mardika & kiosnya", "2025-06-02T08:05:00+09:00")
    assert (found.outlet, found.authors) == ("Kabar Ambon", ("Ani Lestari", "Budi"))
    assert (found.url, found.issues) == ("https://kabar.example/pasar", ())


def test_meta_elements_do_where_json_ld_is_silent_or_broken(tmp_path):
    found = read(tmp_path, page('<script type="application/ld+json">{broken</script>' + META))
    assert (found.title, found.outlet, found.authors) == ("Pasar & kios", "Kabar Ambon", ("Ani Lestari",))
    assert found.published == "2025-06-02T08:05:00"


def test_the_body_is_the_story_without_the_menu(tmp_path):
    found = read(tmp_path, page(META))
    assert found.text.startswith("Bupati Sari Dewi")
    assert found.text.endswith("pekan depan.")
    assert "Beranda" not in found.text
    assert found.lang == "id"


def test_a_day_found_by_htmldate_is_marked_as_a_guess(tmp_path):
    found = read(tmp_path, page(body=STORY + '<time datetime="2025-06-02">2 Juni</time>'))
    assert found.published == "2025-06-02"
    assert [i.code for i in found.issues] == ["published-guessed"]


@pytest.mark.parametrize(
    "given", ["2025-06-01T17:05:00Z", "2025-06-02T00:05:00", "2025-06-02T00:05:00+00:00", "2025-06-02"]
)
def test_the_clock_shown_to_readers_wins_over_utc_and_over_no_zone(tmp_path, given):
    meta = f'<meta property="article:published_time" content="{given}">'
    today = '<div class="today-date">Jumat, 20 Juni 2025 09:00 WIB</div>'
    shown = f'{today}<span class="read__time">Senin, 02/06/2025, 00:05 WIB</span>'
    found = read(tmp_path, page(meta, body=shown + STORY))
    assert (found.published, found.issues) == ("2025-06-02T00:05+07:00", ())


def test_a_local_zone_in_the_metadata_stands(tmp_path):
    shown = '<span class="date">Selasa, 3 Juni 2025 09:00 WIB</span>'
    assert read(tmp_path, page(JSON_LD, body=shown + STORY)).published == "2025-06-02T08:05:00+09:00"


@pytest.mark.parametrize("path", ["", "/", "/indeks"])
def test_the_front_page_of_a_site_is_no_story(tmp_path, path):
    found = read(tmp_path, page(f'<link rel="canonical" href="https://kabar.example{path}">'))
    assert found.code == "html-no-story"


def test_a_page_without_any_day_has_none(tmp_path):
    found = read(tmp_path, page(body=STORY.replace("(2/6/2025)", "")))
    assert (found.published, found.title, found.url) == ("", "Judul halaman", "file:a.html")


def test_a_page_without_a_story_is_named(tmp_path):
    found = read(tmp_path, page(META, body=""))
    assert (found.code, found.note) == ("html-no-story", "a.html")


def test_the_story_may_stand_in_json_ld_alone(tmp_path):
    text = "Wali Kota Andi Salim mengatakan jembatan baru di Ternate dibuka pada Rabu."
    found = read(
        tmp_path,
        page(
            f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{text}"}}</script>', body=""
        ),
    )
    assert found.text == text


def test_a_page_saved_as_text_is_read_as_a_page(tmp_path):
    assert "Beranda" not in read(tmp_path, page(META), "a.txt").text


def test_a_text_saved_as_a_page_is_read_as_text(tmp_path):
    text = "Wali Kota Andi Salim mengatakan jembatan baru di Ternate dibuka pada Rabu."
    assert read(tmp_path, text, "a.html").text == text


@pytest.mark.parametrize(
    "junk",
    ["<", "<html", "<html><script type='application/ld+json'>[[[[]]]]</script>", "<!doctype html><meta><meta name=x>"],
)
def test_no_page_can_stop_it(tmp_path, junk):
    assert isinstance(read(tmp_path, junk + "x"), Issue | Report)
