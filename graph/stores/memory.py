"""The graph in memory, as a networkx multigraph: the reference that the other store is measured against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from graph.collector import collector_held
from graph.model import Article, Claim, Entity, Fact
from graph.ontology import items, relations
from graph.stores.base import Change, Source, Store

if TYPE_CHECKING:
    import networkx as nx


class MemoryStore(Store):
    """Holds a ledger's content in memory; `graph` is built when first asked for."""

    def __init__(self) -> None:
        self._entities: dict[str, Entity] = {}
        self._articles: dict[str, Article] = {}
        self._claims: dict[str, Claim] = {}
        self._facts: list[Fact] | None = None
        self._origins: dict[str, str] | None = None
        self._graph: nx.MultiDiGraph[str] | None = None

    @classmethod
    def of(cls, source: Source) -> Self:
        """Return a store filled from `source`."""
        store = cls()
        store.push(source)
        return store

    @collector_held()
    def push(self, source: Source) -> list[Change]:
        new: dict[str, dict[str, Any]] = {
            "entities": {entity.id: entity for entity in source.entities()},
            "articles": {article.id: article for article in source.articles()},
            "claims": {claim.id: claim for claim in source.claims()},
        }
        old: dict[str, dict[str, Any]] = {
            "entities": self._entities, "articles": self._articles, "claims": self._claims,
        }  # fmt: skip
        changes = [Change(kind, len(new[kind].keys() - old[kind]), len(old[kind].keys() - new[kind])) for kind in new]
        self._entities, self._articles, self._claims = new["entities"], new["articles"], new["claims"]
        self._facts = self._origins = self._graph = None
        return changes

    def entities(self) -> Iterator[Entity]:
        return iter(self._entities.values())

    def articles(self) -> Iterator[Article]:
        return iter(self._articles.values())

    def claims(self) -> Iterator[Claim]:
        return iter(self._claims.values())

    @collector_held()
    def facts(self) -> list[Fact]:
        if self._facts is None:
            self._facts = super().facts()
        return self._facts

    def origins(self) -> dict[str, str]:
        if self._origins is None:
            self._origins = super().origins()
        return self._origins

    def close(self) -> None:
        """Nothing to let go of."""

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """Return the whole graph: nodes by id with their record under `node`, edges keyed by type or fact."""
        if self._graph is None:
            self._graph = self._build()
        return self._graph

    @collector_held()
    def _build(self) -> nx.MultiDiGraph[str]:
        import networkx as nx  # a third of a second that most questions can do without

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for item in items().values():
            graph.add_node(item.id, kind="Item", node=item)
            if item.broader:
                graph.add_edge(item.id, f"item:{item.broader}", key="BROADER")
        graph.add_nodes_from((entity.id, {"kind": entity.kind, "node": entity}) for entity in self.entities())
        graph.add_nodes_from((article.id, {"kind": "Article", "node": article}) for article in self.articles())
        for claim in self.claims():
            graph.add_node(claim.id, kind="Claim", node=claim)
            for role, node in claim_roles(claim):
                graph.add_edge(claim.id, node, key=role)
        for fact in self.facts():
            target = fact.object or (f"item:{fact.item}" if fact.item else None)
            if fact.subject and target:
                graph.add_edge(fact.subject, target, key=fact.id, type=relations()[fact.relation].cypher, fact=fact)
        return graph


def claim_roles(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the edges that leave a claim: the role and the id of the node it leads to."""
    if claim.subject:
        yield "SUBJECT", claim.subject
    if claim.object:
        yield "OBJECT", claim.object
    if claim.item:
        yield "ITEM", f"item:{claim.item}"
    for asserter in claim.asserted_by:
        yield "ASSERTED_BY", asserter
    yield "QUOTED_FROM", claim.article
