"""The project from Python: the names below, each imported when it is first used.

    from sanctionsgraph import Ledger, MemoryStore, answer, articles_of, read_articles

    with Ledger("sanctions.db") as ledger:
        for reading in read_articles(articles_of(["page.html"], report=print)):
            ledger.add(reading)
        rows = answer(MemoryStore.of(ledger), "arms_transfers", item="missile")

Everything else may move between releases.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.errors import SanctionsGraphError
    from graph.ledger import Ledger
    from graph.model import Article, Claim, Entity, Fact, Item, Quantity, Reading
    from graph.selection import Selection, select
    from graph.stores.memory import MemoryStore
    from graph.stores.neo4j import Neo4jStore
    from ingest.articles import articles_of
    from ingest.pipeline import read_article, read_articles
    from queries.catalogue import answer
    from sanctionsgraph.maps import Map, draw_map

__all__ = [
    "Article",
    "Claim",
    "Entity",
    "Fact",
    "Item",
    "Ledger",
    "Map",
    "MemoryStore",
    "Neo4jStore",
    "Quantity",
    "Reading",
    "SanctionsGraphError",
    "Selection",
    "answer",
    "articles_of",
    "draw_map",
    "read_article",
    "read_articles",
    "select",
]

_HOMES = {
    "graph.errors": ("SanctionsGraphError",),
    "graph.ledger": ("Ledger",),
    "graph.model": ("Article", "Claim", "Entity", "Fact", "Item", "Quantity", "Reading"),
    "graph.selection": ("Selection", "select"),
    "graph.stores.memory": ("MemoryStore",),
    "graph.stores.neo4j": ("Neo4jStore",),
    "ingest.articles": ("articles_of",),
    "ingest.pipeline": ("read_article", "read_articles"),
    "queries.catalogue": ("answer",),
    "sanctionsgraph.maps": ("Map", "draw_map"),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module 'sanctionsgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
