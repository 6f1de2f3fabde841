"""Everything known about one thing: an entity, an item, a claim or an article, found by what somebody types.

No question of the catalogue: its parts are of different kinds. It reads the store's streams, so on a large Neo4j the
questions are quicker.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import UsageError
from graph.lookup import find
from graph.model import Article, Claim, Entity, Item
from graph.ontology import broader_items, items, narrower_items
from graph.stores.base import Store
from queries.joined import JoinedClaim, join

_ID_OR_START = re.compile(r"(?:(claim|article):)?([0-9a-f]{6,20})")


@dataclass(frozen=True, slots=True)
class EntityDossier:
    """An entity; the claims of what it did, of what was done to it, and of what it says about others."""

    entity: Entity
    did: list[JoinedClaim]
    undergone: list[JoinedClaim]
    says: list[JoinedClaim]


@dataclass(frozen=True, slots=True)
class ItemDossier:
    """An item, the items above it (nearest first) and right below it, and the claims of it and of narrower ones."""

    item: Item
    broader: list[Item]
    narrower: list[Item]
    claims: list[JoinedClaim]


@dataclass(frozen=True, slots=True)
class ClaimDossier:
    """A claim and where in its article the paragraph lies that it is quoted from."""

    joined: JoinedClaim
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArticleDossier:
    """An article and its claims."""

    article: Article
    claims: list[JoinedClaim]


Dossier = EntityDossier | ItemDossier | ClaimDossier | ArticleDossier


def dossier(store: Store, text: str) -> Dossier:
    """Return what is known about what `text` names: a name, an id, or the start of a claim's or article's id.

    Raises:
        UsageError: `text` names nothing in the store, or several things.
    """
    marked = _marked(store, text.strip().lower())
    if isinstance(marked, Claim):
        return _of_claim(store, marked)
    if isinstance(marked, Article):
        return ArticleDossier(marked, _claims(store, lambda claim: claim.article == marked.id))
    node = find(store, text)
    return _of_item(store, node) if isinstance(node, Item) else _of_entity(store, node)


def _marked(store: Store, text: str) -> Claim | Article | None:
    """Return the claim or article whose id starts so; None if `text` is no such thing."""
    match = _ID_OR_START.fullmatch(text)
    if match is None:
        return None
    kind, start = match.groups()
    found: list[Claim | Article] = []
    if kind != "article":
        found += [claim for claim in store.claims() if claim.id.startswith(f"claim:{start}")]
    if kind != "claim":
        found += [article for article in store.articles() if article.id.startswith(f"article:{start}")]
    if len(found) > 1:
        raise UsageError(
            f"{text!r} starts {len(found)} ids: {', '.join(node.id for node in found[:4])}; give more of it"
        )
    if kind and not found:
        raise UsageError(f"no {kind} has an id that starts with {text!r}")
    return found[0] if found else None


def _claims(store: Store, is_wanted: Callable[[Claim], bool]) -> list[JoinedClaim]:
    found = join(store, [claim for claim in store.claims() if is_wanted(claim)])
    return sorted(found, key=lambda joined: joined.by_date)


def _of_entity(store: Store, entity: Entity) -> EntityDossier:
    found = _claims(store, lambda claim: entity.id in (claim.subject, claim.object, *claim.asserted_by))
    return EntityDossier(
        entity=entity,
        did=[joined for joined in found if joined.claim.subject == entity.id],
        undergone=[joined for joined in found if joined.claim.object == entity.id],
        says=[joined for joined in found if entity.id not in (joined.claim.subject, joined.claim.object)],
    )


def _of_item(store: Store, item: Item) -> ItemDossier:
    return ItemDossier(
        item=item,
        broader=[items()[slug] for slug in broader_items(item.slug)[1:]],
        narrower=[other for other in items().values() if other.broader == item.slug],
        claims=_claims(store, lambda claim: claim.item in narrower_items(item.slug)),
    )


def _of_claim(store: Store, claim: Claim) -> ClaimDossier:
    [joined] = join(store, [claim])
    text = joined.article.text
    start = text.rfind("\n\n", 0, claim.start + 1)
    end = text.find("\n\n", claim.end)
    return ClaimDossier(joined, start + 2 if start >= 0 else 0, end if end >= 0 else len(text))
