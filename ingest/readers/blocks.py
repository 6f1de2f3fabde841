"""The text of an HTML element by its blocks: a paragraph ends where a block does, a line at a <br> or a table's row."""

from __future__ import annotations

import re

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


def text_of(element: HtmlElement, *, with_marks: bool = False) -> str:
    """Return paragraphs parted by blank lines, lines within them by line feeds; without what stands beside the text.

    Args:
        element: Where to look.
        with_marks: Mark rules and the larger headings as Markdown does.
    """
    marks = _MARKS if with_marks else {}
    parts: list[str] = []
    walk = iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start" and name in _SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            parts += [_before(name), marks.get(name, ""), _flat(node.text)]
            continue
        if event == "start":
            continue
        parts.append("\n\n" if name in _BLOCKS else " " if name in ("td", "th") else "")
        parts.append(_flat(node.tail) if node is not element else "")
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _before(name: str) -> str:
    return "\n\n" if name in _BLOCKS else "\n" if name in _LINES else ""


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
