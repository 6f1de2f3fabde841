"""Make the pictures of the documentation from the pages in `examples/`: run it after a change of the map.

    .venv/bin/python docs/pictures/make.py

It needs Chromium on the path. The pictures show what the reader finds in the examples, nothing drawn by hand.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from graph.ledger import Ledger
from graph.selection import Selection, select
from graph.stores.memory import MemoryStore
from ingest.articles import articles_of
from ingest.pipeline import read_articles
from sanctionsgraph.maps import draw_map
from sanctionsgraph.maps.atlas import Atlas, write_atlas

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def main() -> None:
    """Read the examples, draw them, take the pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium on the path; install it, on Debian: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = _draw_examples(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        _take_pictures(browser, *(page.as_uri() for page in pages))
        browser.close()


def _draw_examples(folder: Path) -> tuple[Path, Path, Path]:
    """Return the map of everything, the map around Russia, and the index of the atlas."""
    with Ledger(folder / "ledger.db") as ledger:
        for reading in read_articles(articles_of([str(EXAMPLES)], report=_refuse)):
            ledger.add(reading)
        store = MemoryStore.of(ledger)
    whole, near = select(store, Selection()), select(store, Selection(about=("state:RU",), hops=2))
    everything, around = folder / "map.html", folder / "around.html"
    everything.write_text(draw_map(whole, title="The example pages"), encoding="utf-8")
    around.write_text(draw_map(near, title="Around Russia", about=("state:RU",)), encoding="utf-8")
    write_atlas(Atlas(whole, "The example pages"), folder / "atlas")
    return everything, around, folder / "atlas" / "index.html"


def _refuse(problem: object) -> None:
    sys.exit(f"an example cannot be read: {problem}")


def _take_pictures(browser: Browser, address: str, around: str, atlas: str) -> None:
    with _opened(browser, address) as page:
        line = page.evaluate(
            "sanctionsGraphMap.lines().find("
            "(l) => l.from === 'state:KP' && l.to === 'state:RU' && l.group === 'transfers')"
        )
        where = page.evaluate("(id) => sanctionsGraphMap.positionOf(id)", line["id"])
        page.mouse.click(where["x"], where["y"])
        page.mouse.move(500, 860)
        _shoot(page, "map")
    with _opened(browser, address) as page:
        _shoot(page, "map-whole")
    with _opened(browser, address + "#node=state:KP", dark=True) as page:
        _shoot(page, "map-dark")
    with _opened(browser, around) as page:
        _shoot(page, "map-rings")
    with _opened(browser, atlas) as page:
        _shoot(page, "atlas")
    with _opened(browser, address + "#view=table") as page:
        _shoot(page, "map-table")
    with _opened(browser, address + "#node=state:IR", width=390, height=844) as page:
        _shoot(page, "map-phone")


@contextmanager
def _opened(
    browser: Browser, address: str, *, width: int = 1400, height: int = 900, dark: bool = False
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", offline=True
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    yield page
    context.close()


def _shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(300)
    page.screenshot(path=HERE / f"{name}.png")


if __name__ == "__main__":
    main()
