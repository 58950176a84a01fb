"""Finds the media that words came through, and adds them to the chains of attributions."""

import functools
import re
from collections.abc import Set

from msgspec.structs import replace

from runut.annotate.passages import Draft, Passage
from runut.lang import world
from runut.types import Attribution, Document, Hop, Span

DOMAIN = re.compile(r"\.(?:com|co|id|net|tv|org)\b", re.IGNORECASE)
EARLY = 3  # sentences within which a medium's own words make it the source of the whole report


class Step(Hop, frozen=True):
    """A medium that the report credits: in which sentence, and whether for other sentences, too."""

    sentence: tuple[int, int] = (0, 0)
    reach: str = "sentence"  # "sentence", "speaker", "report"


@functools.cache
def known() -> dict[str, str]:
    """Folded name of every agency and outlet known -> role of a hop."""
    out = {_bare(n): "medium" for o in world().outlets.entries for n in (o.name, *o.names, *o.domains) if n}
    for agency in world().agencies.entries:
        role = "wire" if agency.kind == "agency" else "medium"
        out |= {_bare(n): role for n in (*agency.names, *agency.shorts)}
    return out


@functools.lru_cache(maxsize=16384)
def is_medium(text: str) -> str:
    """The role of a hop for the name of an agency or outlet, "wire" or "medium"; "" for any other name."""
    bare = _bare(text)
    return known().get(bare, "") or ("medium" if DOMAIN.search(text) else "")


def _bare(text: str) -> str:
    return DOMAIN.sub("", text.lower()).replace(" ", "").removeprefix("www.")


def same_outlet(name: str, document: Document) -> bool:
    """Whether a medium's name is the outlet's own."""
    bare = _bare(name).removesuffix("com")
    if not bare:
        return False
    host = re.sub(r"^\w+://(?:www\.)?", "", document.report.url).partition("/")[0]
    own = {_bare(n).removesuffix("com") for n in (document.outlet, document.report.outlet, host) if n}
    own |= {part for n in own for part in n.split(".")}
    return bare in own - {""}


def credited(document: Document) -> list[Step]:
    """The medium that the report's own credit or dateline lays the whole of it to; nothing where it names several."""
    names = {m.value.text: m.span for m in document.credits}
    if len(names) != 1:
        return []
    name, span = names.popitem()
    return [Step(name, is_medium(name) or "medium", span, sentence=(span.start, span.end), reach="credit")]  # type: ignore[arg-type]


def step(p: Passage, d: Draft, report: str, last: str) -> Step | None:
    """The medium that a draft without content credits; `last`: the one for "media tersebut"."""
    if d.source is None or d.cue is None:
        return None
    name, role = _medium(p, d.source, last)
    if not name:
        return None
    cue = Span(report, *d.cue)
    reach = "sentence" if d.kind == "hop" else "report" if role != "document" else "speaker"
    return Step(name, role, cue, sentence=d.sentence, reach=reach)  # type: ignore[arg-type]


def _medium(p: Passage, source: tuple[int, int], last: str) -> tuple[str, str]:
    """(name, role) of a credited source: a known medium in it, a platform, else its words; "" nobody's."""
    book = p.lexicon
    words = p.words[p.index(source[0]) : p.index(source[1])]
    if words[-1].low in book.deictics and last:
        return last, is_medium(last) or "medium"
    if words[0].low in book.someone:
        return "", ""
    for n in p.inside(*source):
        if role := is_medium(n.value.text):
            return n.value.text, role
    for w in words:
        if w.capital and book.bare(w.low) in book.platforms:
            return p.text[w.start : w.start + len(book.bare(w.low))], "medium"
    text = " ".join(p.text[source[0] : source[1]].split()).strip(" ,.-–—")
    if role := is_medium(text):
        return text, role
    if any(w.low in book.papers for w in words):
        return text, "document"
    if any(n.value.kind == "place" and n.span.end - n.span.start >= len(text) for n in p.inside(*source)):
        return "", ""
    return (text, "medium") if any(w.capital or w.low in book.media for w in words) else ("", "")


def platform(p: Passage, d: Draft, report: str) -> Step | None:
    """The platform that a source's post stands on ("akun X Balai Cuaca")."""
    for w in p.words[p.index(d.source[0]) : p.index(d.source[1])] if d.source else ():
        if w.capital and w.low in p.lexicon.platforms:
            return Step(p.text[w.start : w.end], "medium", Span(report, w.start, w.end), sentence=d.sentence)
    return None


def told(p: Passage, document: Document, sentence: tuple[int, int]) -> list[Step]:
    """The media that a sentence's speaker told, or in whose papers it stands ("kepada Warta", "dalam siaran pers")."""
    book = p.lexicon
    out = []
    openers = book.to | book.carriers
    for i in range(p.index(sentence[0]), p.index(sentence[1]) - 1):
        low = p.words[i].low
        if low not in openers or _quoted(p, i):
            continue
        follow = p.words[i + 1]
        end = _phrase_end(p, i + 1, sentence[1])
        cue = Span(document.report.id, p.words[i].start, p.words[i].end)
        if low in book.to:
            names = [n for n in p.inside(follow.start, end) if n.span.start == follow.start] or []
            text = names[0].value.text if names else p.text[follow.start : follow.end]
            role = is_medium(text)
            if role and follow.low not in book.hearers and not same_outlet(text, document):
                out.append(Step(text, role, cue, sentence=sentence))  # type: ignore[arg-type]
        elif follow.low in book.papers and (name := _published(p, i + 1, end)):
            out.append(Step(name, "medium", cue, sentence=sentence, reach="speaker"))
    return out


def _quoted(p: Passage, i: int) -> bool:
    word = p.words[i]
    return any(q.inner[0] <= word.start < q.inner[1] for q in p.quoted(word.start, word.end))


def _phrase_end(p: Passage, i: int, limit: int) -> int:
    k = i + 1
    while k < len(p.words) and p.words[k].start < limit and k < i + 12 and not any(c in p.gap(k) for c in ',;:\n"“”'):
        if p.words[k].low in p.lexicon.stops:
            break
        k += 1
    return p.words[k - 1].end


def _published(p: Passage, i: int, end: int) -> str:
    """Who published the paper that word `i` names: a platform, a body; "" for the speaker's own."""
    words = p.words[i : p.index(end)]
    for w in words:
        if w.low in p.lexicon.platforms and w.capital:
            return p.text[w.start : w.end]
    k = next((k for k, w in enumerate(words) if w.capital), None)
    if k is None or words[k].low in p.lexicon.roles or p.inside(words[k].start, end, "person", "place"):
        return ""
    if all(w.capital for w in words[k:]) and (k < len(words) - 1 or p.text[words[k].start : end].isupper()):
        return p.text[words[k].start : end]
    bodies = p.inside(words[k].start, end, "organisation", "agency")
    return bodies[0].value.text if bodies and bodies[0].span.start == words[k].start else ""


def chained(
    found: list[tuple[Attribution, tuple[int, int]]], steps: list[Step], document: Document, told_by: Set[str]
) -> tuple[Attribution, ...]:
    """The attributions, each with the media it came through.

    A credit stands for its sentence; a press credit for the whole report when it is the only one; one to papers
    for the same speaker's other words. `told_by`: rules by which a medium is the speaker: it came through no other.
    """
    steps = [s for s in steps if not same_outlet(s.name, document)]
    press = {s.name: s for s in reversed(steps) if s.reach == "report"}
    press = press or {s.name: s for s in steps if s.reach == "credit"}
    here: dict[tuple[int, int], list[Step]] = {}
    for s in steps:
        here.setdefault(s.sentence, []).append(s)
    by_speaker = {a.speaker: s for a, where in reversed(found) for s in here.get(where, ()) if s.reach != "sentence"}
    out = []
    for a, where in found:
        own = here.get(where, [])
        if not own and a.rule not in told_by:
            own = (
                [by_speaker[a.speaker]] if a.speaker in by_speaker else list(press.values()) if len(press) == 1 else []
            )
        more, seen = [], {_bare(a.speaker)}
        for s in own:
            if _bare(s.name) not in seen:
                seen.add(_bare(s.name))
                more.append(Hop(s.name, s.role, s.cue))
        out.append(replace(a, chain=a.chain + tuple(more)))
    return tuple(sorted(out, key=lambda a: (a.content, a.rule)))
