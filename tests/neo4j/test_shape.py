"""The graph as somebody sees it who asks the server without us: the shape that docs/neo4j.md tells."""

from __future__ import annotations

from typing import Any

import pytest
from neo4j import Driver

from graph.model import Article, Claim, Quantity
from graph.ontology import broader_items, items, narrower_items
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading
from tests.queries.made_ledger import MADE

pytestmark = pytest.mark.neo4j

ARTICLE = make_article(publisher="The Paper", agency="A Wire", published="2024-05-06", document="1")
CLAIM = make_claim(
    ARTICLE,
    asserted_by=("org:msmt", "person:ann-example"),
    quantity=Quantity(9.5, "min", "tonne"),
    when="2024-03",
    marks=((0, 11), (27, 33)),
    why=("supplied: sent",),
)


def ask(driver: Driver, cypher: str, **parameters: Any) -> list[list[Any]]:
    return [record.values() for record in driver.execute_query(cypher, parameters).records]


def node(driver: Driver, node_id: str) -> tuple[set[str], dict[str, Any]]:
    [[labels, properties]] = ask(driver, "MATCH (n {id: $id}) RETURN labels(n), properties(n)", id=node_id)
    assert properties.pop("digest")
    return set(labels), properties


@pytest.fixture
def driver(neo4j_store: Neo4jStore, neo4j_driver: Driver) -> Driver:
    """A driver on a graph of one claim."""
    neo4j_store.push(ReadingsSource([make_reading(ARTICLE, [CLAIM])]))
    return neo4j_driver


def test_an_entity_bears_its_kind_as_a_label(driver: Driver) -> None:
    labels, properties = node(driver, "person:ann-example")
    assert labels == {"SanctionsGraph", "Entity", "Person"}
    assert properties == {
        "id": "person:ann-example", "kind": "Person", "name": "Ann Example", "minted": True,
    }  # fmt: skip
    labels, properties = node(driver, "state:KP")
    assert labels == {"SanctionsGraph", "Entity", "State"}
    assert (properties["iso2"], properties["iso3"], properties["minted"]) == ("KP", "PRK", False)
    assert "DPRK" in properties["aliases"]


def test_an_article_has_its_text_and_its_origin_and_no_property_that_says_nothing(driver: Driver) -> None:
    labels, properties = node(driver, ARTICLE.id)
    assert labels == {"SanctionsGraph", "Article"}
    assert properties == {
        "id": ARTICLE.id, "text": ARTICLE.text, "publisher": "The Paper", "agency": "A Wire", "published": "2024-05-06",
        "document": "1", "relevant": True, "origin": "A Wire",
    }  # fmt: skip


def test_a_claim_has_its_words_its_days_and_its_article_s_publisher(driver: Driver) -> None:
    labels, properties = node(driver, CLAIM.id)
    assert labels == {"SanctionsGraph", "Claim"}
    assert properties == {
        "id": CLAIM.id, "relation": "supplied", "status": "affirmed", "when": "2024-03", "earliest": "2024-03-01",
        "latest": "2024-03-31", "quantity_value": 9.5, "quantity_bound": "min", "quantity_unit": "tonne",
        "sentence": ARTICLE.text, "start": 0, "end": len(ARTICLE.text), "marks": "[[0,11],[27,33]]",
        "why": ["supplied: sent"], "extractor": "sanctionsgraph", "version": "0", "published": "2024-05-06",
        "publisher": "The Paper", "origin": "A Wire",
    }  # fmt: skip


def test_a_claim_leads_to_all_that_it_names_asserters_in_order(driver: Driver) -> None:
    cypher = "MATCH (:Claim)-[r]->(n) RETURN type(r), n.id, properties(r) ORDER BY type(r), r.order"
    assert ask(driver, cypher) == [
        ["ASSERTED_BY", "org:msmt", {"order": 0}],
        ["ASSERTED_BY", "person:ann-example", {"order": 1}],
        ["ITEM", "item:artillery-ammunition", {}],
        ["OBJECT", "state:RU", {}],
        ["QUOTED_FROM", ARTICLE.id, {}],
        ["SUBJECT", "state:KP", {}],
    ]


def test_a_fact_is_an_edge_that_counts_its_claims(driver: Driver) -> None:
    [fact] = MemoryStore.of(ReadingsSource([make_reading(ARTICLE, [CLAIM])])).facts()
    [[properties]] = ask(driver, "MATCH (:State {id: 'state:KP'})-[f:SUPPLIED]->(:State) RETURN properties(f)")
    assert properties.pop("digest")
    assert properties == {
        "id": fact.id, "item": "artillery-ammunition", "claims": [CLAIM.id], "affirmed": 1, "denied": 0,
        "unconfirmed": 0, "planned": 0, "origins": 1, "first": "2024-03-01", "last": "2024-03-31",
    }  # fmt: skip


def test_the_whole_taxonomy_is_there_weapons_under_a_label_of_their_own(driver: Driver) -> None:
    rows = ask(
        driver, "MATCH (n:Item) RETURN n.slug, n:WeaponType, [(n)-[:BROADER*]->(b) | b.slug], n.label ORDER BY n.id"
    )
    weapons = narrower_items("weapon")
    assert rows == [
        [slug, slug in weapons, list(broader_items(slug)[1:]), items()[slug].label] for slug in sorted(items())
    ]


def test_facts_are_drawn_as_in_memory(neo4j_store: Neo4jStore, neo4j_driver: Driver) -> None:
    neo4j_store.push(MADE)
    edges = ask(neo4j_driver, "MATCH (s:Entity)-[f]->(o) RETURN s.id, o.id, f.id, type(f)")
    drawn = MemoryStore.of(MADE).graph.edges(data=True, keys=True)
    assert sorted(map(tuple, edges)) == sorted((u, v, key, data["type"]) for u, v, key, data in drawn if "fact" in data)
    assert sorted(fact.id for fact in neo4j_store.drawn_facts()) == sorted(edge[2] for edge in edges)


def test_every_node_bears_the_project_s_label(neo4j_store: Neo4jStore, neo4j_driver: Driver) -> None:
    neo4j_store.push(MADE)
    assert ask(neo4j_driver, "MATCH (n) WHERE NOT n:SanctionsGraph AND NOT n:TestsOfSanctionsGraph RETURN n") == []


def test_what_a_hostile_page_says_is_kept_as_it_is_and_run_nowhere(
    neo4j_store: Neo4jStore, neo4j_driver: Driver
) -> None:
    words = "x' }) DETACH DELETE n // `:Label` $id ${id} \\u0027 {id: 1} \x00\x07 \U0001f680"
    article = Article("article:1", words, title=words, publisher=words)
    claim = Claim(
        "claim:1", article.id, "supplied", "state:KP", "state:RU", None, None, None, (), "affirmed", words, 0, 1
    )
    source = ReadingsSource([make_reading(article, [claim])])
    neo4j_store.push(source)
    assert (list(neo4j_store.articles()), list(neo4j_store.claims())) == ([article], [claim])
    assert ask(neo4j_driver, "MATCH (n:Article) RETURN n.title") == [[words]]
