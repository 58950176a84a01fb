"""The command, as a user meets it."""

import json
import os
import pty
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from runut.cli import app
from runut.cli.terminal import SHOWN, visible

TEXT = "Bupati Sari Dewi mengatakan pasar di Ambon dibuka kembali pada Senin (2/6/2025)."
RUNUT = [sys.executable, "-m", "runut.cli"]


@pytest.fixture(autouse=True)
def _at_home(tmp_path, monkeypatch):
    """No settings from outside; a folder with one report in it."""
    for name in [n for n in os.environ if n.startswith("RUNUT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    Path("reports/a.txt").write_text(TEXT)


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_help_teaches_with_examples():
    found = run("--help")
    assert found.exit_code == 0
    assert "runut trace --sample" in found.output
    for command in ("trace", "annotate", "explain"):
        assert command in found.output
        assert run(command, "--help").exit_code == 0


def test_the_version_is_that_of_the_package():
    from importlib.metadata import version

    assert run("--version").output == f"runut {version('runut')}\n"


def test_help_is_quick():
    started = time.monotonic()
    subprocess.run([*RUNUT, "--help"], check=True, capture_output=True)
    assert time.monotonic() - started < 5
    code = "import sys, runut.cli; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"trafilatura", "py3langid", "lxml", "numpy", "runut.pipeline"} & set(loaded)


def test_annotate_prints_one_document_a_line():
    found = run("annotate", "reports")
    assert found.exit_code == 0
    (document,) = [json.loads(line) for line in found.stdout.splitlines()]
    assert (document["report"]["url"], document["report"]["text"]) == ("file:a.txt", TEXT)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        ("\ufeff" + TEXT).encode("utf-16-le"),
        json.dumps({"body": TEXT}, indent=1).encode(),
        b"\xef\xbb\xbf[" + json.dumps({"text": TEXT}).encode() + b"]",
        b"\n".join(json.dumps({"text": TEXT + end}).encode() for end in ("", " Dua.")),
        f"<!doctype html><html><body><article><h1>Pasar</h1>{f'<p>{TEXT}</p>' * 3}</article></body></html>".encode(),
    ],
    ids=["text", "utf-16", "json", "array", "lines", "html"],
)
@pytest.mark.parametrize("command", ["annotate", "trace"])
def test_one_report_may_come_from_standard_input(command, content):
    found = CliRunner().invoke(app, [command, "-", "--format", "jsonl" if command == "annotate" else "json"], content)
    assert found.exit_code == 0
    printed = json.loads(found.stdout.splitlines()[0])
    report = printed["report"] if command == "annotate" else printed["reports"][0]
    assert TEXT in report["text"]
    assert report["url"].startswith("file:stdin.")
    assert [p.name for p in Path(tempfile.gettempdir()).glob("runut-*/stdin.*")] == []


def test_empty_standard_input_is_an_error_that_helps():
    found = CliRunner().invoke(app, ["trace", "-"], b"")
    assert found.exit_code == 2
    assert "the file is empty: stdin.txt" in found.stderr


def test_the_engine_does_not_change_what_is_printed():
    rows = [json.dumps({"text": f"{TEXT} Sebanyak {n} kios dibuka."}) for n in range(80)]
    Path("many.jsonl").write_text("\n".join(rows))
    serial, shared = (run("annotate", "many.jsonl", "--engine", e, "--jobs", 2) for e in ("serial", "processes"))
    assert len(serial.stdout.splitlines()) == 80
    assert shared.stdout == serial.stdout


@pytest.mark.parametrize(
    ("name", "begins"), [("d.json", "{"), ("d.txt", ""), ("d.md", "#"), ("d.html", "<!doctype html>"), ("d", "")]
)
def test_the_form_follows_the_suffix_of_the_output(name, begins):
    found = run("trace", "reports", "-o", name)
    assert (found.exit_code, found.stdout) == (0, "")
    content = Path(name).read_text()
    assert content.lower().startswith(begins)
    assert "Sari Dewi" in content
    assert [p.name for p in Path().iterdir() if p.name.startswith(".")] == []


def test_the_form_asked_for_wins_over_the_suffix():
    run("trace", "reports", "-o", "d.txt", "--format", "json")
    assert json.loads(Path("d.txt").read_text())["reports"]


def test_the_sample_is_traced():
    found = run("trace", "--sample", "--format", "json")
    assert found.exit_code == 0
    assert len(json.loads(found.stdout)["reports"]) >= 9
    assert found.stderr == "" or "runut: Not read" not in found.stderr


def test_issues_go_to_stderr_and_the_run_goes_on():
    Path("reports/b.txt").touch()
    found = run("trace", "reports", "--format", "json")
    assert found.exit_code == 0
    assert found.stderr == "runut: Skipped, because the file is empty: b.txt\n"
    assert [i["code"] for i in json.loads(found.stdout)["issues"]] == ["file-empty"]


def test_issues_speak_the_language_of_the_frame():
    Path("reports/b.txt").touch()
    assert run("annotate", "reports", "--lang", "id").stderr.startswith(
        "runut: Dilewati karena berkasnya kosong: b.txt"
    )


@pytest.mark.parametrize("command", ["trace", "annotate"])
def test_strict_turns_issues_into_a_failing_exit_but_not_their_absence(command):
    assert run(command, "reports", "--strict").exit_code == 0
    Path("reports/b.txt").touch()
    assert run(command, "reports", "--strict").exit_code == 1
    Path("reports/b.txt").unlink()
    Path("reports/b.json").write_text(json.dumps({"text": TEXT + " Dua.", "published": "lusa"}))
    found = run(command, "reports", "--strict")
    assert (found.exit_code, found.stdout != "") == (1, True)


def test_many_issues_are_counted():
    for number in range(SHOWN + 30):
        Path(f"reports/{number}.foo").touch()
    lines = run("annotate", "reports").stderr.splitlines()
    assert len(lines) == SHOWN + 1
    assert lines[-1] == "runut: … and 30 more: file-skipped 30"


@pytest.mark.parametrize("command", ["trace", "annotate"])
@pytest.mark.parametrize("what", ["reports/b.txt", "none.txt", "empty"])
def test_no_report_at_all_is_an_error_that_helps(command, what):
    Path("reports/b.txt").touch()
    Path("empty").mkdir()
    found = run(command, what)
    assert (found.exit_code, found.stdout) == (2, "")
    assert (
        "no report could be read; give .txt, .html, .json or .jsonl files, or try: runut trace --sample" in found.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["trace"], "nothing to read; give files or folders, or --sample"),
        (["trace", "reports", "--lang", "fr"], "option lang: 'fr' is not id or en"),
        (["trace", "reports", "--format", "pdf"], "option format: 'pdf' is not text or md or html or json"),
        (["trace", "reports", "-o", "d.docx"], "no form has this suffix; known: .txt, .md,"),
        (["trace", "reports", "-o", "none/d.html"], "-o none/d.html: cannot be written: No such file or directory"),
        (["trace", "reports", "-o", "reports"], "-o reports: cannot be written: it is a folder"),
        (["trace", "reports", "--config", "none.toml"], "none.toml: No such file or directory"),
        (["explain", "f-1", "none.json"], "none.json"),
        (["explain", "f-1", "reports/a.txt"], "must be a dossier saved with"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(arguments, message):
    found = run(*arguments)
    assert (found.exit_code, found.stdout) == (2, "")
    assert message in found.stderr
    assert found.stderr.count("\n") == 1


def test_options_come_from_the_file_and_the_environment_too(monkeypatch):
    Path("reports/b.txt").touch()
    Path("runut.toml").write_text("[runut]\nstrict = true\n")
    assert run("annotate", "reports").exit_code == 1
    monkeypatch.setenv("RUNUT_STRICT", "false")
    assert run("annotate", "reports").exit_code == 0


@pytest.mark.parametrize("name", ["d.html", "d.json", "d.txt"])
def test_an_output_among_the_reports_is_not_read_the_next_time(name):
    for _ in range(2):
        found = run("trace", "reports", "-o", f"reports/{name}", "--strict")
        assert (found.exit_code, found.stderr) == (0, "")
    Path(f"reports/{name}").rename(f"reports/old-{name}")
    if name != "d.txt":
        assert "because runut wrote it" in run("trace", "reports", "-o", "d.json").stderr


def test_a_failed_run_leaves_an_older_output_as_it_was(monkeypatch):
    Path("d.json").write_text("old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("runut.publish.write", fail)
    found = run("trace", "reports", "-o", "d.json")
    assert (found.exit_code, Path("d.json").read_text()) == (2, "old")
    assert "No space left on device" in found.stderr
    assert sorted(p.name for p in Path().iterdir()) == ["d.json", "reports"]


def test_an_output_keeps_the_rights_of_the_file_it_replaces():
    Path("d.json").write_text("old")
    Path("d.json").chmod(0o640)
    run("trace", "reports", "-o", "d.json")
    assert Path("d.json").stat().st_mode & 0o777 == 0o640


def test_nothing_from_a_report_or_a_name_can_steer_the_terminal():
    Path("reports/a.txt").write_text(
        "Menteri \x1b[31mMerah\x1b[0m \u202etiba\u202c di Ambon pada Senin (2/6/2025), kata \x9b5mstaf itu."
    )
    Path("reports/b\x1b[2Jc.foo").touch()
    for arguments in (["trace", "reports"], ["trace", "reports", "--format", "json"], ["annotate", "reports"]):
        found = run(*arguments)
        assert found.exit_code == 0
        assert not set("\x1b\x9b\u202e") & set(found.stdout + found.stderr)
    assert r"b\x1b[2Jc.foo" in found.stderr


def test_visible_cuts_what_is_long():
    assert visible("a\nb\x1b\u200f") == r"a\nb\x1b\u200f"
    assert len(visible("x" * 999)) == 400


def test_explain_hands_over_the_saved_dossier(monkeypatch):
    run("trace", "reports", "-o", "d.json")
    monkeypatch.setattr(
        "runut.publish.explain", lambda saved, line, lang: f"{line} {lang} {len(saved['reports'])}", raising=False
    )
    assert run("explain", "f-1", "d.json", "--lang", "id").stdout == "f-1 id 1\n"


def test_a_reader_who_leaves_is_no_error():
    Path("many.jsonl").write_text("\n".join(json.dumps({"text": f"{TEXT} Nomor {n}."}) for n in range(60)))
    shell = subprocess.run(
        ["/bin/sh", "-c", f"{RUNUT[0]} -m runut.cli annotate many.jsonl --engine serial | head -n 1"],
        capture_output=True,
        text=True,
    )
    assert len(shell.stdout.splitlines()) == 1
    assert shell.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminal")
def test_progress_is_shown_on_a_terminal_only():
    ours, theirs = pty.openpty()
    found = subprocess.run([*RUNUT, "annotate", "reports"], stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    assert b"reading reports" in os.read(ours, 10000)
    os.close(ours)
    assert len(found.stdout.splitlines()) == 1
    piped = subprocess.run([*RUNUT, "annotate", "reports"], capture_output=True)
    assert piped.stderr == b""
