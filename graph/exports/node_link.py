"""Node-link JSON as networkx writes and reads it: the facts as edges between entities, a node or an edge a line.

`networkx.node_link_graph` makes a MultiDiGraph of it, each edge under the id of its fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.network import Line, network
from graph.exports.records import as_json, listed
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield the document, an object at a time."""
    nodes, facts = network(selected)
    yield '{\n"directed": true,\n"multigraph": true,\n"graph": {},\n"nodes": ['
    yield from listed(as_json({"id": node.id, "label": node.label, **node.attributes}) for node in nodes)
    yield '\n],\n"edges": ['
    yield from listed(map(as_json, map(_edge, facts)))
    yield "\n]\n}\n"


def _edge(fact: Line) -> dict[str, object]:
    return {
        "source": fact.source, "target": fact.target, "key": fact.id, "label": fact.label, "weight": fact.weight,
        **fact.attributes,
    }  # fmt: skip
