from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from graph.selection import Selected
from sanctionsgraph.maps import draw_map
from tests.queries.made_ledger import KP, RU
from tests.sanctionsgraph.maps.conftest import Open, Press, click_on, line_between, overlap, violations

pytestmark = pytest.mark.browser
WINDOWS: dict[str, dict[str, int]] = {"light": {}, "dark": {"dark": True}, "phone": {"width": 390, "height": 844}}
SIZES = {"desk": (1400, 900), "tablet": (900, 1100), "phone": (390, 844)}


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing_against_the_page(open_map: Open, window: str, weapons: Path, rings: Path) -> None:
    page = open_map(**WINDOWS[window])
    found = {"start": violations(page)}
    click_on(page, line_between(page, KP, RU, "transfers"))
    found["line"] = violations(page)
    page.keyboard.press("/")
    page.keyboard.type("iran")
    found["search"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.locator("#save summary").click()
    found["table and ways to save it"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    found["help"] = violations(page)
    page = open_map(weapons, "#node=item:ballistic-missile", **WINDOWS[window])
    page.evaluate("document.getElementById('node-list').open = true")
    if window == "phone":
        page.locator("#filters-button").click()
    found["lens of weapons, all nodes"] = violations(page)
    page = open_map(rings, f"#node={KP}", **WINDOWS[window])
    found["rings"] = violations(page)
    assert found == {state: [] for state in found}


@pytest.mark.parametrize("size", SIZES)
def test_nothing_sticks_out_of_the_window_sideways(open_map: Open, size: str) -> None:
    page = open_map(width=SIZES[size][0], height=SIZES[size][1])
    click_on(page, KP)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    edges = page.evaluate(
        "[...document.querySelectorAll('header button, header summary, #search')].filter((e) => e.offsetWidth)"
        ".map((e) => e.getBoundingClientRect().right - innerWidth)"
    )
    assert max(edges) <= 0


@pytest.mark.parametrize("size", SIZES)
def test_no_label_lies_on_another(open_map: Open, size: str) -> None:
    page = open_map(width=SIZES[size][0], height=SIZES[size][1])
    boxes = page.evaluate("sanctionsGraphMap.labelBoxes()")
    assert len(boxes) >= (28 if size == "desk" else 12)
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def test_nothing_moves_after_opening(open_map: Open) -> None:
    page = open_map()
    where, first = page.evaluate("sanctionsGraphMap.places()"), page.locator("#canvas").screenshot()
    page.wait_for_timeout(400)
    assert page.evaluate("sanctionsGraphMap.places()") == where
    assert page.locator("#canvas").screenshot() == first


def test_the_page_follows_the_reader_s_choice_of_light_or_dark(open_map: Open) -> None:
    page = open_map(dark=True)
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) == "rgb(15, 20, 26)"
    page.locator("#dark-button").click()
    assert page.evaluate(colour) == "rgb(255, 255, 255)"


def test_the_page_is_in_no_quirks_mode_and_says_its_language(open_map: Open) -> None:
    page = open_map()
    assert page.evaluate("[document.compatMode, document.documentElement.lang, document.title]") == [
        "CSS1Compat", "en", "Made-up ledger",
    ]  # fmt: skip


def test_a_tip_tells_what_lies_under_the_mouse(open_map: Open) -> None:
    page = open_map()
    where = page.evaluate("sanctionsGraphMap.positionOf('state:KP')")
    page.mouse.move(where["x"], where["y"])
    page.wait_for_selector("#tip:not([hidden])")
    assert page.locator("#tip").inner_text() == "North Korea\nstate · 10 lines"


def test_the_page_says_what_is_left_out_and_why(open_map: Open, made: Selected, tmp_path: Path, press: Press) -> None:
    path = tmp_path / "few.html"
    path.write_text(draw_map(made, title="x", max_nodes=5), encoding="utf-8")
    page = open_map(path)
    notice = page.locator("#notice")
    assert "5 nodes of 28 are drawn, those with the most lines, so that the map can be read." in notice.inner_text()
    assert "Iran (3 lines)" not in notice.inner_text()
    press(notice.locator("summary"))
    assert "Iran (3 lines)" in notice.inner_text()
    assert "--max-nodes" in notice.inner_text()
    assert violations(page) == []


def test_on_a_phone_a_claim_of_the_table_is_a_card_and_no_tip_covers_the_map(open_map: Open) -> None:
    page = open_map(width=390, height=844)
    page.locator("#table-button").click()
    row = page.locator("#table tbody tr").first
    assert row.evaluate("(row) => row.getBoundingClientRect().right <= innerWidth")
    assert page.evaluate("document.getElementById('table').scrollWidth <= innerWidth")
    assert page.locator("#table").bounding_box()["height"] > 500  # type: ignore[index]
    assert violations(page) == []
    page.locator("#table-button").click()
    click_on(page, KP)
    assert page.locator("#tip").is_hidden()
