"""Makes `data/lang/<tag>/common.yaml`: words that many reports use whatever they are about.

    python train/common.py [DATA]      DATA: folder with the evaluation data; default RUNUT_EVAL_DATA or ../shared

Indonesian: idner-news-2k (MIT), which is sentences; a report is taken as SENTENCES of them. English: the bodies of
the article-extraction benchmark (MIT). Only lemmas with their shares are kept, no text.
"""

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from runut.lang.lemmas import lemma
from runut.lang.packs import DATA
from runut.text import fold

SENTENCES = 12  # in a report of the usual 1,800 characters
LEAST = 0.02
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def shares(units: Iterable[str], tag: str, per_report: int) -> dict[str, float]:
    """Lemma -> share of reports that use it, where a report is `per_report` units; those under LEAST left out."""
    count: Counter[str] = Counter()
    total = 0
    for unit in units:
        total += 1
        count.update({fold(lemma(w, tag)) for w in WORD.findall(fold(unit))})
    found = {w: 1 - (1 - n / total) ** per_report for w, n in count.items() if n > 1}
    return {w: round(s, 3) for w, s in sorted(found.items()) if s >= LEAST}


def sentences(folder: Path) -> Iterable[str]:
    """The sentences of a folder in IOB columns."""
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            yield " ".join(line.split()[0] for line in block.splitlines() if line.strip())


def bodies(path: Path) -> Iterable[str]:
    """The article bodies of the extraction benchmark."""
    for entry in json.loads(path.read_text(encoding="utf-8")).values():
        yield entry["articleBody"]


def write(tag: str, source: str, found: dict[str, float]) -> None:
    """Writes the YAML file of one language."""
    lines = [f"# Made by train/common.py from {source}. Share of reports that use a lemma.", "share:"]
    lines += [f'  "{w}": {s}' for w, s in found.items()]
    target = DATA / "lang" / tag / "common.yaml"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{tag}: {len(found)} words, {target.stat().st_size:,} bytes")


def main() -> None:
    """Rebuilds both files."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RUNUT_EVAL_DATA", "../shared"))
    write("id", "idner-news-2k (MIT)", shares(sentences(data / "data/id/ner-idner"), "id", SENTENCES))
    ground = data / "data/en/article-extraction/ground-truth.json"
    write("en", "article-extraction-benchmark (MIT)", shares(bodies(ground), "en", 1))


if __name__ == "__main__":
    main()
