"""Node-link JSON as networkx writes and reads it: the facts as edges between entities, a node or an edge a line.

`networkx.node_link_graph` makes a MultiDiGraph of it, each edge under the id of its fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.network import network
from graph.exports.records import as_json
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield the document, an object at a time."""
    nodes, facts = network(selected)
    yield '{\n"directed": true,\n"multigraph": true,\n"graph": {},\n"nodes": ['
    yield from _listed({"id": node.id, "label": node.label, **node.attributes} for node in nodes)
    yield '\n],\n"edges": ['
    yield from _listed(
        {
            "source": fact.source, "target": fact.target, "key": fact.id, "label": fact.label, "weight": fact.weight,
            **fact.attributes,
        }
        for fact in facts
    )  # fmt: skip
    yield "\n]\n}\n"


def _listed(objects: Iterator[dict[str, object]]) -> Iterator[str]:
    separator = "\n"
    for each in objects:
        yield separator + as_json(each)
        separator = ",\n"
