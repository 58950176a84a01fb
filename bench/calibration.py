"""A reliability diagram: share right over confidence; used by `bench/reliability.py`."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 56, 250, 40, 52
LOW = 0.4  # of both axes; hardly a mark is less sure
COLOURS = {
    "amounts": "#c9772b",
    "attributions": "#3d7dca",
    "names": "#2f9970",
    "times": "#9a6fc4",
    "zones": "#b8902a",
}  # each kind with a colour that reads on white and on black
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #555 }
  .grid { stroke: #8886; stroke-width: 1 }
  .even { stroke: #888; stroke-width: 1; stroke-dasharray: 4 4 }
  @media (prefers-color-scheme: dark) { text { fill: #bbb } }
"""


class Dot(Protocol):
    """Marks of about the same confidence."""

    @property
    def count(self) -> int:
        """How many."""

    @property
    def mean(self) -> float:
        """Their mean confidence."""

    @property
    def right(self) -> float:
        """The share of them that is right."""


def drawing(sets: Mapping[str, Sequence[Any]]) -> str:
    """An SVG with a dot for every tenth of confidence of every kind: filled in the first set, a ring in the second.

    `sets`: name -> kinds, each with `kind` and `bins` of Dots. A dot's area grows with its marks.
    """
    parts = _grid()
    for ring, kinds in enumerate(sets.values()):
        parts += [_dot(kind.kind, dot, ring=bool(ring)) for kind in kinds for dot in kind.bins if dot.right >= LOW]
    parts += _legend(list(sets), {kind.kind for kinds in sets.values() for kind in kinds})
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    told = "<title>Share of marks that are right over their confidence, by kind</title>"
    return "\n".join([head, told, f"<style>{STYLE}</style>", *parts, "</svg>"]) + "\n"


def _dot(kind: str, dot: Dot, *, ring: bool) -> str:
    size = min(16.0, 3 + dot.count**0.5 / 2)
    title = f"{kind}: {dot.count} marks, confidence {dot.mean:.2f}, right {dot.right:.2f}"
    at = f'cx="{_x(dot.mean):.1f}" cy="{_y(dot.right):.1f}" r="{size:.1f}"'
    return f"<circle {at} {_paint(kind, ring=ring)}><title>{title}</title></circle>"


def _paint(kind: str, *, ring: bool) -> str:
    colour = COLOURS.get(kind, "#888")
    return f'fill="none" stroke="{colour}" stroke-width="2"' if ring else f'fill="{colour}" fill-opacity=".55"'


def _x(share: float) -> float:
    return LEFT + (max(share, LOW) - LOW) / (1 - LOW) * (WIDTH - LEFT - RIGHT)


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - (share - LOW) / (1 - LOW) * (HEIGHT - TOP - BOTTOM)


def _grid() -> list[str]:
    """Lines for every tenth, and the line on which confidence is what it says."""
    out = ['<text x="8" y="20">share right</text>']
    for tenth in range(round(LOW * 10), 11):
        share = tenth / 10
        y, x = _y(share), _x(share)
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{share:.1f}</text>')
        out.append(f'<text x="{x:.1f}" y="{HEIGHT - 30}" text-anchor="middle">{share:.1f}</text>')
    out.append(f'<line class="even" x1="{_x(LOW)}" y1="{_y(LOW)}" x2="{_x(1)}" y2="{_y(1)}"/>')
    return [*out, f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">confidence</text>']


def _legend(sets: Sequence[str], kinds: set[str]) -> list[str]:
    out, y = [], TOP + 8
    for kind in sorted(kinds & COLOURS.keys()):
        out.append(f'<circle cx="{WIDTH - RIGHT + 36}" cy="{y}" r="6" {_paint(kind, ring=False)}/>')
        out.append(f'<text x="{WIDTH - RIGHT + 52}" y="{y + 4}">{kind}</text>')
        y += 24
    for ring, name in enumerate(sets):
        y += 12 if not ring else 24
        out.append(f'<circle cx="{WIDTH - RIGHT + 36}" cy="{y}" r="6" {_paint("", ring=bool(ring))}/>')
        out.append(f'<text x="{WIDTH - RIGHT + 52}" y="{y + 4}">{name}</text>')
    return out
