"""Scores output against reports that people have annotated. Door: `documents`, `dossier`, and what reads their files;
beside them `marks`, which tells of every mark whether it is right.

The measures are those of docs/annotation.md. Nothing here is used to make a dossier.
"""

from runut.evaluate.documents import documents
from runut.evaluate.dossier import dossier
from runut.evaluate.forms import output_documents, output_dossier
from runut.evaluate.gold import Gold, load
from runut.evaluate.marks import marks

__all__ = ["Gold", "documents", "dossier", "load", "marks", "output_documents", "output_dossier"]
