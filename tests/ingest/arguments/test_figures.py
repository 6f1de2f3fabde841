from __future__ import annotations

import pytest

from graph.model import Quantity
from tests.ingest.reading import read

FIGURES = {
    "Iran sent 20 drones to Sudan.": Quantity(20, "exact", None),
    "Iran sent Sudan 20 spy drones.": Quantity(20, "exact", None),
    "Iran sent more than 200 Chinese-made drones to Sudan.": Quantity(200, "min", None),
    "Iran sent three containers of drones to Sudan.": Quantity(3, "exact", "container"),
    "Iran sent three shiploads of drones to Sudan.": Quantity(3, "exact", "shipload"),
    "Iran sent drones worth over $40 million to Sudan.": Quantity(40_000_000, "min", "USD"),
    "On 6 January 2,116 drones were sent to Sudan by Iran.": Quantity(2116, "exact", None),
    "Iran sends 40 drones a month to Sudan.": Quantity(40, "exact", "a month"),
    "Iran sent Sudan 300 of the 400 drones it had made.": Quantity(300, "exact", None),
    "Iran sent Sudan about 300 of its drones.": Quantity(300, "about", None),
    "Iran sent half of the 400 drones to Sudan.": None,
    "Iran sent dozens of drones to Sudan.": None,
    "Iran sent drones to Sudan in 20 flights.": None,
    "Iran sent drones to Sudan after 20 attacks.": None,
}


@pytest.mark.parametrize(("sentence", "quantity"), FIGURES.items(), ids=FIGURES)
def test_a_figure_counts_the_goods_or_what_they_came_in(sentence: str, quantity: Quantity | None) -> None:
    claims = [claim for claim in read(sentence).claims if claim.item == "drone" and claim.relation == "supplied"]
    assert [claim.quantity for claim in claims] == [quantity]


@pytest.mark.parametrize(
    ("sentence", "relation", "quantities"),
    [
        (
            "Iran fired more than 300 drones and missiles at Israel.",
            "attacked",
            {"drone": Quantity(300, "min", None), "missile": Quantity(300, "min", None)},
        ),
        (
            "Iran sent Sudan 1,000 AK-47s and over 300,000 rounds of ammunition.",
            "supplied",
            {"small-arms": Quantity(1000, "exact", None), "ammunition": Quantity(300_000, "min", "round")},
        ),
        ("Iran sent a battalion of 900 troops to Sudan.", "deployed", {"troops": Quantity(900, "exact", None)}),
        (
            "Iran sent Sudan 20 tanks and ammunition.",
            "supplied",
            {"tank": Quantity(20, "exact", None), "ammunition": None},
        ),
        (
            "Iran sent Sudan 20 tanks and several missiles.",
            "supplied",
            {"tank": Quantity(20, "exact", None), "missile": None},
        ),
        (
            "Russia sent Libya three Pantsir batteries.",
            "supplied",
            {"air-defence-system": Quantity(3, "exact", "battery")},
        ),
        (
            "Turkey has trained more than 15,000 Libyan soldiers.",
            "assisted",
            {"training": Quantity(15_000, "min", "soldier")},
        ),
        (
            "American forces have carried out at least 22 strikes against the Houthis.",
            "attacked",
            {None: Quantity(22, "min", "strike")},
        ),
        ("Russia fired 20 Iranian-made drones at Ukraine.", "produced", {"drone": None}),
    ],
)  # fmt: skip
def test_each_item_has_its_own_figure(sentence: str, relation: str, quantities: dict[str | None, Quantity]) -> None:
    claims = [claim for claim in read(sentence).claims if claim.relation == relation]
    assert {claim.item: claim.quantity for claim in claims} == quantities


def test_a_measure_stands_on_each_of_what_it_is_of() -> None:
    claims = read("Iran shipped at least 750 tons of missiles and radars to Sudan.").claims
    supplied = {claim.item: claim.quantity for claim in claims if claim.relation == "supplied"}
    assert supplied == {"missile": Quantity(750, "min", "ton"), "radar": Quantity(750, "min", "ton")}


def test_the_month_of_may_leaves_nothing_open() -> None:
    (claim,) = read("On 3 May the United States had sanctioned Keremet Bank.").claims
    assert (claim.status, claim.when) == ("affirmed", "2025-05-03")
