"""Calibres, which tell what a gun or a round is: "170mm guns", "7.62 mm ammunition", "155-millimetre rounds"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.names.mentions import Mention, Names

_CALIBRE = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:\.\d{1,2})?[ -]?mm(?: and|,) )*"
    r"(\d{1,3}(?:\.\d{1,2})?)[ -]?(?:mm|millimet(?:re|er)s?)[ -](?:(?:calibre|caliber) )?(rounds?\b(?! of\b))?"
)
# The least calibre of artillery, and the greatest of small arms, in millimetres.
_ARTILLERY, _SMALL_ARMS = 57, 15
# Items that a calibre narrows, each as artillery and as small arms.
_BY_CALIBRE = {
    "small-arms": ("artillery", "small-arms"),
    "ammunition": ("artillery-ammunition", "small-arms-ammunition"),
}


def link_calibres(text: str, names: Names) -> None:
    """Let a calibre be part of the item it stands before, and narrow it; "152mm rounds" are an item by it alone."""
    at = {mention.start: index for index, mention in enumerate(names.mentions)}
    for match in _CALIBRE.finditer(text):
        millimetres = float(match.group(1))
        index = at.get(match.end())
        if index is not None and names.mentions[index].is_item:
            item = names.mentions[index]
            narrowed = _narrowed(item.target, millimetres)
            names.mentions[index] = replace(item, start=match.start(), target=narrowed)
        elif match.group(2) and match.start(2) not in at:
            role = "plural" if match.group(2).endswith("s") else "singular"
            names.mentions.append(Mention(*match.span(), "item", _narrowed("ammunition", millimetres), role))


def _narrowed(item: str, millimetres: float) -> str:
    if item not in _BY_CALIBRE:
        return item
    artillery, small_arms = _BY_CALIBRE[item]
    if millimetres >= _ARTILLERY:
        return artillery
    return small_arms if millimetres <= _SMALL_ARMS else "weapon" if item == "small-arms" else item
