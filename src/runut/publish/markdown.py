"""A dossier as GitHub Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence

from runut.publish import phrases
from runut.publish.frame import Frame, labels, shorten
from runut.publish.views import Cell, Event, NameView, Page, Quote, ReportView, Row, Side, Story, Thread, Versus

COLUMNS = 8  # reports that still get a column each
STATEMENT = 240
REFS = 8
_SPECIAL = re.compile(r"([\\`*_{}\[\]|~#])")
_LIST = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def markdown(page: Page, frame: Frame) -> str:
    """A dossier as one Markdown document."""
    return "\n".join(_Markdown(page, frame).lines()) + "\n"


def escape(words: str) -> str:
    """Text on one line in which nothing is Markdown or HTML."""
    line = " ".join(words.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LIST.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))


class _Markdown:
    def __init__(self, page: Page, frame: Frame) -> None:
        self.page, self.frame = page, frame
        self.labels = labels(frame)
        self.titles = phrases.sections(frame)
        self.several = len(page.threads) > 1

    def lines(self) -> Iterator[str]:
        yield from self.head()
        for thread in self.page.threads:
            yield from self.thread(thread)
        yield from ("", f"## {self.titles['reports']}", "")
        yield from self.reports()
        yield from ("", f"## {self.titles['names']}", "")
        yield from self.names(self.page.names)
        if self.page.judgements:
            yield from ("", f"## {self.titles['judgements']}", "")
        yield from (f"- {escape(j)}" for j in self.page.judgements)

    def head(self) -> Iterator[str]:
        frame, page = self.frame, self.page
        yield f"# {escape(phrases.headline(page, frame))}"
        yield from ("", f"{phrases.size(page, frame)} · {phrases.counted(page, frame)}")
        for issue in page.issues:
            yield from ("", f"> {escape(issue)}")
        for thread in page.threads:
            named = frame.gettext("Thread: %(names)s", names=self.about(thread))
            yield from ("", f"**{escape(named)}** · {escape(thread.days)}")
            yield from ("", *(f"_{escape(w)}_" for w in thread.why)) if thread.why else ("",)
            yield from (self.story_line(s) for s in thread.stories)

    def story_line(self, story: Story) -> str:
        counts = phrases.counted(story, self.frame)
        line = f"- **{escape(story.title)}** · {escape(story.days)} · {counts} · {' '.join(story.keys)}"
        return "\n".join([line, *(f"  _{escape(w)}_" for w in story.why)])

    @staticmethod
    def about(thread: Thread) -> str:
        return " · ".join(thread.names) or thread.stories[0].title

    def thread(self, thread: Thread) -> Iterator[str]:
        level = "###" if self.several else "##"
        if self.several:
            yield from ("", f"## {escape(shorten(self.about(thread), 90))}")
        yield from ("", f"{level} {self.titles['timeline']}", "")
        yield from self.timeline(thread.events)
        yield from ("", f"{level} {self.titles['findings']}")
        for story in thread.stories:
            yield from self.findings(story, named=len(thread.stories) > 1)
        yield from ("", f"{level} {self.titles['sources']}", "")
        yield from self.sources(thread.stories)
        yield from ("", f"{level} {self.titles['versus']}", "")
        yield from self.all_versus([v for s in thread.stories for v in s.versus])

    def none(self) -> str:
        return f"_{self.frame.gettext('none found')}_"

    def timeline(self, events: Sequence[Event]) -> Iterator[str]:
        if not events:
            yield self.none()
        for event in events:
            notes = [self.frame.gettext("also: %(when)s", when=w) for w in event.also]
            notes += [event.why] if event.why else []
            notes += [self.frame.ngettext("%(num)s outlet", "%(num)s outlets", event.outlets)]
            said = self.statement(event.quote, event.modality)
            refs = phrases.labelled(event.refs, REFS, self.frame)
            yield f"- **{escape(event.written)}** {said} `{refs}` _({escape(' · '.join(notes))})_"

    def statement(self, quote: Quote, modality: str, *, caption: bool = False) -> str:
        marks = [self.labels["modality"].get(modality, modality), self.labels["zone"]["caption"] if caption else ""]
        return " ".join([escape(shorten(quote.text, STATEMENT)), *(f"_{m}_" for m in marks if m)])

    def findings(self, story: Story, *, named: bool) -> Iterator[str]:
        if named:
            yield from ("", f"**{escape(story.title)}** · {escape(story.days)}")
        if story.rows:
            yield ""
            yield from self.table(story.rows, story.keys if len(story.keys) <= COLUMNS else ())
        if story.singles:
            one, many = "%(num)s statement of one report", "%(num)s statements of one report"
            yield from ("", f"_{self.frame.ngettext(one, many, len(story.singles))}_", "")
            yield from self.table(story.singles, ())
        if not story.rows and not story.singles:
            yield from ("", self.none())

    def table(self, rows: Sequence[Row], keys: Sequence[str]) -> Iterator[str]:
        """With `keys` a column for every report, without them one for all."""
        _ = self.frame.gettext
        yield _row([_("Statement"), *(keys or [_("Reports")]), _("Verdict"), _("Origins")])
        yield _row(["---"] * (3 + max(1, len(keys))))
        for row in rows:
            cells = [self.cells(row.cells.get(k, ())) for k in keys] if keys else [self.groups(row)]
            verdict = self.labels["verdict"].get(row.verdict, row.verdict)
            yield _row([self.said(row), *cells, verdict, escape(phrases.origins(row, self.frame))])

    def said(self, row: Row) -> str:
        lines = [f"{self.statement(row.quote, row.modality, caption=row.caption)} `{row.quote.ref.label}`"]
        lines += [f"**{escape(shorten(x, STATEMENT))}**" for x in phrases.relations(row, self.frame)]
        return "<br>".join([*lines, *(f"_{escape(w)}_" for w in (row.unsure, *row.why) if w)])

    @staticmethod
    def cells(cells: Iterable[Cell]) -> str:
        return "<br>".join(f"{escape(c.value) or '●'} `{c.ref.label}`" for c in cells) or "–"

    def groups(self, row: Row) -> str:
        return "<br>".join(
            f"{escape(g.value)} `{phrases.labelled(g.refs, REFS, self.frame)}`".strip() for g in row.groups
        )

    def sources(self, stories: Sequence[Story]) -> Iterator[str]:
        for story in stories:
            for chain in story.chains:
                names = " ← ".join(escape(h.name) for h in chain.hops[1:])
                refs = phrases.labelled([q.ref for q in chain.quotes], REFS, self.frame)
                first = escape(shorten(chain.quotes[0].text, STATEMENT))
                yield f"- **{f'{chain.key} {escape(chain.hops[0].name)}'.strip()}** ← {names}: {first} `{refs}`" + (
                    f" _{chain.unsure}_" if chain.unsure else ""
                )
            for key, number in story.bare:
                yield f"- {phrases.bare(key, number, self.frame)}"
        if not any(s.chains or s.bare for s in stories):
            yield self.none()

    def all_versus(self, found: Sequence[Versus]) -> Iterator[str]:
        if not found:
            yield self.none()
        for versus in found:
            yield f"**{self.labels['verdict'].get(versus.verdict, versus.verdict)}**"
            yield ""
            yield _row([self.side_head(s) for s in versus.sides])
            yield _row(["---"] * len(versus.sides))
            yield _row([_marked(s) for s in versus.sides])
            more = [self.frame.ngettext("and %(num)s more", "and %(num)s more", versus.more)] if versus.more else []
            yield from ("", *(f"_{escape(w)}_" for w in [*more, *versus.why]), "")

    @staticmethod
    def side_head(side: Side) -> str:
        source = " ← ".join(escape(s) for s in side.source)
        where = f"{side.ref.label} {escape(side.outlet)}".strip()
        return " · ".join(filter(None, (where, escape(side.day), source, side.unsure)))

    def reports(self) -> Iterator[str]:
        _ = self.frame.gettext
        names = [_("Report"), _("Outlet"), _("Published"), _("How known"), _("Title")]
        yield _row([*names, _("Authors"), _("Editors"), _("Credit"), _("Copies"), _("Issues")])
        yield _row(["---"] * 10)
        for thread in self.page.threads:
            for story in thread.stories:
                yield from (self.report(r) for r in story.reports)

    def report(self, report: ReportView) -> str:
        _ = self.frame.gettext
        dated = report.published or _("date not known")
        outlet = report.outlet or _("outlet not stated")
        cells = [report.key, outlet, dated, report.why, report.title]
        lists = (report.authors, report.editors, report.credits, report.copies, report.issues)
        return _row([escape(c) or "–" for c in [*cells, *("; ".join(x) for x in lists)]])

    def names(self, names: Sequence[NameView]) -> Iterator[str]:
        if not names:
            yield self.none()
        for name in names:
            kind = self.labels["kind"].get(name.kind, name.kind)
            first = name.spellings[0].text if name.spellings else name.id
            yield f"- **{escape(first)}** ({escape(kind)})"
            for seen in name.spellings:
                refs = phrases.labelled(seen.refs, REFS, self.frame)
                yield f"  - {escape(seen.text)} `{refs}` _{escape(seen.why)}_"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(side: Side) -> str:
    """The sentence with its marked words in bold; blanks stay where the report has them."""
    before = escape(side.before) + (" " if side.before.endswith(" ") or side.marked.startswith(" ") else "")
    after = (" " if side.after.startswith(" ") or side.marked.endswith(" ") else "") + escape(side.after)
    return f"{before}**{escape(side.marked)}**{after}".strip()
