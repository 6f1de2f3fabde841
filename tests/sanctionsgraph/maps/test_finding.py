"""Search, filters, time, paths, the table: by mouse and by keyboard."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.queries.made_ledger import FR, IR, KP, RU, UA, US
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


def test_the_legend_counts_and_switches_kinds_and_groups_off(open_map: Open) -> None:
    page = open_map()
    row = page.locator("label", has=page.locator("[data-filter='kinds:State']"))
    assert row.inner_text().split() == ["States", "9"]
    page.locator("[data-filter='groups:votes']").uncheck()
    groups = {line["id"]: line["group"] for line in page.evaluate("sanctionsGraphMap.lines()")}
    assert "votes" not in {groups[line] for line in visible(page)["lines"]}
    page.locator("[data-filter='kinds:State']").focus()
    page.keyboard.press("Space")
    assert [node for node in visible(page)["nodes"] if node.startswith("state:")] == []
    page.locator("#everything-button").click()
    assert visible(page)["claims"] == 48


def test_disputed_only_keeps_both_sides(open_map: Open) -> None:
    page = open_map()
    page.locator("[data-filter='disputed']").check()
    assert visible(page)["lines"]
    click_on(page, line_between(page, KP, RU, "transfers"))
    text = page.locator("#panel").inner_text()
    assert "Denied by Russia and North Korea" in text
    assert "Said by South Korea" in text


def test_a_path_joins_two_nodes_chosen_by_click_and_by_search(open_map: Open) -> None:
    page = open_map()
    click_on(page, FR)
    page.get_by_role("button", name="Path to …").click()
    page.locator("#search").fill("iran")
    page.keyboard.press("Enter")
    assert state(page)["path"] == [FR, IR]
    assert page.locator("#panel h2").inner_text() == "France to Iran"
    assert "The shortest way has 3 lines." in page.locator("#panel").inner_text()


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
    page = open_map(view=page.evaluate("location.hash"))
    assert state(page) == before
    assert page.locator("#table").is_visible()


def test_a_link_with_ids_that_are_not_there_shows_the_whole_map(open_map: Open) -> None:
    page = open_map(view=f"#node={UA}&line=x&path=a%20b&no-kinds=Nonsense&from=yesterday&only=__proto__")
    assert visible(page)["claims"] == 48
    assert state(page)["selected"] is None


def test_the_table_shows_the_same_claims_sorted_and_leads_back_to_the_evidence(open_map: Open) -> None:
    page = open_map()
    page.keyboard.press("t")
    assert page.locator("#table tbody tr").count() == 48
    page.locator("#table th button", has_text="Status").click()
    statuses = page.locator("#table tbody tr td:nth-child(7)").all_inner_texts()
    assert statuses == sorted(statuses)
    page.locator("#table td.sentence button", has_text="Pyongyang plans to send rockets.").click()
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
    page.locator("#node-list summary").focus()
    page.keyboard.press("Enter")
    page.locator("#node-list button", has_text="Belarus").focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Belarus"
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()
    page.keyboard.press("d")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_first_stop_of_the_tab_key_leads_to_the_claims_and_keeps_the_view(open_map: Open) -> None:
    page = open_map(view=f"#node={RU}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert state(page)["selected"]["id"] == RU


def test_keys_move_and_zoom_the_map(open_map: Open) -> None:
    page = open_map()
    before = page.evaluate("sanctionsGraphMap.positionOf('state:RU')")
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("sanctionsGraphMap.positionOf('state:RU')")["x"] < before["x"]
    page.keyboard.press("+")
    page.keyboard.press("f")
    assert page.evaluate("sanctionsGraphMap.positionOf('state:RU')") == pytest.approx(before)


def test_picture_drawing_and_claims_can_be_saved(open_map: Open, tmp_path: Path) -> None:
    page = open_map()
    starts = {"png": b"\x89PNG", "svg": b"<svg", "csv": b'\xef\xbb\xbf"Date","Who"'}
    for ending, start in starts.items():
        page.locator("#save summary").click()
        with page.expect_download() as download:
            page.locator(f"#{ending}-button").click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.name == f"made-up-ledger.{ending}"
        assert saved.read_bytes().startswith(start)
    assert len(list(csv.reader(saved.read_text("utf-8-sig").splitlines()))) == 49


def test_the_map_is_on_paper_too(open_map: Open) -> None:
    page = open_map()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    box = page.locator("#print-canvas").bounding_box()
    assert box
    assert box["height"] > 300
    assert page.locator("#filters").is_hidden()
