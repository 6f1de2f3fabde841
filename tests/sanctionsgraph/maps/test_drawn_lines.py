"""Lines are drawn by the page itself: curves side by side, loops, and very many of them."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graph.model import Claim
from graph.selection import Selection, select
from graph.stores.memory import MemoryStore
from sanctionsgraph.maps import draw_map
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading
from tests.queries.made_ledger import KP, RU
from tests.sanctionsgraph.maps.conftest import Open, click_on, state, visible

pytestmark = pytest.mark.browser
ARTICLE = make_article()


def draw(path: Path, claims: list[Claim]) -> Path:
    selected = select(MemoryStore.of(ReadingsSource([make_reading(ARTICLE, claims)])), Selection())
    path.write_text(draw_map(selected, title="Lines"), encoding="utf-8")
    return path


def test_each_of_several_lines_of_a_pair_and_a_loop_is_found_by_a_click(open_map: Open, tmp_path: Path) -> None:
    ends = [("supplied", KP, RU), ("attacked", KP, RU), ("supplied", RU, KP), ("supplied", KP, KP)]
    claims = [make_claim(ARTICLE, relation=relation, subject=one, object=two) for relation, one, two in ends]
    page = open_map(draw(tmp_path / "pair.html", claims))
    for line in visible(page)["lines"]:
        click_on(page, line)
        assert state(page)["selected"] == {"type": "line", "id": line}
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.locator("#svg-button").click()
    download.value.save_as(tmp_path / "pair.svg")
    paths = [path.get("d", "") for path in ElementTree.parse(tmp_path / "pair.svg").iter() if path.tag.endswith("path")]
    assert len(set(paths)) == 2 * len(ends)  # each with its arrow


def test_a_map_of_very_many_lines_can_be_filtered_and_read(open_map: Open, tmp_path: Path) -> None:
    nodes = [f"org:made-{number}" for number in range(41)]
    claims = [make_claim(ARTICLE, subject=one, object=two) for one, two in permutations(nodes, 2)]
    page = open_map(draw(tmp_path / "many.html", claims))
    click_on(page, nodes[0])
    assert state(page)["selected"] == {"type": "node", "id": nodes[0]}
    assert len(page.evaluate("sanctionsGraphMap.lit()")["lines"]) == 80
    page.get_by_role("button", name="Hide", exact=True).click()
    assert len(visible(page)["lines"]) == 40 * 39
