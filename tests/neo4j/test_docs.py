from __future__ import annotations

import re
from pathlib import Path

import pytest
from neo4j import Driver

from graph.ontology import kinds
from graph.stores.neo4j import Neo4jStore
from tests.queries.made_ledger import MADE

PAGE = (Path(__file__).parents[2] / "docs" / "neo4j.md").read_text("utf-8")
STATEMENTS = re.findall(r"```cypher\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.neo4j
def test_every_statement_in_the_docs_finds_something(neo4j_store: Neo4jStore, neo4j_driver: Driver) -> None:
    neo4j_store.push(MADE)
    assert len(STATEMENTS) >= 4
    assert [cypher for cypher in STATEMENTS if not neo4j_store.rows(cypher, {})] == []


@pytest.mark.neo4j
def test_the_statements_that_remove_everything_remove_it(neo4j_store: Neo4jStore, neo4j_driver: Driver) -> None:
    neo4j_store.push(MADE)
    edges, nodes = re.findall(r"^    (MATCH .* IN TRANSACTIONS OF \d+ ROWS)$", PAGE, re.MULTILINE)
    with neo4j_driver.session() as session:
        session.run(edges).consume()
        assert not neo4j_store.rows("MATCH (:SanctionsGraph)-[f]->() RETURN f", {})
        session.run(nodes).consume()
    assert neo4j_store.rows("MATCH (n:SanctionsGraph) RETURN n", {}) == []


def test_the_docs_name_every_kind_of_entity() -> None:
    assert [kind for kind in kinds() if f"`:{kind}`" not in PAGE] == []
