"""`sanctionsgraph backup`: a sound copy of the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sanctionsgraph.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption
from sanctionsgraph.cli.output import say


def backup(
    copy: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; it must not be there yet.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    quiet: QuietOption = False,
) -> None:
    """Copy the ledger, whole and sound, while others may read and write it.

    A ledger in use is up to three files, so a plain copy of one may miss the last articles; this does not. The copy is
    a ledger like any other: name it with --ledger, or move it back.

    Example: sanctionsgraph backup ledger-2025-06-01.db
    """
    from graph.ledger.copy import copy_ledger

    copy_ledger(ledger, copy)
    say(f"{copy}: {ledger} as it is now", quiet)
