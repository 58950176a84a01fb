"""Trains the tagger of Indonesian names and writes its card.

    python train/names.py [DATA]      DATA: folder with the evaluation data; default RUNUT_EVAL_DATA or ../shared

Trained on idner-news-2k's train part (MIT) and scored on its dev part. The same data, word lists and library give
the same bytes. The features look names up in `data/world`, `data/outlets` and `data/lang/id/titles.yaml`: train
again when these change much.
"""

import datetime as dt
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pycrfsuite

from runut.annotate.known import hits
from runut.annotate.tagger import FEATURES, Features, model, spans, stretches
from runut.annotate.words import Token, lexicon, seen
from runut.text import fold

Sentence = list[tuple[str, str]]  # words and their labels
SETTINGS = {
    "c1": 0.05,
    "c2": 0.3,
    "max_iterations": 100,
    "feature.possible_transitions": True,
}  # c1, c2 by the dev part: .05/.3 .844, .1/.3 .839, .02/.6 .843 F1


def sentences(path: Path) -> list[Sentence]:
    """The sentences of a file with one word a line: word, part of speech, label."""
    out: list[Sentence] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            fields = line.split()
            out[-1].append((fields[0], fields[-1]))
        elif out[-1]:
            out.append([])
    return [s for s in out if s]


def rows(words: list[str], features: Features) -> list[Any]:
    """The features of a sentence given as words."""
    text, tokens, at = " ".join(words), [], 0
    for word in words:
        tokens.append(Token(at, at + len(word), word, fold(word)))
        at += len(word) + 1
    return features.rows(words, seen(tokens, hits(text, fold(text), 0, len(text)), lexicon("id")))


def train(data: list[Sentence], to: Path) -> None:
    """Trains on sentences and writes the model."""
    trainer, features = pycrfsuite.Trainer(verbose=False), Features()
    for sentence in data:
        trainer.append(rows([w for w, _ in sentence], features), [label for _, label in sentence])
    trainer.set_params(SETTINGS)
    to.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(to))
    to.with_suffix(FEATURES).write_text("\n".join(kept(to)), encoding="utf-8")


def kept(path: Path) -> list[str]:
    """The features to which training gave a weight, sorted; the tagger need not be given others."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return sorted(tagger.info().attributes)


def scores(data: list[Sentence], path: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of whole names for each kind, and for all."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    features = Features()
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for sentence in data:
        a = set(spans([label for _, label in sentence]))
        words = [w for w, _ in sentence]
        given = rows(words, features)
        b = {
            (start + i, start + j, kind)
            for start, end in stretches(words)
            for i, j, kind in spans(tagger.tag(given[start:end]))
        }
        for count, names in ((right, a & b), (found, b), (gold, a)):
            count.update(kind for _, _, kind in names)
            count.update("all" for _ in names)
    return {
        kind: {
            "precision": round(right[kind] / max(1, found[kind]), 4),
            "recall": round(right[kind] / max(1, gold[kind]), 4),
            "f1": round(2 * right[kind] / max(1, found[kind] + gold[kind]), 4),
            "names": gold[kind],
        }
        for kind in ("person", "organisation", "place", "all")
    }


def card(data: dict[str, Any]) -> str:
    """The card as a page."""
    lines = [
        f"| {k} | {v['precision']} | {v['recall']} | {v['f1']} | {v['names']} |" for k, v in data["scores"].items()
    ]
    return "\n".join(
        [
            "# Names in Indonesian news",
            "",
            f"A linear-chain CRF (python-crfsuite) over word features; {data['bytes']:,} bytes; made on {data['date']}",
            "by `python train/names.py`.",
            "",
            f"- Data: {data['data']} ({data['sentences']:,} sentences)",
            f"- Licence of the data: {data['licence']}",
            "- Kinds: person, organisation, place",
            "- Scored on the dev part, which was used to choose the settings: expect a little less elsewhere.",
            "",
            "| kind | precision | recall | F1 | names |",
            "| --- | --- | --- | --- | --- |",
            *lines,
            "",
        ]
    )


def main() -> None:
    """Trains, scores and writes model and card."""
    root = Path(__file__).parent.parent
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RUNUT_EVAL_DATA", root.parent / "shared"))
    source = folder / "data" / "id" / "ner-idner"
    data, dev, to = sentences(source / "train.txt"), sentences(source / "dev.txt"), model("id")
    train(data, to)
    facts = {
        "data": "idner-news-2k, train part, by Khairunnisa, Imankulova and Komachi (2020)",
        "licence": "MIT",
        "sentences": len(data),
        "bytes": to.stat().st_size,
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "scores": scores(dev, to),
    }
    to.with_name("names.json").write_bytes(msgspec.json.format(msgspec.json.encode(facts), indent=1) + b"\n")
    to.with_name("names.md").write_text(card(facts), encoding="utf-8")
    print(card(facts))


if __name__ == "__main__":
    main()
