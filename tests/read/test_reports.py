"""Files and folders become reports in a fixed order; nothing is lost without being named."""

import os
from pathlib import Path

import pytest

from runut.read import reports
from runut.text import digest
from runut.types import Issue, Report

TEXT = "Bupati Sari Dewi mengatakan pasar di Ambon dibuka kembali pada Senin (2/6/2025)."


def texts(found):
    return [r.text for r in found if isinstance(r, Report)]


def issues(found):
    return [(i.code, i.note) for i in found if isinstance(i, Issue)]


def test_a_folder_is_read_with_all_its_folders_sorted_by_name(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/y.TXT", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT} {name}")
    found = list(reports([tmp_path]))
    assert [r.url for r in found] == ["file:a/b/y.TXT", "file:a/z.txt", "file:b.txt", "file:c.txt"]


def test_a_single_file_goes_by_its_name(tmp_path):
    (tmp_path / "laporan satu.txt").write_text(TEXT)
    (report,) = reports([tmp_path / "laporan satu.txt"])
    assert report.url == "file:laporan%20satu.txt"
    assert report.id == "r-" + digest("", report.url, TEXT)


def test_the_text_is_the_file_as_it_stands_but_for_line_ends_and_marks(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf  Baca Juga: Harga\r\n\r\n" + TEXT.encode() + b"  \r")
    (report,) = reports([tmp_path])
    assert report.text == "  Baca Juga: Harga\n\n" + TEXT + "  \n"


def test_other_and_hidden_files_are_named_and_not_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.docx").write_text(TEXT + " Dua.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text(TEXT + " Tiga.")
    found = list(reports([tmp_path]))
    assert texts(found) == [TEXT]
    assert issues(found) == [("file-skipped", ".git"), ("file-skipped", "b.docx")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b" \n\t ", "file-empty"),
        (b"\x00" * 99, "file-empty"),
        (bytes(range(256)) * 9, "file-binary"),
    ],
)
def test_a_file_without_text_is_named(tmp_path, content, code):
    (tmp_path / "a.txt").write_bytes(content)
    assert issues(reports([tmp_path])) == [(code, "a.txt")]


def test_what_is_not_there_is_named_as_it_was_given(tmp_path):
    ((code, note),) = issues(reports([tmp_path / "none.txt"]))
    assert (code, note) == ("file-unreadable", f"{tmp_path}/none.txt: No such file or directory")


def test_a_file_that_may_not_be_read_is_named_and_the_rest_is_read(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT + " Dua.")
    whole = Path.read_bytes

    def guarded(path):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    found = list(reports([tmp_path]))
    assert texts(found) == [TEXT + " Dua."]
    assert issues(found) == [("file-unreadable", "a.txt: Permission denied")]


def test_a_dead_link_and_a_pipe_are_named(tmp_path):
    (tmp_path / "dead.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    codes = issues(reports([tmp_path]))
    assert codes == [
        ("file-unreadable", "dead.txt: No such file or directory"),
        ("file-unreadable", "pipe.txt: not a regular file"),
    ]


def test_a_link_back_to_a_folder_above_ends_there(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(TEXT)
    (tmp_path / "sub" / "up").symlink_to("..")
    (tmp_path / "sub" / "self").symlink_to("self")
    found = list(reports([tmp_path]))
    assert texts(found) == [TEXT]
    assert [code for code, _ in issues(found)] == ["file-unreadable", "folder-twice"]


def test_the_same_file_under_two_paths_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    found = list(reports([tmp_path, tmp_path / "a.txt"]))
    assert (texts(found), issues(found)) == ([TEXT], [("file-twice", "a.txt")])


def test_the_same_text_in_two_files_is_kept_once(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    assert issues(reports([tmp_path])) == [("report-twice", "b.txt = a.txt")]


def test_the_same_text_at_two_outlets_is_two_reports(tmp_path):
    rows = [f'{{"text": "{TEXT}", "url": "https://{site}.example/1"}}' for site in ("kabar", "warta", "kabar")]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    found = list(reports([tmp_path]))
    assert (len(texts(found)), issues(found)) == (2, [("report-twice", "a.jsonl:3 = a.jsonl:1")])


def test_a_day_in_no_known_form_is_reported_with_the_report(tmp_path):
    (tmp_path / "a.json").write_text(f'{{"text": "{TEXT}", "published": "Senin malam"}}')
    (report,) = reports([tmp_path])
    assert report.published == ""
    assert [(i.code, i.note) for i in report.issues] == [("published-unreadable", "a.json: 'Senin malam'")]


def test_a_language_without_a_pack_is_reported_with_the_report(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Le gouvernement a annoncé mardi une nouvelle loi sur les transports, selon le ministre."
    )
    (report,) = reports([tmp_path])
    assert report.lang == "fr"
    assert [(i.code, i.note) for i in report.issues] == [("language-without-pack", "a.txt: fr")]


def test_a_text_of_fifty_megabytes_is_read_whole_and_reported(tmp_path):
    row = TEXT + "\n"
    (tmp_path / "a.txt").write_text(row * (50_000_000 // len(row)))
    (report,) = reports([tmp_path])
    assert len(report.text) > 49_000_000
    assert [i.code for i in report.issues] == ["report-long"]


def test_a_name_that_is_no_utf8_does_no_harm(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (report,) = reports([tmp_path])
    assert report.url == "file:caf%E9.txt"


def test_reading_again_gives_the_same(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert list(reports([tmp_path])) == list(reports([tmp_path]))
