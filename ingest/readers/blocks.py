"""The text of an HTML element by its blocks: a paragraph ends where a block does, a line at a <br> or a table's row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import iterwalk
from lxml.html import HtmlElement

_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "thead", "ul",
})  # fmt: skip
_MARKS = {"hr": "***", "h1": "# ", "h2": "# "}
_LINES = frozenset({"br", "tr"})
_SKIPPED = frozenset({
    "aside", "button", "figcaption", "footer", "form", "iframe", "nav", "noscript", "script", "select", "style", "svg",
    "template", "textarea",
})  # fmt: skip
_LINK, _LINKED = "\ue000", "\ue001"  # where a link begins and ends, until the lines are known
_LINK_ENDS = re.compile(f"[{_LINK}{_LINKED}]")


def text_of(element: HtmlElement, *, with_marks: bool = False, with_links: bool = True) -> str:
    """Return paragraphs parted by blank lines, lines within them by line feeds; without what stands beside the text.

    Args:
        element: Where to look.
        with_marks: Mark rules and the larger headings as Markdown does.
        with_links: Keep lines that are nothing but links, such as the headlines of other stories.
    """
    marks = _MARKS if with_marks else {}
    lines = "".join(_pieces(element, marks)).split("\n")
    kept = (line for line, is_link in _told(lines) if with_links or not is_link)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _pieces(element: HtmlElement, marks: dict[str, str]) -> Iterator[str]:
    walk = iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if name in _SKIPPED:
                walk.skip_subtree()
            else:
                yield f"{_before(name)}{marks.get(name, '')}{_flat(node.text)}"
            continue
        yield "\n\n" if name in _BLOCKS else " " if name in ("td", "th") else _LINKED if name == "a" else ""
        yield _flat(node.tail) if node is not element else ""


def _before(name: str) -> str:
    return "\n\n" if name in _BLOCKS else "\n" if name in _LINES else _LINK if name == "a" else ""


def _flat(text: str | None) -> str:
    return re.sub(rf"[\s{_LINK}{_LINKED}]+", " ", text) if text else ""


def _told(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line without the signs of links, and whether all of it is linked."""
    is_open = False
    for line in lines:
        free = "".join(_unlinked(line, is_open=is_open))
        ends = _LINK_ENDS.findall(line)
        is_open = ends[-1] == _LINK if ends else is_open
        words = " ".join(_LINK_ENDS.sub("", line).split())
        yield words, bool(words) and not any(map(str.isalnum, free))


def _unlinked(line: str, *, is_open: bool) -> Iterator[str]:
    for part in re.split(f"([{_LINK}{_LINKED}])", line):
        if part in (_LINK, _LINKED):
            is_open = part == _LINK
        elif not is_open:
            yield part
