"""Mends words that were parted at the end of a line, by what else the document writes; no dictionary is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.pages.clutter import lists

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTED = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010\u00ad]$")
_RANGE = re.compile(r"\d[-\u2010–]$")
_START = re.compile(r"[^\W\d_]+")


class Mender:
    """Joins the lines of a document; it knows the words that stand whole in its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._whole: set[str] = set()
        for line in lines:
            inner = _PARTED.sub("", line)
            self._whole.update(word.casefold() for word in _WORD.findall(inner))

    def join(self, text: str, line: str) -> str:
        """Return a paragraph so far with its next line."""
        parted, start = _PARTED.search(text), _START.match(line)
        if parted is None or start is None:
            return text + line if _RANGE.search(text) and line[0].isdigit() else f"{text} {line}"
        first, second = parted[1], start.group()
        if not second[0].islower():
            return text + line
        return text + line if self._is_compound(first, second) else text[:-1] + line

    def _is_compound(self, first: str, second: str) -> bool:
        """Tell whether the hyphen belongs to the word: so it stands elsewhere, or its first part is used to it."""
        if f"{first}-{second}".casefold() in self._whole:
            return True
        if (first + second).casefold() in self._whole:
            return False
        last = first.rsplit("-", 1)[-1].casefold()
        return last in lists()["compounds"] or "-" in first
