"""What a graph store can do. Questions, maps and exports know only this."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from types import TracebackType
from typing import Protocol, Self

from graph.facts import count_facts
from graph.model import Article, Claim, Entity, Fact, Item, digest
from graph.origins import origins_of

Nodes = Iterator[Entity] | Iterator[Article] | Iterator[Claim]


class Source(Protocol):
    """What fills a store: a ledger, or anything with its three streams, each in order of id."""

    def entities(self) -> Iterator[Entity]: ...

    def articles(self) -> Iterator[Article]: ...

    def claims(self) -> Iterator[Claim]: ...


@dataclass(frozen=True, slots=True)
class Change:
    """How many nodes of a kind a push added and removed; and changed, where the store keeps what it held before."""

    kind: str
    added: int
    removed: int
    changed: int = 0


class Store(ABC):
    """A graph of entities, items, claims and articles; a context manager."""

    @abstractmethod
    def push(self, source: Source) -> list[Change]:
        """Bring the store to exactly what `source` holds; say what changed, by kind."""

    @abstractmethod
    def entities(self) -> Iterator[Entity]:
        """Yield every entity, in order of id."""

    @abstractmethod
    def articles(self) -> Iterator[Article]:
        """Yield every article, in order of id."""

    @abstractmethod
    def claims(self) -> Iterator[Claim]:
        """Yield every claim, in order of id."""

    @abstractmethod
    def close(self) -> None:
        """Let go of connections."""

    def facts(self) -> list[Fact]:
        """Return the facts that the claims add up to, in order of relation, subject, object, item."""
        return count_facts(self.claims(), self.origins())

    def origins(self) -> dict[str, str]:
        """Return whom the words of each article come from first, by its id; copies of one story have one origin."""
        return origins_of(self.articles())

    def digests(self) -> dict[str, tuple[int, str]]:
        """Return how many nodes of each kind there are, and a digest of all that they hold."""
        kinds: dict[str, Nodes] = {
            "entities": self.entities(), "articles": self.articles(), "claims": self.claims(),
        }  # fmt: skip
        return {kind: count_and_digest(nodes) for kind, nodes in kinds.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def count_and_digest(nodes: Iterable[Entity | Item | Article | Claim | Fact]) -> tuple[int, str]:
    """Return how many `nodes` there are, and a digest of all that they hold, in their order."""
    count, running = 0, ""
    for node in nodes:
        compared = {field.name for field in fields(node) if field.compare}
        told = {name: value for name, value in asdict(node).items() if name in compared}
        count, running = count + 1, digest(running, told)
    return count, running
