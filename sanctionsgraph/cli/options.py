"""The options that several commands share, and what they stand for.

A command file imports from here and adds what is its own. Heavy modules are imported when called.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sanctionsgraph.cli.completion import complete_thing

if TYPE_CHECKING:
    from graph.ledger import Ledger
    from graph.selection import Selection
    from graph.stores.base import Store

DEFAULT_LEDGER = Path("sanctionsgraph.db")


class StoreName(StrEnum):
    """Where the graph is that a command asks."""

    memory = "memory"
    neo4j = "neo4j"


class Format(StrEnum):
    """How rows come out."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


LedgerOption = Annotated[
    Path, typer.Option("--ledger", metavar="FILE", envvar="SANCTIONSGRAPH_LEDGER", help="The ledger.")
]
StoreOption = Annotated[
    StoreName, typer.Option("--store", help="Ask the ledger's graph in memory, or the one in Neo4j (see `doctor`).")
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How rows come out.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors; data still come out.")]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", min=1, help="Read on N processes; else on all cores, once that is quicker.",
        show_default=False,
    ),
]  # fmt: skip
AboutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--about",
        metavar="NAME",
        help="Only what concerns this entity or item; may be repeated.",
        autocompletion=complete_thing,
    ),
]
HopsOption = Annotated[int, typer.Option("--hops", metavar="N", min=0, help="How many facts away from --about to go.")]
RelationOption = Annotated[
    list[str] | None, typer.Option("--relation", metavar="RELATION", help="Only this relation; may be repeated.")
]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Only claims dated this day (month, year) or later.")
]
ToOption = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help="Only claims dated this day (month, year) or earlier.")
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status", metavar="STATUS", help="Only affirmed, denied, unconfirmed or planned claims; may be repeated."
    ),
]


def open_ledger(path: Path, *, create: bool = False) -> Ledger:
    """Return the ledger at `path`, a context manager; unless `create`, it must exist."""
    from graph.ledger import Ledger

    return Ledger(path, create=create)


def open_store(store: StoreName, ledger: Path) -> Store:
    """Return the store that `--store` names, a context manager: filled from the ledger, or the Neo4j server."""
    if store is StoreName.neo4j:
        from graph.stores.neo4j import Neo4jStore

        return Neo4jStore.from_environment()
    from graph.stores.memory import MemoryStore

    with open_ledger(ledger) as source:
        return MemoryStore.of(source)


def selection_of(
    store: Store,
    about: Sequence[str] | None = None,
    hops: int = 1,
    relation: Sequence[str] | None = None,
    from_: str | None = None,
    to: str | None = None,
    status: Sequence[str] | None = None,
) -> Selection:
    """Return the part of the graph that the options name.

    Raises:
        UsageError: a name, relation, date or status is unknown.
    """
    from graph.lookup import find
    from graph.model import STATUSES
    from graph.ontology import relations
    from graph.selection import Selection

    return Selection(
        about=tuple(find(store, name).id for name in about or ()),
        hops=hops,
        relations=tuple(_one_of(name, relations(), "relation") for name in relation or ()),
        start=first_day(from_),
        end=last_day(to),
        statuses=tuple(_one_of(name, STATUSES, "status") for name in status or ()),
    )


def first_day(date: str | None) -> str | None:
    """Return the first day (ISO) that `date` allows; None for None."""
    return None if date is None else _day(date, 0)


def last_day(date: str | None) -> str | None:
    """Return the last day (ISO) that `date` allows; None for None."""
    return None if date is None else _day(date, 1)


def _day(date: str, end: int) -> str:
    from graph.errors import UsageError
    from graph.when import bounds, is_edtf

    day = bounds(date)[end] if is_edtf(date) else None
    if day is None:
        raise UsageError(f"not a date: {date!r}; write 2024, 2024-10 or 2024-10-05")
    return day


def _one_of(name: str, known: Iterable[str], what: str) -> str:
    from graph.errors import UsageError

    found = name.strip().lower().replace("-", "_")
    if found not in (names := list(known)):
        raise UsageError(f"no {what} {name!r}; there are {', '.join(names)}")
    return found
