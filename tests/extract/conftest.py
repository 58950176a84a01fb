"""Documents made by hand."""

import importlib.util
from pathlib import Path

import pytest

spec = importlib.util.spec_from_file_location("made_documents", Path(__file__).parent.parent / "made_documents.py")
made_documents = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made_documents)


@pytest.fixture(scope="session")
def made():
    """The module that makes documents from a text and the words of its marks."""
    return made_documents
