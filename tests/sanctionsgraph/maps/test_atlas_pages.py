"""An atlas in the browser: found by search, gone through by links, by mouse and by keyboard."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from graph.selection import Selected
from sanctionsgraph.maps.atlas import Atlas, write_atlas
from tests.sanctionsgraph.maps.conftest import Open, Press, overlap, violations
from tests.sanctionsgraph.maps.hostile import PAYLOADS, selected_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(made: Selected, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("atlas") / "out"
    write_atlas(Atlas(made, "Made-up atlas"), path)
    return path


def test_the_index_finds_other_names_without_their_accents_and_enter_opens_the_map(
    open_map: Open, folder: Path
) -> None:
    page = open_map(folder / "index.html")
    assert page.locator("#names li").count() == 39
    page.keyboard.press("/")
    page.keyboard.type("hermit")
    assert page.locator("#names li:visible a").all_inner_texts() == ["North Korea"]
    assert page.locator("#status").inner_text() == "1 of 39 names"
    page.keyboard.press("Escape")
    assert page.locator("#names li:visible").count() == 39
    page.locator("#search").fill("ZOE ard")
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready] #canvas")
    assert page.locator("h1").inner_text() == "Zoë Ardal"


def test_the_index_says_when_no_name_fits(open_map: Open, folder: Path) -> None:
    page = open_map(folder / "index.html")
    page.locator("#search").fill("atlantis")
    assert page.locator("#nothing").is_visible()
    assert page.locator("section:visible").count() == 0


def test_maps_lead_from_one_to_the_next_and_back(open_map: Open, folder: Path, press: Press) -> None:
    page = open_map(folder / "index.html")
    press(page.locator("#names").get_by_role("link", name="Iran", exact=True))
    page.wait_for_selector("html[data-ready] #canvas")
    assert page.locator("h1").inner_text() == "Iran"
    press(page.locator("#panel button.name", has_text="Iran"))
    assert page.get_by_role("link", name="Open its own map").count() == 0
    page.keyboard.press("/")
    page.keyboard.type("russia")
    page.keyboard.press("Enter")
    press(page.get_by_role("link", name="Open its own map"))
    page.wait_for_selector("html[data-ready] #canvas")
    assert page.locator("h1").inner_text() == "Russia"
    press(page.get_by_role("link", name="All maps"))
    page.wait_for_selector("body.atlas")


def test_the_map_of_communities_tells_who_is_in_one_and_leads_to_its_map(
    open_map: Open, folder: Path, press: Press
) -> None:
    page = open_map(folder / "communities.html")
    assert "A node is a community" in page.locator("#panel").inner_text()
    page.locator("#search").fill("wagner")
    page.keyboard.press("Enter")
    press(page.get_by_role("button", name="Community: "))
    community = page.locator("#panel h2").inner_text()
    assert "Wagner" in page.locator("#panel .members").inner_text()
    press(page.get_by_role("link", name="Open its own map"))
    page.wait_for_selector("html[data-ready] h1:has-text('Wagner')")
    assert page.locator("h1").inner_text() == community


def test_a_line_between_communities_shows_who_of_them_did_what(open_map: Open, folder: Path) -> None:
    page = open_map(folder / "communities.html")
    page.locator("#panel button.line").first.click()
    assert "→" in page.locator("#panel h2").inner_text()
    assert page.locator("#panel .claim").count() > 0
    boxes = page.evaluate("sanctionsGraphMap.labelBoxes()")
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def test_axe_finds_nothing_against_the_index(open_map: Open, folder: Path) -> None:
    page = open_map(folder / "index.html")
    assert violations(page) == []


def test_axe_finds_nothing_against_the_communities_on_a_phone_in_the_dark(open_map: Open, folder: Path) -> None:
    for name, view in (("index.html", ""), ("communities.html", "#node=community:1")):
        page = open_map(folder / name, view, width=390, height=844, dark=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_hostile_names_stay_text_in_an_atlas_too(open_map: Open, tmp_path: Path) -> None:
    write_atlas(Atlas(selected_of(PAYLOADS[:12]), PAYLOADS[0]), tmp_path / "out")
    for name in ("index.html", "communities.html"):
        page = open_map(tmp_path / "out" / name)
        assert page.locator("h1").inner_text().startswith(PAYLOADS[0])
        page.locator("#search").fill("script")
        assert page.evaluate("window.ran") is None
