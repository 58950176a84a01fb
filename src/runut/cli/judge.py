"""Commands that overrule what runut finds: `judge`. What they keep is replayed by the next `trace`."""

import getpass
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Literal, NamedTuple

import typer

from runut.cli.options import app, configured, record
from runut.cli.terminal import visible
from runut.errors import UsageError
from runut.settings import Settings
from runut.store import standing
from runut.types import Judgement

ABOUT = """Overrules what runut finds. Decisions are kept, never edited, and replayed by the next `runut trace`.

Names are given as reports print them, or by entity id; reports by id ("r-" and 16 digits) or URL ("file:a.txt", too).
The latest decision on a pair counts. `undo` takes one back and is itself kept.

Examples:

\b
  runut judge same "Dinas Perhubungan" Dishub --why "the office and its short name"
  runut judge apart "Sari Dewi" "Dewi Sari"
  runut judge same file:a.txt file:b.txt        these reports tell one story
  runut judge not-copy file:a.txt file:b.txt
  runut judge origin "Badan Meteorologi" "Kepala BMKG"
  runut judge list
  runut judge undo 2
"""
judge = typer.Typer(help=ABOUT, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(judge, name="judge", short_help="Overrule what runut finds; kept and replayed.")

REPORT = re.compile(r"r-[0-9a-f]{16}|file:.+|[a-z][a-z0-9+.-]*://\S+")
SHORT = re.compile(r"r\d+(?:·\d+)?")
Left = Annotated[str, typer.Argument(metavar="LEFT", show_default=False)]
Right = Annotated[str, typer.Argument(metavar="RIGHT", show_default=False)]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for those who read the dossier.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides; else the name of the user.")]
Kind = Literal["", "name", "story", "copy", "origin"]


class Ruling(NamedTuple):
    """One word of the command, and what it decides."""

    word: str
    kind: Kind  # "" names or stories, whatever is given
    text: str
    example: str
    same: bool


RULINGS = (
    Ruling(
        "same", "", "These two names are one, or these two reports tell one story.", 'same "PT Laut Biru" LB', same=True
    ),
    Ruling("apart", "", "These two names, or stories, are two.", "apart file:a.txt file:b.txt", same=False),
    Ruling("copy", "copy", "These two reports are one text.", "copy file:a.txt file:b.txt", same=True),
    Ruling("not-copy", "copy", "Neither report is a copy of the other.", "not-copy file:a.txt file:b.txt", same=False),
    Ruling("origin", "origin", "These two sources are one origin.", "origin Dishub 'Dinas Perhubungan'", same=True),
    Ruling("not-origin", "origin", "These two sources are two origins.", "not-origin 'Sari Dewi' Dishub", same=False),
)


def _add(ruling: Ruling) -> None:
    """Makes the command for one ruling."""

    @judge.command(ruling.word, help=f"{ruling.text}\n\nExample: runut judge {ruling.example}", short_help=ruling.text)
    @configured("judgements", "store", "lang")
    def decide(left: Left, right: Right, *, why: Why = "", by: By = "", settings: Settings) -> None:
        from runut.lang.decisions import say_judgement

        decision = Judgement(
            left=left,
            right=right,
            same=ruling.same,
            kind=_kind(ruling, left, right),
            by=by or getpass.getuser(),
            at=datetime.now(UTC).replace(microsecond=0),
            why=why,
        )
        kept = record(settings)
        earlier = [j for j in standing(kept.judgements()) if _pair(j) == _pair(decision)]
        kept.judge(decision)
        number = sum(1 for _ in kept.judgements())
        print(visible(f"{number}  {say_judgement(decision, settings.lang)}"))
        if earlier and earlier[-1].same != decision.same:
            print("This overrules an earlier decision on the same two.")
        print(f"Kept in {_where(settings)}; take it back with: runut judge undo {number}")


for each in RULINGS:
    _add(each)


@judge.command("list", short_help="Print every decision with its number.")
@configured("judgements", "store", "lang")
def listed(*, settings: Settings) -> None:
    """Prints every decision with its number; those taken back are marked.

    Example: runut judge list --judgements team.jsonl
    """
    from runut.lang.decisions import say_judgement

    rows = list(record(settings).judgements())
    stands = {id(j) for j in standing(rows)}
    for number, decision in enumerate(rows, 1):
        if decision.undoes:
            print(visible(f"{number}  {decision.by}, {decision.at.date()}: undoes {decision.undoes}. {decision.why}"))
        else:
            mark = "" if id(decision) in stands else "(undone) "
            print(visible(f"{number}  {mark}{say_judgement(decision, settings.lang)}"))
    if not rows:
        print(f"No decision is kept in {_where(settings)}.")


@judge.command("undo", short_help="Take a decision back, by its number.")
@configured("judgements", "store")
def undo(
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="Its number in `runut judge list`.")],
    *,
    why: Why = "",
    by: By = "",
    settings: Settings,
) -> None:
    """Takes a decision back; an undo can be undone itself.

    Example: runut judge undo 2 --why "a namesake"
    """
    kept = record(settings)
    rows = list(kept.judgements())
    if number > len(rows):
        raise UsageError(f"there is no decision {number}; `runut judge list` shows the {len(rows)} that there are")
    taken = rows[number - 1]
    kept.judge(
        Judgement(
            left=taken.left,
            right=taken.right,
            same=None,
            kind=taken.kind,
            by=by or getpass.getuser(),
            at=datetime.now(UTC).replace(microsecond=0),
            why=why,
            undoes=number,
        )
    )
    print(f"{len(rows) + 1}  undoes {number}")


def _where(settings: Settings) -> str:
    return "the store" if settings.store else settings.judgements


def _kind(ruling: Ruling, left: str, right: str) -> Kind:
    """What two ids are of. Raises UsageError where they cannot be judged so."""
    if left == right:
        raise UsageError(f"{left!r} is given twice; a decision is about two")
    if short := [given for given in (left, right) if SHORT.fullmatch(given)]:
        raise UsageError(
            f"{short[0]} names a report in one dossier only; give its URL or id: runut explain {short[0]} DOSSIER.json"
        )
    reports = [bool(REPORT.fullmatch(given)) for given in (left, right)]
    if ruling.kind == "copy" and not all(reports):
        raise UsageError("copies are reports: give two ids or URLs, such as file:a.txt")
    if any(reports) and (ruling.kind == "origin" or not all(reports)):
        raise UsageError("a report cannot be one with a name; give two names, or the ids or URLs of two reports")
    return ruling.kind or ("story" if all(reports) else "name")


def _pair(judgement: Judgement) -> tuple[str, Iterable[str]]:
    return judgement.kind, frozenset((judgement.left, judgement.right))
