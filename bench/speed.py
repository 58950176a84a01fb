"""Speed and memory: CPU time per report by stage, peak memory, growth with size, a drawing of it, and a peer.

    python bench/speed.py [--reports N] [--sizes 1000,2000,4000] [-o docs/bench]

Reads the corpus of RUNUT_EVAL_DATA (default ../shared), data/id/indonews-2025-06. The peer is dateparser's
search_dates(languages=["id"]) alone, over a sample of the same reports: it finds dates and nothing else.
Each size runs in a process of its own, so that its peak memory is its own; what is loaded once is timed apart.
`runut annotate` in one process, and `runut trace` on all cores, run over the whole corpus as commands of their own.
"""

import argparse
import contextlib
import gc
import gzip
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from growth import drawing
from runut.types import Document, Report

ROOT = Path(__file__).parent.parent
EVAL = Path(os.environ.get("RUNUT_EVAL_DATA", ROOT.parent / "shared"))
CORPUS = EVAL / "data/id/indonews-2025-06/articles.jsonl.gz"
PEER_SAMPLE = 300
WARM = 100  # reports
HEAD = f"""# Speed and memory

`python bench/speed.py -o docs/bench`, on a machine with {os.cpu_count()} cores, Python {sys.version.split()[0]}.
All times are CPU time of one core. Growth is the last column of reports divided by the first. A stage that looks at
one report must stay at 1; one that looks at all may grow a little, as a report finds more of its like among more.

![CPU time per report by stage and number of reports](speed.svg)

"""


def stages(size: int) -> dict[str, Any]:
    """CPU seconds by stage over the first `size` reports, and the process's peak memory in MB."""
    from runut.compare import compare
    from runut.group import group
    from runut.read import reports
    from runut.resolve import resolve

    taken: dict[str, float] = defaultdict(float)
    found = (r for r in reports([CORPUS]) if isinstance(r, Report))
    with timed(taken, "load"):
        first = next(found)
        annotated(first, defaultdict(float))
    with timed(taken, "read"):
        read = [first, *itertools.islice(found, size - 1)]
    documents = [annotated(report, taken) for report in read]
    alone = peak()
    gc.collect()
    gc.disable()  # as pipeline.trace does
    with timed(taken, "resolve"):
        resolution = resolve(documents)
    with timed(taken, "group"):
        grouping = group(documents, resolution)
    with timed(taken, "compare"):
        findings = compare(documents, grouping.groups, resolution)
    found_all = {
        "load": taken.pop("load"),
        "reports": len(read),
        "characters": sum(len(r.text) for r in read),
        "findings": len(findings),
    }
    return found_all | {"seconds": taken, "peak_mb_annotate": alone, "peak_mb": peak()}


def annotated(report: Report, taken: dict[str, float]) -> Document:
    """One report after every step of annotate and extract, each step's time added up."""
    from runut import annotate as room
    from runut.extract import extract
    from runut.lang import language

    document = Document(report=report)
    for step in room.STEPS:
        with timed(taken, f"annotate.{step.__module__.rsplit('.', 1)[-1]}"):
            document = step(document, language(report.lang))
    with timed(taken, "extract"):
        return extract(document)


@contextlib.contextmanager
def timed(taken: dict[str, float], stage: str) -> Iterator[None]:
    """Adds the CPU time of what runs inside: other programs on the machine do not count."""
    began = time.process_time()
    yield
    taken[stage] += time.process_time() - began


def peak() -> float:
    """The largest memory of the process so far, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def peer(size: int) -> dict[str, Any]:
    """Seconds that dateparser's search and annotate need for the same `size` reports, spread over the corpus.

    Both read other reports first: what they load and compile once does not count for either.
    """
    from dateparser.search import search_dates

    from runut.annotate import annotate
    from runut.read import reports

    every = [r for r in reports([CORPUS]) if isinstance(r, Report)]
    step = max(2, len(every) // size)
    chosen = every[::step][:size]
    for report in every[1::step][:WARM]:
        annotate(report)
        search_dates(report.text, languages=["id"])
    began = time.process_time()
    for report in chosen:
        annotate(report)
    ours = time.process_time() - began
    began = time.process_time()
    for report in chosen:
        search_dates(report.text, languages=["id"])
    return {"reports": len(chosen), "annotate": ours, "dateparser_dates_only": time.process_time() - began}


def streamed(size: int) -> dict[str, Any]:  # noqa: ARG001 (the whole corpus, as the command reads it)
    """What `runut annotate` needs for the corpus, in one process, start included."""
    return ran("annotate", "--engine", "serial", name="out.jsonl")


def whole(size: int) -> dict[str, Any]:  # noqa: ARG001 (the same)
    """What `runut trace` needs for a dossier of the corpus as JSON, on all cores, start included."""
    return ran("trace", name="out.json")


def ran(*command: str, name: str) -> dict[str, Any]:
    """CPU seconds and seconds by the clock of a command over the corpus, and the peak MB of its largest process."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, "-m", "runut.cli", *command, str(CORPUS), "-o", str(Path(folder) / name)]
        subprocess.run(call, check=True, capture_output=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = time.monotonic() - began
    return {"seconds": used.ru_utime + used.ru_stime, "clock": took, "peak_mb": used.ru_maxrss / 1024}


def apart(what: str, size: int) -> dict[str, Any]:
    """The same in a process of its own."""
    call = [sys.executable, __file__, "--only", what, "--reports", str(size)]
    out: dict[str, Any] = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
    return out


def table(rows: list[dict[str, Any]]) -> str:
    """Milliseconds per report by stage and size, as Markdown."""
    head = "| CPU ms per report | " + " | ".join(f"{r['reports']:,}" for r in rows) + " | growth |"
    lines = [head, "|---|" + "---:|" * (len(rows) + 1)]
    shown = [(name, name) for name in rows[-1]["seconds"]] + [("**annotate, all**", "annotate."), ("**all**", "")]
    for name, start in shown:
        each = [1000 * sum(s for n, s in r["seconds"].items() if n.startswith(start)) / r["reports"] for r in rows]
        lines.append(f"| {name} | " + " | ".join(f"{ms:.2f}" for ms in each) + f" | {each[-1] / each[0]:.2f} |")
    lines.append("| loaded once, CPU s | " + " | ".join(f"{r['load']:.2f}" for r in rows) + " | |")
    lines.append("| peak memory, MB | " + " | ".join(f"{r['peak_mb']:.0f}" for r in rows) + " | |")
    return "\n".join([*lines, "", f"A report has {rows[-1]['characters'] / rows[-1]['reports']:,.0f} characters.", ""])


def sentences(stream: dict[str, Any], trace: dict[str, Any], beside: dict[str, Any]) -> str:
    """What the commands and the peer need, in words."""
    with gzip.open(CORPUS) as lines:
        every = sum(1 for _ in lines)
    n, ours, theirs = beside["reports"], beside["annotate"], beside["dateparser_dates_only"]
    return (
        f"\n`runut annotate` over all {every:,} reports, start, claims and printing included: "
        f"{every / stream['seconds']:.0f} reports per second\nof CPU in one process, peak memory "
        f"{stream['peak_mb']:.0f} MB.\n\n`runut trace` over all of them to a JSON dossier: "
        f"{trace['clock']:.0f} s by the clock on {os.cpu_count()} cores,\n"
        f"{trace['seconds']:.0f} s of CPU, peak memory of its largest process "
        f"{trace['peak_mb']:.0f} MB.\n\nSame {n} reports, one core, both warmed: annotate {n / ours:.0f} reports/s, "
        f"dateparser's dates alone {n / theirs:.1f} reports/s\n(annotate takes {ours / theirs:.3f} of its time).\n"
    )


PARTS = {"stages": stages, "streamed": streamed, "whole": whole, "peer": peer}


def main() -> int:
    """Prints the table; writes it to a folder with -o."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,2000,4000,7413")
    parser.add_argument("--reports", type=int, default=PEER_SAMPLE)
    parser.add_argument("--only", choices=tuple(PARTS))
    parser.add_argument("-o", type=Path)
    options = parser.parse_args()
    if not CORPUS.exists():
        print(f"skipped: {CORPUS.name} is not present (set RUNUT_EVAL_DATA)")
        return 0
    if options.only:
        print(json.dumps(PARTS[options.only](options.reports)))
        return 0
    rows = [apart("stages", int(size)) for size in options.sizes.split(",")]
    text = table(rows) + sentences(apart("streamed", 0), apart("whole", 0), apart("peer", options.reports))
    print(text)
    if options.o:
        options.o.mkdir(parents=True, exist_ok=True)
        (options.o / "speed.md").write_text(HEAD + text, encoding="utf-8")
        (options.o / "speed.svg").write_text(drawing(rows), encoding="utf-8")
        (options.o / "speed.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
