"""A sound copy of a whole ledger, history and all, made while others may read and write it."""

from __future__ import annotations

from pathlib import Path

from graph.errors import LedgerError
from graph.ledger.schema import DAMAGED, explaining, open_database


def copy_ledger(ledger: Path, copy: Path) -> None:
    """Write the ledger as it is at this moment to `copy`, whole or not at all.

    Raises:
        LedgerError: the ledger is not there or damaged, or `copy` is there already or cannot be written.
    """
    if copy.exists():
        raise LedgerError(f"{copy} is there already: name a file that is not, or move it away")
    if not copy.parent.is_dir():
        raise LedgerError(f"there is no folder {copy.parent} for the copy {copy.name}: make it first")
    unfinished = copy.with_name(f"{copy.name}.part")
    connection = open_database(ledger, create=False, wait=10)
    try:
        with explaining(ledger):
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise LedgerError(DAMAGED.format(path=ledger, error=" ".join(found.split())))
        with explaining(copy):
            unfinished.unlink(missing_ok=True)
            connection.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(copy)
    finally:
        connection.close()
        unfinished.unlink(missing_ok=True)
