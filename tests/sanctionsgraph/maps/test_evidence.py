from __future__ import annotations

from pathlib import Path

import pytest

from tests.queries.made_ledger import BY, IR, KP, MSMT, RU, UA
from tests.sanctionsgraph.maps.conftest import Open, Press, click_on, line_between, state

pytestmark = pytest.mark.browser


def test_a_click_on_the_line_from_north_korea_to_russia_shows_its_sentences(open_map: Open) -> None:
    page = open_map()
    click_on(page, line_between(page, KP, RU, "transfers"))
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "North Korea → Russia"
    text = panel.inner_text()
    assert "North Korea shipped at least 100 ballistic missiles" in text
    assert "at least 100" in panel.locator(".facts").all_inner_texts()[1]
    assert "Said by Multilateral Sanctions Monitoring Team" in text
    assert "Eleven states report on shipments\nThe Morning Ledger, by Invented Wire, 29 May 2025" in text
    assert panel.locator("mark").first.inner_text() == "Nort"


def test_a_denial_stands_beside_what_it_denies(open_map: Open) -> None:
    page = open_map()
    click_on(page, line_between(page, KP, RU, "transfers"))
    assert "Disputed: some say so, others deny it." in page.locator("#panel").inner_text()
    denied = page.locator("#panel .claim.denied")
    assert "Denied by Russia and North Korea" in denied.inner_text()
    assert "weapon or arms in general" in denied.inner_text()


def test_a_line_of_denials_only_says_so_and_is_not_drawn_like_a_deed(open_map: Open) -> None:
    page = open_map()
    standings = {
        (line["from"], line["to"], line["group"]): line["standing"]
        for line in page.evaluate("sanctionsGraphMap.lines()")
    }
    assert standings[IR, "item:attack-drone", "arms"] == "denied"
    assert standings[KP, RU, "transfers"] == "disputed"
    assert standings[RU, "treaty:unscr-1874", "votes"] == "planned"
    click_on(page, line_between(page, IR, "item:attack-drone", "arms"))
    assert "There are only denials of this." in page.locator("#panel").inner_text()


def test_a_line_that_loses_its_denials_to_a_filter_looks_like_what_is_left(open_map: Open) -> None:
    page = open_map()
    page.locator("[data-filter='statuses:affirmed']").uncheck()
    page.locator("[data-filter='statuses:planned']").uncheck()
    page.locator("[data-filter='statuses:unconfirmed']").uncheck()
    left = {line["id"]: line["standing"] for line in page.evaluate("sanctionsGraphMap.lines()")}
    shown = page.evaluate("sanctionsGraphMap.visible().lines")
    assert shown
    assert {left[line] for line in shown} == {"denied"}


def test_a_click_on_a_node_lists_what_it_did_and_what_was_done_to_it(open_map: Open) -> None:
    page = open_map()
    click_on(page, RU)
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Russia"
    summaries = " | ".join(panel.locator("summary").all_inner_texts())
    assert "was supplied by North Korea" in summaries.replace("deployed", "")
    panel.locator("summary", has_text="vetoed").first.click()
    panel.get_by_text("Russia vetoed the renewal of the panel on 28 March 2024").first.wait_for()


def test_what_someone_not_named_supplied_is_told_at_the_receiver(open_map: Open) -> None:
    page = open_map()
    click_on(page, "org:m23")
    text = page.locator("#panel").inner_text()
    assert "By or to someone not named" in text
    assert "Someone not named supplied March 23 Movement" in text
    assert "Arms of unknown origin reached the M23" in text


def test_a_body_that_is_known_for_what_it_says_shows_that_too(open_map: Open) -> None:
    page = open_map()
    click_on(page, MSMT)
    page.locator("#panel summary", has_text="What it says about others").click()
    assert "North Korea violated UN Security Council resolution 1718" in page.locator("#panel").inner_text()


def test_an_item_gathers_the_claims_of_narrower_items(open_map: Open) -> None:
    page = open_map(view="#node=item:missile")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "missile"
    assert "100 ballistic missiles" in panel.inner_text()


def test_only_web_addresses_become_links(open_map: Open) -> None:
    page = open_map()
    click_on(page, line_between(page, RU, "org:un-1718-panel-of-experts", "votes"))
    links = page.locator("#panel a")
    assert links.first.get_attribute("href") == "https://news.example/panel"
    assert links.first.get_attribute("rel") == "noopener noreferrer"


def test_a_line_is_found_in_the_panel_too_and_let_go_again(open_map: Open, press: Press) -> None:
    page = open_map()
    press(page.locator("#panel button.line").first)
    line = state(page)["selected"]
    assert line["type"] == "line"
    assert page.locator("#panel .claim").count() > 0
    press(page.locator("#panel").get_by_role("button", name="Close"))
    assert state(page)["selected"] is None
    page.keyboard.press("u")
    assert state(page)["selected"] == line
    page.keyboard.press("Escape")
    assert state(page)["selected"] is None


def test_the_panel_leads_from_a_line_to_its_ends_and_from_a_claim_to_who_says_so(open_map: Open, press: Press) -> None:
    page = open_map(view=f"#node={RU}")
    press(page.locator("#panel summary", has_text="vetoed").first)
    page.locator("#panel .claim").first.wait_for()
    page = open_map()
    click_on(page, line_between(page, KP, RU, "transfers"))
    press(page.locator("#panel .claim button.name", has_text="Multilateral").first)
    assert state(page)["selected"]["id"] == MSMT


def test_the_more_independent_origins_the_thicker_the_line(open_map: Open, two_origins: Path) -> None:
    """Two papers count twice, two papers with the story of one agency once."""
    lines = open_map(two_origins).evaluate("sanctionsGraphMap.lines()")
    widths = {(line["from"], line["to"]): line["width"] for line in lines}
    assert widths[KP, RU] > widths[IR, RU] == widths[BY, UA]


def test_the_dash_of_a_line_tells_how_it_stands(open_map: Open) -> None:
    lines = open_map().evaluate("sanctionsGraphMap.lines()")
    looks = {(line["from"], line["to"], line["group"]): (str(line["dashes"]), line["end"]) for line in lines}
    assert looks[RU, KP, "transfers"] == ("False", "arrow")
    denied, disputed = looks[IR, "item:attack-drone", "arms"], looks[KP, RU, "transfers"]
    planned = looks[RU, "treaty:unscr-1874", "votes"]
    assert (denied[1], disputed[1], planned[1]) == ("bar", "arrow", "arrow")
    assert len({"False", denied[0], disputed[0], planned[0]}) == 4


def test_a_claim_can_be_copied_as_a_citation(open_map: Open, press: Press) -> None:
    page = open_map()
    click_on(page, line_between(page, RU, "org:un-1718-panel-of-experts", "votes"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page.get_by_role("button", name="Copy as a citation").first)
    page.wait_for_function("() => document.getElementById('status').textContent === 'Citation copied.'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Russia vetoed the renewal of the panel")
    assert "https://news.example/panel" in copied


def test_what_was_given_is_written_on_the_lines_of_what_is_selected(open_map: Open) -> None:
    page = open_map()
    assert page.evaluate("sanctionsGraphMap.notes()") == []
    click_on(page, line_between(page, RU, KP, "transfers"))
    assert page.evaluate("sanctionsGraphMap.notes()") == ["training, oil or refined petroleum"]
    page.mouse.move(5, 500)
    click_on(page, RU)
    assert "troops" in page.evaluate("sanctionsGraphMap.notes()")
