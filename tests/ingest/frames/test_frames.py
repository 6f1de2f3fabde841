"""Sentences that say nothing, and sentences that say several things. All are made up."""

from __future__ import annotations

import pytest

from tests.ingest.reading import claims_of

NOTHING = [
    "The two sides met in Geneva.",
    "Iran sent a delegation to Moscow.",
    "Russia gave Iran a warning about drones.",
    "Analysts discussed drones and missiles.",
    "France supported the idea of a summit.",
    "The missiles made headlines in Israel.",
    "Ministers from Mali and Niger visited Moscow.",
    "The war in Ukraine went on.",
    "Ten soldiers died in Mali.",
    "Kenya bought flowers from Uganda.",
    "The president signed autographs.",
    "Canada listed its demands.",
    "Brazil left the room.",
    "The film about Hezbollah was tested on audiences in Lebanon.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_sounds_like_a_claim_is_none(sentence: str) -> None:
    assert claims_of(sentence) == []


def test_one_sentence_may_say_several_things() -> None:
    assert claims_of("Iran sent drones and missiles to Russia and Syria, and Japan imposed sanctions on Iran.") == [
        "IR supplied RU drone",
        "IR supplied RU missile",
        "IR supplied SY drone",
        "IR supplied SY missile",
        "JP sanctioned IR",
    ]


def test_votes_in_brackets_go_by_the_word_nearest_before() -> None:
    text = (
        "The Council did not renew the mandate of the UN Panel of Experts on North Korea. The draft received "
        "13 votes in favour to 1 against (Russian Federation), with 1 abstention (China)."
    )
    assert claims_of(text) == [
        "CN abstained org:un-1718-panel-of-experts",
        "RU voted_against org:un-1718-panel-of-experts",
    ]
