"""The attribution graph of a story, drawn in layers: outlets, the media between, institutions and persons.

Layers by longest path, long edges through invisible points, order by barycentres: Sugiyama, Tagawa and Toda 1981.
"""

import itertools
from collections.abc import Iterable, Sequence
from statistics import mean

from msgspec import Struct

from runut.publish.frame import shorten
from runut.publish.views import Chain

MOST = 22  # boxes in a layer; those with fewest statements make one more together
WIDTH, GAP, HEIGHT, STEP, TOP = 196, 84, 32, 44, 40
LETTERS = 23  # that fit into a box
SWEEPS = 6
_LAYER = {"outlet": 0, "wire": 1, "medium": 1}
_LAST = 2  # first layer of institutions and persons
_DEEPEST = 5


class Node(Struct, frozen=True, kw_only=True):
    """A box. `href`: where it leads, "" nowhere."""

    id: str
    name: str
    shown: str
    role: str
    x: float
    y: float
    weight: int
    href: str


class Edge(Struct, frozen=True, kw_only=True):
    """A line; `ends`: ids of its boxes; `weight`: number of statements."""

    ends: tuple[str, str]
    path: str
    weight: int
    width: float


class Graph(Struct, frozen=True, kw_only=True):
    """A drawing; `columns`: where each layer begins, and whether it is the first (outlets), between, or an end."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    columns: tuple[tuple[int, str], ...]


class _Box(Struct):
    name: str
    role: str
    weight: int = 0
    layer: int = 0


def graph(chains: Sequence[Chain]) -> Graph | None:
    """The drawing of a story's chains; None where no report names anybody."""
    if not chains:
        return None
    boxes, lines = _merged(chains)
    _layer(boxes, lines)
    layers, links = _points(boxes, lines)
    _order(layers, links)
    return _drawn(boxes, lines, layers)


def _merged(chains: Sequence[Chain]) -> tuple[dict[str, _Box], dict[tuple[str, str], int]]:
    """Boxes and weighted lines; beyond MOST, the lightest boxes of a kind become one."""
    boxes: dict[str, _Box] = {}
    for chain in chains:
        for hop in chain.hops:
            label = f"{chain.key} {hop.name}" if hop is chain.hops[0] else hop.name
            box = boxes.setdefault(_id(hop is chain.hops[0], hop.node), _Box(label, hop.role))
            box.weight += len(chain.quotes)
    home = _folded(boxes)
    lines: dict[tuple[str, str], int] = {}
    for chain in chains:
        path = [home[_id(i == 0, h.node)] for i, h in enumerate(chain.hops)]
        for pair in itertools.pairwise(path):
            if pair[0] != pair[1]:
                lines[pair] = lines.get(pair, 0) + len(chain.quotes)
    return {i: b for i, b in boxes.items() if i in set(home.values())}, lines


def _id(outlet: bool, node: str) -> str:  # noqa: FBT001
    return f"{'o' if outlet else 'n'}:{node}"


def _folded(boxes: dict[str, _Box]) -> dict[str, str]:
    """Where each box goes: to itself, or to the one that stands for the rest of its kind."""
    home = {i: i for i in boxes}
    kinds: dict[int, list[str]] = {}
    for i, box in boxes.items():
        kinds.setdefault(0 if i.startswith("o:") else _LAYER.get(box.role, _LAST), []).append(i)
    for kind, ids in kinds.items():
        light = sorted(ids, key=lambda i: -boxes[i].weight)[MOST:]
        if len(light) > 1:
            rest = f"{'o' if kind == 0 else 'n'}:rest{kind}"
            boxes[rest] = _Box(f"+ {len(light)}", boxes[light[0]].role, sum(boxes[i].weight for i in light))
            home |= dict.fromkeys(light, rest) | {rest: rest}
    return home


def _layer(boxes: dict[str, _Box], lines: Iterable[tuple[str, str]]) -> None:
    """Every box right of the boxes that name it; boxes that name each other stay where they are."""
    for i, box in boxes.items():
        box.layer = 0 if i.startswith("o:") else max(1, _LAYER.get(box.role, _LAST))
    for _ in range(_DEEPEST):
        for left, right in lines:
            if boxes[right].layer <= boxes[left].layer < _DEEPEST and (right, left) not in set(lines):
                boxes[right].layer = boxes[left].layer + 1
    used = {n: k for k, n in enumerate(sorted({b.layer for b in boxes.values()}))}
    for box in boxes.values():
        box.layer = used[box.layer]


def _points(boxes: dict[str, _Box], lines: Iterable[tuple[str, str]]) -> tuple[list[list[str]], dict[str, list[str]]]:
    """The layers with a point wherever a long line passes, and which points touch which."""
    layers: list[list[str]] = [[] for _ in range(1 + max(b.layer for b in boxes.values()))]
    for i, box in boxes.items():
        layers[box.layer].append(i)
    links: dict[str, list[str]] = {}
    for left, right in lines:
        before = left
        for n in range(boxes[left].layer + 1, boxes[right].layer):
            point = _point(left, right, n)
            layers[n].append(point)
            links.setdefault(before, []).append(point)
            links.setdefault(point, []).append(before)
            before = point
        links.setdefault(before, []).append(right)
        links.setdefault(right, []).append(before)
    return layers, links


def _point(left: str, right: str, layer: int) -> str:
    return f"p:{left}>{right}@{layer}"


def _order(layers: list[list[str]], links: dict[str, list[str]]) -> None:
    """Each layer by the mean place of what it touches, from left to right and back."""
    place = {i: float(n) for layer in layers for n, i in enumerate(layer)}
    of = {i: n for n, layer in enumerate(layers) for i in layer}
    for sweep in range(SWEEPS):
        step = 1 if sweep % 2 == 0 else -1
        for n in range(len(layers))[::step]:
            near = {i: [place[o] for o in links.get(i, ()) if of[o] == n - step] for i in layers[n]}
            layers[n].sort(key=lambda i: mean(near[i]) if near[i] else place[i])
            place.update({i: float(k) for k, i in enumerate(layers[n])})


def _drawn(boxes: dict[str, _Box], lines: dict[tuple[str, str], int], layers: list[list[str]]) -> Graph:
    tall = max(sum(STEP if i in boxes else STEP / 2 for i in layer) for layer in layers)
    at: dict[str, tuple[float, float]] = {}
    for n, layer in enumerate(layers):
        y = TOP + (tall - sum(STEP if i in boxes else STEP / 2 for i in layer)) / 2
        for i in layer:
            step = STEP if i in boxes else STEP / 2
            at[i] = (n * (WIDTH + GAP), y + step / 2)
            y += step
    nodes = tuple(
        Node(
            id=i,
            name=b.name,
            shown=shorten(b.name, LETTERS),
            role=b.role,
            x=at[i][0],
            y=round(at[i][1] - HEIGHT / 2, 1),
            weight=b.weight,
            href=f"#{i[2:]}" if i.startswith("o:r") and i[3:].isdigit() else "",
        )
        for i, b in boxes.items()
    )
    edges = tuple(
        Edge(ends=pair, path=_path(pair, boxes, at), weight=w, width=round(min(1.2 + 0.9 * (w - 1) ** 0.5, 7), 1))
        for pair, w in lines.items()
    )
    last = len(layers) - 1
    columns = tuple((n * (WIDTH + GAP), _column(n, layers[n], boxes)) for n in range(last + 1))
    return Graph(
        width=(WIDTH + GAP) * last + WIDTH, height=int(TOP + tall + 4), nodes=nodes, edges=edges, columns=columns
    )


def _column(number: int, layer: list[str], boxes: dict[str, _Box]) -> str:
    media = [_LAYER.get(boxes[i].role, _LAST) < _LAST for i in layer if i in boxes]
    return "outlets" if number == 0 else "media" if 2 * sum(media) > len(media) else "ends"


def _path(pair: tuple[str, str], boxes: dict[str, _Box], at: dict[str, tuple[float, float]]) -> str:
    left, right = pair
    between = [at[_point(left, right, n)] for n in range(boxes[left].layer + 1, boxes[right].layer)]
    x, y = at[left][0] + WIDTH, at[left][1]
    path = f"M{x:.0f} {y:.1f}"
    for i, (nx, ny) in enumerate([*between, at[right]]):
        bend = max(GAP / 2, (nx - x) / 2)
        path += f"C{x + bend:.0f} {y:.1f} {nx - bend:.0f} {ny:.1f} {nx:.0f} {ny:.1f}"
        x, y = nx, ny
        if i < len(between):
            path += f"H{nx + WIDTH:.0f}"
            x = nx + WIDTH
    return path
