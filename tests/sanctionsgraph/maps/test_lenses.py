"""The lens of weapons in the browser: what was given stands between giver and receiver."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from tests.queries.made_ledger import IR, KP, M23, RU
from tests.sanctionsgraph.maps.conftest import Open, click_on, line_between, overlap

pytestmark = pytest.mark.browser
MISSILE, ARMS, DRONE = "item:ballistic-missile", "item:weapon", "item:attack-drone"


def test_a_giver_is_lit_with_what_it_gave_and_with_who_got_it(open_map: Open, weapons: Path) -> None:
    page = open_map(weapons)
    assert "What was given stands between giver and receiver." in page.locator("#panel").inner_text()
    click_on(page, KP)
    lit = page.evaluate("sanctionsGraphMap.lit()")
    halves = {line_between(page, KP, MISSILE, "transfers"), line_between(page, MISSILE, RU, "transfers")}
    assert halves <= set(lit["lines"])
    summaries = page.locator("#panel summary").all_inner_texts()
    assert any("supplied Russia: ballistic missile" in summary for summary in summaries)
    assert any("was supplied by Russia: oil or refined petroleum" in summary for summary in summaries)


def test_either_half_shows_the_sentences_and_the_denial_that_stands_elsewhere(open_map: Open, weapons: Path) -> None:
    page = open_map(weapons)
    for half in ((KP, MISSILE), (MISSILE, RU)):
        click_on(page, line_between(page, *half, "transfers"))
        text = page.locator("#panel").inner_text()
        assert "North Korea shipped at least 100 ballistic missiles" in text
        assert "Disputed: some say so, others deny it." in text
        assert "Denied by Russia and North Korea" in text


def test_what_is_denied_elsewhere_looks_disputed_and_the_denial_never_like_a_deed(
    open_map: Open, weapons: Path
) -> None:
    lines = open_map(weapons).evaluate("sanctionsGraphMap.lines()")
    standings = {(line["from"], line["to"]): line["standing"] for line in lines}
    assert standings[KP, MISSILE] == standings[MISSILE, RU] == "disputed"
    assert standings[KP, ARMS] == standings[ARMS, RU] == "denied"
    assert standings[IR, RU] == "denied"
    assert standings[IR, DRONE] == standings[DRONE, RU] == "disputed"


def test_a_gift_of_someone_not_named_leads_from_the_weapon(open_map: Open, weapons: Path) -> None:
    page = open_map(weapons)
    click_on(page, line_between(page, "item:small-arms", M23, "transfers"))
    assert "Someone not named supplied March 23 Movement" in page.locator("#panel").inner_text()


def test_no_label_lies_on_another_in_this_lens_either(open_map: Open, weapons: Path) -> None:
    boxes = open_map(weapons).evaluate("sanctionsGraphMap.labelBoxes()")
    assert len(boxes) > 25
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
