"""Pushing by difference: what is written, what is left alone, what happens when it is stopped half-way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from neo4j import Driver

from graph.errors import StoreError
from graph.model import Entity
from graph.stores.base import Change
from graph.stores.comparison import compare
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_entity, make_reading, make_readings
from tests.neo4j.proxy import Wire
from tests.neo4j.server import Server
from tests.neo4j.strangers import belongings, settle

pytestmark = pytest.mark.neo4j

ONE = ReadingsSource([make_reading()])
NOTHING = ReadingsSource([])
NOTHING_NEW = [Change(kind, 0, 0) for kind in ("items", "entities", "articles", "claims", "facts")]


def run(driver: Driver, cypher: str, **parameters: Any) -> list[Any]:
    return [record.values()[0] for record in driver.execute_query(cypher, parameters).records]


def differing(store: Neo4jStore, source: ReadingsSource) -> list[str]:
    return [comparison.kind for comparison in compare(source, store) if not comparison.is_same]


class WithEntities(ReadingsSource):
    """A source whose entities are those given."""

    def __init__(self, *entities: Entity) -> None:
        super().__init__([make_reading()])
        self._entities = entities

    def entities(self) -> Iterator[Entity]:
        return iter(self._entities)


def test_a_push_of_what_is_there_writes_nothing(neo4j_store: Neo4jStore) -> None:
    written: list[tuple[str, int]] = []
    changes = neo4j_store.push(ONE, report=lambda *batch: written.append(batch))
    assert [change.kind for change in changes] == [kind for kind, _ in written]
    written.clear()
    assert neo4j_store.push(ONE, report=lambda *batch: written.append(batch)) == NOTHING_NEW
    assert written == []


def test_only_what_differs_is_written_and_told(neo4j_store: Neo4jStore) -> None:
    first, second, third = make_readings(3)
    neo4j_store.push(ReadingsSource([first, second]))
    changed = replace(second, article=replace(second.article, publisher="Another"))
    assert neo4j_store.push(ReadingsSource([changed, third])) == [
        Change("items", 0, 0),
        Change("entities", 0, 0),
        Change("articles", 1, 1, 1),
        Change("claims", 3, 3, 3),  # they bear the publisher of their article
        Change("facts", 0, 0, 1),
    ]


def test_what_another_hand_keeps_beside_ours_is_left_alone_and_confuses_nobody(
    neo4j_store: Neo4jStore, neo4j_driver: Driver
) -> None:
    two = ReadingsSource(list(make_readings(2)))
    neo4j_store.push(two)
    settle(neo4j_driver)
    before = belongings(neo4j_driver)
    assert [len(found) > 50 for found in before] == [True, True]
    assert neo4j_store.push(two) == NOTHING_NEW
    assert differing(neo4j_store, two) == []
    for source in (ONE, two, NOTHING):
        neo4j_store.push(source, afresh=source is two)
        assert differing(neo4j_store, source) == []
    assert belongings(neo4j_driver) == before


def test_an_edge_that_somebody_drew_to_an_entity_survives_a_change_of_the_entity(
    neo4j_store: Neo4jStore, neo4j_driver: Driver
) -> None:
    neo4j_store.push(ONE)
    run(neo4j_driver, "MATCH (n:SanctionsGraph {id: 'state:KP'}) CREATE (:Note)-[:ABOUT]->(n)")
    renamed = make_reading(entities=[make_entity("state:KP", name="Another name")])
    neo4j_store.push(ReadingsSource([renamed]))
    assert run(neo4j_driver, "MATCH (:Note)-[:ABOUT]->(n) RETURN n.name") == ["Another name"]


def test_an_entity_of_another_kind_bears_that_label_alone(neo4j_store: Neo4jStore, neo4j_driver: Driver) -> None:
    article = make_article()
    claim = make_claim(article, subject="org:firm")
    for kind in ("Organisation", "Company"):
        reading = make_reading(article, [claim], [make_entity("org:firm", kind=kind)])
        neo4j_store.push(ReadingsSource([reading]))
    [labels] = run(neo4j_driver, "MATCH (n:SanctionsGraph {id: 'org:firm'}) RETURN labels(n)")
    assert set(labels) == {"SanctionsGraph", "Entity", "Company"}


def test_a_kind_that_the_ontology_does_not_know_is_refused(neo4j_store: Neo4jStore) -> None:
    kp, ru = make_entity("state:KP"), make_entity("state:RU")
    with pytest.raises(StoreError, match=r"^state:RU is of kind 'X`\) DELETE n//'; there are State, Organisation"):
        neo4j_store.push(WithEntities(kp, replace(ru, kind="X`) DELETE n//")))


def test_a_claim_that_names_what_the_source_does_not_hold_is_refused(neo4j_store: Neo4jStore) -> None:
    [claim] = ONE.claims()
    with pytest.raises(StoreError, match=rf"^{claim.id} names state:RU, which the source does not hold"):
        neo4j_store.push(WithEntities(make_entity("state:KP")))
    assert list(neo4j_store.claims()) == []


def test_what_another_hand_changed_is_found_by_comparing_and_mended_by_a_push_afresh(
    neo4j_store: Neo4jStore, neo4j_driver: Driver
) -> None:
    neo4j_store.push(ONE)
    run(neo4j_driver, "MATCH (c:Claim:SanctionsGraph) SET c.sentence = 'Never said.'")
    run(neo4j_driver, "MATCH (:Entity)-[f:SUPPLIED]->() SET f.denied = 7")
    assert neo4j_store.push(ONE) == NOTHING_NEW
    assert differing(neo4j_store, ONE) == ["claims", "facts"]
    assert {change.changed > 0 for change in neo4j_store.push(ONE, afresh=True)} == {True}
    assert differing(neo4j_store, ONE) == []


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (c:Claim:SanctionsGraph) REMOVE c.sentence",
        "MATCH (c:Claim:SanctionsGraph) SET c.marks = '[['",
        "MATCH (n:Article) DETACH DELETE n",
        "MATCH (c:Claim:SanctionsGraph), (s:State {iso2: 'RU'}) CREATE (c)-[:SUBJECT]->(s)",
    ],
)
def test_what_cannot_be_read_back_is_named_with_the_remedy(
    neo4j_store: Neo4jStore, neo4j_driver: Driver, change: str
) -> None:
    neo4j_store.push(ONE)
    run(neo4j_driver, change)
    with pytest.raises(StoreError, match=r"^claim:\w+ was changed .* by another hand: .*push --all"):
        list(neo4j_store.claims())
    neo4j_store.push(ONE, afresh=True)
    assert differing(neo4j_store, ONE) == []


@pytest.mark.parametrize(
    ("gone", "kind"),
    [
        ("MATCH (c:Claim:SanctionsGraph) DETACH DELETE c", "claims"),
        ("MATCH (:Entity)-[f:SUPPLIED]->() DELETE f", "facts"),
        ("MATCH (n:Item {slug: 'weapon'}) DETACH DELETE n", "items"),
        ("MATCH (n:Entity {id: 'state:RU'}) DETACH DELETE n", "entities"),
        # As two pushes at once may leave it.
        ("MATCH (s:Entity)-[f:SUPPLIED]->(o) CREATE (s)-[g:SUPPLIED]->(o) SET g = properties(f)", "facts"),
    ],
)
def test_what_is_missing_or_there_twice_is_put_right(
    neo4j_store: Neo4jStore, neo4j_driver: Driver, gone: str, kind: str
) -> None:
    neo4j_store.push(ONE)
    run(neo4j_driver, gone)
    assert kind in differing(neo4j_store, ONE)
    neo4j_store.push(ONE)
    assert differing(neo4j_store, ONE) == []


def test_a_push_in_many_small_batches_gives_the_same(neo4j_server: Server, neo4j_store: Neo4jStore) -> None:
    source = ReadingsSource(list(make_readings(5)))
    with small(neo4j_server, neo4j_server.uri, batch=2) as store:
        store.push(source)
        assert differing(neo4j_store, source) == []
        store.push(ONE)
    assert differing(neo4j_store, ONE) == []


def small(server: Server, uri: str, *, batch: int) -> Neo4jStore:
    return Neo4jStore(uri, server.user, server.password, server.database, patience=0.5, batch=batch)


MANY = ReadingsSource(list(make_readings(50)))


@pytest.mark.parametrize(
    ("before", "after", "most_bytes"),
    [(NOTHING, MANY, 3_000), (NOTHING, MANY, 45_000), (NOTHING, MANY, 80_000), (MANY, ONE, 6_000)],
    ids=["in the items", "in the claims", "later in the claims", "in the removals"],
)
def test_a_server_that_goes_away_half_way_has_whole_claims_only_and_the_next_push_completes(
    neo4j_server: Server, neo4j_store: Neo4jStore, before: ReadingsSource, after: ReadingsSource, most_bytes: int
) -> None:
    neo4j_store.push(before)
    with Wire(neo4j_server.uri, most_bytes) as wire, small(neo4j_server, wire.uri, batch=10) as store:
        with pytest.raises(StoreError, match=r"went away .*: what was written is whole; run it again to go on$"):
            store.push(after)
        assert wire.is_cut
    assert set(neo4j_store.claims()) < {*before.claims(), *after.claims()}
    neo4j_store.push(after)
    assert differing(neo4j_store, after) == []


def test_an_article_as_long_as_a_book_passes(neo4j_store: Neo4jStore) -> None:
    article = make_article("North Korea sent shells to Russia. " + "é word " * 700_000)
    source = ReadingsSource([make_reading(article, [make_claim(article, "North Korea sent shells to Russia.")])])
    neo4j_store.push(source)
    assert differing(neo4j_store, source) == []


def test_the_facts_of_the_claims_are_those_in_memory(neo4j_store: Neo4jStore) -> None:
    source = ReadingsSource(list(make_readings(3)))
    neo4j_store.push(source)
    assert neo4j_store.facts() == list(neo4j_store.drawn_facts()) == MemoryStore.of(source).facts()
