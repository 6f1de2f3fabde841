from __future__ import annotations

from typing import Any

import pytest

from evaluation.causes import Insight, causes, listed, why_missed, why_wrong
from tests.evaluation.made import gold, gold_claim, read_claim


@pytest.mark.parametrize(
    ("change", "spare", "cause"),
    [
        ({"object": "SY"}, [read_claim()], "read with another object"),
        ({"object": ["Green Bank"]}, [], "object's name not found"),
        ({"relation": "vetoed", "item": None}, [], "no trigger"),
        ({"item": "tank"}, [], "item not found"),
        ({"object": ["Blue Bank"]}, [], "object named in another sentence"),
        ({"object": "JP"}, [], "names and trigger there, not joined"),
    ],
)
def test_a_missed_claim_has_a_likely_cause(change: dict[str, Any], spare: list[dict[str, Any]], cause: str) -> None:
    claim = gold_claim(**change)
    assert why_missed(claim, spare, Insight(gold(claim))) == cause


def test_a_claim_lost_to_its_stance_names_the_word() -> None:
    text = "Iran would send drones to Russia."
    claim = gold_claim(evidence=text)
    assert "would" in why_missed(claim, [], Insight(gold(claim, text=text)))


@pytest.mark.parametrize(
    ("claim", "cause"),
    [
        (read_claim(), "said once, read twice"),
        (read_claim(object={"name": "Syria", "iso2": "SY"}), "gold has another object"),
        (read_claim(relation="attacked"), "gold has another relation"),
        (
            read_claim(relation="attacked", object={"name": "Syria", "iso2": "SY"}),
            "gold has other claims in the sentence",
        ),
        (
            read_claim(object={"name": "Syria", "iso2": "SY"}, evidence="The Blue Bank paid."),
            "gold has nothing in the sentence",
        ),
    ],
)
def test_a_wrong_claim_is_held_against_what_the_gold_has(claim: dict[str, Any], cause: str) -> None:
    assert why_wrong(claim, [gold_claim()], [gold_claim()]) == cause


def test_causes_are_counted_and_listed() -> None:
    articles, read = [gold(gold_claim(), gold_claim(relation="vetoed", item=None))], {"made": [read_claim()]}
    assert "    1  no trigger" in causes(articles, read)
    assert listed(articles, read, "missed") == "90 vetoed IR RU - | no trigger | " + gold_claim()["evidence"]
