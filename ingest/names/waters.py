"""Seas, straits, lakes and continents that bear a state's name or a port's: "the Gulf of Aden" is not Yemen."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"\b(?:(?:Gulf|Sea|Bay|Bight|Straits?|Channel|Lake) of(?: the)?|Lake)\s+$")
_AFTER = re.compile(r"\s+(?:Sea|Straits?|Gulf|Channel|Ocean|Current)\b")
_WHOLE = re.compile(r"\b(?:Sea|Straits?|Gulf|Channel|Ocean|Lake)\b")
_CONTINENT = re.compile(r"\b(?:Latin|North|South|Central|Pan)[ -]$")
_FURTHEST = 20  # characters before a name


def is_water(text: str, start: int, end: int) -> bool:
    """Say whether the name at `text[start:end]` is that of a water, or part of it."""
    inside = _WHOLE.search(text, start, end) is not None
    before = _BEFORE.search(text, max(0, start - _FURTHEST), start) is not None
    return inside or before or _AFTER.match(text, end) is not None


def is_continent(text: str, start: int) -> bool:
    """Say whether the name at `start` is part of a continent's: "Latin American" is not of the United States."""
    is_american = text.startswith("America", start)
    return is_american and _CONTINENT.search(text, max(0, start - _FURTHEST), start) is not None
