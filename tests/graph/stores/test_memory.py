from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from graph.model import Reading
from graph.ontology import items, relations
from graph.stores.base import Change
from graph.stores.memory import MemoryStore, claim_roles
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading, make_readings
from tests.graph.strategies import reading_lists


def store_of(*readings: Reading) -> MemoryStore:
    return MemoryStore.of(ReadingsSource(readings))


@given(reading_lists())
@settings(max_examples=12, deadline=None)
def test_a_store_gives_back_its_source_in_order(readings: list[Reading]) -> None:
    source = ReadingsSource(readings)
    with MemoryStore.of(source) as store:
        assert list(store.entities()) == list(source.entities())
        assert list(store.articles()) == list(source.articles())
        assert list(store.claims()) == list(source.claims())
        assert store.push(source) == [Change(kind, 0, 0) for kind in ("entities", "articles", "claims")]


@given(reading_lists())
@settings(max_examples=12, deadline=None)
def test_the_graph_has_every_node_with_its_record_and_no_edge_to_nowhere(readings: list[Reading]) -> None:
    store = store_of(*readings)
    graph = store.graph
    records = {node: data["node"] for node, data in graph.nodes(data=True)}
    assert all(records[node].id == node for node in records)
    assert len(records) == sum(
        len(list(nodes)) for nodes in (items(), store.entities(), store.articles(), store.claims())
    )
    for claim in store.claims():
        assert sorted((role, target) for _, target, role in graph.out_edges(claim.id, keys=True)) == sorted(
            claim_roles(claim)
        )
    drawn = [data["fact"] for _, _, data in graph.edges(data=True) if "fact" in data]
    assert sorted(fact.id for fact in drawn) == sorted(fact.id for fact in store.facts() if fact.subject)


def test_a_push_says_what_came_and_went_and_leaves_nothing_of_before() -> None:
    first, second, third = make_readings(3)
    store = store_of(first, second)
    assert len(store.facts()[0].claims) == 6
    assert first.article.id in store.graph
    changes = store.push(ReadingsSource([second, third]))
    assert changes == [Change("entities", 0, 0), Change("articles", 1, 1), Change("claims", 3, 3)]
    assert first.article.id not in store.graph
    assert {claim.article for claim in store.claims()} == {second.article.id, third.article.id}
    assert len(store.facts()[0].claims) == 6


def test_a_fact_is_an_edge_to_its_object_or_else_to_its_item() -> None:
    article = make_article()
    claims = [
        make_claim(article),
        make_claim(article, item="rocket"),
        make_claim(article, relation="tested", object=None, item="missile"),
        make_claim(article, subject=None, item="drone"),
    ]
    graph = store_of(make_reading(article, claims)).graph
    edges = [(u, v, data["type"]) for u, v, data in graph.edges(data=True) if "fact" in data]
    assert sorted(edges) == [
        ("state:KP", "item:missile", "TESTED"),
        ("state:KP", "state:RU", "SUPPLIED"),
        ("state:KP", "state:RU", "SUPPLIED"),
    ]
    assert {edge[2] for edge in edges} <= {relation.cypher for relation in relations().values()}


def test_a_claim_leads_to_all_that_it_names() -> None:
    claim = make_claim(make_article(), asserted_by=("org:msmt", "state:KP"))
    assert list(claim_roles(claim)) == [
        ("SUBJECT", "state:KP"),
        ("OBJECT", "state:RU"),
        ("ITEM", "item:artillery-ammunition"),
        ("ASSERTED_BY", "org:msmt"),
        ("ASSERTED_BY", "state:KP"),
        ("QUOTED_FROM", claim.article),
    ]


def test_an_item_leads_to_the_broader_one() -> None:
    graph = MemoryStore().graph
    assert graph.has_edge("item:ballistic-missile", "item:missile", key="BROADER")
    assert not list(graph.successors("item:weapon"))


def test_digests_tell_stores_apart_that_differ_in_anything() -> None:
    reading = make_reading()
    same, other = store_of(reading), store_of(replace(reading, article=replace(reading.article, publisher="B")))
    assert store_of(reading).digests() == same.digests()
    assert {kind: same.digests()[kind] == other.digests()[kind] for kind in same.digests()} == {
        "entities": True,
        "articles": False,
        "claims": True,
    }
    assert MemoryStore().digests()["claims"] == (0, "")
