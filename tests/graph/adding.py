"""Adds readings to a ledger one by one, as a process of its own that a test can kill or starve.

`python -m tests.graph.adding LEDGER FIRST LAST [BYTES]`: readings FIRST to LAST of `make_readings`; no file may grow
over BYTES. Prints a line for each; an error as the command line would.
"""

from __future__ import annotations

import resource
import sys
from itertools import islice

from graph.errors import LedgerError
from graph.ledger import Ledger
from tests.graph.builders import make_readings


def main(path: str, first: int, last: int, most_bytes: int | None = None) -> None:
    if most_bytes is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    with Ledger(path) as ledger:
        for number, reading in enumerate(islice(make_readings(last), first, None), start=first):
            print(ledger.add(reading), number, flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1], *map(int, sys.argv[2:]))
    except LedgerError as error:
        sys.exit(f"error: {error}")
