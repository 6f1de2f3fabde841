"""Whatever a name or a parameter holds, the three languages give the same rows, or refuse it, and run nothing."""

from __future__ import annotations

from typing import Any

import pytest
from neo4j import Driver

from graph.characters import clean
from graph.errors import UsageError
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from queries.catalogue import QUESTIONS, answer
from queries.sparql import RdfGraph
from tests.queries.asking import least
from tests.queries.hostile import CONTROLS, MEGABYTE, NO_TEXT, STATEMENTS, source_of

FIRM = "org:firm-0"
VALUES = [*STATEMENTS[:6], *(f"org:{value}" for value in STATEMENTS[:4]), NO_TEXT, CONTROLS[0], MEGABYTE]
TRIPLES = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
NODES = "MATCH (n) RETURN count(n) AS nodes, count(DISTINCT labels(n)) AS labels, count(n.digest) AS whole"


def outcomes(store: Any, party: str) -> dict[str, Any]:
    """Return the rows of every question about `party`, or why there are none."""
    found: dict[str, Any] = {}
    for question in QUESTIONS.values():
        parties = dict.fromkeys(question.parameters.keys() & {"about", "other", "supplier", "receiver"}, party)
        try:
            found[question.name] = answer(store, question.name, **least(question) | parties)
        except UsageError as error:
            found[question.name] = str(error)
    return found


@pytest.fixture(scope="module")
def memory() -> MemoryStore:
    return MemoryStore.of(source_of(*STATEMENTS))


def test_a_hostile_name_is_a_name_in_sparql(memory: MemoryStore) -> None:
    expected = outcomes(memory, FIRM)
    assert sorted(row.entity_name for row in expected["unknown_names"]) == sorted(STATEMENTS)
    assert len(expected["entity_record"]) == 4
    assert outcomes(RdfGraph.of(memory), FIRM) == expected


def test_a_hostile_value_is_a_value_in_sparql(memory: MemoryStore) -> None:
    rdf = RdfGraph.of(memory)
    before = rdf.select(TRIPLES)
    for value in VALUES:
        assert outcomes(rdf, value) == outcomes(memory, value)
    assert rdf.select(TRIPLES) == before


def test_rdf_holds_no_control_characters_so_that_sparql_gives_replacements() -> None:
    memory, cleaned = MemoryStore.of(source_of(*CONTROLS)), MemoryStore.of(source_of(*map(clean, CONTROLS)))
    assert outcomes(RdfGraph.of(memory), FIRM) == outcomes(cleaned, FIRM)


@pytest.mark.neo4j
def test_hostile_names_and_values_are_names_and_values_in_cypher(neo4j_store: Neo4jStore, neo4j_driver: Driver) -> None:
    source = source_of(*STATEMENTS, *CONTROLS)
    memory = MemoryStore.of(source)
    neo4j_store.push(source)
    before = neo4j_store.rows(NODES, {})
    for party in (FIRM, *VALUES[::4]):
        assert outcomes(neo4j_store, party) == outcomes(memory, party)
    assert neo4j_store.rows(NODES, {}) == before
    assert neo4j_store.digests() == memory.digests()


@pytest.mark.neo4j
def test_a_name_of_a_megabyte_passes_through_all_three(neo4j_store: Neo4jStore) -> None:
    memory = MemoryStore.of(source_of(MEGABYTE))
    neo4j_store.push(source_of(MEGABYTE))
    for store in (neo4j_store, RdfGraph.of(memory)):
        for question in ("unknown_names", "sanctions"):
            assert answer(store, question) == answer(memory, question)


def test_what_is_no_text_is_refused_by_its_name(memory: MemoryStore) -> None:
    assert outcomes(memory, NO_TEXT)["entity_record"] == "about 'a\\ud800b' is no Unicode text"
