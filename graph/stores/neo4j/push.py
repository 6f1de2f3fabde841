"""Bringing a Neo4j server up to date by difference: what is new or changed goes in, what is gone goes out.

Each batch is a transaction; a push that was stopped, wherever that was, is completed by the next. Nodes can be written
twice without harm; a fact that was drawn twice, because two pushed at once, loses one edge with the next push. Memory
holds the ids and digests of one kind at a time, and the claims while facts are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from graph.ontology import kinds
from graph.stores.base import Change, Source
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.graph import GraphRows
from graph.stores.neo4j.rows import Row
from graph.stores.neo4j.statements import INDEXES, KNOWN, PUSH, REMOVE, SCHEMA

Report = Callable[[str, int], None]

_MOST_CHARACTERS = 1_000_000  # of text in one transaction: the server's memory may be small
_KNOWN_AT_ONCE = 5_000  # rows of an id and a digest


class _Known(NamedTuple):
    """What the server says of a node or fact that it holds."""

    digest: str | None
    edges: int
    handle: str

    def is_like(self, row: Row) -> bool:
        return (self.digest, self.edges) == (row["properties"]["digest"], row["edges"])


class Push:
    """One push; see `Neo4jStore.push` for the arguments."""

    def __init__(self, connection: Connection, source: Source, *, batch: int, afresh: bool, report: Report) -> None:
        self._connection, self._rows = connection, GraphRows(source)
        self._batch, self._afresh, self._report = batch, afresh, report

    def run(self) -> list[Change]:
        """Write what is missing or changed, kind by kind, then remove what is gone, the other way round."""
        self._make_indexes()
        brought = {kind: self._bring(kind, rows) for kind, rows in self._rows.by_kind()}
        for kind in reversed(brought):
            self._remove(kind, brought[kind][1])
        return [change for change, _ in brought.values()]

    def _make_indexes(self) -> None:
        there = {row["name"] for row in self._connection.stream(INDEXES)}
        for name in SCHEMA.keys() - there:
            self._connection.write(SCHEMA[name])

    def _bring(self, kind: str, rows: Iterable[Row]) -> tuple[Change, list[str]]:
        """Write what is new or changed; return the counts, and the handles of what has to go."""
        known, gone = self._known(kind)
        counts: Counter[str] = Counter()

        def fresh() -> Iterator[Row]:
            for row in rows:
                there = known.pop(row["id"], None)
                if self._afresh or not there or not there.is_like(row):
                    counts["changed" if there else "added"] += 1
                    yield row | {"handle": there and there.handle}

        for batch in self._batches(fresh()):
            self._connection.write(PUSH[kind], rows=batch, kinds=list(kinds()))
            self._report(kind, counts.total())
        gone += [there.handle for there in known.values()]
        return Change(kind, counts["added"], len(gone), counts["changed"]), gone

    def _known(self, kind: str) -> tuple[dict[str, _Known], list[str]]:
        """Return what the server holds, by id, and the handles of what it holds twice."""
        known: dict[str, _Known] = {}
        twice: list[str] = []
        for row in self._connection.stream(KNOWN[kind], at_once=_KNOWN_AT_ONCE):
            name, digest, edges, *handle = row.values()
            there = _Known(digest, edges, handle[0] if handle else name)
            if name in known:
                twice.append(there.handle)
            else:
                known[name] = there
        return known, twice

    def _batches(self, rows: Iterable[Row]) -> Iterator[list[Row]]:
        batch: list[Row] = []
        characters = 0
        for row in rows:
            batch.append(row)
            characters += _characters(row["properties"])
            if len(batch) == self._batch or characters >= _MOST_CHARACTERS:
                yield batch
                batch, characters = [], 0
        if batch:
            yield batch

    def _remove(self, kind: str, handles: list[str]) -> None:
        for start in range(0, len(handles), self._batch):
            self._connection.write(REMOVE[kind], handles=handles[start : start + self._batch])


def _characters(properties: dict[str, Any]) -> int:
    return sum(len(str(value)) for value in properties.values() if isinstance(value, str | list))
