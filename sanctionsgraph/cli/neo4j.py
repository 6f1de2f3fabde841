"""`sanctionsgraph neo4j`: the graph in a Neo4j server, brought up to date and compared with the ledger."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sanctionsgraph.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    LedgerOption,
    QuietOption,
    open_ledger,
)
from sanctionsgraph.cli.output import print_rows, say

if TYPE_CHECKING:
    from graph.stores.base import Change
    from graph.stores.neo4j import Neo4jStore

app = typer.Typer(
    help="Bring a Neo4j server up to date with the ledger, or compare the two.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

UriOption = Annotated[
    str | None,
    typer.Option("--uri", metavar="URI", help="The server; else NEO4J_URI, else bolt://127.0.0.1:7687."),
]
UserOption = Annotated[
    str | None, typer.Option("--user", metavar="NAME", help="Who asks; else NEO4J_USER, else neo4j.")
]
DatabaseOption = Annotated[
    str | None, typer.Option("--database", metavar="NAME", help="Its database; else NEO4J_DATABASE, else neo4j.")
]


@app.command()
def push(
    ledger: LedgerOption = DEFAULT_LEDGER,
    uri: UriOption = None,
    user: UserOption = None,
    database: DatabaseOption = None,
    csv: Annotated[
        Path | None,
        typer.Option("--csv", metavar="DIR", help="Write files for neo4j-admin's import instead; print the command."),
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Write everything again, in case another hand has changed it.")
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Bring a Neo4j server up to date with the ledger.

    Only what differs is written; what the ledger no longer holds is removed; nodes without the label SanctionsGraph are
    never touched. A push that was stopped is completed by the next. The password comes from NEO4J_PASSWORD; on a
    terminal it is asked for.

    With --csv no server is asked: files are written into an empty folder, and the command is printed that imports them
    into an empty database, which is the quick way for millions of claims; a push afterwards finds nothing to do.

    Example: sanctionsgraph neo4j push --ledger demo/ledger.db
    """
    if csv is not None:
        from graph.stores.neo4j.files import write_import_files

        with open_ledger(ledger) as source:
            typer.echo(write_import_files(source, csv))
        return
    with open_ledger(ledger) as source, _open(uri, user, database) as store, _progress(quiet) as report:
        changes = store.push(source, afresh=all_, report=report)
    for line in told(changes):
        say(line, quiet)


@app.command()
def check(
    ledger: LedgerOption = DEFAULT_LEDGER,
    uri: UriOption = None,
    user: UserOption = None,
    database: DatabaseOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Compare a Neo4j server with the ledger; end with 1 where they differ.

    Everything on both sides is read and compared, to the last letter. The password comes from NEO4J_PASSWORD; on a
    terminal it is asked for.

    Example: sanctionsgraph neo4j check --ledger demo/ledger.db
    """
    from dataclasses import asdict

    from graph.stores.comparison import compare

    with open_ledger(ledger) as source, _open(uri, user, database) as store:
        compared = compare(source, store)
    print_rows([asdict(comparison) for comparison in compared], format)
    if not all(comparison.is_same for comparison in compared):
        say("they differ: `sanctionsgraph neo4j push` brings the server up to date; if they still differ, push --all")
        raise typer.Exit(1)


def told(changes: list[Change]) -> Iterator[str]:
    """Yield what a push says at its end: a line for each kind that it wrote."""
    touched = [change for change in changes if change.added or change.changed or change.removed]
    for change in touched:
        counts = {"added": change.added, "changed": change.changed, "removed": change.removed}
        yield f"{change.kind}: " + ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    if not touched:
        yield "nothing to do: the server is up to date"


def _open(uri: str | None, user: str | None, database: str | None) -> Neo4jStore:
    from graph.stores.neo4j import Neo4jStore

    password = None
    if "NEO4J_PASSWORD" not in os.environ and sys.stdin.isatty():
        password = typer.prompt("Neo4j password", hide_input=True, default="", show_default=False, err=True)
    return Neo4jStore.from_environment(uri=uri, user=user, password=password, database=database)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int], None]]:
    """Show on a terminal how far the push is; elsewhere nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda _kind, _count: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("comparing")
        yield lambda kind, count: progress.update(task, description=f"{kind}: {count} written")
