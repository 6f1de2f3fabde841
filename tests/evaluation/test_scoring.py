from __future__ import annotations

import pytest

from evaluation.scoring import Figures, score
from evaluation.tables import line, table
from tests.evaluation.made import gold, gold_claim, read_claim


def test_what_agrees_counts_as_hit_and_the_rest_as_missed_or_wrong() -> None:
    article = gold(gold_claim(), gold_claim(relation="tested", object=None))
    total = score([article], {"made": [read_claim(), read_claim(relation="attacked"), read_claim(relation="attacked")]})
    assert (total.core.gold, total.core.got, total.core.hit) == (2, 3, 1)
    assert total.of("tested") == Figures(1, 0, 0)
    assert [total.core.precision, total.core.recall, total.core.f1] == pytest.approx([1 / 3, 0.5, 0.4])


def test_an_item_one_step_away_agrees_in_core_and_not_in_strict() -> None:
    total = score([gold(gold_claim())], {"made": [read_claim(item="attack-drone")]})
    assert (total.core.hit, total.strict.hit) == (1, 0)


def test_attributes_are_counted_on_claims_that_agree() -> None:
    total = score([gold(gold_claim())], {"made": [read_claim(when=None, asserted_by=[])]})
    assert dict(total.right) == {
        "quantity": 1, "quantity, where gold has one": 1, "when": 0, "when, where gold has one": 0, "status": 1,
        "asserted_by": 0, "asserted_by, where gold has one": 0,
    }  # fmt: skip


def test_words_that_are_not_in_the_article_are_counted() -> None:
    claims = [read_claim(evidence="Iran sent 50 drones."), read_claim(evidence="  "), read_claim()]
    assert score([gold(gold_claim())], {"made": claims}).not_in_text == 2


def test_claims_on_an_irrelevant_article_are_counted() -> None:
    assert score([gold(relevant=False)], {"made": [read_claim()]}).on_irrelevant == 1


def test_nothing_read_and_nothing_there_give_zeros() -> None:
    assert (Figures(0, 0, 0).f1, Figures(3, 0, 0).precision, Figures(0, 3, 0).recall) == (0, 0, 0)


def test_the_table_sets_scores_side_by_side() -> None:
    one = score([gold(gold_claim())], {"made": [read_claim()]})
    rows = table({"here": one, "there": score([gold(gold_claim())], {})}).splitlines()
    assert "here, 1 articles" in rows[0]
    assert "there, 1 articles" in rows[0]
    assert rows[2].split() == [
        "supplied",
        "1",
        "1",
        "1",
        "1.000",
        "1.000",
        "1.000",
        "1",
        "0",
        "0",
        "0.000",
        "0.000",
        "0.000",
    ]
    assert line(one.core) == "P 1.000  R 1.000  F1 1.000"
