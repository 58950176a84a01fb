"""What a clause says happened: code of the ontology, and the main verb."""

from runut.extract.reading import Reading
from runut.lang.lemmas import lemma


def action(reading: Reading, start: int, end: int) -> tuple[str, str]:
    """(action, verb): "plover:CODE" or ""; the lemma of the first verb that is none of saying, or "".

    A verb that names an action goes before a noun that does: "berangkat usai pertemuan" is no meeting, but
    "menandatangani ... dalam pertemuan" is an agreement.
    """
    tags = list(reading.tags(start, end))
    said = {first for first, _, (kind, _) in tags if kind == "speech"}
    coded = [(first, last, code) for first, last, (kind, code) in tags if kind == "action" and first not in said]
    verbs = [c for c in coded if reading.is_verb(reading.folded[c[0] : c[1]].split(" ")[0])]
    best = next(iter(verbs or coded), None)
    return (f"plover:{best[2]}" if best else "", _verb(reading, start, end, said))


def _verb(reading: Reading, start: int, end: int, said: set[int]) -> str:
    for first, _, word in reading.words(start, end):
        if first not in said and reading.is_verb(word):
            return lemma(word, reading.tag)
    return ""
