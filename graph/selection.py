"""A part of the graph: which claims, and with them everything that they name. Maps and exports are made from it.

An empty selection is everything that the store holds, articles without a claim included. Any other holds the claims
that pass every filter, the entities, articles and items they name, and the entities asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from graph import reference
from graph.errors import StoreError, UsageError
from graph.facts import count_facts
from graph.model import STATUSES, Article, Claim, Entity, Fact, Item
from graph.ontology import items, narrower_items, relations, with_broader
from graph.stores.base import Store
from graph.when import bounds, may_meet


@dataclass(frozen=True, slots=True)
class Selection:
    """What to take. A filter that is empty or None lets everything pass.

    `about` are entity or item ids (an item stands for its narrower ones too). `hops` is how many facts away from them
    to go, through subjects and objects; who asserts a claim leads nowhere. 1 is their own claims, 0 only those without
    any other subject or object. The other filters come first, so a walk takes no step over a claim left out.

    `start` and `end` are ISO days: a claim passes if it may hold on a day between them; one without a date does not.
    """

    about: tuple[str, ...] = ()
    hops: int = 1
    relations: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    statuses: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        return not (self.about or self.relations or self.start or self.end or self.statuses)


class Part(Protocol):
    """What exports of RDF take: a selection in memory, or a ledger read as it is written (`graph.streaming`)."""

    @property
    def entities(self) -> Collection[Entity]: ...

    @property
    def articles(self) -> Collection[Article]: ...

    @property
    def claims(self) -> Collection[Claim]: ...

    @property
    def facts(self) -> Collection[Fact]: ...

    @property
    def items(self) -> tuple[Item, ...]: ...

    def origin_of(self, article: Article) -> str: ...


@dataclass(frozen=True, slots=True)
class Selected:
    """What was taken. Entities, articles and claims in order of id, facts as `count_facts` orders them.

    Closed under reference: every entity and article that a claim names is there. `facts` count the claims here alone;
    `origins` are those of the articles here, as the whole store tells them.
    """

    entities: tuple[Entity, ...]
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    origins: Mapping[str, str] = field(default_factory=dict)

    def origin_of(self, article: Article) -> str:
        """Return whom the words of one of the articles come from first."""
        return self.origins.get(article.id, article.origin)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that the claims name and every broader one, in order of slug."""
        return with_broader({claim.item for claim in self.claims if claim.item})

    def without_load_times(self) -> Selected:
        """Return the same without the ledger's clock, so that ledgers which know the same give the same bytes."""
        return replace(self, articles=tuple(replace(article, loaded=None) for article in self.articles))


def select(store: Store, selection: Selection) -> Selected:
    """Return the part of `store` that `selection` asks for.

    Raises:
        UsageError: the selection names an unknown item, relation or status, or ends before it starts.
        StoreError: a claim names an entity or article that the store does not hold.
    """
    _check(selection)
    passing = [claim for claim in store.claims() if _passes(claim, selection)]
    claims = tuple(_around(passing, selection) if selection.about else passing)
    articles = _articles(store, claims, selection)
    known = store.origins()
    origins = {article.id: known[article.id] for article in articles}
    facts = tuple(count_facts(claims, origins))
    return Selected(_entities(store, claims, selection), articles, claims, facts, origins)


def _check(selection: Selection) -> None:
    for what, asked, known in (
        ("item", [about.removeprefix("item:") for about in selection.about if about.startswith("item:")], items()),
        ("relation", selection.relations, relations()),
        ("status", selection.statuses, STATUSES),
    ):
        unknown = [name for name in asked if name not in known]
        if unknown:
            raise UsageError(f"no {what} {unknown[0]!r}; there are {', '.join(known)}")
    if selection.hops < 0:
        raise UsageError(f"hops {selection.hops} is less than 0")
    if selection.start and selection.end and selection.start > selection.end:
        raise UsageError(f"the first day, {selection.start}, lies after the last, {selection.end}")


def _passes(claim: Claim, selection: Selection) -> bool:
    return (
        (not selection.relations or claim.relation in selection.relations)
        and (not selection.statuses or claim.status in selection.statuses)
        and may_meet(bounds(claim.when), selection.start, selection.end)
    )


def _around(claims: Sequence[Claim], selection: Selection) -> list[Claim]:
    """Return the claims at most `hops` facts away. Every step reads all claims once."""
    entities = {about for about in selection.about if not about.startswith("item:")}
    asked = [about.removeprefix("item:") for about in selection.about if about.startswith("item:")]
    slugs = frozenset().union(*map(narrower_items, asked))
    found = [claim for claim in claims if claim.item in slugs or not entities.isdisjoint(_ends(claim))]
    if selection.hops == 0:
        return [claim for claim in found if entities.issuperset(_ends(claim))]
    for _ in range(selection.hops - 1):
        reached = entities.union(*map(_ends, found))
        wider = [claim for claim in claims if claim.item in slugs or not reached.isdisjoint(_ends(claim))]
        if len(wider) == len(found):
            break
        found = wider
    return found


def _ends(claim: Claim) -> set[str]:
    return {end for end in (claim.subject, claim.object) if end}


def _entities(store: Store, claims: Iterable[Claim], selection: Selection) -> tuple[Entity, ...]:
    named = {name for claim in claims for name in (*_ends(claim), *claim.asserted_by)}
    wanted = named.union(about for about in selection.about if not about.startswith("item:"))
    found = {entity.id: entity for entity in store.entities() if selection.is_everything or entity.id in wanted}
    _refuse_missing("entity", named, found)
    for about in wanted.difference(found):
        known = reference.entity(about)
        if known is None:
            raise UsageError(f"no entity has the id {about!r}")
        found[about] = known
    return tuple(found[key] for key in sorted(found))


def _articles(store: Store, claims: Iterable[Claim], selection: Selection) -> tuple[Article, ...]:
    quoted = {claim.article for claim in claims}
    found = {article.id: article for article in store.articles() if selection.is_everything or article.id in quoted}
    _refuse_missing("article", quoted, found)
    return tuple(found[key] for key in sorted(found))


def _refuse_missing(what: str, named: set[str], found: Iterable[str]) -> None:
    missing = sorted(named.difference(found))
    if missing:
        raise StoreError(f"a claim names the {what} {missing[0]}, which the store does not hold; push the ledger anew")
