"""One dossier, four forms: the same parts in the same order, every line with its place, nothing unescaped."""

import datetime as dt
import html as html_escapes
import io
import re

import pytest
from msgspec.structs import replace

from runut.errors import UsageError
from runut.publish import FORMS, explain, write
from runut.publish.frame import frame
from runut.publish.markdown import escape
from runut.publish.phrases import sections
from runut.types import Dossier, Issue, Judgement

JUDGED = Judgement(left="Sari", right="Dewi", same=False, by="ani", at=dt.datetime(2025, 6, 2, tzinfo=dt.UTC))
READ = ("text", "md", "html")


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("form", READ)
def test_parts_stand_in_their_order(dossier: Dossier, form: str, lang: str) -> None:
    out = write(replace(dossier, judgements=(JUDGED,)), form, lang=lang)
    if form == "html":
        out = html_escapes.unescape(out[out.index("<main") :])
    titles = list(sections(frame(lang)).values())[1:]
    heads = {"text": "\n{} ─", "md": "# {}\n", "html": ">{}</h"}
    at = [out.index(heads[form].format(title)) for title in titles]
    assert at == sorted(at)


@pytest.mark.parametrize("form", FORMS)
def test_no_control_reaches_the_reader(dossier: Dossier, form: str) -> None:
    out = write(dossier, form)
    assert not [c for c in out if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c in "\u202e\u2066\u200f"]


@pytest.mark.parametrize("form", READ)
def test_never_says_true_or_confirmed(dossier: Dossier, form: str) -> None:
    words = re.sub(r"<script>.*?</script>|<style>.*?</style>|<[^>]*>", " ", write(dossier, form), flags=re.S)
    assert not re.search(r"\b(true|confirmed|benar|terkonfirmasi)\b", words, re.I)


@pytest.mark.parametrize("form", READ)
def test_counts_and_chains_are_shown(dossier: Dossier, form: str) -> None:
    out = re.sub(r"<[^>]*>|\s+|\*\*", " ", html_escapes.unescape(write(dossier, form)))
    assert "3 outlets · 3 publishers · 4 origins" in out
    arrow = "<-" if form == "text" else "←"
    assert re.search(rf"r2 The Lawu Post\s+{arrow}\s+Nuswa\s+{arrow}\s+BPBD Wuni", out)
    assert "r2·1" in out


@pytest.mark.parametrize("width", [60, 80, 120])
def test_text_keeps_to_its_width(dossier: Dossier, width: int) -> None:
    from runut.publish.dossier import page
    from runut.publish.text import text

    lines = text(page(dossier, frame("en")), frame("en"), width=width).splitlines()
    assert max(len(line) for line in lines) <= width


def test_text_is_plain_unless_a_terminal_reads_it(dossier: Dossier) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    pipe, terminal = io.StringIO(), Terminal()
    write(dossier, "text", pipe)
    write(dossier, "text", terminal)
    assert "\x1b" not in pipe.getvalue()
    assert "\x1b[" in terminal.getvalue()
    assert "\x1b[31m red" not in terminal.getvalue()


def test_markdown_tables_have_as_many_cells_as_heads(dossier: Dossier) -> None:
    width = 0
    for line in write(dossier, "md").splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not (cells and width) or cells == width
        width = cells


def test_markdown_leaves_nothing_to_interpret() -> None:
    given = "<b>&amp; *a* _b_ `c` [d](e) | # ~x~"
    assert escape(given) == r"&lt;b&gt;&amp;amp; \*a\* \_b\_ \`c\` \[d\](e) \| \# \~x\~"
    assert escape("- list") == r"\- list"
    assert escape("1. list") == r"\1. list"


def test_html_escapes_what_reports_say(dossier: Dossier) -> None:
    out = write(dossier, "html")
    assert "<script>document.title" not in out
    assert "&lt;script&gt;document." in out


def test_html_needs_nothing_from_outside(dossier: Dossier) -> None:
    out = write(dossier, "html")
    assert not re.search(r"""(src|href|action|poster)=["']?(//|https?:)(?!//lawu\.example)""", out)
    assert not re.search(r"@import|url\(", out)


def test_html_links_lead_somewhere(dossier: Dossier) -> None:
    out = write(dossier, "html")
    ids = re.findall(r'\sid="([^"]+)"', out)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', out)) <= set(ids)


def test_html_holds_the_whole_text(dossier: Dossier) -> None:
    out = write(dossier, "html")
    for n, document in enumerate(dossier.documents):
        body = re.search(rf'<div class="body" data-of="r{n}">(.*?)</div>', out, re.S)
        assert body
        shown = html_escapes.unescape(re.sub(r"<[^>]*>", "", body[1]))
        assert len(shown) == len(document.report.text)
        assert all(a in (b, "\ufffd") for a, b in zip(shown, document.report.text, strict=True))


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_dossier_is_written(form: str) -> None:
    assert write(Dossier(documents=(), issues=(Issue("unreadable", "x.pdf"),)), form)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier, form: str) -> None:
    assert write(dossier, form) == write(dossier, form)


def test_forms_and_languages_that_are_not_there(dossier: Dossier) -> None:
    with pytest.raises(UsageError, match="text, md, html, json"):
        write(dossier, "pdf")
    with pytest.raises(UsageError, match="en, id"):
        write(dossier, "text", lang="xx")


def test_explain_shows_sentence_rule_and_reason(dossier: Dossier) -> None:
    saved = write(dossier, "json")
    hurt = next(x for x in dossier.findings if x.verdict == "differ")
    out = explain(saved, hurt.id)
    assert "Sebanyak 12 orang terluka" in out
    assert "amount:example" in out
    assert "cue: “kata”" in out
    assert "[one-body]" in out
    assert explain(saved, hurt.claims[0].id) in out


@pytest.mark.parametrize("wanted", ["r3", "r3·2", "r3-2", "e-sari", "g-story2", "g-copies"])
def test_explain_takes_every_kind_of_id(dossier: Dossier, wanted: str) -> None:
    saved = write(dossier, "json")
    assert explain(saved, wanted, "id").strip()
    assert explain(saved, wanted) == explain(saved.encode(), wanted)


def test_explain_suggests_near_ids(dossier: Dossier) -> None:
    with pytest.raises(UsageError, match="e-sari"):
        explain(write(dossier, "json"), "e-sary")
    with pytest.raises(UsageError, match="saved with --format json"):
        explain("{}", "r1")
