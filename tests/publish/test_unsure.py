"""What is often read wrongly is marked as such, in every form, and what is not is not."""

import json

import msgspec
import pytest

from runut.publish import explain, saved, write
from runut.publish.phrases import UNSURE

QUOTED = "Lebih dari 2.000 pengunjung datang, kata panitia."


def with_confidence(dossier, share):
    """The dossier, in which the reading of one statement's source is so sure."""

    def told(claim, text):
        said = text[claim.span.start : claim.span.end] == QUOTED
        return msgspec.structs.replace(claim, confidence=share) if said else claim

    texts = {d.report.id: d.report.text for d in dossier.documents}
    findings = tuple(
        msgspec.structs.replace(f, claims=tuple(told(c, texts[c.span.report]) for c in f.claims))
        for f in dossier.findings
    )
    return msgspec.structs.replace(dossier, findings=findings)


@pytest.mark.parametrize(
    ("form", "lang", "said"),
    [
        ("text", "en", "source uncertain: who says so is read rightly in about 41%"),
        ("md", "en", "source uncertain: who says so is read rightly in about 41%"),
        ("html", "en", 'is read rightly in about 41% of such cases">source uncertain</span>'),
        ("html", "id", 'terbaca benar pada sekitar 41% kasus serupa">sumber tidak pasti</span>'),
    ],
)
def test_a_doubtful_line_says_so_and_why(dossier, form, lang, said):
    assert said in " ".join(write(with_confidence(dossier, 0.41), form, lang=lang).split())
    assert said not in " ".join(write(with_confidence(dossier, UNSURE), form, lang=lang).split())


def test_confidence_outlives_saving(dossier):
    kept = saved(write(with_confidence(dossier, 0.41), "json").encode())
    assert [c.confidence for f in kept.findings for c in f.claims if c.confidence is not None] == [0.41]


def test_a_dossier_saved_without_confidence_is_read_and_explained(dossier):
    form = json.loads(write(with_confidence(dossier, 0.41), "json"))
    for part in (*form["reports"], *form["findings"]):
        for marks in part.values():
            for mark in marks if isinstance(marks, list) else ():
                if isinstance(mark, dict):
                    mark.pop("confidence", None)
    assert all(c.confidence is None for f in saved(json.dumps(form).encode()).findings for c in f.claims)
    assert "such cases" not in explain(form, form["findings"][0]["id"])


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_doubtful_time_says_so_in_the_timeline(dossier, form):
    def doubtful(claim):
        slots = (msgspec.structs.replace(s, mark=msgspec.structs.replace(s.mark, confidence=0.3)) for s in claim.slots)
        return msgspec.structs.replace(claim, slots=tuple(slots))

    doubted = msgspec.structs.replace(dossier, timeline=tuple(map(doubtful, dossier.timeline)))
    said = "value uncertain: such values are read rightly in about 30% of cases"
    assert said in " ".join(write(doubted, form).split())
    assert said not in " ".join(write(dossier, form).split())
