from __future__ import annotations

import re
from pathlib import Path

import pytest

from sanctionsgraph.maps import Map, draw_map
from tests.sanctionsgraph.maps.conftest import Open
from tests.sanctionsgraph.maps.hostile import PAYLOADS, selected_of


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "map.html"
    path.write_text(draw_map(selected_of(), title=" ".join(PAYLOADS)), encoding="utf-8")
    return path


@pytest.mark.browser
def test_hostile_names_quotes_and_links_stay_text(open_map: Open, hostile_page: Path) -> None:
    """Every line is shown, with names and sentences; `open_map` sees to it that nothing is fetched or complained of."""
    page = open_map(hostile_page)
    shown = page.evaluate(
        """async () => {
          const seen = sanctionsGraphMap.visible();
          let claims = 0;
          for (const line of seen.lines) {
            location.hash = new URLSearchParams({ line });
            await new Promise((done) => setTimeout(done));
            for (const each of document.querySelectorAll("#panel details")) each.open = true;
            claims += document.querySelectorAll("#panel .claim").length;
          }
          location.hash = "view=table";
          await new Promise((done) => setTimeout(done, 50));
          return { nodes: seen.nodes.length, claims, rows: document.querySelectorAll("#table tbody tr").length };
        }"""
    )
    assert shown["nodes"] == 2 * len(PAYLOADS) + 1
    assert shown["rows"] == 2 * len(PAYLOADS) + 1
    assert shown["claims"] >= shown["rows"]
    page.keyboard.press("/")
    page.keyboard.type("script")
    assert page.locator("#results li").count() > 5
    for _ in range(8):
        page.mouse.move(500 + 40 * _, 300 + 20 * _)
    assert page.evaluate("window.ran") is None
    foreign = "script:not([type]), link:not([rel=icon]), iframe, img, object, embed, base, video, audio, #panel style"
    assert page.evaluate(f"document.querySelectorAll('{foreign}').length") == 2
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))")
    assert {link for link in links if not link.startswith(("#", "https://user:password@"))} == set()


@pytest.mark.browser
def test_the_map_runs_in_a_notebook_s_frame(open_map: Open, tmp_path: Path) -> None:
    frame = Map(selected_of(PAYLOADS[:5]), 'A "quoted" <title>')._repr_html_()
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><html data-ready><body>{frame}</body></html>", encoding="utf-8")
    page = open_map(notebook)
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready]").wait_for()
    assert inside.locator("h1").inner_text() == 'A "quoted" <title>'
    inside.locator("#panel button.line").first.click()
    assert inside.locator("#panel .claim").count() == 2


def test_the_page_loads_nothing_and_trusts_no_script_but_its_own() -> None:
    page = draw_map(selected_of(), title="<script>window.ran=1</script>")
    head = page[: page.index("<style>")]
    assert re.findall(r"(?:src|href)=(\S+)", head) == ['"data:,">']
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in head
    assert "unsafe" not in head
    assert page.count("<script") - page[page.index("<script>") :].count("<script>window.ran") >= 3
    assert re.findall(r"\son[a-z]+=", page[: page.index("<script>")]) == []


def test_our_scripts_write_no_markup() -> None:
    folder = Path(__file__).parents[3] / "sanctionsgraph" / "maps" / "page"
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|\.srcdoc"
    assert [path.name for path in folder.glob("*.js") if re.search(forbidden, path.read_text("utf-8"))] == []
