"""The acceptance case: at least nine in ten of its attributions, with speaker and chain."""

import pytest

from runut.annotate import annotate
from runut.types import Report

ENOUGH = 0.9


def words(text):
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def alike(a, b):
    """One name holds every word of the other."""
    x, y = set(words(a)), set(words(b))
    return bool(x and y) and (x <= y or y <= x)


def squeezed(text):
    return "".join(c for c in text if not c.isspace())


def right(expected, document, names):
    """Whether the attribution that shares most of the expected content has its chain."""
    text, wanted = document.report.text, squeezed(expected["content"])
    for a in document.attributions:
        content = squeezed(text[a.content.start : a.content.end])
        if wanted not in content and not (content in wanted and 2 * len(content) > len(wanted)):
            continue
        hops = [h.name for h in a.chain]
        wanted_hops = [names.get(e, [e]) for e in expected["chain"]]
        if len(hops) >= len(wanted_hops) and all(
            any(alike(n, h) for n in ns) for ns, h in zip(wanted_hops, hops, strict=False)
        ):
            return True
    return False


def test_attributions_of_the_acceptance_case(eval_data, seeds):
    names = {e["id"]: e["names"] for e in seeds["entities"]}
    misses, total = [], 0
    for key, expected in seeds["attributions"].items():
        entry = seeds["reports"][key]
        text = (eval_data / "seeds" / entry["file"]).read_text(encoding="utf-8")
        document = annotate(Report(id=f"r-{key}", text=text, lang=entry.get("language", "id")))
        total += len(expected)
        misses += [(key, e["content"]) for e in expected if not right(e, document, names)]
    if not total:
        pytest.fail("the acceptance case has no attributions")
    assert len(misses) <= (1 - ENOUGH) * total, misses
