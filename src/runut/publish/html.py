"""A dossier as one HTML page that needs nothing from outside itself."""

import base64
import functools
import hashlib

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from runut.publish import phrases
from runut.publish.axis import axis
from runut.publish.frame import Frame, labels, shorten
from runut.publish.graph import graph
from runut.publish.views import Event, Page, Thread

COLUMNS = 8  # reports that still get a column each
EVENTS = 12  # of a timeline, shown without unfolding


@functools.cache
def _environment(tag: str) -> Environment:
    loader = PackageLoader("runut.publish", "templates")
    made = Environment(
        loader=loader,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    translations = Frame(tag).translations
    made.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    made.filters["shorten"] = shorten
    return made


def html(page: Page, frame: Frame) -> str:
    """A dossier as one HTML page; its script and style are allowed by digest, everything else is forbidden."""
    made = _environment(frame.tag)
    style, script = (_file(made, name) for name in ("style.css", "page.js"))
    return made.get_template("page.html").render(
        page=page,
        frame=frame,
        lang=frame.tag,
        labels=labels(frame),
        phrases=phrases,
        graph=graph,
        axis=axis,
        early=early,
        columns=COLUMNS,
        several=len(page.threads) > 1,
        style=Markup(style),  # noqa: S704 (a file of ours)
        script=Markup(script),  # noqa: S704
        allowed=f"default-src 'none'; img-src data:; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'",
    )


def early(thread: Thread) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The events to show at once, and those to fold away; all at once where they are few."""
    if len(thread.events) <= EVENTS:
        return thread.events, ()
    ranked = sorted(thread.events, key=lambda e: (-e.outlets, e.modality == "fact", e.verdict == "single"))
    kept = {id(e) for e in ranked[:EVENTS]}
    shown = tuple(e for e in thread.events if id(e) in kept)
    return shown, tuple(e for e in thread.events if id(e) not in kept)


def _file(made: Environment, name: str) -> str:
    if made.loader is None:
        raise RuntimeError(name)
    return made.loader.get_source(made, name)[0]


def _digest(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
