from __future__ import annotations

import pytest

from graph.exports.denials import covers, denials
from graph.selection import Selection, select
from graph.stores.memory import MemoryStore
from queries.disputes import disputes
from tests.graph.builders import make_article, make_claim
from tests.queries.made_ledger import MADE


def test_it_is_the_rule_of_the_question_disputes() -> None:
    store = MemoryStore.of(MADE)
    found = denials(select(store, Selection()).claims)
    pairs = {(denied, claim.id) for denied, rivals in found.items() for claim in rivals}
    asked = disputes(store)
    assert pairs == {(no, yes) for row in asked for no in row.denied_claims for yes in row.affirmed_claims} != set()


@pytest.mark.parametrize(
    ("denied", "affirmed", "is_all"),
    [
        (None, "missile", True),
        ("weapon", "missile", True),
        ("missile", "missile", True),
        ("missile", "weapon", False),
        ("missile", None, False),
    ],
)
def test_a_denial_of_the_broader_thing_holds_the_narrower(
    denied: str | None, affirmed: str | None, is_all: bool
) -> None:
    article = make_article()
    no, yes = make_claim(article, item=denied, status="denied"), make_claim(article, item=affirmed)
    assert covers(no, yes) == is_all
    assert denials([no, yes]) == {no.id: [yes]}


def test_other_parties_or_things_are_not_spoken_against() -> None:
    article = make_article()
    no = make_claim(article, item="drone", status="denied")
    others = [make_claim(article, item="missile"), make_claim(article, object="state:IR", item="drone")]
    assert denials([no, *others]) == {}
