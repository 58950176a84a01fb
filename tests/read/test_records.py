"""JSON and JSON lines under the usual names of fields; what is wrong is said by place, field and kind."""

import gzip
import json

import pytest

from runut.read import reports
from runut.types import Issue, Report

TEXT = "Bupati Sari Dewi mengatakan pasar di Ambon dibuka kembali pada Senin (2/6/2025)."
LINES = json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT + " Dua."})


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = list(reports([path]))
    return [f for f in found if isinstance(f, Report)], [f for f in found if isinstance(f, Issue)]


@pytest.mark.parametrize("field", ["text", "body", "content"])
def test_the_body_has_several_names_and_the_title_stays_out_of_it(tmp_path, field):
    (report,), issues = read(tmp_path, "a.json", json.dumps({field: TEXT, "title": "Pasar dibuka"}))
    assert (report.text, report.title, report.url, issues) == (TEXT, "Pasar dibuka", "file:a.json", [])


def test_every_field_is_taken(tmp_path):
    entry = {
        "url": "https://www.kabar.example/1", "title": "Pasar dibuka", "text": TEXT, "date": "2025-06-02T09:00+09:00",
        "site": "Kabar", "author": ["Ani", " Budi "], "lang": "id-ID",
    }  # fmt: skip
    (report,), _ = read(tmp_path, "a.json", json.dumps(entry))
    assert (report.url, report.outlet, report.published) == (entry["url"], "Kabar", entry["date"])
    assert (report.authors, report.lang, report.issues) == (("Ani", "Budi"), "id", ())


def test_the_site_of_the_address_stands_for_an_outlet_not_named(tmp_path):
    (report,), _ = read(tmp_path, "a.json", json.dumps({"url": "https://www.kabar.example/1", "text": TEXT}))
    assert report.outlet == "kabar.example"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.json", json.dumps([{"text": TEXT}, {"text": TEXT + " Dua."}])),
        ("lines.json", LINES),
        ("lines.jsonl", LINES.replace("\n", "\r\n\r\n")),
        ("list.jsonl", json.dumps([{"text": TEXT}, {"text": TEXT + " Dua."}], indent=1)),
        ("wide.jsonl", LINES.encode("utf-16")),
        ("marked.jsonl", LINES.encode("utf-8-sig")),
        ("packed.jsonl.gz", gzip.compress(LINES.encode())),
    ],
)  # fmt: skip
def test_a_file_holds_one_object_a_list_or_lines(tmp_path, name, content):
    found, issues = read(tmp_path, name, content)
    assert [r.text for r in found] == [TEXT, TEXT + " Dua."]
    assert [r.url for r in found] == [f"file:{name}#1", f"file:{name}#{3 if name == 'lines.jsonl' else 2}"]
    assert issues == []


def test_a_pretty_printed_object_is_one_report(tmp_path):
    found, issues = read(tmp_path, "a.json", json.dumps({"title": "Pasar", "text": TEXT}, indent=2))
    assert ([r.title for r in found], issues) == (["Pasar"], [])


def test_a_wrong_type_leaves_the_field_out_and_says_where_what_and_what_instead(tmp_path):
    entry = {
        "text": TEXT,
        "published": 20250602,
        "outlet": {"name": "x"},
        "author": 5,
        "lang": "Bahasa Indonesia",
        "title": None,
    }
    (report,), _ = read(tmp_path, "a.json", json.dumps([entry]))
    assert (report.published, report.outlet, report.authors, report.lang, report.title) == ("", "", (), "id", "")
    assert {i.code for i in report.issues} == {"json-field"}
    assert sorted(i.note for i in report.issues) == [
        'a.json#1, "author": number 5; string | [string, …]',
        'a.json#1, "lang": string \'Bahasa Indonesia\'; "id" | "en" | …',
        "a.json#1, \"outlet\": object {'name': 'x'}; string",
        'a.json#1, "published": number 20250602; string',
    ]


@pytest.mark.parametrize(
    ("entry", "code", "note"),
    [
        ({"title": "x"}, "json-no-text", "a.jsonl:1: {'title': string}"),
        ({"text": 5}, "json-no-text", "a.jsonl:1: {'text': number}"),
        ({"text": "  "}, "json-no-text", "a.jsonl:1: {'text': string}"),
        ([1], "json-entry", "a.jsonl:1: array"),
        ({"findings": [], "reports": []}, "own-output", "a.jsonl:1"),
        ({"report": {"text": TEXT}, "zones": []}, "own-output", "a.jsonl:1"),
    ],
)
def test_an_entry_that_is_no_report_is_named_and_the_rest_is_read(tmp_path, entry, code, note):
    found, issues = read(tmp_path, "a.jsonl", " " + json.dumps(entry) + "\n" + json.dumps({"text": TEXT}))
    assert [r.text for r in found] == [TEXT]
    assert [(i.code, i.note) for i in issues] == [(code, note)]


def test_a_broken_line_costs_only_itself(tmp_path):
    found, issues = read(
        tmp_path, "a.jsonl", json.dumps({"text": TEXT}) + '\n{"text": "ab\n' + json.dumps({"text": TEXT + " Dua."})
    )
    assert len(found) == 2
    assert [i.code for i in issues] == ["json-broken"]
    assert issues[0].note.startswith("a.jsonl:2: ")


def test_a_broken_file_is_named_once(tmp_path):
    found, issues = read(tmp_path, "a.json", '{\n"text": "ab",\n"title": \n}')
    assert (found, [i.code for i in issues]) == ([], ["json-broken"])


def test_a_torn_archive_keeps_what_was_whole(tmp_path):
    rows = "\n".join(json.dumps({"text": f"{TEXT} {n}"}) for n in range(2000)).encode()
    found, issues = read(tmp_path, "a.jsonl.gz", gzip.compress(rows)[:-2000])
    assert found
    assert [i.code for i in issues] == ["file-unreadable"]


@pytest.mark.parametrize(
    "raw", [b'{"text": "' + TEXT.encode() + b' \xe9"}', b'{"text": "' + TEXT.encode() + b'\x01", "n": NaN}']
)
def test_sloppy_json_is_read_all_the_same(tmp_path, raw):
    found, issues = read(tmp_path, "a.jsonl", raw)
    assert (len(found), issues) == (1, [])


def test_half_a_surrogate_pair_becomes_a_mark(tmp_path):
    (report,), _ = read(tmp_path, "a.json", '{"text": "' + TEXT + '\\ud83d"}')
    assert report.text == TEXT + "\ufffd"
