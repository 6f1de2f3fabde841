from __future__ import annotations

import pytest

from graph.model import Quantity
from graph.wording import deed_in_words, quantity_in_words, standing


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (None, ""),
        (Quantity(6), "6"),
        (Quantity(100, "min"), "at least 100"),
        (Quantity(1e6, "max", "barrel"), "up to 1,000,000 barrels"),
        (Quantity(1, "exact", "container"), "1 container"),
        (Quantity(2.5, "about", "box"), "about 2.5 boxes"),
        (Quantity(6e8, "min", "USD"), "at least 600,000,000 USD"),
    ],
)
def test_a_quantity_keeps_its_bound_and_unit(quantity: Quantity | None, words: str) -> None:
    assert quantity_in_words(quantity) == words


def test_a_deed_without_a_doer_is_someones() -> None:
    assert deed_in_words(None, "supplied", "Mali", "small arms") == "someone supplied Mali: small arms"


def test_a_claim_in_the_articles_own_voice_has_a_status_alone() -> None:
    assert standing("unconfirmed", ()) == "unconfirmed"
    assert standing("denied", ("Iran", "Russia")) == "denied by Iran, Russia"
