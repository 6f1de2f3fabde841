"""What one can take away: a link to the view, a picture, a drawing, the claims, paper."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from tests.queries.made_ledger import KP, RU
from tests.sanctionsgraph.maps.conftest import Open, Press, click_on, line_between

pytestmark = pytest.mark.browser


def test_picture_drawing_and_claims_can_be_saved(open_map: Open, press: Press, tmp_path: Path) -> None:
    page = open_map()
    starts = {"png": b"\x89PNG", "svg": b"<svg", "csv": b'\xef\xbb\xbf"Date","Who"'}
    for ending, start in starts.items():
        press(page.locator("#save summary"))
        with page.expect_download() as download:
            press(page.locator(f"#{ending}-button"))
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.name == f"made-up-ledger.{ending}"
        assert saved.read_bytes().startswith(start)
    assert len(list(csv.reader(saved.read_text("utf-8-sig").splitlines()))) == 49
    drawing = ElementTree.parse(tmp_path / "made-up-ledger.svg")
    names = [title.text for title in drawing.iter("{http://www.w3.org/2000/svg}title")]
    assert len(names) == 29
    assert {"Made-up ledger", "North Korea", "Öst Wind"} <= set(names)


def test_only_what_the_filters_leave_is_saved(open_map: Open, tmp_path: Path) -> None:
    page = open_map(view="#no-statuses=affirmed&no-kinds=State")
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.locator("#csv-button").click()
    download.value.save_as(tmp_path / "x.csv")
    rows = list(csv.DictReader((tmp_path / "x.csv").read_text("utf-8-sig").splitlines()))
    assert {row["Status"] for row in rows} == {"denied", "planned", "unconfirmed"}


def test_a_link_to_the_view_can_be_copied(open_map: Open, press: Press) -> None:
    page = open_map(view=f"#node={KP}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page.locator("#save summary"))
    press(page.locator("#link-button"))
    page.wait_for_function("() => document.getElementById('status').textContent === 'Link copied.'")
    assert page.evaluate("navigator.clipboard.readText()").endswith("#node=state%3AKP")
    assert page.locator("#save .choices").is_hidden()


def test_the_map_is_on_paper_with_the_claims_beside_it(open_map: Open) -> None:
    page = open_map()
    click_on(page, line_between(page, KP, RU, "transfers"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    box = page.locator("#print-canvas").bounding_box()
    assert box
    assert box["height"] > 300
    assert page.locator("#filters").is_hidden()
    assert page.locator("#panel .claim").first.is_visible()


def test_print_asks_the_browser_to_print_a_copy_of_the_map(browser: Browser, made_page: Path, press: Press) -> None:
    page = browser.new_context(offline=True).new_page()  # one that prints does nothing else any more
    page.goto(made_page.as_uri())
    page.wait_for_selector("html[data-ready]")
    press(page.locator("#save summary"))
    press(page.locator("#print-button"))
    page.wait_for_function("() => document.getElementById('print-canvas').width > 600")
    page.context.close()
