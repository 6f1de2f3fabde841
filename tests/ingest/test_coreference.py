from __future__ import annotations

import pytest

from tests.ingest.reading import claims_of

REFERENCE = {
    "Iran sent drones to Russia. It sent missiles to Syria.": ["IR supplied SY missile"],
    "Chad and Niger met. They signed the Arms Trade Treaty.": ["NE signed treaty:att", "TD signed treaty:att"],
    "North Korea sent shells to Russia. The North also sent rockets to Iran.": ["KP supplied IR rocket"],
    "The Lazarus Group met. The group stole cryptocurrency from Japan.": ["org:lazarus-group stole JP cryptocurrency"],
    "Rwanda denied it. The country deployed troops to Mozambique.": ["RW deployed MZ troops"],
    "Mali and Niger protested. Both countries withdrew from the African Union.": [
        "ML withdrew_from org:african-union",
        "NE withdrew_from org:african-union",
    ],
    "Iran and Russia met. The two countries signed the Arms Trade Treaty.": [
        "IR signed treaty:att",
        "RU signed treaty:att",
    ],
    "Officials from Cuba, which trains Angolan soldiers, met.": ["CU assisted AO training"],
    "Japan's foreign minister said Tokyo had imposed sanctions on Belarus.": ["JP sanctioned BY"],
    "Tehran sent drones to Moscow.": ["IR supplied RU drone"],
    "The Arms Trade Treaty is old. Angola signed the treaty in 2013.": ["AO signed treaty:att"],
    "Resolution 2231 was read. Ghana voted for the resolution.": ["GH voted_for treaty:unscr-2231"],
    "The Multilateral Sanctions Monitoring Team met. It monitors UN sanctions on North Korea.": [
        "org:msmt monitors treaty:un-dprk-sanctions"
    ],
    "Japan founded the Multilateral Sanctions Monitoring Team. The team monitors UN sanctions on North Korea.": [
        "org:msmt monitors treaty:un-dprk-sanctions"
    ],
    "Mali met Russia. The junta left the African Union.": ["ML withdrew_from org:african-union"],
}


@pytest.mark.parametrize(("text", "expected"), REFERENCE.items(), ids=REFERENCE)
def test_what_stands_for_a_name_is_read_as_it(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(claims_of(text))


@pytest.mark.parametrize(
    "text", ["It sent missiles to Syria.", "The group stole cryptocurrency from Japan.", "The country attacked Mali."]
)
def test_a_reference_to_nothing_in_the_article_makes_no_claim_about_anybody(text: str) -> None:
    assert [claim for claim in claims_of(text) if not claim.startswith("-")] == []


def test_one_article_tells_nothing_about_the_next() -> None:
    claims_of("Iran sent drones to Russia.")
    assert claims_of("It sent missiles to Syria.") == []


def test_the_north_is_north_korea_only_where_the_article_speaks_of_it() -> None:
    assert "KP supplied IR rocket" not in claims_of("Yemen is at war. The North also sent rockets to Iran.")
