"""The JSON forms, as programs depend on them."""

import json
from decimal import Decimal

import msgspec
import pytest

from runut.publish import document_json
from runut.publish.forms import DossierOut
from runut.publish.json import dossier_json, value_form
from runut.types import Amount, Dossier


def _keys(thing: dict, *names: str) -> None:
    assert set(names) <= set(thing), f"missing: {set(names) - set(thing)}"


def test_a_document_has_the_fixed_keys(dossier: Dossier) -> None:
    for document in dossier.documents:
        out = json.loads(document_json(document))
        _keys(out, "report", "zones", "sentences", "names", "times", "amounts", "attributions", "claims", "issues")
        _keys(out["report"], "id", "url", "outlet", "title", "published", "lang", "text")
        assert out["report"]["text"] == document.report.text
        assert all(set(s) == {"start", "end"} for s in out["sentences"])
        for found in out["attributions"]:
            _keys(found, "content", "source", "cue", "kind", "speaker", "chain")
            assert all({"name", "role"} <= set(h) for h in found["chain"])


def test_a_dossier_has_the_fixed_keys(dossier: Dossier) -> None:
    out = json.loads(b"".join(dossier_json(dossier)))
    _keys(out, "reports", "stories", "threads", "copies", "entities", "timeline", "findings")
    for report in out["reports"]:
        _keys(report, "id", "url", "title", "outlet", "published", "authors", "editors", "credits", "lang")
        _keys(report["published"], "value", "until", "basis", "why")
    for story in out["stories"]:
        _keys(story, "id", "reports", "first", "last")
    for entity in out["entities"]:
        _keys(entity, "id", "kind", "names")
    for found in out["findings"]:
        _keys(
            found, "id", "verdict", "action", "modality", "claims", "origins", "unattributed", "outlets", "publishers"
        )
        assert found["denies"] is None or found["denies"].startswith("f-")
        assert all(isinstance(o, str) for o in found["origins"])
        for claim in found["claims"]:
            _keys(claim, "report", "start", "end", "modality", "value", "chain")


def test_claims_lead_to_their_words(dossier: Dossier) -> None:
    out = json.loads(b"".join(dossier_json(dossier)))
    texts = {r["id"]: r["text"] for r in out["reports"]}
    for found in out["findings"]:
        for claim in found["claims"]:
            assert texts[claim["report"]][claim["start"] : claim["end"]] == claim["text"]


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        ("5000", None, (5000, None)),
        ("1.30", "1.5", (1.3, 1.5)),
        ("1E+3", "320000000", (1000, 320000000)),
        (None, "7", (None, 7)),
    ],
)
def test_amounts_are_numbers(low: str | None, high: str | None, wanted: tuple) -> None:
    form = value_form(Amount(Decimal(low) if low else None, Decimal(high) if high else None, "orang"))
    assert (form.low, form.high) == wanted
    assert type(form.low) is type(wanted[0])


def test_no_control_character_is_printed_raw(dossier: Dossier) -> None:
    raw = b"".join(dossier_json(dossier)).decode()
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066" for c in raw)
    assert any("\x1b" in r["text"] and "\u202e" in r["text"] for r in json.loads(raw)["reports"])


def test_a_dossier_has_the_fields_of_its_form_in_their_order(dossier):
    assert list(json.loads(b"".join(dossier_json(dossier)))) == [x.name for x in msgspec.structs.fields(DossierOut)]
