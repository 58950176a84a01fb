"""The attribution graph and the timeline: everything drawn, nothing on top of something else."""

import itertools
import re

import pytest

from runut.publish.axis import WIDTH as AXIS
from runut.publish.axis import axis
from runut.publish.dossier import page
from runut.publish.frame import frame
from runut.publish.graph import HEIGHT, MOST, WIDTH, graph
from runut.publish.views import Chain, HopView, Page, Quote, Ref
from runut.types import Dossier


@pytest.fixture
def whole(dossier: Dossier) -> Page:
    return page(dossier, frame("en"))


def _chain(key: str, *names: tuple[str, str], times: int = 1) -> Chain:
    hops = [HopView(name=f"Outlet {key}", role="outlet", node=key)]
    hops += [HopView(name=n, role=r, node=n) for n, r in names]
    quotes = [
        Quote(text="x", ref=Ref(key=key, sentence=i, start=i, end=i + 1, marked="0-1"), lang="id") for i in range(times)
    ]
    return Chain(key=key, hops=tuple(hops), quotes=tuple(quotes), unsure="")


def test_layers_run_from_outlets_to_origins(whole: Page) -> None:
    story = max(whole.threads[0].stories, key=lambda s: len(s.keys))
    net = graph(story.chains)
    assert net
    at = {n.name: n.x for n in net.nodes}
    assert at["r2 The Lawu Post"] < at["Nuswa"] < at["BPBD Wuni"]
    assert [kind for _, kind in net.columns] == ["outlets", "media", "ends"]


def test_boxes_do_not_overlap() -> None:
    chains = [_chain(f"r{i}", (f"Agency {i % 4}", "wire"), (f"Body {i % 7}", "institution")) for i in range(15)]
    chains += [_chain(f"r{i}", (f"Body {i % 5}", "institution")) for i in range(15)]
    net = graph(chains)
    assert net
    for a, b in itertools.combinations(net.nodes, 2):
        assert abs(a.x - b.x) >= WIDTH or abs(a.y - b.y) >= HEIGHT
    assert all(0 <= n.x <= net.width - WIDTH and 0 <= n.y <= net.height - HEIGHT for n in net.nodes)


def test_lines_weigh_as_many_statements_as_they_carry() -> None:
    net = graph([_chain("r0", ("A", "wire"), ("B", "person"), times=3), _chain("r1", ("A", "wire"), times=2)])
    assert net
    assert {e.ends: e.weight for e in net.edges} == {("o:r0", "n:A"): 3, ("n:A", "n:B"): 3, ("o:r1", "n:A"): 2}


def test_many_boxes_of_a_layer_become_one() -> None:
    net = graph([_chain("r0", (f"Person {i}", "person")) for i in range(MOST + 30)])
    assert net
    assert len(net.nodes) == 1 + MOST + 1
    assert "+ 30" in {n.name for n in net.nodes}


def test_media_that_name_each_other_are_drawn() -> None:
    net = graph([_chain("r0", ("A", "wire"), ("B", "wire")), _chain("r1", ("B", "wire"), ("A", "wire"))])
    assert net
    assert len(net.edges) == 4
    assert all(re.fullmatch(r"[MCH0-9. -]+", e.path) for e in net.edges)


def test_no_chain_no_drawing() -> None:
    assert graph([]) is None
    assert axis([]) is None


def test_labels_of_the_timeline_do_not_overlap(whole: Page) -> None:
    for thread in whole.threads:
        drawing = axis(thread.events)
        if drawing is None:
            continue
        assert all(0 <= m.x <= m.until <= AXIS for m in drawing.marks)
        for a, b in itertools.combinations([m for m in drawing.marks if m.level >= 0], 2):
            assert a.level != b.level or abs(a.label - b.label) > 20


def test_the_timeline_is_in_order_and_shows_the_finer_time(whole: Page) -> None:
    events = whole.threads[0].events
    assert [e.moment for e in events] == sorted(e.moment for e in events)
    fall = next(e for e in events if e.outlets == 3)
    assert fall.written == "4 Mar 2025, morning"
    assert fall.also == ("4 Mar 2025",)
    assert [e.modality for e in events if e.modality != "fact"] == ["planned"]


def test_a_label_leaves_room_for_its_day_and_how_many_outlets(whole: Page) -> None:
    marks = [m for thread in whole.threads if (drawn := axis(thread.events)) for m in drawn.marks if m.level >= 0]
    assert any(m.event.outlets > 1 for m in marks)
    for mark in marks:
        letters = len(mark.day) + (len(f" · {mark.event.outlets} outlets") if mark.event.outlets > 1 else 0)
        assert mark.label + 7 * letters <= AXIS
