"""When a claim that was read agrees with a claim of the gold: the rules behind every figure.

A gold entity is an ISO code, a list of names, or None; one that was read is an object with `name`, `iso2`, `aliases`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from graph.ontology import items

Json = dict[str, Any]
# Further away than any item that may count as agreeing.
_APART = 9


def norm(name: str) -> str:
    """Return a name without case, marks, articles and the possessive."""
    words = re.sub(r"[^\w\s]", " ", str(name).casefold().replace("'s", "")).split()
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def entity_agrees(gold: str | list[str] | None, got: Json | str | None) -> bool:
    """Say whether what was read names what the gold names."""
    if gold is None or got is None:
        return gold is None and got is None
    if isinstance(got, str):
        got = {"name": got}
    if isinstance(gold, str):
        return (got.get("iso2") or "").upper() == gold
    if got.get("iso2"):
        return False
    names = {norm(name) for name in gold}
    return any(norm(name) in names for name in (got.get("name", ""), *(got.get("aliases") or ())))


def item_distance(one: str | None, other: str | None) -> int:
    """Return 0 for the same item, 1 for one a step broader or narrower, more for any other."""
    if one == other:
        return 0
    return 1 if one and other and (_broader(one) == other or _broader(other) == one) else _APART


def _broader(slug: str) -> str | None:
    item = items().get(slug)
    return item.broader if item else None


def quantity_agrees(gold: Json | None, got: Json | None) -> bool:
    """Say whether value and bound agree; the unit is not scored."""
    if not gold or not got:
        return not gold and not got
    try:
        difference = abs(float(gold["value"]) - float(got["value"]))
    except (KeyError, TypeError, ValueError):
        return False
    return difference <= 1e-6 * abs(float(gold["value"])) and gold.get("bound") == got.get("bound")


def sources_agree(gold: list[Any] | None, got: list[Any] | None) -> bool:
    """Say whether the same ones are said to say it, in any order."""
    gold, got = list(gold or []), list(got or [])
    return len(gold) == len(got) and all(any(entity_agrees(one, other) for other in got) for one in gold)


ATTRIBUTES: dict[str, Callable[[Json, Json], bool]] = {
    "quantity": lambda gold, got: quantity_agrees(gold.get("quantity"), got.get("quantity")),
    "when": lambda gold, got: gold.get("when") == got.get("when"),
    "status": lambda gold, got: gold.get("status") == got.get("status"),
    "asserted_by": lambda gold, got: sources_agree(gold.get("asserted_by"), got.get("asserted_by")),
}


def parties_agree(gold: Json, got: Json) -> bool:
    """Say whether relation, subject and object agree."""
    return bool(
        gold["relation"] == got.get("relation")
        and entity_agrees(gold.get("subject"), got.get("subject"))
        and entity_agrees(gold.get("object"), got.get("object"))
    )


def pairs(gold: list[Json], got: list[Json]) -> list[tuple[int, int, int]]:
    """Return the best one-to-one pairing as (index in gold, index in got, distance of the items).

    The same item comes before one a step away; among those, agreeing in quantity, date and status comes first.
    """
    options = []
    for i, one in enumerate(gold):
        for j, other in enumerate(got):
            distance = item_distance(one.get("item"), other.get("item"))
            if distance <= 1 and parties_agree(one, other):
                misses = sum(not ATTRIBUTES[key](one, other) for key in ("quantity", "when", "status"))
                options.append((distance, misses, i, j))
    paired: list[tuple[int, int, int]] = []
    for distance, _, i, j in sorted(options):
        if all(i != taken_i and j != taken_j for taken_i, taken_j, _ in paired):
            paired.append((i, j, distance))
    return paired
