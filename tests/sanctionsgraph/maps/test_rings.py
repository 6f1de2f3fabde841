from __future__ import annotations

from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.selection import Selected
from sanctionsgraph.maps import Map
from sanctionsgraph.maps.layout import hops_from, lay_out, neighbours_of
from sanctionsgraph.maps.rings import boundaries
from tests.queries.made_ledger import KP, RU
from tests.sanctionsgraph.maps.conftest import Open, overlap
from tests.sanctionsgraph.maps.test_layout import Graph, clashes, graphs

SIZE = (110.0, 56.0)


@settings(max_examples=30, deadline=None)
@given(graphs(), st.data())
def test_labels_on_rings_never_lie_on_one_another_and_the_places_never_change(
    graph: Graph, data: st.DataObject
) -> None:
    nodes, pairs = graph
    centre = data.draw(st.sampled_from(nodes)) if nodes else None
    sizes = {node: (60.0 + 7 * (number % 9), 44.0) for number, node in enumerate(nodes)}
    places = lay_out(nodes, pairs, sizes, centre)
    assert places.keys() == set(nodes)
    assert clashes(places, sizes) == []
    assert lay_out(nodes, list(reversed(pairs)), sizes, centre) == places


@pytest.mark.parametrize("leaves", [1, 2, 9, 40, 150])
def test_who_is_two_steps_away_stands_farther_out_than_anyone_one_step_away(leaves: int) -> None:
    near = [f"near{number:03d}" for number in range(leaves)]
    far = [f"far{number:03d}" for number in range(leaves // 2)]
    nodes = sorted(["hub", *near, *far])
    pairs = [("hub", node) for node in near] + [(near[number // 3], node) for number, node in enumerate(far)]
    places = lay_out(nodes, pairs, dict.fromkeys(nodes, SIZE), "hub")
    x, y = places["hub"]
    away = {node: hypot(places[node][0] - x, places[node][1] - y) for node in nodes}
    for circle in boundaries(places, hops_from("hub", neighbours_of(nodes, pairs)), "hub"):
        assert max(away[node] for node in near) < circle < min(away[node] for node in far)
    assert min(away[node] for node in near) > 100


def test_who_hangs_on_a_node_of_the_first_ring_stands_on_its_side() -> None:
    near = [f"near{number}" for number in range(8)]
    pairs = [("hub", node) for node in near] + [(node, f"far-{node}") for node in near]
    nodes = sorted({node for pair in pairs for node in pair})
    places = lay_out(nodes, pairs, dict.fromkeys(nodes, SIZE), "hub")
    for node in near:
        inner, outer = (
            (places[each][0] - places["hub"][0], places[each][1] - places["hub"][1]) for each in (node, f"far-{node}")
        )
        assert (inner[0] * outer[0] + inner[1] * outer[1]) / (hypot(*inner) * hypot(*outer)) > 0.9


def test_only_a_map_about_one_node_has_rings(made: Selected) -> None:
    assert Map(made, "x", about=[KP]).rings
    assert Map(made, "x").rings == Map(made, "x", about=[KP, RU]).rings == []
    none = Selected(made.entities, (), (), ())
    assert Map(none, "x", about=[KP]).rings == []


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
def test_no_label_on_a_ring_lies_on_another(open_map: Open, rings: Path, size: tuple[int, int]) -> None:
    boxes = open_map(rings, width=size[0], height=size[1]).evaluate("sanctionsGraphMap.labelBoxes()")
    assert len(boxes) >= (28 if size[0] > 1000 else 8)
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
