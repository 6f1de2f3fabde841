"""The rows of a whole graph for Neo4j, kind by kind, each kind after those that it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.errors import StoreError
from graph.facts import count_facts
from graph.model import Article
from graph.ontology import broader_items, items
from graph.origins import origins_of
from graph.stores.base import Source
from graph.stores.memory import claim_roles
from graph.stores.neo4j.rows import Row, article_row, claim_row, entity_row, fact_row, item_row


class GraphRows:
    """Streams the rows of a source; to be gone through once, in the order of `by_kind`.

    `origins` are those of its articles, where the source is a part and the whole tells them better.
    """

    def __init__(self, source: Source, origins: Mapping[str, str] | None = None) -> None:
        self._source = source
        self._there: set[str] = set()
        self._articles: dict[str, Article] = {}
        self._told_origins = origins
        self._origins: Mapping[str, str] = {}

    def by_kind(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Yield the kinds, each with its rows."""
        yield "items", self._items()
        yield "entities", self._entities()
        yield "articles", self._article_rows()
        yield "claims", self._claims()
        yield "facts", self._facts()

    def _items(self) -> Iterator[Row]:
        # The broader ones first, so that each finds what it leads to.
        for item in sorted(items().values(), key=lambda item: len(broader_items(item.slug))):
            self._there.add(item.id)
            yield item_row(item)

    def _entities(self) -> Iterator[Row]:
        for entity in self._source.entities():
            self._there.add(entity.id)
            yield entity_row(entity)

    def _article_rows(self) -> Iterator[Row]:
        told = self._told_origins
        self._origins = origins_of(self._source.articles()) if told is None else told
        for article in self._source.articles():
            self._there.add(article.id)
            self._articles[article.id] = replace(article, text="")
            yield article_row(article, self._origins[article.id])

    def _claims(self) -> Iterator[Row]:
        for claim in self._source.claims():
            named = {node for _, node in claim_roles(claim)}
            if not named <= self._there:
                missing = ", ".join(sorted(named - self._there))
                raise StoreError(f"{claim.id} names {missing}, which the source does not hold: see `doctor`")
            yield claim_row(claim, self._articles[claim.article], self._origins[claim.article])

    def _facts(self) -> Iterator[Row]:
        facts = count_facts(self._source.claims(), self._origins)
        return (row for row in map(fact_row, facts) if row)
