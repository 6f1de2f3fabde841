"""The least that a store has to do, as a measure: the same nodes and edges into networkx, the same rows into Neo4j."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx
from neo4j import GraphDatabase

from graph.collector import collector_held
from graph.stores.base import Source
from graph.stores.neo4j.graph import GraphRows
from graph.stores.neo4j.rows import Row
from tests.neo4j.server import Server

_BATCH = 500
_INDEX = "CREATE CONSTRAINT bare_id IF NOT EXISTS FOR (n:Bare) REQUIRE n.id IS UNIQUE"
_NODES = "UNWIND $rows AS row MERGE (n:Bare {id: row.id}) SET n = row.properties"
_EDGES = """
UNWIND $rows AS row
MATCH (s:Bare {id: row.from}), (o:Bare {id: row.to})
CREATE (s)-[f:$(row.type)]->(o) SET f = row.properties
"""
# Edges first: a state may have more of them than one transaction of a small server can hold.
_EMPTY = (
    "MATCH (n:Bare|SanctionsGraph)-[f]->() CALL (f) { DELETE f } IN TRANSACTIONS OF 10000 ROWS",
    "MATCH (n:Bare|SanctionsGraph) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS",
)

Nodes = Iterable[tuple[str, dict[str, Any]]]
Edges = Iterable[tuple[str, str, str, dict[str, Any]]]


@collector_held()
def networkx_build(nodes: Nodes, edges: Edges) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    for start, end, key, held in edges:
        graph.add_edge(start, end, key=key, **held)
    return graph


def rows_of(source: Source) -> tuple[list[Row], list[Row]]:
    """Return the rows of a push as plain nodes and plain edges."""
    nodes: list[Row] = []
    edges: list[Row] = []
    for kind, rows in GraphRows(source).by_kind():
        for row in rows:
            if kind != "facts":
                nodes.append({"id": row["id"], "properties": row["properties"]})
            edges.extend(_edges(row))
    return nodes, edges


def _edges(row: Row) -> Iterable[Row]:
    if row.get("broader"):
        yield {"from": row["id"], "to": row["broader"], "type": "BROADER", "properties": {}}
    for role in row.get("roles", ()):
        yield {"from": row["id"], "to": role["to"], "type": role["type"], "properties": role["properties"]}
    if "target" in row:
        yield {"from": row["subject"], "to": row["target"], "type": row["type"], "properties": row["properties"]}


def push_rows(server: Server, rows: tuple[list[Row], list[Row]] | None) -> None:
    """Write nodes and edges in batches, as plainly as can be; None deletes all that a benchmark wrote."""
    with (
        GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session(database=server.database) as session,
    ):
        if rows is None:
            for statement in _EMPTY:
                session.run(statement).consume()
            session.run("DROP CONSTRAINT bare_id IF EXISTS").consume()
            return
        session.run(_INDEX).consume()
        for statement, group in zip((_NODES, _EDGES), rows, strict=True):
            for start in range(0, len(group), _BATCH):
                session.run(statement, rows=group[start : start + _BATCH]).consume()
