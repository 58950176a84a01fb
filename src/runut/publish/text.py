"""A dossier for the terminal, through rich. Text of reports never passes through rich's markup."""

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from runut.publish import phrases
from runut.publish.frame import Frame, labels, shorten
from runut.publish.views import Cell, Chain, Event, NameView, Page, ReportView, Row, Side, Story, Thread, Versus

STATEMENT = 180  # characters of a statement in a table
REFS = 6
VERDICTS = {"agree": "green", "compatible": "yellow", "differ": "red", "denied": "magenta", "single": "dim"}
DIM, REF = "dim", "cyan"
_CELL, _REST = 11, 62  # width of a report's column, and of the other columns together


def text(page: Page, frame: Frame, *, width: int = 100, colour: bool = False) -> str:
    """A dossier as lines of at most `width` columns."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _Text(page, frame, width).parts():
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


class _Text:
    def __init__(self, page: Page, frame: Frame, width: int) -> None:
        self.page, self.frame, self.width = page, frame, width
        self.labels = labels(frame)
        self.titles = phrases.sections(frame)
        self.several = len(page.threads) > 1

    def parts(self) -> Iterator[RenderableType]:
        yield from self.head()
        for thread in self.page.threads:
            yield from self.thread(thread)
        yield self.title("reports")
        yield from self.reports()
        yield self.title("names")
        yield self.names(self.page.names)
        if self.page.judgements:
            yield self.title("judgements")
        for judgement in self.page.judgements:
            yield Text(judgement)

    def title(self, part: str) -> RenderableType:
        return Padding(Rule(Text(self.titles[part], "bold"), align="left", characters="─"), (1, 0, 0, 0))

    def head(self) -> Iterator[RenderableType]:
        frame, page = self.frame, self.page
        yield Text(phrases.headline(page, frame), "bold")
        yield Text(f"{phrases.size(page, frame)} · {phrases.counted(page, frame)}", DIM)
        for issue in page.issues:
            yield Text(f"! {issue}", "yellow")
        for thread in page.threads:
            yield from self.thread_head(thread)

    def thread_head(self, thread: Thread) -> Iterator[RenderableType]:
        about = " · ".join(thread.names) or thread.stories[0].title
        named = self.frame.gettext("Thread: %(names)s", names=about)
        yield Text.assemble("\n", (named, "bold"), (f"  {thread.days}", DIM))
        for why in thread.why:
            yield _indented(why, 2)
        for story in thread.stories:
            title = Text.assemble("• ", story.title, (f"  {' '.join(story.keys)}", REF))
            yield Padding(title, (0, 0, 0, 2))
            yield _indented(f"{story.days} · {phrases.counted(story, self.frame)}", 4)
            for why in story.why:
                yield _indented(why, 4)

    def thread(self, thread: Thread) -> Iterator[RenderableType]:
        if self.several:
            about = " · ".join(thread.names) or thread.stories[0].title
            yield Padding(Rule(Text(shorten(about, self.width - 8), "bold reverse"), characters="═"), (1, 0, 0, 0))
        yield self.title("timeline")
        yield self.timeline(thread.events)
        yield self.title("findings")
        for story in thread.stories:
            yield from self.findings(story, named=len(thread.stories) > 1)
        yield self.title("sources")
        for story in thread.stories:
            yield from self.sources(story)
        yield self.title("versus")
        found = [v for s in thread.stories for v in s.versus]
        for versus in found:
            yield from self.versus(versus)
        if not found:
            yield self.none()

    def none(self) -> Text:
        return Text(self.frame.gettext("none found"), DIM)

    def timeline(self, events: Sequence[Event]) -> RenderableType:
        if not events:
            return self.none()
        table = Table.grid(padding=(0, 2))
        table.add_column(width=min(24, self.width // 4))
        table.add_column(ratio=1)
        for event in events:
            when = Text(event.written, "bold")
            for also in event.also:
                when.append(f"\n{self.frame.gettext('also: %(when)s', when=also)}", DIM)
            said = self.statement(event.quote.text, event.modality)
            said.append(f"  {phrases.labelled(event.refs, REFS, self.frame)}", REF)
            notes = [event.why] if event.why else []
            if event.outlets > 1:
                notes.append(self.frame.ngettext("%(num)s outlet", "%(num)s outlets", event.outlets))
            said.append(f"  {' · '.join(notes)}" if notes else "", DIM)
            table.add_row(when, said)
        return table

    def statement(self, words: str, modality: str, *, caption: bool = False) -> Text:
        said = Text(shorten(words, STATEMENT))
        marks = [self.labels["modality"].get(modality, modality), self.labels["zone"]["caption"] if caption else ""]
        for mark in filter(None, marks):
            said.append(f" [{mark}]", "italic yellow")
        return said

    def findings(self, story: Story, *, named: bool) -> Iterator[RenderableType]:
        if named:
            yield Text.assemble("\n", (story.title, "bold"), (f"  {story.days}", DIM))
        if story.rows:
            wide = self.width >= _REST + _CELL * len(story.keys)
            yield self.table(story.rows, story.keys if wide else ())
        if story.singles:
            number = self.frame.ngettext(
                "%(num)s statement of one report", "%(num)s statements of one report", len(story.singles)
            )
            yield Text(f"\n{number}", "bold")
            yield self.table(story.singles, ())
        if not story.rows and not story.singles:
            yield self.none()

    def table(self, rows: Sequence[Row], keys: Sequence[str]) -> Table:
        """With `keys` a column for every report, without them one for all."""
        _ = self.frame.gettext
        table = Table(box=None, padding=(0, 1, 1, 1), expand=True, header_style=DIM)
        table.add_column(_("Statement"), ratio=4)
        for key in keys or (_("Reports"),):
            table.add_column(key, ratio=None if keys else 2, max_width=_CELL + 4 if keys else None)
        table.add_column(_("Verdict"), width=max(len(v) for v in self.labels["verdict"].values()))
        table.add_column(_("Origins"), ratio=2)
        for row in rows:
            cells = [self.cells(row.cells.get(k, ())) for k in keys] if keys else [self.groups(row)]
            table.add_row(self.said(row), *cells, self.verdict(row.verdict), Text(phrases.origins(row, self.frame)))
        return table

    def said(self, row: Row) -> Text:
        said = self.statement(row.quote.text, row.modality, caption=row.caption)
        said.append(f" {row.quote.ref.label}", REF)
        for line in phrases.relations(row, self.frame):
            said.append(f"\n{shorten(line, STATEMENT)}", "magenta")
        for why in filter(None, (row.unsure, *row.why)):
            said.append(f"\n{why}", DIM)
        return said

    def verdict(self, verdict: str) -> Text:
        return Text(self.labels["verdict"].get(verdict, verdict), VERDICTS.get(verdict, ""))

    def cells(self, cells: Iterable[Cell]) -> Text:
        lines = [Text.assemble(c.value or "●", " ", (c.ref.label, REF)) for c in cells]
        return Text("\n").join(lines) if lines else Text("–", DIM)

    def groups(self, row: Row) -> Text:
        lines = [
            Text.assemble(f"{g.value} " if g.value else "", (phrases.labelled(g.refs, REFS, self.frame), REF))
            for g in row.groups
        ]
        return Text("\n").join(lines)

    def sources(self, story: Story) -> Iterator[RenderableType]:
        for chain in story.chains:
            yield self.chain(chain)
        for key, number in story.bare:
            yield Text(phrases.bare(key, number, self.frame), DIM)
        if not story.chains and not story.bare:
            yield self.none()

    def chain(self, chain: Chain) -> RenderableType:
        names = " <- ".join(h.name for h in chain.hops[1:])
        line = Text.assemble(
            (f"{chain.key} {chain.hops[0].name}".strip(), "bold"), f" <- {names}", (f"  {chain.unsure}", DIM)
        )
        said = Text(shorten(chain.quotes[0].text, self.width), DIM)
        said.append(f"  {phrases.labelled([q.ref for q in chain.quotes], REFS, self.frame)}", f"not dim {REF}")
        return Group(line, Padding(said, (0, 0, 0, 4)))

    def versus(self, versus: Versus) -> Iterator[RenderableType]:
        yield Text("\n").append_text(self.verdict(versus.verdict))
        pairs = [versus.sides[i : i + 2] for i in range(0, len(versus.sides), 2)]
        for pair in pairs:
            grid = Table.grid(padding=(0, 3), expand=True)
            for _ in range(2):
                grid.add_column(ratio=1)
            grid.add_row(*(self.side(s) for s in pair))
            yield Padding(grid, (0, 0, 0, 2))
        if versus.more:
            yield Text("  " + self.frame.ngettext("and %(num)s more", "and %(num)s more", versus.more), DIM)
        for why in versus.why:
            yield _indented(why, 2)

    def side(self, side: Side) -> RenderableType:
        where = " · ".join(filter(None, (f"{side.ref.label} {side.outlet}".strip(), side.day)))
        said = Text.assemble(side.before, (f"[{side.marked.strip()}]", "bold"), side.after)
        source = " · ".join(filter(None, (" <- ".join(side.source), side.unsure)))
        return Group(Text(where, REF), *([Text(source, DIM)] if source else []), said)

    def reports(self) -> Iterator[RenderableType]:
        for thread in self.page.threads:
            for story in thread.stories:
                for report in story.reports:
                    yield self.report(report)

    def report(self, report: ReportView) -> Text:
        _ = self.frame.gettext
        line = Text.assemble((f"{report.key} ", REF), (report.outlet or _("outlet not stated"), "bold"))
        line.append(f"  {report.title}" if report.title else "")
        line.append(f"\n   {report.published or _('date not known')}")
        line.append(f"  {report.why}" if report.why else "", DIM)
        rows = (
            (_("Authors"), ", ".join(report.authors)),
            (_("Editors"), ", ".join(report.editors)),
            (_("Credit"), ", ".join(report.credits)),
            (_("Copies"), "; ".join(report.copies)),
            (_("Issues"), "; ".join(report.issues)),
            ("URL", report.url),
        )
        for name, value in rows:
            line.append(f"\n   {name}: {value}" if value else "", DIM if name == "URL" else "")
        return line

    def names(self, names: Sequence[NameView]) -> RenderableType:
        if not names:
            return self.none()
        table = Table.grid(padding=(0, 2), expand=True)
        table.add_column(ratio=1)
        table.add_column(width=14)
        table.add_column(ratio=3)
        for name in names:
            first = name.spellings[0].text if name.spellings else name.id
            lines = [
                Text.assemble(s.text, (f"  {phrases.labelled(s.refs, REFS, self.frame)}", REF), (f"  {s.why}", DIM))
                for s in name.spellings
            ]
            kind = Text(self.labels["kind"].get(name.kind, name.kind), DIM)
            table.add_row(Text(first, "bold"), kind, Text("\n").join(lines))
        return table


def _indented(words: str, columns: int) -> Padding:
    return Padding(Text(words, DIM), (0, 0, 0, columns))
