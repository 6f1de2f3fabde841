"""What each question answers on the made ledger, and what holds on any."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Reading
from graph.stores.memory import MemoryStore
from graph.when import bounds
from queries.arms_transfers import arms_transfers
from queries.catalogue import QUESTIONS, answer
from queries.disputes import disputes
from queries.entity_record import entity_record
from queries.monitoring import monitoring
from queries.sanctions import sanctions
from queries.treaties import treaties
from queries.vetoes import vetoes
from queries.violations import violations
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading
from tests.graph.strategies import reading_lists
from tests.queries.asking import least
from tests.queries.made_ledger import MADE

STORE = MemoryStore.of(MADE)

OF_RELATIONS: dict[Callable[..., list[Any]], set[str]] = {
    monitoring: {"monitors", "succeeded"},
    vetoes: {"vetoed", "abstained", "voted_for", "voted_against"},
    treaties: {"signed", "withdrew_from"},
    sanctions: {"sanctioned", "delisted"},
    violations: {"violated"},
}


def store_of(*claims: dict[str, Any]) -> MemoryStore:
    """Return a store with these claims: unless told otherwise North Korea supplied Russia with shells."""
    article = make_article()
    return MemoryStore.of(ReadingsSource([make_reading(article, [make_claim(article, **claim) for claim in claims])]))


def test_an_item_takes_narrower_ones_in_and_nothing_else() -> None:
    items = {row.item for row in arms_transfers(STORE, item="missile")}
    assert items == {"missile", "ballistic-missile", "short-range-ballistic-missile"}
    assert arms_transfers(STORE, item="intercontinental-ballistic-missile") == []


def test_arms_are_weapons_and_what_is_left_unnamed_but_oil_must_be_asked_for() -> None:
    items = {row.item for row in arms_transfers(STORE)}
    assert None in items
    assert "petroleum" not in items
    [oil] = arms_transfers(STORE, item="commodity")
    assert (oil.supplier_name, oil.receiver_name, oil.quantity, oil.bound, oil.unit) == (
        "Russia", "North Korea", 1e6, "max", "barrel",
    )  # fmt: skip


def test_denials_and_plans_bear_their_status_and_who_says_so() -> None:
    found = {(row.item, row.status): row.asserted_by for row in arms_transfers(STORE, supplier="state:KP")}
    assert found["weapon", "denied"] == ("North Korea", "Russia")
    assert ("rocket", "planned") in found
    assert ("short-range-ballistic-missile", "unconfirmed") in found


def test_an_unnamed_giver_is_nobody_and_matches_no_supplier() -> None:
    [row] = [row for row in arms_transfers(STORE) if row.supplier is None]
    assert (row.supplier_name, row.receiver_name) == (None, "March 23 Movement")
    assert row not in arms_transfers(STORE, supplier="state:KP")


def test_dates_keep_what_may_overlap_and_leave_out_the_undated() -> None:
    rows = arms_transfers(STORE, start="2025-01-01", end="2025-12-31")
    assert [(row.item, row.when) for row in rows] == [("attack-drone", "2022-08/.."), ("rocket", "2025-06")]
    assert all(row.when for row in arms_transfers(STORE, end="2030-01-01"))


def test_rows_go_by_date_with_the_undated_last() -> None:
    store = store_of({"when": None}, {"when": "../2020"}, {"when": "2024-03"}, {"when": "2023"})
    assert [row.when for row in arms_transfers(store)][:2] == ["2023", "2024-03"]
    assert {row.when for row in arms_transfers(store)[2:]} == {None, "../2020"}


def test_a_record_holds_what_an_entity_did_and_what_was_done_to_it() -> None:
    rows = entity_record(STORE, about="state:KP")
    assert {row.relation for row in rows if row.role == "object"} == {"supplied", "assisted", "cooperates_with"}
    assert len([row for row in rows if row.role == "subject"]) == 14
    assert [row.item for row in entity_record(STORE, about="state:KP", item="personnel")] == ["troops"]


def test_a_claim_of_itself_upon_itself_is_in_the_record_twice() -> None:
    rows = entity_record(store_of({"object": "state:KP"}), about="state:KP")
    assert [row.role for row in rows] == ["object", "subject"]


def test_monitoring_tells_who_monitors_and_who_took_over() -> None:
    rows = [(row.body, row.relation, row.target) for row in monitoring(STORE, about="org:un-1718-panel-of-experts")]
    assert rows == [
        ("org:un-1718-panel-of-experts", "monitors", "treaty:unscr-1718"),
        ("org:msmt", "succeeded", "org:un-1718-panel-of-experts"),
    ]


def test_votes_tell_who_voted_how_and_a_threat_is_planned() -> None:
    rows = [(row.voter, row.vote, row.status) for row in vetoes(STORE, about="treaty:unscr-1874")]
    assert rows == [("state:CN", "voted_against", "affirmed"), ("state:RU", "vetoed", "planned")]
    assert {row.symbol for row in vetoes(STORE, about="treaty:unscr-1874")} == {"S/RES/1874 (2009)"}
    assert len(vetoes(STORE, start="2024-03-28", end="2024-03-28")) == 4


def test_treaties_stand_in_order_of_name_by_code_point() -> None:
    names = list(dict.fromkeys(row.treaty_name for row in treaties(STORE)))
    assert names[-2:] == ["\uff30act of the Bay", "𝐏act of the Bay"]
    assert [(row.party, row.act) for row in treaties(STORE, about="treaty:npt")] == [("state:KP", "withdrew_from")]


def test_sanctions_are_imposed_and_lifted() -> None:
    assert {(row.act, row.target_name) for row in sanctions(STORE, about="state:US")} == {
        ("sanctioned", "Harbour Trading"), ("sanctioned", "Zoë Ardal"), ("delisted", "Öst Wind"),
    }  # fmt: skip


def test_violations_tell_of_what_and_by_whom_alleged() -> None:
    [row] = violations(STORE, about="state:RU")
    assert (row.breached_name, row.symbol) == ("UN Security Council resolution 1718 (2006)", "S/RES/1718 (2006)")
    assert row.asserted_by == ("Multilateral Sanctions Monitoring Team",)


def test_a_general_denial_disputes_every_narrower_claim() -> None:
    rows = disputes(STORE, about="state:KP")
    assert [(row.affirmed_item, row.denied_item) for row in rows] == [
        ("artillery-ammunition", "weapon"), ("ballistic-missile", "weapon"), ("missile", "weapon"),
    ]  # fmt: skip
    assert {row.denied_by for row in rows} == {("North Korea", "Russia")}
    assert rows[1].affirmed_by == ("Multilateral Sanctions Monitoring Team",)


def test_a_denial_without_an_item_disputes_all_and_a_narrower_denial_the_broader_claim() -> None:
    pairs = {
        (row.relation, row.subject, row.affirmed_item, row.denied_item) for row in disputes(STORE, about="state:IR")
    }
    assert pairs == {("produced", "state:IR", "drone", "attack-drone"), ("supplied", "state:IR", "attack-drone", None)}
    assert len(disputes(STORE, about="state:IR", item="attack-drone")) == 2
    assert disputes(STORE, about="state:IR", item="missile") == []


@pytest.mark.parametrize(
    "denied",
    [
        {"item": "missile"},
        {"object": "state:IR"},
        {"object": None},
        {"subject": "state:IR"},
        {"relation": "assisted"},
        {"status": "unconfirmed"},
        {"status": "planned"},
    ],
    ids=str,
)
def test_what_differs_in_more_than_the_breadth_of_the_item_is_no_dispute(denied: dict[str, Any]) -> None:
    assert len(disputes(store_of({}, {"status": "denied"}))) == 1
    assert disputes(store_of({}, {"status": "denied"} | denied)) == []


def test_both_sides_of_a_dispute_list_their_claims_together() -> None:
    [row] = disputes(
        store_of({}, {"when": "2024"}, {"when": "2023-05"}, {"status": "denied", "asserted_by": ("state:RU",)})
    )
    assert (len(row.affirmed_claims), len(row.denied_claims)) == (3, 1)
    assert row.affirmed_claims == tuple(sorted(row.affirmed_claims))
    assert (row.first, row.last) == ("2023-05-01", "2024-12-31")


def test_dates_bound_what_is_affirmed() -> None:
    store = store_of({"when": "2024"}, {"status": "denied"})
    assert len(disputes(store, start="2024-06-01")) == 1
    assert disputes(store, start="2025-01-01") == []


@settings(max_examples=40, deadline=None)
@given(reading_lists())
def test_every_claim_of_its_relations_is_a_row_and_nothing_else(readings: list[Reading]) -> None:
    store = MemoryStore.of(ReadingsSource(readings))
    for ask, relations in OF_RELATIONS.items():
        wanted = sorted(claim.id for claim in store.claims() if claim.relation in relations)
        assert sorted(row.claim for row in ask(store)) == wanted


@settings(max_examples=40, deadline=None)
@given(reading_lists(), st.dates().map(str))
def test_a_window_keeps_just_the_claims_that_may_hold_within(readings: list[Reading], day: str) -> None:
    store = MemoryStore.of(ReadingsSource(readings))
    spans = {claim.id: bounds(claim.when) for claim in store.claims()}
    for ask in OF_RELATIONS:
        within = {row.claim for row in ask(store, start=day, end=day)}
        for row in ask(store):
            first, last = spans[row.claim]
            holds = bool(first or last) and (first or day) <= day <= (last or day)
            assert (row.claim in within) is holds


@settings(max_examples=25, deadline=None)
@given(reading_lists())
def test_the_order_of_the_source_makes_no_difference(readings: list[Reading]) -> None:
    forward = MemoryStore.of(ReadingsSource(readings))
    backward = MemoryStore.of(ReadingsSource(readings[::-1]))
    for question in QUESTIONS.values():
        assert answer(forward, question.name, **least(question)) == answer(backward, question.name, **least(question))
