"""Puts a dossier before readers. Door: `write`; beside it `document_json` and `explain`."""

from runut.publish.json import document_json

__all__ = ["document_json"]
