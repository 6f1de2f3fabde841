"""The graph in a Neo4j server. Its shape is told in docs/neo4j.md; the driver is the extra `sanctionsgraph[neo4j]`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self, TypeVar

from graph.errors import StoreError
from graph.model import Article, Claim, Entity, Fact, Item
from graph.stores.base import Change, Source, Store
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.push import Push, Report
from graph.stores.neo4j.rows import article_of, claim_of, entity_of, fact_of, item_of
from graph.stores.neo4j.statements import READ

Record = TypeVar("Record", Item, Entity, Article, Claim, Fact)

DEFAULT_URI = "bolt://127.0.0.1:7687"


class Neo4jStore(Store):
    """The graph in a Neo4j server, 5.26 or newer; nodes of others in the same database are never touched.

    Args:
        uri: bolt:// or neo4j://, with +s or +ssc where the connection is encrypted.
        user: Who asks.
        password: Theirs; none where the server asks for none.
        database: Which of the server's databases.
        patience: For how many seconds to try again when the server does not answer.
        batch: The most nodes, or facts, in one transaction.

    Raises:
        StoreError: there is no such server, or it refuses; as of every method, in one line, with the remedy.
    """

    def __init__(
        self,
        uri: str,
        user: str,
        password: str | None,
        database: str = "neo4j",
        *,
        patience: float = 15,
        batch: int = 500,
    ) -> None:
        self._connection = Connection(uri, user, password, database, patience)
        self._batch = batch

    @classmethod
    def from_environment(
        cls,
        *,
        uri: str | None = None,
        user: str | None = None,
        password: str | None = None,
        database: str | None = None,
    ) -> Self:
        """Return the store that NEO4J_URI, _USER, _PASSWORD and _DATABASE name; what is given goes first."""
        get = os.environ.get
        return cls(
            uri or get("NEO4J_URI") or DEFAULT_URI,
            user or get("NEO4J_USER") or "neo4j",
            password or get("NEO4J_PASSWORD"),
            database or get("NEO4J_DATABASE") or "neo4j",
        )

    def close(self) -> None:
        self._connection.close()

    def push(self, source: Source, *, afresh: bool = False, report: Report | None = None) -> list[Change]:
        """Bring the server to exactly what `source` holds; say what changed, by kind, items and facts among them.

        Args:
            source: A ledger, or the like.
            afresh: Write also what seems to be up to date, in case another hand has changed it.
            report: Called after each batch with the kind and how many of it have been written.

        Raises:
            StoreError: also if a claim names what the source does not hold.
        """
        return Push(self._connection, source, batch=self._batch, afresh=afresh, report=report or _say_nothing).run()

    def items(self) -> Iterator[Item]:
        """Yield the taxonomy as the server has it, in order of id."""
        return self._read("items", item_of)

    def entities(self) -> Iterator[Entity]:
        return self._read("entities", entity_of)

    def articles(self) -> Iterator[Article]:
        return self._read("articles", article_of)

    def claims(self) -> Iterator[Claim]:
        return self._read("claims", claim_of)

    def drawn_facts(self) -> Iterator[Fact]:
        """Yield the facts as the edges tell them, in order of id; `facts` counts the claims anew."""
        return self._read("facts", fact_of)

    def rows(self, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        """Run a statement that only reads, and return its rows by column name."""
        return self._connection.rows(cypher, parameters)

    def _read(self, kind: str, make: Callable[[Mapping[str, Any]], Record]) -> Iterator[Record]:
        for row in self._connection.stream(READ[kind]):
            try:
                record = make(row)
            except (KeyError, TypeError, ValueError) as error:
                raise StoreError(
                    f"{row['node']['id']} was changed in Neo4j at {self._connection.uri} by another hand: "
                    "`sanctionsgraph neo4j push --all` writes everything again"
                ) from error
            yield record


def _say_nothing(_kind: str, _count: int) -> None:
    pass
