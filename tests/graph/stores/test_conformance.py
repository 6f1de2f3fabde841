"""What every store must do, held against each: the one in memory, and the one on a real Neo4j server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from graph.model import Quantity, Reading
from graph.stores.base import Change, Source, Store
from graph.stores.memory import MemoryStore
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_entity, make_reading, make_readings
from tests.graph.strategies import reading_lists

KINDS = ("entities", "articles", "claims")
NOTHING = ReadingsSource([])


@pytest.fixture(params=["memory", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store of each sort."""
    if request.param == "memory":
        with MemoryStore() as memory:
            yield memory
    else:
        yield request.getfixturevalue("neo4j_store")


def counts(changes: list[Change]) -> dict[str, tuple[int, int]]:
    return {change.kind: (change.added, change.removed) for change in changes if change.kind in KINDS}


def assert_holds(store: Store, source: Source) -> None:
    assert list(store.entities()) == list(source.entities())
    assert list(store.articles()) == list(source.articles())
    assert list(store.claims()) == list(source.claims())
    assert store.facts() == MemoryStore.of(source).facts()
    assert store.digests() == MemoryStore.of(source).digests()


# Each example starts from what the one before left, so that additions, changes and removals meet.
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(reading_lists())
def test_a_store_holds_just_what_was_pushed_last(store: Store, readings: list[Reading]) -> None:
    source = ReadingsSource(readings)
    before = {kind: {node.id for node in getattr(store, kind)()} for kind in KINDS}
    after = {kind: {node.id for node in getattr(source, kind)()} for kind in KINDS}
    expected = {kind: (len(after[kind] - before[kind]), len(before[kind] - after[kind])) for kind in KINDS}
    assert counts(store.push(source)) == expected
    assert_holds(store, source)
    assert counts(store.push(source)) == dict.fromkeys(KINDS, (0, 0))


def test_a_store_that_was_given_nothing_is_empty(store: Store) -> None:
    assert counts(store.push(NOTHING)) == dict.fromkeys(KINDS, (0, 0))
    assert_holds(store, NOTHING)
    assert store.digests()["claims"] == (0, "")


def test_an_article_that_is_gone_takes_its_claims_and_what_only_they_name(store: Store) -> None:
    kept, gone = make_readings(2)
    other = make_article("Mali tested a drone.")
    only = make_reading(other, [make_claim(other, relation="tested", subject="org:firm", object=None, item="drone")])
    store.push(ReadingsSource([kept, gone, only]))
    assert counts(store.push(ReadingsSource([kept]))) == {"entities": (0, 1), "articles": (0, 2), "claims": (0, 4)}
    assert_holds(store, ReadingsSource([kept]))


def test_what_has_changed_under_its_old_id_is_brought_up_to_date(store: Store) -> None:
    article = make_article(publisher="The Old Name")
    claim = make_claim(article)
    firm = make_entity("org:firm", aliases=("The Firm",))
    store.push(ReadingsSource([make_reading(article, [claim], [firm])]))
    renewed = make_reading(
        replace(article, publisher="The New Name", relevant=False, reason=""),
        [replace(claim, version="2", why=("another rule",), marks=((0, 5), (6, 9)))],
        [replace(firm, kind="Company", name="A Firm", aliases=(), wikidata="Q1")],
    )
    assert counts(store.push(ReadingsSource([renewed]))) == dict.fromkeys(KINDS, (0, 0))
    assert_holds(store, ReadingsSource([renewed]))


def test_the_order_of_asserters_and_every_part_of_a_claim_is_kept(store: Store) -> None:
    article = make_article(
        "Iran, said the team, Oslo and Russia, may have sent 1.5 tonnes of oil.", published="2024-01-01"
    )
    asserters = ("org:msmt", "state:RU", "org:another", "state:IR", "state:NO")
    claims = [
        make_claim(article, subject=None, asserted_by=asserters, status="unconfirmed", when="2024-03/.."),
        make_claim(article, subject=None, asserted_by=asserters[::-1], quantity=Quantity(1.5, "min", "tonne")),
        make_claim(article, object=None, item=None, quantity=Quantity(100), when="XXXX-04"),
        make_claim(article, object="state:KP", quantity=Quantity(1e300, "about")),
    ]
    source = ReadingsSource([make_reading(article, claims)])
    store.push(source)
    assert_holds(store, source)


def test_copies_of_one_story_count_once_and_apart_again_when_the_one_that_told_it_is_gone(store: Store) -> None:
    lorries = [f"The {number}th lorry of the convoy was seen." for number in range(20)]
    story = " ".join(["North Korea sent shells to Russia.", *lorries])
    parts = [make_article(story[:350], publisher="Bay Courier"), make_article(story[350:], publisher="Morning Ledger")]
    whole = make_article(story, agency="A Wire")
    readings = [make_reading(article, [make_claim(article, article.text[-20:])]) for article in (*parts, whole)]
    store.push(ReadingsSource(readings))
    assert [fact.origins for fact in store.facts()] == [1]
    assert_holds(store, ReadingsSource(readings))
    store.push(ReadingsSource(readings[:2]))
    assert [fact.origins for fact in store.facts()] == [2]
    assert_holds(store, ReadingsSource(readings[:2]))
