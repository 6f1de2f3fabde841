"""Claims joined with what their ids stand for: the rows of every question are made from these.

Dates: a claim may hold anywhere between `earliest` and `latest` (ISO days, None where open). A question that gives a
first or last day keeps the claims whose span overlaps it and leaves out the claims without any date.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from graph.model import Article, Claim, Entity, Item
from graph.ontology import items, narrower_items
from graph.stores.base import Store
from graph.when import bounds, may_meet

ByDate = tuple[str, str, str, str]
_NO_DAY = "~"  # after every digit


class JoinedClaim(NamedTuple):
    """A claim, its article, and the entities, by id, among which are those it names."""

    claim: Claim
    article: Article
    entities: Mapping[str, Entity]

    @property
    def subject(self) -> Entity | None:
        return self.entities[self.claim.subject] if self.claim.subject else None

    @property
    def object(self) -> Entity | None:
        return self.entities[self.claim.object] if self.claim.object else None

    @property
    def item(self) -> Item | None:
        return items()[self.claim.item] if self.claim.item else None

    @property
    def asserters(self) -> tuple[str, ...]:
        """The names of those who say it, in the claim's order."""
        return tuple([self.entities[asserter].name for asserter in self.claim.asserted_by])

    @property
    def earliest(self) -> str | None:
        return bounds(self.claim.when)[0]

    @property
    def latest(self) -> str | None:
        return bounds(self.claim.when)[1]

    @property
    def by_date(self) -> ByDate:
        """The usual order of rows: earliest day, undated last; then subject, object and claim, by code point."""
        return _by_date(self.claim)

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
    conditions: list[Callable[[Claim], bool] | None] = [
        (lambda claim: claim.relation in relations) if relations else None,
        (lambda claim: about in (claim.subject, claim.object)) if about else None,
        (lambda claim: claim.subject == subject) if subject else None,
        (lambda claim: claim.object == target) if target else None,
        (lambda claim: is_of(claim, item)) if item else None,
        (lambda claim: is_within(claim, start, end)) if start or end else None,
        where,
    ]
    found: Iterator[Claim] = store.claims()
    for condition in filter(None, conditions):
        found = filter(condition, found)
    return join(store, sorted(found, key=_by_date))


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
    named = {*map(attrgetter("subject"), claims), *map(attrgetter("object"), claims)}
    named.update(*set(map(attrgetter("asserted_by"), claims)))
    quoted = set(map(attrgetter("article"), claims))
    entities = {entity.id: entity for entity in store.entities() if entity.id in named}
    articles = {article.id: article for article in store.articles() if article.id in quoted}
    return [JoinedClaim(claim, articles[claim.article], entities) for claim in claims]


def _by_date(claim: Claim) -> ByDate:
    return (bounds(claim.when)[0] or _NO_DAY, claim.subject or "", claim.object or "", claim.id)
