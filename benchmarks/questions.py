"""Asks every question of every store: `python -m benchmarks.questions [CLAIMS ...] [--of STORE ...]`.

A table in Markdown: how many rows a question has, and the milliseconds in which each store gives them, on the gold
articles and on made ledgers of so many claims. That the stores give the same rows is checked on the way. Memory and
SPARQL are told in time of the processor, Neo4j in that of the wall clock: the quickest of three, or the only one where
it takes long.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial

from benchmarks.bare import push_rows
from benchmarks.ledgers import gold_readings, made_readings
from benchmarks.timing import in_child, timed
from graph.model import digest
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from queries.catalogue import QUESTIONS, Row, answer
from queries.sparql import RdfGraph
from tests.graph.builders import ReadingsSource
from tests.neo4j.server import NoServerError, Server, running_server

NEEDED = {"about": "state:KP", "other": "state:RU", "item": "weapon", "day": "2024-03-29", "since": "2024-03"}
_ROUNDS, _LONG = 3, 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """How many rows a question has, a digest of them, and the seconds that they took."""

    rows: int
    digest: str
    seconds: float


Answers = dict[str, Answer]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("claims", nargs="*", type=int, help="sizes of made ledgers, beside the gold one")
    parser.add_argument("--of", nargs="+", choices=ASKING, default=list(ASKING), metavar="STORE")
    options = parser.parse_args()
    sizes = [sum(len(reading.claims) for reading in gold_readings()), *options.claims]
    found = {size: {store: in_child(ASKING[store], size) for store in options.of} for size in sizes}
    print(*markdown(found), sep="\n")


def markdown(found: dict[int, dict[str, Answers]]) -> Iterator[str]:
    """Yield the lines of a table of answers by size and store.

    Raises:
        AssertionError: two stores differ in their rows.
    """
    columns = {"question": [f"`{name}`" for name in QUESTIONS]}
    for size, by_store in found.items():
        asked = [[answers[name] for name in QUESTIONS] for answers in by_store.values()]
        for name, *others in zip(QUESTIONS, *asked, strict=True):
            assert len({(other.rows, other.digest) for other in others}) == 1, f"{name} of {size} claims: {others}"
        columns[f"of {size:,} claims: rows"] = [f"{answer.rows:,}" for answer in asked[0]]
        for store, answers in zip(by_store, asked, strict=True):
            columns[f"{store} ({size:,})"] = [milliseconds(answer.seconds) for answer in answers]
    yield f"| {' | '.join(columns)} |"
    yield f"|---{'|--:' * (len(columns) - 1)}|"
    yield from (f"| {' | '.join(cells)} |" for cells in zip(*columns.values(), strict=True))


def milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.1f}" if seconds < 0.01 else f"{1000 * seconds:,.0f}"


def ask_memory(size: int) -> Answers:
    store = MemoryStore.of(made_source(size))
    store.facts()
    return ask_all(store)


def ask_sparql(size: int) -> Answers:
    return ask_all(RdfGraph.of(MemoryStore.of(made_source(size))))


def ask_neo4j(size: int) -> Answers:
    """Ask a server; its database must be empty, and is emptied again.

    Raises:
        NoServerError: there is none, or it holds something.
    """
    with empty_server() as (_, store):
        store.push(made_source(size))
        return ask_all(store)


ASKING = {"memory": ask_memory, "SPARQL": ask_sparql, "Neo4j": ask_neo4j}


@contextmanager
def empty_server() -> Iterator[tuple[Server, Neo4jStore]]:
    """Yield a server with its store, for the time of a benchmark.

    Raises:
        NoServerError: there is none, or it holds something.
    """
    with running_server() as server, Neo4jStore(server.uri, server.user, server.password, server.database) as store:
        if store.rows("MATCH (n) RETURN n LIMIT 1", {}):
            raise NoServerError(f"the database {server.database!r} at {server.uri} is not empty")
        try:
            yield server, store
        finally:
            push_rows(server, None)


def made_source(size: int) -> ReadingsSource:
    return ReadingsSource(list(made_readings(size)))


def ask_all(store: Store | RdfGraph, rounds: int = _ROUNDS) -> Answers:
    """Return the answer to each question, needed parameters being those of `NEEDED`."""
    return {name: _ask(store, name, rounds) for name in QUESTIONS}


def _ask(store: Store | RdfGraph, name: str, rounds: int) -> Answer:
    needed = {key: NEEDED[key] for key, is_needed in QUESTIONS[name].parameters.items() if is_needed}
    clock = time.perf_counter if isinstance(store, Neo4jStore) else time.process_time
    taken: list[float] = []
    rows: list[Row] = []
    while not taken or (len(taken) < rounds and sum(taken) < _LONG):
        seconds, rows = timed(partial(answer, store, name, **needed), clock)
        taken.append(seconds)
    return Answer(len(rows), digest(*map(asdict, rows)), min(taken))


if __name__ == "__main__":
    main()
