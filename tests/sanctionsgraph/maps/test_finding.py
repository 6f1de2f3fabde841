"""Search, filters, time, paths, the table: by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.queries.made_ledger import BY, FR, IR, KP, RU, UA, US
from tests.sanctionsgraph.maps.conftest import Open, Press, click_on, line_between, state, visible

pytestmark = pytest.mark.browser


def test_search_finds_other_names_codes_and_names_without_their_accents(open_map: Open) -> None:
    page = open_map()
    wanted = {"dprk": KP, "OST WIND": "vessel:ost-wind", "zoe": "person:zoe-ardal", "MSMT": "org:msmt", "usa": US}
    for typed, found in wanted.items():
        page.keyboard.press("/")
        page.locator("#search").fill(typed)
        page.keyboard.press("Enter")
        assert state(page)["selected"] == {"type": "node", "id": found}


def test_search_finds_sentences_and_goes_to_their_line(open_map: Open) -> None:
    page = open_map()
    page.locator("#search").fill("million barrels")
    page.locator("#results li").first.click()
    assert state(page)["selected"]["id"] == line_between(page, RU, KP, "transfers")


def test_search_says_when_there_is_nothing_and_escape_empties_it(open_map: Open) -> None:
    page = open_map()
    page.locator("#search").fill("atlantis")
    assert page.locator("#results").inner_text() == "Nothing found."
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    assert page.locator("#results").is_hidden()


def test_the_legend_counts_and_switches_kinds_groups_and_statuses_off(open_map: Open, press: Press) -> None:
    page = open_map()
    row = page.locator("label", has=page.locator("[data-filter='kinds:State']"))
    assert row.inner_text().split() == ["States", "9"]
    press(page.locator("[data-filter='groups:votes']"))
    groups = {line["id"]: line["group"] for line in page.evaluate("sanctionsGraphMap.lines()")}
    assert "votes" not in {groups[line] for line in visible(page)["lines"]}
    press(page.locator("[data-filter='kinds:State']"))
    assert [node for node in visible(page)["nodes"] if node.startswith("state:")] == []
    before = visible(page)["claims"]
    press(page.locator("[data-filter='statuses:denied']"))
    assert visible(page)["claims"] < before
    press(page.locator("#everything-button"))
    assert visible(page)["claims"] == 48


def test_disputed_only_keeps_both_sides(open_map: Open, press: Press) -> None:
    page = open_map()
    press(page.locator("[data-filter='disputed']"))
    assert visible(page)["lines"]
    click_on(page, line_between(page, KP, RU, "transfers"))
    text = page.locator("#panel").inner_text()
    assert "Denied by Russia and North Korea" in text
    assert "Said by South Korea" in text


def test_one_origin_only_leaves_what_a_single_source_says(open_map: Open, two_origins: Path, press: Press) -> None:
    page = open_map(two_origins)
    press(page.locator("[data-filter='single']"))
    assert set(visible(page)["nodes"]) == {IR, RU, UA, BY}
    assert visible(page)["claims"] == 3


def test_a_path_joins_two_nodes_chosen_with_the_mouse(open_map: Open) -> None:
    page = open_map()
    click_on(page, FR)
    page.get_by_role("button", name="Path to …").click()
    assert "Now choose the other end of the path from France" in page.locator("#panel").inner_text()
    click_on(page, IR)
    assert state(page)["path"] == [FR, IR]
    assert "The shortest way has 3 lines." in page.locator("#panel").inner_text()
    assert len(page.evaluate("sanctionsGraphMap.lit()")["lines"]) == 3


def test_a_path_joins_two_nodes_chosen_with_the_keys(open_map: Open) -> None:
    page = open_map(view=f"#node={FR}")
    page.get_by_role("button", name="Path to …").press("Enter")
    page.keyboard.press("/")
    page.keyboard.type("iran")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "France to Iran"
    page.keyboard.press("Escape")
    assert state(page)["path"] is None


def test_neighbours_can_be_seen_alone_and_more_added_and_each_step_taken_back(open_map: Open, press: Press) -> None:
    page = open_map()
    click_on(page, IR)
    press(page.get_by_role("button", name="Only its neighbours"))
    near = {IR, RU, "item:drone", "item:attack-drone"}
    assert set(visible(page)["nodes"]) == near
    click_on(page, RU)
    press(page.get_by_role("button", name="Add its neighbours"))
    assert set(visible(page)["nodes"]) > near | {KP}
    press(page.get_by_role("button", name="Take its neighbours away"))
    assert set(visible(page)["nodes"]) == near
    press(page.get_by_role("button", name="Show all again"))
    assert len(visible(page)["nodes"]) == 28
    for _ in range(6):
        press(page.locator("#undo-button"))
    assert page.locator("#undo-button").is_disabled()


def test_a_node_or_its_neighbours_can_be_hidden_and_brought_back(open_map: Open, press: Press) -> None:
    page = open_map()
    click_on(page, IR)
    press(page.get_by_role("button", name="Hide its neighbours"))
    assert not {RU, "item:drone", "item:attack-drone"} & set(visible(page)["nodes"])
    press(page.get_by_role("button", name="Show 3 hidden neighbours"))
    assert len(visible(page)["nodes"]) == 28
    press(page.get_by_role("button", name="Hide", exact=True))
    assert IR not in visible(page)["nodes"]
    page.keyboard.press("u")
    assert len(visible(page)["nodes"]) == 28


def test_a_link_restores_the_view(open_map: Open) -> None:
    page = open_map()
    click_on(page, RU)
    page.locator("[data-filter='groups:votes']").uncheck()
    page.locator("[data-filter='statuses:planned']").uncheck()
    page.keyboard.press("t")
    before = state(page)
    page = open_map(view=page.evaluate("sanctionsGraphMap.hash()"))
    assert state(page) == before
    assert page.locator("#table").is_visible()


def test_a_link_with_ids_that_are_not_there_shows_the_whole_map(open_map: Open) -> None:
    page = open_map(view=f"#node={UA}&line=x&path=a%20b&no-kinds=Nonsense&from=yesterday&only=__proto__")
    assert visible(page)["claims"] == 48
    assert state(page)["selected"] is None


def test_the_table_shows_the_same_claims_sorted_and_leads_back_to_the_evidence(open_map: Open, press: Press) -> None:
    page = open_map()
    press(page.locator("#table-button"))
    assert page.locator("#table tbody tr").count() == 48
    for order in ("ascending", "descending"):
        press(page.locator("#table th button", has_text="Status"))
        statuses = page.locator("#table tbody tr td:nth-child(7)").all_inner_texts()
        assert statuses == sorted(statuses, reverse=order == "descending")
        assert page.locator("#table th[aria-sort]").get_attribute("aria-sort") == order
    press(page.locator("#table td.sentence button", has_text="Pyongyang plans to send rockets."))
    assert page.locator("#panel h2").inner_text() == "North Korea → Russia"


def test_everything_can_be_reached_by_keyboard(open_map: Open) -> None:
    page = open_map()
    page.keyboard.press("n")
    first = state(page)["selected"]["id"]
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert state(page)["selected"]["id"] == first
    page.keyboard.press("Escape")
    assert state(page)["selected"] is None
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()
    page.keyboard.press("d")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_list_holds_every_node_as_a_button(open_map: Open, press: Press) -> None:
    page = open_map(view="#no-kinds=Person")
    press(page.locator("#node-list summary"))
    buttons = page.locator("#node-list button")
    buttons.first.wait_for()
    assert buttons.count() == len(visible(page)["nodes"]) == 27
    press(buttons.filter(has_text="Belarus (1)"))
    assert page.locator("#panel h2").inner_text() == "Belarus"
    assert page.locator("#node-list [aria-current=true]").inner_text() == "Belarus (1)"


def test_the_first_stop_of_the_tab_key_leads_to_the_claims_and_keeps_the_view(open_map: Open) -> None:
    page = open_map(view=f"#node={RU}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert state(page)["selected"]["id"] == RU


def test_keys_move_and_zoom_the_map(open_map: Open) -> None:
    page = open_map()
    before = page.evaluate("sanctionsGraphMap.view()")
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    after = page.evaluate("sanctionsGraphMap.view()")
    assert after["x"] > before["x"]
    assert after["scale"] > before["scale"]
    page.keyboard.press("f")
    assert page.evaluate("sanctionsGraphMap.view()") == pytest.approx(before)


def test_the_mouse_moves_and_zooms_the_map(open_map: Open) -> None:
    page = open_map()
    before = page.evaluate("sanctionsGraphMap.view()")
    page.mouse.move(300, 850 - 60)
    page.mouse.down()
    page.mouse.move(360, 850 - 80)
    page.mouse.up()
    page.mouse.wheel(0, -200)
    page.wait_for_function("(scale) => sanctionsGraphMap.view().scale > scale", arg=before["scale"])
    assert page.evaluate("sanctionsGraphMap.view()")["x"] < before["x"]
    page.locator("#fit-button").click()
    assert page.evaluate("sanctionsGraphMap.view()") == pytest.approx(before)


def test_help_and_light_or_dark_are_buttons_too(open_map: Open, press: Press) -> None:
    page = open_map()
    press(page.locator("#help-button"))
    assert "How to read this map" in page.locator("#help").inner_text()
    press(page.locator("#help button"))
    assert page.locator("#help").is_hidden()
    press(page.locator("#dark-button"))
    assert page.locator("#dark-button").inner_text() == "Light"


def test_on_a_phone_the_filters_open_over_the_map(open_map: Open, press: Press) -> None:
    page = open_map(width=390, height=844)
    assert page.locator("#filters").is_hidden()
    press(page.locator("#filters-button"))
    press(page.locator("[data-filter='groups:votes']"))
    assert state(page)["groups"] == ["votes"]
    page.keyboard.press("Escape")
    assert page.locator("#filters").is_hidden()
    click_on(page, KP)
    assert page.locator("#panel h2").inner_text() == "North Korea"
