from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from graph.errors import StoreError, UsageError
from graph.model import Reading
from graph.ontology import narrower_items
from graph.selection import Selected, Selection, select
from graph.stores.memory import MemoryStore
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading
from tests.graph.strategies import reading_lists
from tests.queries.made_ledger import MADE

STORE = MemoryStore.of(MADE)


def store_of(*changes: dict[str, Any]) -> MemoryStore:
    """Return a store with the usual claim, once for each of `changes`."""
    article = make_article()
    return MemoryStore.of(
        ReadingsSource([make_reading(article, [make_claim(article, **change) for change in changes])])
    )


def parts(selected: Selected) -> set[tuple[str | None, str | None]]:
    return {(claim.subject, claim.object) for claim in selected.claims}


CHAIN = store_of(
    {"subject": "state:CN", "object": "state:KP"},
    {"subject": "state:KP", "object": "state:RU", "item": "ballistic-missile", "when": "2024-10"},
    {"subject": "state:RU", "object": "state:BY", "asserted_by": ("state:US",)},
    {"subject": "state:KP", "object": None, "relation": "tested", "item": "satellite", "when": "2023"},
)


def test_an_empty_selection_is_all_that_the_store_holds() -> None:
    selected = select(STORE, Selection())
    assert selected.entities == tuple(STORE.entities())
    assert selected.articles == tuple(STORE.articles())
    assert selected.claims == tuple(STORE.claims())
    assert selected.facts == tuple(STORE.facts())


def test_an_article_without_claims_belongs_to_everything_and_to_no_part() -> None:
    store = MemoryStore.of(ReadingsSource([make_reading(make_article("Rain is expected."), [])]))
    assert len(select(store, Selection()).articles) == 1
    assert select(store, Selection(statuses=("affirmed",))).articles == ()


@pytest.mark.parametrize(
    ("hops", "found"),
    [
        (0, {("state:KP", None)}),
        (1, {("state:CN", "state:KP"), ("state:KP", "state:RU"), ("state:KP", None)}),
        (2, {("state:CN", "state:KP"), ("state:KP", "state:RU"), ("state:KP", None), ("state:RU", "state:BY")}),
        (9, {("state:CN", "state:KP"), ("state:KP", "state:RU"), ("state:KP", None), ("state:RU", "state:BY")}),
    ],
)
def test_hops_go_from_fact_to_fact(hops: int, found: set[tuple[str | None, str | None]]) -> None:
    assert parts(select(CHAIN, Selection(about=("state:KP",), hops=hops))) == found


def test_no_hop_between_two_named_leaves_what_is_between_them() -> None:
    between = select(CHAIN, Selection(about=("state:RU", "state:BY"), hops=0))
    assert parts(between) == {("state:RU", "state:BY")}


def test_who_asserts_a_claim_leads_nowhere_but_comes_along() -> None:
    assert select(CHAIN, Selection(about=("state:US",), hops=3)).claims == ()
    assert "state:US" in {entity.id for entity in select(CHAIN, Selection(about=("state:BY",))).entities}


def test_an_item_stands_for_its_narrower_ones() -> None:
    assert parts(select(CHAIN, Selection(about=("item:missile",)))) == {("state:KP", "state:RU")}
    assert select(CHAIN, Selection(about=("item:short-range-ballistic-missile",))).claims == ()


def test_a_walk_takes_no_step_over_a_claim_that_is_left_out() -> None:
    store = store_of(
        {"subject": "state:KP", "object": "state:RU", "status": "denied"}, {"subject": "state:RU", "object": "state:BY"}
    )
    assert select(store, Selection(about=("state:KP",), hops=2, statuses=("affirmed",))).claims == ()


@pytest.mark.parametrize(
    ("start", "end", "whens"),
    [
        ("2024-10-31", None, {"2024-10"}),
        ("2024-11-01", None, set()),
        (None, "2023-01-01", {"2023"}),
        (None, "2022-12-31", set()),
        ("2023-06-01", "2024-10-01", {"2023", "2024-10"}),
        (None, None, {"2023", "2024-10", None}),
    ],
)
def test_claims_that_may_hold_on_one_of_the_days_pass_and_undated_ones_do_not(
    start: str | None, end: str | None, whens: set[str | None]
) -> None:
    assert {claim.when for claim in select(CHAIN, Selection(start=start, end=end)).claims} == whens


def test_an_open_date_passes_on_its_open_side() -> None:
    store = store_of({"when": "2023-09/.."}, {"when": "../2020", "status": "denied"})
    assert [claim.when for claim in select(store, Selection(start="2030-01-01")).claims] == ["2023-09/.."]
    assert [claim.when for claim in select(store, Selection(end="1999-01-01")).claims] == ["../2020"]


def test_facts_count_the_claims_selected_and_no_others() -> None:
    store = store_of({}, {"status": "denied"})
    (fact,) = select(store, Selection(statuses=("denied",))).facts
    assert (fact.affirmed, fact.denied) == (0, 1)


def test_an_entity_that_is_asked_about_is_there_without_a_claim() -> None:
    selected = select(STORE, Selection(about=("state:FJ",)))
    assert [entity.name for entity in selected.entities] == ["Fiji"]
    assert selected.claims == ()


@pytest.mark.parametrize(
    ("selection", "told"),
    [
        (Selection(about=("org:nobody",)), "no entity has the id 'org:nobody'"),
        (Selection(about=("item:sword",)), "no item 'sword'"),
        (Selection(relations=("gave",)), "no relation 'gave'"),
        (Selection(statuses=("true",)), "no status 'true'"),
        (Selection(hops=-1), "hops -1"),
        (Selection(start="2025-01-01", end="2024-12-31"), "lies after the last"),
    ],
)
def test_a_selection_that_makes_no_sense_is_refused(selection: Selection, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        select(STORE, selection)


def test_a_claim_on_something_that_the_store_lacks_is_an_error() -> None:
    article = make_article()
    source = ReadingsSource([Reading(article, (), (make_claim(article),))])
    with pytest.raises(StoreError, match="names the entity state:KP"):
        select(MemoryStore.of(source), Selection())


@settings(max_examples=30, deadline=None)
@given(reading_lists(max_size=3))
def test_a_part_is_closed_under_reference_and_in_order(readings: list[Reading]) -> None:
    store = MemoryStore.of(ReadingsSource(readings))
    for selection in (Selection(), Selection(about=("state:KP", "item:weapon"), hops=2), Selection(start="2024-01-01")):
        selected = select(store, selection)
        entities, articles = {e.id for e in selected.entities}, {a.id for a in selected.articles}
        for claim in selected.claims:
            assert entities.issuperset(filter(None, (claim.subject, claim.object, *claim.asserted_by)))
            assert claim.article in articles
        assert {claim.item for claim in selected.claims if claim.item} <= {item.slug for item in selected.items}
        for ids in (
            [e.id for e in selected.entities],
            [a.id for a in selected.articles],
            [c.id for c in selected.claims],
        ):
            assert ids == sorted(set(ids))
        assert sorted(c for fact in selected.facts for c in fact.claims) == [claim.id for claim in selected.claims]


def test_items_come_with_every_broader_one() -> None:
    slugs = {item.slug for item in select(CHAIN, Selection(relations=("tested",))).items}
    assert slugs == {"satellite", "weapon"}
    assert slugs <= narrower_items("weapon")
