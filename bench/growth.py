"""A drawing of how the CPU time per report grows with the number of reports; used by `bench/speed.py`."""

import math
from collections.abc import Sequence
from typing import Any

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 56, 190, 40, 48
APART = 16  # pixels between two labels
STAGES = {
    "annotate": "#3d7dca",
    "compare": "#c9772b",
    "group": "#2f9970",
    "extract": "#9a6fc4",
    "read": "#b8902a",
    "resolve": "#c2577f",
}  # each stage with a colour that reads on white and on black
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #555 }
  .grid { stroke: #8886; stroke-width: 1 }
  .line { fill: none; stroke-width: 2 }
  @media (prefers-color-scheme: dark) { text { fill: #bbb } }
"""


def drawing(rows: Sequence[dict[str, Any]]) -> str:
    """An SVG with a line for each stage over the sizes, which `bench/speed.py` gives in rising order."""
    sizes = [r["reports"] for r in rows]
    lines = {stage: [_ms(r, stage) for r in rows] for stage in STAGES}
    top = math.ceil(max(max(values) for values in lines.values()) / 2) * 2
    parts = [*_grid(sizes, top)]
    for stage, label in _labels(lines, top).items():
        points = " ".join(f"{_x(n, sizes):.1f},{_y(v, top):.1f}" for n, v in zip(sizes, lines[stage], strict=True))
        first, last = lines[stage][0], lines[stage][-1]
        title = f"{stage}: {first:.2f} to {last:.2f} ms"
        parts.append(
            f'<polyline class="line" stroke="{STAGES[stage]}" points="{points}"><title>{title}</title></polyline>'
        )
        text = f"{stage} {last:.1f} ms (× {last / first:.2f})"
        parts.append(f'<text x="{WIDTH - RIGHT + 8}" y="{label + 4:.1f}" style="fill:{STAGES[stage]}">{text}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    told = "<title>CPU time per report by stage and number of reports</title>"
    return "\n".join([head, told, f"<style>{STYLE}</style>", *parts, "</svg>"]) + "\n"


def _ms(row: dict[str, Any], stage: str) -> float:
    """Milliseconds per report of a stage with all its steps."""
    found = (s for name, s in row["seconds"].items() if name.partition(".")[0] == stage)
    return 1000 * float(sum(found)) / int(row["reports"])


def _x(size: int, sizes: Sequence[int]) -> float:
    """Sizes by their logarithm."""
    share = math.log(size / sizes[0]) / (math.log(sizes[-1] / sizes[0]) or 1)
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(ms: float, top: float) -> float:
    return HEIGHT - BOTTOM - ms / top * (HEIGHT - TOP - BOTTOM)


def _grid(sizes: Sequence[int], top: int) -> list[str]:
    """Lines across for milliseconds, sizes below, and what both are."""
    out = ['<text x="8" y="20">CPU ms per report</text>']
    for ms in range(0, top + 1, 2):
        y = _y(ms, top)
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{ms}</text>')
    below = HEIGHT - 26
    out += [f'<text x="{_x(n, sizes):.1f}" y="{below}" text-anchor="middle">{n:,}</text>' for n in sizes]
    return [*out, f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">reports</text>']


def _labels(lines: dict[str, list[float]], top: float) -> dict[str, float]:
    """Where the label of each line stands: beside its end, moved up where it would touch the one below."""
    out: dict[str, float] = {}
    below = math.inf
    for stage in sorted(lines, key=lambda s: lines[s][-1]):
        below = out[stage] = min(_y(lines[stage][-1], top), below - APART)
    return out
