"""Puts a dossier before readers. Door: `write`; beside it `document_json`, `explain`, `saved`,
which reads a dossier back, and `checked_json` and `checked_text` for answers about a statement.
"""

import shutil
from collections.abc import Callable, Iterator
from typing import TextIO

from runut.errors import UsageError
from runut.publish.checked import checked_json, checked_text
from runut.publish.dossier import page
from runut.publish.explain import explain
from runut.publish.frame import frame
from runut.publish.json import document_json, dossier_json
from runut.publish.markdown import markdown
from runut.publish.saved import saved
from runut.types import Dossier

__all__ = ["FORMS", "checked_json", "checked_text", "document_json", "explain", "saved", "write"]

FORMS = ("text", "md", "html", "json")
WIDTH = 100  # columns of the text form where there is no terminal


def write(dossier: Dossier, form: str, to: TextIO | None = None, lang: str = "en") -> str:
    """The dossier in one of FORMS; "" where `to` is given, which it is then written to.

    `lang`: of the frame, "en" or "id"; statements stay in the reports' words. Colours only where `to` is a terminal.
    Raises UsageError for a form or a language that there is not.
    """
    if form not in FORMS:
        raise UsageError(f"no form {form!r}; there are: {', '.join(FORMS)}")
    made = _MAKERS[form](dossier, lang, to)
    if to is None:
        return "".join(made)
    to.writelines(made)
    return ""


def _text(dossier: Dossier, lang: str, to: TextIO | None) -> Iterator[str]:
    from runut.publish.text import text  # rich takes its time to load, and so does Jinja below

    terminal = to is not None and to.isatty()
    width = min(_columns(), 140) if terminal else WIDTH
    yield text(page(dossier, frame(lang)), frame(lang), width=width, colour=terminal)


def _columns() -> int:
    return shutil.get_terminal_size((WIDTH, 24)).columns


def _json(dossier: Dossier, lang: str, _: TextIO | None) -> Iterator[str]:
    yield from map(bytes.decode, dossier_json(dossier, lang))
    yield "\n"


def _markdown(dossier: Dossier, lang: str, _: TextIO | None) -> Iterator[str]:
    yield markdown(page(dossier, frame(lang)), frame(lang))


def _html(dossier: Dossier, lang: str, _: TextIO | None) -> Iterator[str]:
    from runut.publish.html import html

    yield html(page(dossier, frame(lang)), frame(lang))


_MAKERS: dict[str, Callable[[Dossier, str, TextIO | None], Iterator[str]]] = {
    "text": _text,
    "md": _markdown,
    "html": _html,
    "json": _json,
}
