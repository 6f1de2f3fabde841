"""`sanctionsgraph load`: sources into the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sanctionsgraph.cli.options import DEFAULT_LEDGER, JobsOption, LedgerOption, QuietOption, open_ledger
from sanctionsgraph.cli.output import Problems, say
from sanctionsgraph.cli.progress import Progress, count, shown

if TYPE_CHECKING:
    from sanctionsgraph.loading import Tally


def load(
    source: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)],
    ledger: LedgerOption = DEFAULT_LEDGER,
    jobs: JobsOption = None,
    quiet: QuietOption = False,
) -> None:
    """Read sources into the ledger.

    The ledger is made if need be. The same article adds nothing the second time; one that is read otherwise than before
    is renewed. What cannot be read is named and left out, and the rest is loaded. A load that was stopped (Ctrl-C will
    do) keeps what it has and goes on from there when it is run again.

    Example: sanctionsgraph load examples --ledger demo.db
    """
    from sanctionsgraph.loading import Tally, load_sources

    report = Problems(quiet)
    tally = Tally()
    with open_ledger(ledger, create=True) as opened:
        try:
            with shown(quiet) as show:
                load_sources(
                    opened, source, report=report, tally=tally, jobs=jobs, step=lambda tally: show(_progress(tally))
                )
        except KeyboardInterrupt:
            say("stopped; what was read is kept, and the same command goes on from there", quiet)
            raise
        finally:
            unreadable = report.unreadable - tally.refused
            for line in told(tally, unreadable):
                say(line, quiet)
    raise typer.Exit(report.exit_code)


def _progress(tally: Tally) -> Progress:
    return Progress(tally.articles, tally.words, tally.new_claims + tally.renewed_claims)


def told(tally: Tally, unreadable: int) -> Iterator[str]:
    """Yield what a load says at its end, a line for each count that is not zero."""
    yield f"new: {count(tally.new, 'article')}, {count(tally.new_claims, 'claim')}"
    if tally.renewed:
        changed = f"{tally.claims_come} of them new, {tally.claims_gone} gone"
        yield f"renewed: {count(tally.renewed, 'article')}, now with {count(tally.renewed_claims, 'claim')} ({changed})"
    if tally.irrelevant:
        yield f"irrelevant: {tally.irrelevant} of these, kept without claims"
    if tally.left_out:
        yield f"left out: {count(tally.left_out, 'passage')} (`sanctionsgraph read --left-out` says why)"
    if tally.known:
        yield f"known: {count(tally.known, 'article')}"
    if tally.refused:
        yield f"refused: {count(tally.refused, 'article')}"
    if unreadable:
        yield f"unreadable: {count(unreadable, 'source or line', 'sources or lines')}"
