"""The looks of a map for the exports that other programs draw: places, sizes and colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.exports.network import Look, Looks, network
from graph.model import Entity, Item
from graph.selection import Selected
from sanctionsgraph.maps.drawing import Map
from sanctionsgraph.maps.looks import group_looks, kind_looks, kind_on_map
from sanctionsgraph.maps.payload import find_node

MOST_PLACED = 2000
_UNNAMED, _SMALL = "#DCE1E6", 7
_COLUMN, _ROW, _GAP = 170, 60, 120


def looks_of(selected: Selected, most: int = MOST_PLACED) -> Looks:
    """Return how a map of all of `selected` looks.

    What has no place on a map (who only says things, those not named) stands in rows below it. With more than `most`
    nodes there are no places, since they would take too long: the program that draws them finds its own.
    """
    nodes, _ = network(selected)
    entities = {entity.id: entity for entity in selected.entities}
    known = {node.id: _node_of(node.id, entities) for node in nodes}
    drawing = Map(selected, "", max_nodes=max(len(nodes), 1))
    standings = drawing.standings if len(nodes) <= most else {}
    rest = [node.id for node in nodes if node.id not in standings]
    places = {node: (standing.x, standing.y) for node, standing in standings.items()}
    places |= zip(rest, _rows(list(places.values()), len(rest)), strict=True) if len(nodes) <= most else ()
    looks = {
        node: Look(_colour(known[node]), standings[node].radius if node in standings else _SMALL, places.get(node))
        for node in known
    }
    return Looks(looks, {name: look.colour for name, look in group_looks().items()})


def _node_of(node: str, entities: dict[str, Entity]) -> Entity | Item | None:
    return find_node(node, entities) if node in entities or node.startswith("item:") else None


def _colour(node: Entity | Item | None) -> str:
    return kind_looks()[kind_on_map(node)].colour if node else _UNNAMED


def _rows(above: Sequence[tuple[int, int]], count: int) -> Iterator[tuple[int, int]]:
    """Yield `count` places in rows below the places `above`."""
    left, top = min((x for x, _ in above), default=0), max((y for _, y in above), default=0) + _GAP
    wide = max(round((max((x for x, _ in above), default=0) - left) / _COLUMN), 6)
    for number in range(count):
        row, column = divmod(number, wide)
        yield left + column * _COLUMN, top + row * _ROW
