"""Web pages: the body through trafilatura, what is said about it through selectolax."""

import html
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from runut.read.given import Given
from runut.read.page_day import page_day
from runut.types import Issue

STORY = ("Article", "Posting", "Reportage")  # ends of schema.org's types of stories
TITLES = ("og:title", "twitter:title")
SITES = ("og:site_name", "application-name")
AUTHORS = ("author", "article:author", "dable:author", "content_author", "parsely-author")
HOMES = ("", "index", "index.html", "indeks")  # last parts of addresses that hold a list of stories, not one
LETTERS = 40  # fewer are no story


def given(page: str, where: str) -> Given | Issue:
    """The story of a page with its metadata; an Issue where the page holds no story."""
    tree = LexborHTMLParser(page)
    story, meta = _json_ld(tree), _meta(tree)
    if meta.get("generator") == "runut":
        return Issue("own-output", where)
    bodies = _body(page), _text(story.get("articleBody"))
    text = next((b for b in bodies if sum(map(str.isalpha, b)) >= LETTERS), "")
    url = _url(tree, meta)
    if not text or (url and not story and urlsplit(url).path.strip("/") in HOMES):
        return Issue("html-no-story", where)
    day, stated = page_day(page, tree, story, meta)
    return Given(
        where=where,
        text=text,
        url=url,
        title=_text(story.get("headline")) or _first(meta, TITLES) or _content(tree, "title"),
        published=day,
        outlet=_named(story.get("publisher")) or _first(meta, SITES),
        authors=_authors(story, meta),
        issues=() if stated or not day else (Issue("published-guessed", f"{where}: {day}"),),
    )


def _body(page: str) -> str:
    from trafilatura import extract

    return extract(page, fast=True, include_comments=False) or ""


def _json_ld(tree: LexborHTMLParser) -> dict[str, Any]:
    """The first story among the page's JSON-LD objects; {} if there is none."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            value = json.loads(node.text(), strict=False)
        except ValueError:
            continue
        for entry in _objects(value):
            kinds = entry.get("@type")
            if any(str(k).endswith(STORY) for k in (kinds if isinstance(kinds, list) else [kinds])):
                return entry
    return {}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            yield entry
            yield from _objects(entry.get("@graph") or [])


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    """Content of the page's meta elements by name, lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        content = node.attributes.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), content.strip())
    return found


def _url(tree: LexborHTMLParser, meta: dict[str, str]) -> str:
    node = tree.css_first('link[rel="canonical"]')
    urls = [(node.attributes.get("href") or "") if node else "", meta.get("og:url", "")]
    return next((u.strip() for u in urls if u.strip().startswith(("http://", "https://"))), "")


def _authors(story: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    rows = story.get("author")
    named = [_named(r) for r in (rows if isinstance(rows, list) else [rows])]
    names = [n for n in named if n] or [_first(meta, AUTHORS)]
    return tuple(dict.fromkeys(n for n in names if n and not n.startswith("http")))


def _named(value: Any) -> str:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((html.unescape(meta[n]) for n in names if n in meta), "")


def _content(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return node.text().strip() if node else ""


def _text(value: Any) -> str:
    return html.unescape(value).strip() if isinstance(value, str) else ""
