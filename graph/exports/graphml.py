"""GraphML: the facts as lines between entities. Parallel lines stay apart by their id, the fact's."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from graph.exports.network import network
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield the document line by line."""
    nodes, facts = network(selected)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((node.id, {"label": node.label} | node.attributes) for node in nodes)
    for fact in facts:
        attributes = {"label": fact.label, "weight": fact.weight} | fact.attributes
        graph.add_edge(fact.source, fact.target, key=fact.id, **attributes)
    for line in nx.generate_graphml(graph):
        yield line + "\n"
