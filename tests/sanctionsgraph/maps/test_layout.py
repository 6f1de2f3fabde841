from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctionsgraph.maps.layout import lay_out

Graph = tuple[list[str], list[tuple[str, str]]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    nodes = [f"n{number:02d}" for number in range(draw(st.integers(0, 24)))]
    node = st.sampled_from(nodes or ["n"])
    return nodes, draw(st.lists(st.tuples(node, node), max_size=40)) if nodes else []


def clashes(places: dict[str, tuple[int, int]], sizes: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    """Return the pairs whose boxes overlap by more than rounding explains."""
    return [
        (one, other)
        for one, other in combinations(places, 2)
        if abs(places[one][0] - places[other][0]) < (sizes[one][0] + sizes[other][0]) / 2 - 2
        and abs(places[one][1] - places[other][1]) < (sizes[one][1] + sizes[other][1]) / 2 - 2
    ]


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_every_node_has_a_place_of_its_own_and_the_same_every_time(graph: Graph) -> None:
    nodes, pairs = graph
    sizes = {node: (60.0 + 7 * (number % 9), 40.0) for number, node in enumerate(nodes)}
    places = lay_out(nodes, pairs, sizes)
    assert places.keys() == set(nodes)
    assert clashes(places, sizes) == []
    assert lay_out(nodes, list(reversed(pairs)), sizes) == places


@pytest.mark.parametrize("leaves", [1, 7, 60])
def test_a_hub_stands_amid_its_neighbours(leaves: int) -> None:
    nodes = ["hub", *(f"leaf{number:02d}" for number in range(leaves))]
    places = lay_out(nodes, [("hub", leaf) for leaf in nodes[1:]], dict.fromkeys(nodes, (100.0, 40.0)))
    across = [x for x, _ in places.values()]
    assert min(across) <= places["hub"][0] <= max(across)
    assert all(isinstance(part, int) for place in places.values() for part in place)


def test_the_drawing_is_about_as_high_as_wide() -> None:
    nodes = [f"n{number:03d}" for number in range(90)]
    pairs = [(one, nodes[(number * 7 + 3) % 90]) for number, one in enumerate(nodes)]
    places = lay_out(nodes, pairs, dict.fromkeys(nodes, (120.0, 50.0)))
    width, height = (max(p[axis] for p in places.values()) - min(p[axis] for p in places.values()) for axis in (0, 1))
    assert 0.6 < width / height < 1.7
