"""Text in XML."""

from __future__ import annotations

from graph.characters import clean

# Line ends too, which an editor or a checkout may change.
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "\n": "&#10;"}
_IN_TEXT = str.maketrans(_TEXT)
_IN_ATTRIBUTE = str.maketrans(_TEXT | {'"': "&quot;", "\t": "&#9;"})


def element_text(text: str) -> str:
    """Return `text` as the content of an element; a reader gets back just that."""
    return clean(text).translate(_IN_TEXT)


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute, in its quotes."""
    return f'"{clean(text).translate(_IN_ATTRIBUTE)}"'
