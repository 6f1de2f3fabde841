"""What the page holds packed comes out as it went in, in a browser, and says nothing in HTML."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from sanctionsgraph.maps.network import pack, page_file

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
