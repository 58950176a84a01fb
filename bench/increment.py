"""What adding reports to a traced store costs, against tracing all: CPU seconds of the whole command, and their ratio.

    python bench/increment.py [--reports N] [--added 100] [-o docs/bench]

Reads the corpus of RUNUT_EVAL_DATA (default ../shared), data/id/indonews-2025-06. The last `--added` reports are
traced into a store that holds the others; beside it, all are traced without a store. Both write the dossier as JSON.
"""

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
EVAL = Path(os.environ.get("RUNUT_EVAL_DATA", ROOT.parent / "shared"))
CORPUS = EVAL / "data/id/indonews-2025-06/articles.jsonl.gz"
TARGET = 0.1


def seconds(*arguments: str | Path) -> float:
    """CPU seconds of one run of the command and its workers, start and printing included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    call = [sys.executable, "-m", "runut.cli", *map(str, arguments)]
    done = subprocess.run(call, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr.splitlines()[-1])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measured(folder: Path, reports: int, added: int) -> dict[str, float]:
    """Seconds for filling the store, for adding to it and for tracing all, and the ratio of the last two."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = list(islice(lines, reports))
    (folder / "old.jsonl").write_text("".join(rows[:-added]), encoding="utf-8")
    (folder / "new.jsonl").write_text("".join(rows[-added:]), encoding="utf-8")
    (folder / "all.jsonl").write_text("".join(rows), encoding="utf-8")
    store = ("--store", f"sqlite:///{folder}/s.db")
    every = seconds("trace", folder / "all.jsonl", "-o", folder / "all.json")
    fill = seconds("trace", folder / "old.jsonl", *store, "-o", folder / "old.json")
    add = seconds("trace", folder / "new.jsonl", *store, "-o", folder / "new.json")
    compared = len(json.loads((folder / "new.json").read_bytes())["reports"])
    again = seconds("trace", *store, "-o", folder / "again.json")
    return {
        "reports": len(rows),
        "added": added,
        "trace_all": every,
        "fill_store": fill,
        "add": add,
        "compared": compared,
        "all_of_store": again,
        "ratio": add / every,
    }


def main() -> int:
    """Prints the figures; 1 where adding costs more than TARGET of tracing all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=7413)
    parser.add_argument("--added", type=int, default=100)
    parser.add_argument("-o", type=Path)
    options = parser.parse_args()
    if not CORPUS.exists():
        print(f"skipped: {CORPUS.name} is not present (set RUNUT_EVAL_DATA)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), options.reports, options.added)
    text = (
        f"CPU seconds. Tracing {found['reports']:,} reports: {found['trace_all']:.1f}. "
        f"Adding {found['added']} to a store of the others, compared with {found['compared'] - found['added']:,} of "
        f"them: {found['add']:.1f}, {found['ratio']:.3f} of it. All of the store again: {found['all_of_store']:.1f}.\n"
    )
    print(text, end="")
    if options.o:
        options.o.mkdir(parents=True, exist_ok=True)
        (options.o / "increment.md").write_text(text, encoding="utf-8")
        (options.o / "increment.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0 if found["ratio"] < TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
