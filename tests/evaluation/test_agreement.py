from __future__ import annotations

import pytest

from evaluation.agreement import entity_agrees, item_distance, pairs, quantity_agrees, sources_agree
from tests.evaluation.made import gold_claim, read_claim


@pytest.mark.parametrize(
    ("gold", "got", "agrees"),
    [
        ("KP", {"name": "whatever", "iso2": "KP"}, True),
        ("KP", {"name": "KP"}, False),
        ("KP", {"name": "South Korea", "iso2": "KR"}, False),
        (["The Blue Bank", "Blue"], {"name": "Blue Bank"}, True),
        (["Blue Bank"], {"name": "Bank", "aliases": ["the blue bank"]}, True),
        (["Blue Bank"], {"name": "Blue"}, False),
        (["Russia"], {"name": "Russia", "iso2": "RU"}, False),
        (None, None, True),
        (None, {"name": "Blue"}, False),
        ("KP", None, False),
    ],
)
def test_an_entity_agrees_by_code_or_by_a_name(
    gold: str | list[str] | None, got: dict[str, str] | None, agrees: bool
) -> None:
    assert entity_agrees(gold, got) is agrees


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("drone", "drone", 0), (None, None, 0), ("drone", "attack-drone", 1), ("attack-drone", "drone", 1),
        ("attack-drone", "weapon", 9), ("drone", "tank", 9), ("drone", None, 9), ("drone", "no-such-thing", 9),
    ],
)  # fmt: skip
def test_items_agree_exactly_or_one_step_away(one: str | None, other: str | None, distance: int) -> None:
    assert item_distance(one, other) == distance


def test_a_quantity_agrees_in_value_and_bound_whatever_the_unit() -> None:
    forty = {"value": 40, "bound": "min", "unit": None}
    assert quantity_agrees(forty, {"value": 40.0, "bound": "min", "unit": "crate"})
    assert quantity_agrees(None, None)
    assert not quantity_agrees(forty, {"value": 40, "bound": "exact"})
    assert not quantity_agrees(forty, None)
    assert not quantity_agrees(forty, {"value": "many", "bound": "min"})


def test_sources_agree_in_any_order_but_all_of_them() -> None:
    japan, russia = {"name": "Japan", "iso2": "JP"}, {"name": "Russia", "iso2": "RU"}
    assert sources_agree(["JP", "RU"], [russia, japan])
    assert not sources_agree(["JP"], [russia, japan])
    assert sources_agree([], None)


def test_one_claim_takes_one_gold_claim_and_the_same_item_comes_first() -> None:
    gold = [gold_claim(item="attack-drone"), gold_claim(item="drone")]
    assert pairs(gold, [read_claim(item="drone")]) == [(1, 0, 0)]
    assert sorted(pairs(gold, [read_claim(item="drone"), read_claim(item="drone")])) == [(0, 1, 1), (1, 0, 0)]


def test_among_equals_the_one_with_the_same_date_is_taken() -> None:
    gold = [gold_claim(when="2023"), gold_claim(when="2024")]
    assert pairs(gold, [read_claim(when="2024")]) == [(1, 0, 0)]
