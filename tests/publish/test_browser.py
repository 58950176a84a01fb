"""The page in a browser: what a reader with a phone or a keyboard meets."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from runut.publish import write
from runut.types import Dossier

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield made
        made.close()


@pytest.fixture(scope="module")
def file(dossier: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "dossier.html"
    path.write_text(write(dossier, "html"), encoding="utf-8")
    return path


class Reader:
    """An open page, with every request that it made and every error that it threw."""

    def __init__(self, browser: "sync_api.Browser", file: Path, **given: object) -> None:
        self.context = browser.new_context(**given)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.goto(file.as_uri())


@pytest.fixture
def reader(browser: "sync_api.Browser", file: Path) -> Iterator[Reader]:
    opened = Reader(browser, file)
    yield opened
    opened.context.close()


def test_a_click_opens_the_sentence_with_its_words_marked(reader: Reader) -> None:
    page = reader.page
    page.locator("td a.value", has_text="≥ 15 orang").first.click()
    assert page.locator("#reader").is_visible()
    assert page.locator("#reader mark").all_inner_texts() == ["Sedikitnya 15 orang"]
    assert "ambruk, Selasa" in page.locator("#reader .on").first.inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("#reader").is_visible()


def test_the_keyboard_is_enough(reader: Reader) -> None:
    page = reader.page
    page.locator("a.said").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#reader mark").count() >= 1
    page.locator("#reader-close").focus()
    page.keyboard.press("Enter")
    assert not page.locator("#reader").is_visible()


def test_nothing_is_fetched_and_nothing_fails(reader: Reader, file: Path) -> None:
    reader.page.locator("a.said").last.click()
    assert reader.requests == [file.as_uri()]
    assert reader.errors == []


def test_scripts_of_reports_stay_text(reader: Reader) -> None:
    page = reader.page
    assert page.title() != "pwned"
    assert page.locator("script").count() == 1
    page.locator("#t0 a.said", has_text="Perbaikan").first.click()
    assert page.title() != "pwned"
    assert "<script>" in page.locator("#reader-text").inner_text()


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_width_needs_sideways_scrolling(browser: "sync_api.Browser", file: Path, width: int, scheme: str) -> None:
    opened = Reader(browser, file, viewport={"width": width, "height": 740}, color_scheme=scheme)
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("a.said").first.click()
    assert page.evaluate("document.getElementById('reader').getBoundingClientRect().right") <= width
    opened.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast(browser: "sync_api.Browser", file: Path, scheme: str) -> None:
    """WCAG 2.2, AA: 4.5 to 1 for text, over the colours that the style sheet names."""
    opened = Reader(browser, file, color_scheme=scheme)
    ratios = opened.page.evaluate(
        """() => {
          const style = getComputedStyle(document.documentElement);
          const rgb = (name) => {
            const probe = document.createElement("i");
            probe.style.color = style.getPropertyValue("--" + name);
            document.body.append(probe);
            const found = getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).map(Number);
            probe.remove();
            return found;
          };
          const light = (c) => {
            const [r, g, b] = c.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const out = {};
          for (const back of ["page", "card"])
            for (const ink of ["ink", "soft", "accent", "dim", "agree", "compatible", "differ", "denied", "single"]) {
              const [a, b] = [light(rgb(ink)), light(rgb(back))].sort((x, y) => y - x);
              out[ink + " on " + back] = (a + 0.05) / (b + 0.05);
            }
          return out;
        }"""
    )
    assert {pair: round(r, 2) for pair, r in ratios.items() if r < 4.5} == {}
    opened.context.close()


def test_without_script_every_line_is_a_link_into_the_text(browser: "sync_api.Browser", file: Path) -> None:
    opened = Reader(browser, file, java_script_enabled=False)
    page = opened.page
    page.locator("td a.value", has_text="≥ 15 orang").first.click()
    assert page.url.endswith("#r4-0")
    assert page.locator("#r4-0").is_visible()
    opened.context.close()
