"""The reference cannot fall behind the forms."""

import json
from pathlib import Path

import jsonschema
import pytest

from runut.publish import document_json, write
from runut.publish.schema import FORMS, files, schema
from runut.types import Document, Dossier, Report

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", sorted(files()))
def test_generated_files_are_as_the_forms_make_them(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == files()[name], "run: make record"


def test_a_dossier_is_as_its_schema_says(dossier: Dossier) -> None:
    jsonschema.validate(json.loads(write(dossier, "json")), json.loads(schema("dossier")))
    jsonschema.validate(json.loads(write(Dossier(documents=()), "json")), json.loads(schema("dossier")))


def test_documents_are_as_their_schema_says(dossier: Dossier) -> None:
    bare = Document(report=Report(id="r-0000000000000000", text="", lang="und"))
    for document in (*dossier.documents, bare):
        jsonschema.validate(json.loads(document_json(document)), json.loads(schema("document")))


def test_the_schema_refuses_a_renamed_key(dossier: Dossier) -> None:
    out = json.loads(write(dossier, "json"))
    out["findings"][0]["result"] = out["findings"][0].pop("verdict")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(out, json.loads(schema("dossier")))


def test_every_form_is_described() -> None:
    page = files()["json.md"]
    for kind, command in FORMS.values():
        assert command in page
        assert f"### {kind.__name__}" in page
