"""How claims are put into words for people: deeds, quantities, and who says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.model import Claim, Entity, Quantity
from graph.ontology import items, relations

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


def claim_in_words(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """Return `Denied by Iran: Iran supplied Russia: drone`; `entities` has those that the claim names, by id."""
    return f"{capitalised(claim_standing(claim, entities))}: {claim_deed(claim, entities)}"


def claim_deed(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """Return what a claim is about, as `deed_in_words` has it."""
    subject, target = (entities[end].name if end else None for end in (claim.subject, claim.object))
    return deed_in_words(subject, claim.relation, target, claim_goods(claim))


def claim_goods(claim: Claim) -> str:
    """Return the goods of a claim, as `goods_in_words` has them."""
    return goods_in_words(items()[claim.item].label if claim.item else None, claim.quantity)


def claim_standing(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """Return how a claim stands and who says so, as `standing` has it."""
    return standing(claim.status, [entities[asserter].name for asserter in claim.asserted_by])


def capitalised(text: str) -> str:
    """Return `text` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
