from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from sanctionsgraph.maps import Map, draw_map
from tests.sanctionsgraph.maps.conftest import Open
from tests.sanctionsgraph.maps.hostile import PAYLOADS, selected_of


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "map.html"
    path.write_text(draw_map(selected_of(), title=" ".join(PAYLOADS), max_nodes=1000), encoding="utf-8")
    return path


def test_there_are_two_hundred_different_attacks() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) == 200


@pytest.mark.browser
def test_hostile_names_quotes_and_links_stay_text(open_map: Open, hostile_page: Path) -> None:
    """Every line is shown, with names and sentences; `open_map` sees to it that nothing is fetched or complained of."""
    page = open_map(hostile_page, width=500, height=400)  # a small canvas is quick to draw two hundred times
    shown = page.evaluate(
        """async () => {
          const seen = sanctionsGraphMap.visible();
          const bad = [], links = new Set();
          let claims = 0;
          const look = async (hash) => {
            sanctionsGraphMap.go(String(hash));
            for (const each of document.querySelectorAll("#panel details")) each.open = true;
            await new Promise((done) => setTimeout(done));
            for (const each of document.querySelectorAll("#panel a[href]")) {
              const isSafe = /^https?:/i.test(each.getAttribute("href")) && each.relList.contains("noopener");
              if (!isSafe) bad.push(each.href);
              links.add(each.hostname);
            }
            claims += document.querySelectorAll("#panel .claim").length;
          };
          const from = new Map(sanctionsGraphMap.lines().map((line) => [line.id, line.from]));
          for (const line of seen.lines) await look(new URLSearchParams({ line, only: from.get(line) }));
          for (const node of seen.nodes.slice(0, 22)) await look(new URLSearchParams({ node, only: node }));
          await look("view=table");
          return { nodes: seen.nodes.length, lines: seen.lines.length, claims, bad, links: [...links].sort(),
                   rows: document.querySelectorAll("#table tbody tr").length };
        }"""
    )
    lines = len(PAYLOADS) + 1
    assert (shown["nodes"], shown["lines"], shown["bad"]) == (2 * len(PAYLOADS) + 1, lines, [])
    assert shown["rows"] == 300  # as many as the table shows at first
    assert shown["claims"] > 2 * lines
    assert shown["links"] == ["evil.example", "xn--evl-khd.example"]
    page.keyboard.press("/")
    page.keyboard.type("script")
    assert page.locator("#results li").count() > 5
    _assert_nothing_ran(page)


def _assert_nothing_ran(page: Page) -> None:
    assert page.evaluate("window.ran") is None
    foreign = "link:not([rel=icon]), iframe, img, object, embed, base, video, audio, form:not(dialog form), body style"
    assert page.evaluate(f"document.querySelectorAll('{foreign}').length") == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 4  # payload, library packed and run, ours


@pytest.mark.browser
def test_hostile_links_to_a_view_change_nothing(open_map: Open) -> None:
    page = open_map(width=500, height=400)
    states = page.evaluate(
        """async (payloads) => {
          const keys = ["line", "node", "path", "only", "at", "from", "to", "view", "no-kinds", "no-hidden", "undated"];
          const states = new Set();
          for (const [place, payload] of payloads.entries()) {
            const all = new URLSearchParams(keys.map((key) => [key, payload])).toString();
            for (const hash of [all, `#${payload}`]) {
              sanctionsGraphMap.go(hash);
              states.add(JSON.stringify(sanctionsGraphMap.state()));
            }
            if (place % 10) continue;
            location.hash = all;
            await new Promise((done) => { addEventListener("hashchange", done, { once: true }); });
            states.add(JSON.stringify(sanctionsGraphMap.state()));
          }
          return [...states];
        }""",
        [payload for payload in PAYLOADS if payload.isprintable()],
    )
    assert [json.loads(state)["selected"] for state in states] == [None]
    _assert_nothing_ran(page)


@pytest.mark.browser
def test_the_drawing_and_the_table_of_hostile_text_are_harmless_files(
    open_map: Open, hostile_page: Path, tmp_path: Path
) -> None:
    page = open_map(hostile_page)
    for ending in ("svg", "csv"):
        page.locator("#save summary").click()
        with page.expect_download() as download:
            page.locator(f"#{ending}-button").click()
        download.value.save_as(tmp_path / f"x.{ending}")
    drawing = ElementTree.parse(tmp_path / "x.svg")
    tags = {element.tag.partition("}")[2] for element in drawing.iter()}
    assert tags == {"svg", "title", "rect", "path", "polygon", "circle", "g", "text"}
    attributes = {name for element in drawing.iter() for name in element.attrib}
    assert [name for name in attributes if name.startswith("on") or "href" in name or name == "style"] == []
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 2 * len(PAYLOADS) + 2
    invisible = "\x00\x01\x0b\x0c\u200b\ufeff \t\r\n"
    assert [cell for row in rows for cell in row if cell.lstrip(invisible)[:1] in {*"=+-@\uff1d"}] == []
    page.goto((tmp_path / "x.svg").as_uri())
    assert page.evaluate("window.ran") is None


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
