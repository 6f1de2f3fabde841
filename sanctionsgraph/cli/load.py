"""`sanctionsgraph load`: sources into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from sanctionsgraph.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption, open_ledger
from sanctionsgraph.cli.output import Problems, say

if TYPE_CHECKING:
    from sanctionsgraph.loading import Tally


def load(
    source: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)],
    ledger: LedgerOption = DEFAULT_LEDGER,
    quiet: QuietOption = False,
) -> None:
    """Read sources into the ledger.

    The ledger is made if need be. The same article adds nothing the second time; one that is read otherwise than before
    is renewed. What cannot be read is named and left out, and the rest is loaded. A load that was stopped goes on where
    it was when it is run again.

    Example: sanctionsgraph load examples --ledger demo.db
    """
    from sanctionsgraph.loading import Tally, load_sources

    report = Problems(quiet)
    tally = Tally()
    with open_ledger(ledger, create=True) as opened:
        try:
            with _progress(quiet) as step:
                load_sources(opened, source, report=report, tally=tally, step=step)
        finally:
            unreadable = report.unreadable - tally.refused
            for line in told(tally, unreadable):
                say(line, quiet)
    raise typer.Exit(report.exit_code)


def told(tally: Tally, unreadable: int) -> Iterator[str]:
    """Yield what a load says at its end, a line for each count that is not zero."""
    yield f"new: {_articles(tally.new)}, {_count(tally.new_claims, 'claim')}"
    if tally.renewed:
        changed = f"{tally.claims_come} of them new, {tally.claims_gone} gone"
        yield f"renewed: {_articles(tally.renewed)}, now with {_count(tally.renewed_claims, 'claim')} ({changed})"
    if tally.irrelevant:
        yield f"irrelevant: {tally.irrelevant} of these, kept without claims"
    if tally.left_out:
        yield f"left out: {_count(tally.left_out, 'passage')} (`sanctionsgraph read --left-out` says why)"
    if tally.known:
        yield f"known: {_articles(tally.known)}"
    if tally.refused:
        yield f"refused: {_articles(tally.refused)}"
    if unreadable:
        yield f"unreadable: {_count(unreadable, 'source or line', 'sources or lines')}"


def _articles(count: int) -> str:
    return _count(count, "article")


def _count(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[Tally], None]]:
    """Show on a terminal how far the load is; elsewhere nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading")
        yield lambda tally: progress.update(
            task, description=f"{_articles(tally.articles)}, {_count(tally.new_claims + tally.renewed_claims, 'claim')}"
        )
