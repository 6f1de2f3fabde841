"""What another hand keeps in the same database: all of ours once more, without our label, tied to ours."""

from __future__ import annotations

from typing import Any

from neo4j import Driver

_COPIES = (
    """
    MATCH (n:SanctionsGraph)
    CREATE (theirs:$([label IN labels(n) WHERE label <> 'SanctionsGraph']))
    SET theirs = properties(n), theirs.copied = elementId(n)
    """,
    """
    MATCH (n:SanctionsGraph)-[edge]->(m:SanctionsGraph)
    MATCH (from {copied: elementId(n)}), (to {copied: elementId(m)})
    CREATE (from)-[theirs:$(type(edge))]->(to) SET theirs = properties(edge)
    """,
    """
    MATCH (c:Claim:SanctionsGraph)-[role]->(n:SanctionsGraph), (theirs:Claim {copied: elementId(c)})
    CREATE (theirs)-[:$(type(role))]->(n)
    """,
    "CREATE (:Entity:State {name: 'Ruritania'})-[:SUPPLIED]->(:Entity:State), (:Claim)-[:QUOTED_FROM]->(:Article)",
    """
    MATCH (kp:SanctionsGraph {id: 'state:KP'}), (ru:SanctionsGraph {id: 'state:RU'})
    CREATE (kp)-[:SUPPLIED {note: 'mine'}]->(ru), (kp)-[:SIGNED]->(:Entity:Treaty {name: 'A pact'})
    """,
)
_NODES = """
MATCH (n) WHERE NOT n:SanctionsGraph|TestsOfSanctionsGraph
RETURN elementId(n), labels(n), properties(n) ORDER BY elementId(n)
"""
_EDGES = """
MATCH (n)-[edge]->(m) WHERE NOT n:SanctionsGraph AND NOT m:SanctionsGraph
RETURN elementId(n), type(edge), properties(edge), elementId(m) ORDER BY elementId(edge)
"""


def settle(driver: Driver) -> None:
    """Let the other hand in."""
    for statement in _COPIES:
        driver.execute_query(statement)


def belongings(driver: Driver) -> list[Any]:
    """Return all nodes of the other hand, and the edges among them."""
    return [driver.execute_query(asked).records for asked in (_NODES, _EDGES)]
