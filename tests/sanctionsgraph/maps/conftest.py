"""A real Chromium for the tests of the page. Every page opened must ask for nothing and complain of nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Dialog, Locator, Page, Request, sync_playwright

from graph.selection import Selected, Selection, select
from graph.stores.memory import MemoryStore
from sanctionsgraph.maps import draw_map
from tests.conftest import skip_or_fail
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading
from tests.queries.made_ledger import BY, IR, KP, MADE, RU, UA

# As root in a closed network: no sandbox, and none of the browser's own errands.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

Open = Callable[..., Page]
Press = Callable[[Locator], None]


@pytest.fixture(scope="session")
def made() -> Selected:
    return select(MemoryStore.of(MADE), Selection())


@pytest.fixture(scope="session")
def made_page(made: Selected, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("map") / "made.html"
    path.write_text(draw_map(made, title="Made-up ledger"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def weapons(made: Selected, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up ledger's map through the lens of weapons."""
    path = tmp_path_factory.mktemp("map") / "weapons.html"
    path.write_text(draw_map(made, title="Weapons", lens="weapons"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def rings(made: Selected, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its map in rings around North Korea."""
    path = tmp_path_factory.mktemp("map") / "rings.html"
    path.write_text(draw_map(made, title="Rings", about=[KP]), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def two_origins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map of what two papers say, of what one says, and of what two took from one agency."""
    papers = [
        make_article("Korea armed Russia.", publisher="The Paper"),
        make_article("Arms left Korea for Russia, and Iran armed Russia.", publisher="The Other Paper"),
        make_article("Belarus armed Ukraine.", publisher="The Paper", agency="A Wire"),
        make_article("Ukraine got arms of Belarus.", publisher="The Other Paper", agency="A Wire"),
    ]
    ends = [(papers[0], KP, RU), (papers[1], KP, RU), (papers[1], IR, RU), (papers[2], BY, UA), (papers[3], BY, UA)]
    readings = [
        make_reading(paper, [make_claim(paper, subject=one, object=two) for said, one, two in ends if said is paper])
        for paper in papers
    ]
    path = tmp_path_factory.mktemp("map") / "origins.html"
    selected = select(MemoryStore.of(ReadingsSource(readings)), Selection())
    path.write_text(draw_map(selected, title="Origins"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        skip_or_fail("no Chromium on the path; install it, on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(browser: Browser) -> Iterator[dict[tuple[int, int, bool], Page]]:
    """One page a window size and theme, loaded anew for each test."""
    kept: dict[tuple[int, int, bool], Page] = {}
    yield kept
    for page in kept.values():
        page.context.close()


@pytest.fixture
def open_map(browser: Browser, pages: dict[tuple[int, int, bool], Page], made_page: Path) -> Iterator[Open]:
    """Open a map (the made-up ledger's unless another file is named) and wait until it is drawn."""
    complaints: list[str] = []
    forget: list[Callable[[], None]] = []

    def open_one(
        path: Path | None = None, view: str = "", *, width: int = 1400, height: int = 900, dark: bool = False
    ) -> Page:
        key = (width, height, dark)
        if key not in pages:
            pages[key] = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", offline=True
            ).new_page()
        page, address = pages[key], (path or made_page).as_uri()
        page.goto("about:blank")
        page.emulate_media(media="screen", color_scheme="dark" if dark else "light")
        forget.append(_listen(page, address, complaints))
        page.goto(address + view)
        page.wait_for_selector("html[data-ready]", timeout=20_000)
        return page

    yield open_one
    for stop in forget:
        stop()
    assert complaints == []


@pytest.fixture(params=["mouse", "keyboard"])
def press(request: pytest.FixtureRequest) -> Press:
    """Press a button, box or link in either way."""

    def by_mouse(thing: Locator) -> None:
        thing.click()

    def by_keyboard(thing: Locator) -> None:
        thing.focus()
        thing.press("Space" if thing.get_attribute("type") == "checkbox" else "Enter")

    return by_mouse if request.param == "mouse" else by_keyboard


def _listen(page: Page, address: str, complaints: list[str]) -> Callable[[], None]:
    """Note every message, error, dialog and request; return what ends it."""

    def dismiss(dialog: Dialog) -> None:
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    listeners: dict[str, Callable[[Any], None]] = {
        "console": lambda message: complaints.append(f"console: {message.text}"),
        "pageerror": lambda error: complaints.append(f"error: {error}"),
        "dialog": dismiss,
        "request": lambda request: complaints.extend(_others(request, address)),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]

    def stop() -> None:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)

    return stop


def _others(request: Request, address: str) -> list[str]:
    """Return the address asked for unless it is the page, a file that a link leads to, or a blob, which one saves."""
    url, followed = request.url, request.is_navigation_request()
    known = url.partition("#")[0] == address or url.startswith("blob:null/") or (followed and url.startswith("file:"))
    return [] if known else [url]


def line_between(page: Page, source: str, target: str, group: str) -> str:
    """Return the id of the line between two nodes."""
    found: str = page.evaluate(
        "([s, t, g]) => sanctionsGraphMap.lines().find((l) => l.from === s && l.to === t && l.group === g).id",
        [source, target, group],
    )
    return found


def click_on(page: Page, thing: str) -> None:
    """Click the mouse where a node or line is drawn."""
    where = page.evaluate("(id) => sanctionsGraphMap.positionOf(id)", thing)
    assert where, f"{thing} is nowhere to be clicked"
    page.mouse.click(where["x"], where["y"])


def visible(page: Page) -> dict[str, Any]:
    """Return the nodes and lines that are shown, and the number of claims."""
    found: dict[str, Any] = page.evaluate("sanctionsGraphMap.visible()")
    return found


def state(page: Page) -> dict[str, Any]:
    """Return what the reader has chosen."""
    found: dict[str, Any] = page.evaluate("sanctionsGraphMap.state()")
    return found


def overlap(one: list[float], other: list[float]) -> bool:
    """Say whether two boxes (left, top, right, bottom) share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def violations(page: Page) -> list[str]:
    """Return what axe finds against the page as it is now."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]
