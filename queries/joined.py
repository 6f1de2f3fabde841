"""Claims joined with what their ids stand for: the rows of every question are made from these.

Dates: a claim may hold anywhere between `earliest` and `latest` (ISO days, None where open). A question that gives a
first or last day keeps the claims whose span overlaps it and leaves out the claims without any date.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import Article, Claim, Entity, Item
from graph.ontology import items, narrower_items
from graph.stores.base import Store
from graph.when import bounds, may_meet


@dataclass(frozen=True, slots=True)
class JoinedClaim:
    """A claim, its article, and the entities and item it names; `asserters` are names, in the claim's order."""

    claim: Claim
    article: Article
    subject: Entity | None
    object: Entity | None
    item: Item | None
    asserters: tuple[str, ...]
    earliest: str | None
    latest: str | None

    @property
    def by_date(self) -> tuple[bool, str, str, str, str]:
        """The usual order of rows: earliest day, undated last; then subject, object and claim, by code point."""
        claim = self.claim
        return (self.earliest is None, self.earliest or "", claim.subject or "", claim.object or "", claim.id)

    def parties(self, subject: str, target: str) -> dict[str, Any]:
        """Return the columns of the subject and the object, under the names they have in a question."""
        columns = ((subject, self.subject), (target, self.object))
        ids = {name: entity and entity.id for name, entity in columns}
        return ids | {f"{name}_name": entity and entity.name for name, entity in columns}

    def goods(self) -> dict[str, Any]:
        """Return the columns `item` (slug), `item_label`, `quantity`, `bound` and `unit`."""
        quantity = self.claim.quantity
        return {
            "item": self.item and self.item.slug,
            "item_label": self.item and self.item.label,
            "quantity": float(quantity.value) if quantity else None,
            "bound": quantity and quantity.bound,
            "unit": quantity and quantity.unit,
        }

    def columns(self) -> dict[str, Any]:
        """Return the columns of a claim in full, `relation` to `sentence`."""
        return {
            "relation": self.claim.relation,
            **self.parties("subject", "object"),
            **self.goods(),
            **self.evidence(),
        }

    def evidence(self) -> dict[str, Any]:
        """Return the columns that every row of one claim ends with, `when` to `sentence`."""
        return {
            "when": self.claim.when,
            "status": self.claim.status,
            "asserted_by": tuple(sorted(self.asserters)),
            "publisher": self.article.publisher,
            "published": self.article.published,
            "article": self.article.id,
            "claim": self.claim.id,
            "sentence": self.claim.sentence,
        }


def found_claims(
    store: Store,
    relations: Collection[str] | None = None,
    *,
    about: str | None = None,
    subject: str | None = None,
    target: str | None = None,
    item: str | None = None,
    start: str | None = None,
    end: str | None = None,
    where: Callable[[Claim], bool] | None = None,
) -> list[JoinedClaim]:
    """Return the claims that pass every condition given, joined, in order of date (undated last), parties, claim.

    `about` is the subject or the object, `target` the object, `item` takes narrower ones in, `start` and `end` are
    days between which a claim may hold.
    """
    found = [
        claim
        for claim in store.claims()
        if (relations is None or claim.relation in relations)
        and (about is None or about in (claim.subject, claim.object))
        and subject in (None, claim.subject)
        and target in (None, claim.object)
        and is_of(claim, item)
        and is_within(claim, start, end)
        and (where is None or where(claim))
    ]
    return sorted(join(store, found), key=lambda joined: joined.by_date)


def is_of(claim: Claim, item: str | None) -> bool:
    """Say whether the claim is of `item` or a narrower one; None is any, also none."""
    return item is None or claim.item in narrower_items(item)


def is_within(claim: Claim, start: str | None, end: str | None) -> bool:
    """Say whether the claim may hold on a day from `start` to `end`; without either, every claim does."""
    return may_meet(bounds(claim.when), start, end)


def entity_names(store: Store) -> dict[str, str]:
    """Return the name of each entity of the store, by id."""
    return {entity.id: entity.name for entity in store.entities()}


def join(store: Store, claims: Sequence[Claim]) -> list[JoinedClaim]:
    """Return `claims` of `store`, joined, in their order. Keeps no more of the store than they name."""
    named = {name for claim in claims for name in (claim.subject, claim.object, *claim.asserted_by)}
    quoted = {claim.article for claim in claims}
    entities = {entity.id: entity for entity in store.entities() if entity.id in named}
    articles = {article.id: article for article in store.articles() if article.id in quoted}
    return [_join(claim, articles[claim.article], entities) for claim in claims]


def _join(claim: Claim, article: Article, entities: dict[str, Entity]) -> JoinedClaim:
    earliest, latest = bounds(claim.when)
    return JoinedClaim(
        claim=claim,
        article=article,
        subject=entities[claim.subject] if claim.subject else None,
        object=entities[claim.object] if claim.object else None,
        item=items()[claim.item] if claim.item else None,
        asserters=tuple(entities[asserter].name for asserter in claim.asserted_by),
        earliest=earliest,
        latest=latest,
    )
