"""Times the stores on made ledgers: `python -m benchmarks.stores [CLAIMS ...] [--large]`.

One table: the memory store against a bare networkx build of the same nodes and edges, its peak memory, every question
in memory, and how the times grow; SPARQL and Neo4j for the smallest ledger, with --large Neo4j for 100000 claims.
What runs in this process alone is told in seconds of the processor, so that a busy machine does not count; what a
server takes part in, in those of the wall clock.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

import networkx as nx

from benchmarks.bare import networkx_build, push_rows, rows_of
from benchmarks.ledgers import gold_readings, made_readings
from graph.errors import StoreError
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from queries.catalogue import QUESTIONS, Question, answer
from queries.sparql import RdfGraph
from tests.graph.builders import ReadingsSource
from tests.neo4j.server import NoServerError, Server, running_server

SIZES = (10_000, 100_000)
NEEDED = {"about": "state:KP", "other": "state:RU", "item": "weapon", "day": "2024-03-29", "since": "2024-03"}
_MEGABYTE = 1024 if sys.platform.startswith("linux") else 1024**2  # in the unit of ru_maxrss

Result = TypeVar("Result")
Column = dict[str, float]


@dataclass
class Table:
    """Figures by line and column, in the order in which they came."""

    columns: dict[str, Column] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        names = dict.fromkeys(name for column in self.columns.values() for name in column)
        yield f"{'':34}" + "".join(f"{name:>14}" for name in self.columns)
        for name in names:
            figures = [column.get(name) for column in self.columns.values()]
            yield f"{name:34}" + "".join(f"{'' if figure is None else f'{figure:.2f}':>14}" for figure in figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("claims", nargs="*", type=int, default=SIZES)
    parser.add_argument("--large", action="store_true", help="push 100000 claims to Neo4j rather than the fewest")
    options = parser.parse_args()
    sizes, table = sorted(set(options.claims)), Table()
    gold_readings()  # once, for all the children
    for size in sizes:
        table.columns[f"{size}"] = in_child(time_memory, size)
    for least, most in pairwise(sizes):
        ratios = grown(table.columns[f"{least}"], table.columns[f"{most}"])
        table.columns[f"x{most / least:g}"] = ratios
    table.columns[f"SPARQL {sizes[0]}"] = in_child(time_sparql, sizes[0])
    pushed = SIZES[-1] if options.large else sizes[0]
    try:
        table.columns[f"Neo4j {pushed}"] = time_neo4j(pushed)
    except (NoServerError, StoreError) as error:
        print(f"without Neo4j: {error}", file=sys.stderr)
    print("seconds (memory, SPARQL: processor; Neo4j: wall clock), unless said otherwise", *table.lines(), sep="\n")


def in_child(work: Callable[[int], Column], size: int) -> Column:
    """Return what `work` finds in a process of its own, so that one size does not weigh on the next."""
    with multiprocessing.get_context("fork" if sys.platform != "win32" else None).Pool(1) as pool:
        return pool.apply(work, (size,))


def made_source(size: int) -> ReadingsSource:
    return ReadingsSource(list(made_readings(size)))


def time_memory(size: int) -> Column:
    """Return the figures of the memory store."""
    source = made_source(size)
    before = peak()
    filled, store = timed(lambda: MemoryStore.of(source))
    counted, _ = timed(store.facts)
    drawn, graph = timed(lambda: store.graph)
    grown_by = peak() - before
    bare, _ = timed(lambda: networkx_build(nodes_of(graph), edges_of(graph)))
    column = {
        "memory: filled": filled, "memory: facts": counted, "memory: graph": drawn, "bare networkx": bare,
        "graph, speed of bare (goal 0.5)": bare / drawn, "peak MB": peak(), "peak MB of the store": grown_by,
    }  # fmt: skip
    return column | ask_all(store)


def time_sparql(size: int) -> Column:
    store = MemoryStore.of(made_source(size))
    built, graph = timed(lambda: RdfGraph.of(store))
    return {"RDF built": built} | ask_all(graph)


def time_neo4j(size: int) -> Column:
    """Return the figures of a server; its database must be empty, and is emptied again.

    Raises:
        NoServerError: there is none, or it holds something.
    """
    source = made_source(size)
    with running_server() as server, Neo4jStore(server.uri, server.user, server.password, server.database) as store:
        if store.rows("MATCH (n) RETURN n LIMIT 1", {}):
            raise NoServerError(f"the database {server.database!r} at {server.uri} is not empty")
        try:
            return push_and_ask(server, store, source)
        finally:
            push_rows(server, None)


def push_and_ask(server: Server, store: Neo4jStore, source: ReadingsSource) -> Column:
    rows = rows_of(source)
    bare, _ = timed(lambda: push_rows(server, rows), time.perf_counter)
    push_rows(server, None)
    pushed, _ = timed(lambda: store.push(source), time.perf_counter)
    again, changes = timed(lambda: store.push(source), time.perf_counter)
    written = sum(change.added + change.removed + change.changed for change in changes)
    column = {
        "bare UNWIND/MERGE": bare, "push": pushed, "push, speed of bare (goal 0.33)": bare / pushed,
        "push with nothing new": again, "written by it (count)": written,
    }  # fmt: skip
    return column | ask_all(store)


def ask_all(store: MemoryStore | RdfGraph | Neo4jStore) -> Column:
    """Return the seconds of each question, and of the slowest."""
    clock = time.perf_counter if isinstance(store, Neo4jStore) else time.process_time
    taken = {name: timed(partial(ask, store, question), clock)[0] for name, question in QUESTIONS.items()}
    return {"slowest question (goal 1)": max(taken.values())} | taken


def ask(store: MemoryStore | RdfGraph | Neo4jStore, question: Question) -> int:
    needed = {name: NEEDED[name] for name, is_needed in question.parameters.items() if is_needed}
    return len(answer(store, question.name, **needed))


def grown(least: Column, most: Column) -> Column:
    """Return how many times as much each figure is; not of figures too small to tell."""
    return {name: most[name] / figure for name, figure in least.items() if figure >= 0.01 and "speed" not in name}


def timed(work: Callable[[], Result], clock: Callable[[], float] = time.process_time) -> tuple[float, Result]:
    """Return how long `work` takes by `clock`, garbage swept before, and what it gives."""
    gc.collect()
    start = clock()
    result = work()
    return clock() - start, result


def peak() -> float:
    """Return the most megabytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE


def nodes_of(graph: nx.MultiDiGraph[str]) -> list[tuple[str, dict[str, Any]]]:
    return [(name, dict(held)) for name, held in graph.nodes(data=True)]


def edges_of(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, Any]]]:
    return [(start, end, key, dict(held)) for start, end, key, held in graph.edges(keys=True, data=True)]


if __name__ == "__main__":
    main()
