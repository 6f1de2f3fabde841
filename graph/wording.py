"""How claims are put into words for people: deeds, quantities, and who says it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Quantity
from graph.ontology import relations

_BOUNDS = {"exact": "", "min": "at least ", "max": "up to ", "about": "about "}


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
    return f"{noun}es" if noun.endswith(("x", "ch", "sh")) else f"{noun}s"


def goods_in_words(item_label: str | None, quantity: Quantity | None) -> str:
    """Return `ballistic missile, at least 100`; empty where neither is known."""
    return ", ".join(part for part in (item_label, quantity_in_words(quantity)) if part)


def deed_in_words(subject: str | None, relation: str, target: str | None, goods: str = "") -> str:
    """Return `North Korea supplied Russia: ballistic missile`, of names."""
    words = [subject or "someone", relations()[relation].label, target]
    return " ".join(word for word in words if word) + (f": {goods}" if goods else "")


def standing(status: str, asserters: Sequence[str]) -> str:
    """Return how a claim stands and who says so: `denied by Iran`; the status alone in the article's own voice."""
    return f"{status} by {', '.join(asserters)}" if asserters else status
