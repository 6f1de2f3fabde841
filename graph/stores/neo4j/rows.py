"""Entities, items, articles, claims and facts as what Neo4j keeps, and back; nothing is lost or reordered on the way.

A row is what a statement of `PUSH` takes: `id`, `properties` (among them `digest`; no nulls, and no empty lists, for an
import knows none), how many `edges` leave, and what they lead to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from graph.errors import StoreError
from graph.model import Article, Claim, Entity, Fact, Item, Quantity, digest
from graph.ontology import is_weapon, kinds, relations
from graph.stores.memory import claim_roles
from graph.when import bounds_or_none

Row = dict[str, Any]

_INT64 = range(-(2**63), 2**63)


def item_row(item: Item) -> Row:
    labels = ["Item", "WeaponType"] if is_weapon(item.slug) else ["Item"]
    broader = f"item:{item.broader}" if item.broader else None
    return _row(
        {"id": item.id, "slug": item.slug, "label": item.label}, int(bool(broader)), labels=labels, broader=broader
    )


def entity_row(entity: Entity) -> Row:
    """Return the row of an entity.

    Raises:
        StoreError: it is of a kind that the ontology does not know, so there is no label for it.
    """
    if entity.kind not in kinds():
        raise StoreError(f"{entity.id} is of kind {entity.kind!r}; there are {', '.join(kinds())}")
    return _row(asdict(entity) | {"aliases": list(entity.aliases)}, kind=entity.kind)


def article_row(article: Article, origin: str) -> Row:
    return _row(asdict(article) | {"origin": origin})


def claim_row(claim: Claim, article: Article, origin: str) -> Row:
    """Return the row of a claim; `article` is the one it quotes (its text is not needed), with its origin."""
    earliest, latest = bounds_or_none(claim.when)
    properties = {
        "id": claim.id, "relation": claim.relation, "status": claim.status,
        "when": claim.when, "earliest": earliest, "latest": latest,
        **_quantity_properties(claim.quantity),
        "sentence": claim.sentence, "start": claim.start, "end": claim.end,
        "marks": json.dumps(claim.marks, separators=(",", ":")), "why": list(claim.why),
        "extractor": claim.extractor, "version": claim.version,
        "published": article.published, "publisher": article.publisher, "origin": origin,
    }  # fmt: skip
    roles = [{"type": role, "to": node, "properties": {}} for role, node in claim_roles(claim)]
    for order, role in enumerate(role for role in roles if role["type"] == "ASSERTED_BY"):
        role["properties"] = {"order": order}
    return _row(properties, len(roles), roles=roles)


def drawn_to(fact: Fact) -> str | None:
    """Return the id of the node that the fact's edge leads to; None where there is no edge."""
    if fact.subject is None:
        return None
    return fact.object or (f"item:{fact.item}" if fact.item else None)


def fact_row(fact: Fact) -> Row | None:
    """Return the row of a fact, or None where it has no edge."""
    target = drawn_to(fact)
    if not target:
        return None
    counts = ("affirmed", "denied", "unconfirmed", "planned", "origins", "first", "last")
    properties = {"id": fact.id, "item": fact.item, "claims": list(fact.claims)}
    properties |= {key: getattr(fact, key) for key in counts}
    return _row(properties, type=relations()[fact.relation].cypher, subject=fact.subject, target=target)


def item_of(record: Mapping[str, Any]) -> Item:
    node, broader = record["node"], record["broader"]
    return Item(node["slug"], broader.removeprefix("item:") if broader else None, node["label"])


def entity_of(record: Mapping[str, Any]) -> Entity:
    node = dict(record["node"])
    node.pop("digest")
    return Entity(**node | {"aliases": tuple(node.get("aliases", ()))})


def article_of(record: Mapping[str, Any]) -> Article:
    node = dict(record["node"])
    node.pop("digest")
    node.pop("origin")
    return Article(**node)


def claim_of(record: Mapping[str, Any]) -> Claim:
    node, roles = record["node"], record["roles"]
    item = _one(roles, "ITEM")
    [article] = [to for role, to in roles if role == "QUOTED_FROM"]
    return Claim(
        id=node["id"],
        article=article,
        relation=node["relation"],
        subject=_one(roles, "SUBJECT"),
        object=_one(roles, "OBJECT"),
        item=item.removeprefix("item:") if item else None,
        quantity=_quantity_of(node),
        when=node.get("when"),
        asserted_by=tuple(to for role, to in roles if role == "ASSERTED_BY"),
        status=node["status"],
        sentence=node["sentence"],
        start=node["start"],
        end=node["end"],
        marks=tuple((start, end) for start, end in json.loads(node["marks"])),
        why=tuple(node.get("why", ())),
        extractor=node["extractor"],
        version=node["version"],
    )


def fact_of(record: Mapping[str, Any]) -> Fact:
    node = record["node"]
    target = record["target"]
    return Fact(
        relation=record["type"].lower(),
        subject=record["subject"],
        object=None if target.startswith("item:") else target,
        item=node.get("item"),
        claims=tuple(node["claims"]),
        first=node.get("first"),
        last=node.get("last"),
        **{key: node[key] for key in ("affirmed", "denied", "unconfirmed", "planned", "origins")},
    )


def _row(properties: Mapping[str, Any], edges: int = 0, **rest: Any) -> Row:
    kept = {key: value for key, value in properties.items() if value is not None and value != []}
    return {"id": kept["id"], "properties": kept | {"digest": digest(kept, rest)}, "edges": edges, **rest}


def _quantity_properties(quantity: Quantity | None) -> dict[str, Any]:
    if quantity is None:
        return {}
    value = quantity.value
    if isinstance(value, int) and value not in _INT64:
        value = float(value)
    return {"quantity_value": value, "quantity_bound": quantity.bound, "quantity_unit": quantity.unit}


def _quantity_of(node: Mapping[str, Any]) -> Quantity | None:
    if "quantity_value" not in node:
        return None
    return Quantity(node["quantity_value"], node["quantity_bound"], node.get("quantity_unit"))


def _one(roles: Sequence[Sequence[str]], wanted: str) -> str | None:
    """Return the node in a role, or None; a ValueError where there are several."""
    found: list[str | None] = [to for role, to in roles if role == wanted]
    [one] = found or [None]
    return one
