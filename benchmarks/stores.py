"""Times the stores on made ledgers: `python -m benchmarks.stores [CLAIMS ...] [--large]`.

One table: the memory store against a bare networkx build of the same nodes and edges, its peak memory, every question
in memory, and how all that grows; a push to Neo4j against a bare UNWIND of the same rows, and one with nothing new, for
the smallest ledger, with --large for 100000 claims. What runs in this process alone is told in seconds of the
processor, so that a busy machine does not count; what a server takes part in, in those of the wall clock. The stores
are asked side by side by `benchmarks.questions`.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import pairwise
from typing import Any

import networkx as nx

from benchmarks.bare import networkx_build, push_rows, rows_of
from benchmarks.ledgers import gold_readings
from benchmarks.questions import ask_all, empty_server, made_source
from benchmarks.timing import Column, Table, in_child, peak, timed
from graph.errors import StoreError
from graph.stores.memory import MemoryStore
from tests.neo4j.server import NoServerError

SIZES = (10_000, 100_000)


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
    pushed = SIZES[-1] if options.large else sizes[0]
    try:
        table.columns[f"Neo4j {pushed}"] = in_child(time_neo4j, pushed)
    except (NoServerError, StoreError) as error:
        print(f"without Neo4j: {error}", file=sys.stderr)
    print("seconds (memory: processor; Neo4j: wall clock), unless said otherwise", *table.lines(), sep="\n")


def time_memory(size: int) -> Column:
    """Return the figures of the memory store."""
    source = made_source(size)
    before = peak()
    filled, store = timed(lambda: MemoryStore.of(source))
    traced, origins = timed(store.origins)
    counted, facts = timed(store.facts)
    drawn, graph = timed(lambda: store.graph)
    grown_by = peak() - before
    nodes, edges = nodes_of(graph), edges_of(graph)
    bare, _ = timed(lambda: networkx_build(nodes, edges))
    answers = ask_all(store, rounds=1)
    return {
        "claims (count)": size, "articles (count)": len(origins), "origins (count)": len(set(origins.values())),
        "facts (count)": len(facts), "nodes (count)": len(nodes), "edges (count)": len(edges),
        "memory: filled": filled, "memory: origins": traced, "memory: facts": counted, "memory: graph": drawn,
        "bare networkx": bare, "graph, speed of bare (goal 0.5)": bare / drawn,
        "all of it, speed of bare": bare / (filled + traced + counted + drawn),
        "peak MB": peak(), "peak MB of the store": grown_by,
        "slowest question (goal 1)": max(answer.seconds for answer in answers.values()),
    } | {name: answer.seconds for name, answer in answers.items()}  # fmt: skip


def time_neo4j(size: int) -> Column:
    """Return the figures of pushes.

    Raises:
        NoServerError: there is no server, or its database holds something.
    """
    source = made_source(size)
    rows = rows_of(source)
    with empty_server() as (server, store):
        bare, _ = timed(lambda: push_rows(server, rows), time.perf_counter)
        push_rows(server, None)
        pushed, _ = timed(lambda: store.push(source), time.perf_counter)
        again, changes = timed(lambda: store.push(source), time.perf_counter)
    written = sum(change.added + change.removed + change.changed for change in changes)
    return {
        "bare UNWIND": bare, "push": pushed, "push, speed of bare (goal 0.33)": bare / pushed,
        "push with nothing new": again, "written by it (count)": written,
    }  # fmt: skip


def grown(least: Column, most: Column) -> Column:
    """Return how many times as much each figure is; not of figures too small to tell."""
    return {name: most[name] / figure for name, figure in least.items() if figure >= 0.01 and "speed" not in name}


def nodes_of(graph: nx.MultiDiGraph[str]) -> list[tuple[str, dict[str, Any]]]:
    return [(name, dict(held)) for name, held in graph.nodes(data=True)]


def edges_of(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, Any]]]:
    return [(start, end, key, dict(held)) for start, end, key, held in graph.edges(keys=True, data=True)]


if __name__ == "__main__":
    main()
