"""Whether a Neo4j server holds what a ledger does: everything on both sides is read, nothing is taken on trust."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from graph.ontology import items
from graph.stores.base import Source, count_and_digest
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j.rows import drawn_to


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many of a kind each side holds, and whether they are the same to the last letter."""

    kind: str
    ledger: int
    server: int
    is_same: bool


def compare(source: Source, store: Neo4jStore) -> list[Comparison]:
    """Compare a ledger with a server, kind by kind; facts are those that are drawn as edges.

    Raises:
        StoreError: another hand has changed the graph so that it cannot be read back.
    """
    memory = MemoryStore.of(source)
    drawn = sorted(filter(drawn_to, memory.facts()), key=attrgetter("id"))
    taxonomy = sorted(items().values(), key=attrgetter("id"))
    wanted = {"items": count_and_digest(taxonomy), **memory.digests(), "facts": count_and_digest(drawn)}
    found = {
        "items": count_and_digest(store.items()), **store.digests(), "facts": count_and_digest(store.drawn_facts()),
    }  # fmt: skip
    return [Comparison(kind, wanted[kind][0], found[kind][0], wanted[kind] == found[kind]) for kind in wanted]
