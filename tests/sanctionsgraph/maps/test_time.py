from __future__ import annotations

import pytest

from tests.sanctionsgraph.maps.conftest import Open, Press, state, visible

pytestmark = pytest.mark.browser


def test_the_time_range_keeps_what_may_hold_within_it(open_map: Open) -> None:
    page = open_map(view="#from=2024&to=2024")
    within = visible(page)["claims"]
    assert 0 < within < 48
    assert page.locator(".range").inner_text() == "2024"
    page.locator("[data-filter='undated']").check()
    assert visible(page)["claims"] > within


def test_the_thumbs_of_the_time_range_work_from_the_keyboard(open_map: Open) -> None:
    page = open_map()
    page.get_by_label("From").focus()
    page.keyboard.press("ArrowRight")
    assert state(page)["from"] == "2004"
    assert visible(page)["claims"] < 48


def test_the_thumbs_of_the_time_range_work_with_the_mouse(open_map: Open) -> None:
    page = open_map()
    box = page.get_by_label("To", exact=True).bounding_box()
    assert box
    right, height = box["x"] + box["width"] - 7, box["y"] + box["height"] / 2
    page.mouse.move(right, height)
    page.mouse.down()
    page.mouse.move(right - box["width"] / 10, height)
    page.mouse.up()
    assert state(page)["to"] == "2026"
    page.wait_for_function("() => location.hash === '#to=2026'")
    page.get_by_label("To", exact=True).focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert state(page)["to"] == "2024"
    assert 0 < visible(page)["claims"] < 48


def test_time_runs_from_where_the_first_thumb_stands_and_ends_with_everything(open_map: Open, press: Press) -> None:
    page = open_map(view="#from=2027&to=2028")
    play = page.locator("#play-button")
    press(play)
    assert (state(page)["to"], play.inner_text()) == ("2027", "Stop")
    page.wait_for_function("() => document.getElementById('play-button').textContent === 'Play'")
    assert (state(page)["from"], state(page)["to"]) == ("2027", None)
    page.keyboard.press("u")
    assert state(page)["to"] == "2028"


def test_running_time_can_be_stopped_goes_on_from_there_and_ends_with_anything_else(
    open_map: Open, press: Press
) -> None:
    page = open_map()
    play = page.locator("#play-button")
    press(play)
    press(play)
    assert (state(page)["to"], play.inner_text()) == ("2003", "Play")
    press(play)
    assert (state(page)["to"], play.inner_text()) == ("2004", "Stop")
    page.keyboard.press("u")
    assert (state(page)["to"], play.inner_text()) == ("2003", "Play")
