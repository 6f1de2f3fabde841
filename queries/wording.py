"""How parts of a claim are put into words for people: quantities, ids short enough to type, who says it and how."""

from __future__ import annotations

from graph.model import Claim, Quantity

_BOUNDS = {"exact": "", "min": "at least ", "max": "up to ", "about": "about "}
_SHORT = 8


def quantity_in_words(quantity: Quantity | None) -> str:
    """Return `at least 100`, `up to 1,000,000 barrels`; empty for None."""
    if quantity is None:
        return ""
    number = f"{quantity.value:,.15g}"
    unit = f" {_plural(quantity.unit) if quantity.value != 1 else quantity.unit}" if quantity.unit else ""
    return f"{_BOUNDS[quantity.bound]}{number}{unit}"


def _plural(noun: str) -> str:
    if noun.isupper() or noun.endswith("s"):
        return noun
    if noun.endswith(("x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun}s"


def short_id(node_id: str) -> str:
    """Return the start of a claim's or article's id, long enough to find it by."""
    return node_id.partition(":")[2][:_SHORT]


def standing(claim: Claim, asserters: tuple[str, ...]) -> str:
    """Return who says the claim and how it stands: `denied by Iran`, `affirmed in the article's own voice`."""
    return f"{claim.status} by {', '.join(asserters)}" if asserters else f"{claim.status}, in the article's own voice"
