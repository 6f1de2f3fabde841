"""What the page holds packed comes out as it went in, in a browser, and says nothing in HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.selection import Selected
from sanctionsgraph.maps.lines import Lens, draw_lines
from sanctionsgraph.maps.network import pack, page_file
from tests.sanctionsgraph.maps.conftest import Open

TEXTS = [
    "",
    "a",
    "North Korea sent shells.",
    "é中\U0001f680\u2028</script><!--&amp;",
    *(f"{'xyz' * 7}{n}" * n for n in range(9)),
]
UNPACK = re.search(r"^const SIGNS.*?^}$", page_file("data.js"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("text", TEXTS)
def test_packed_text_holds_no_sign_that_means_something_in_html(text: str) -> None:
    assert not set("<>&'\"`\\\n ") & set(pack(text))


@pytest.mark.browser
def test_the_browser_unpacks_what_was_packed(browser: Browser) -> None:
    assert UNPACK is not None
    page = browser.new_page()
    page.goto("about:blank")
    unpack = f"async (packed) => {{ {UNPACK.group()} return Promise.all(packed.map(unpack)); }}"
    assert page.evaluate(unpack, [pack(text) for text in TEXTS]) == TEXTS
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("lens", ["parties", "weapons"])
def test_the_browser_finds_the_claims_of_every_line(
    lens: Lens, open_map: Open, made: Selected, made_page: Path, weapons: Path
) -> None:
    page = open_map({"parties": made_page, "weapons": weapons}[lens])
    unpacked = page.evaluate(f"""async () => {{
        {page_file("dom.js")} {page_file("data.js")}
        const claims = (fact) => fact.claims.map(({{ id, sentence }}) => [id, sentence]);
        const lines = [...connect(await readPayload()).lines.values()];
        return lines.map(({{ from, to, group, facts }}) => [from, to, group, facts.map(claims)]);
    }}""")
    said = {claim.id: [claim.id.removeprefix("claim:")[:10], claim.sentence] for claim in made.claims}
    assert unpacked == [
        [line.source, line.target, line.group, [[said[claim] for claim in made.facts[n].claims] for n in line.facts]]
        for line in draw_lines(made.facts, lens=lens).lines
    ]
