"""A node stays where the reader puts it: with the mouse, with the keys, in a link; each can be taken back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.queries.made_ledger import IR, KP
from tests.sanctionsgraph.maps.conftest import Open, click_on, state

pytestmark = pytest.mark.browser


def where(page: Page, node: str) -> list[int]:
    place: list[int] = page.evaluate("(id) => sanctionsGraphMap.places()[id]", node)
    return place


def drag(page: Page, node: str, right: int, down: int) -> None:
    start = page.evaluate("(id) => sanctionsGraphMap.positionOf(id)", node)
    page.mouse.move(start["x"], start["y"])
    page.mouse.down()
    page.mouse.move(start["x"] + right / 2, start["y"] + down / 2)
    page.mouse.move(start["x"] + right, start["y"] + down)
    page.mouse.up()
    page.wait_for_function("() => Object.keys(sanctionsGraphMap.state().moved).length > 0")


def test_a_dragged_node_stays_and_can_be_put_back(open_map: Open) -> None:
    page = open_map()
    before, others = where(page, IR), where(page, KP)
    drag(page, IR, 80, 40)
    assert where(page, IR) == state(page)["moved"][IR]
    assert where(page, IR)[0] > before[0]
    assert where(page, KP) == others
    click_on(page, IR)
    page.get_by_role("button", name="Put back in its place").click()
    assert (where(page, IR), state(page)["moved"]) == (before, {})


def test_shift_and_arrow_keys_move_the_selected_node_in_one_step_to_take_back(open_map: Open) -> None:
    page = open_map(view=f"#node={IR}")
    before = where(page, IR)
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    assert where(page, IR)[0] > before[0]
    assert where(page, IR)[1] < before[1]
    page.keyboard.press("u")
    assert where(page, IR) == before


def test_a_link_remembers_where_a_node_was_put(open_map: Open) -> None:
    page = open_map()
    drag(page, IR, -60, 30)
    there = where(page, IR)
    again = open_map(view=page.evaluate("sanctionsGraphMap.hash()"))
    assert where(again, IR) == there
    assert state(open_map(view="#at=nobody+1+2&at=state:IR+1e9+x&at=state:IR"))["moved"] == {}
