"""GraphML: the facts as lines between entities. Parallel lines stay apart by their id, the fact's.

Places and colours are data called x, y, size, r, g and b, as Gephi expects them.
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from graph.exports.network import Look, Looks, network, rgb
from graph.selection import Selected


def lines(selected: Selected, looks: Looks | None = None) -> Iterator[str]:
    """Yield the document."""
    looks = looks or Looks()
    nodes, facts = network(selected)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.id, **{"label": node.label} | node.attributes | _drawn(looks.nodes.get(node.id)))
    for fact in facts:
        attributes = {"label": fact.label, "weight": fact.weight} | fact.attributes
        graph.add_edge(fact.source, fact.target, key=fact.id, **attributes | _coloured(looks, fact.attributes["group"]))
    writer = GraphMLWriter()
    writer.add_graph_element(graph)
    yield str(writer).replace("\r", "&#13;") + "\n"  # XML reads a bare carriage return as a line feed


def _drawn(look: Look | None) -> dict[str, int | float]:
    if look is None:
        return {}
    place = {"x": float(look.place[0]), "y": -float(look.place[1])} if look.place else {}  # y grows upwards
    return place | {"size": float(look.size)} | _rgb(look.colour)


def _coloured(looks: Looks, group: object) -> dict[str, int]:
    colour = looks.groups.get(str(group))
    return _rgb(colour) if colour else {}


def _rgb(colour: str) -> dict[str, int]:
    return dict(zip("rgb", rgb(colour), strict=True))
