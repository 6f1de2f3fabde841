"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.ledger import Ledger
from tests.queries.made_ledger import MADE


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger with the made claims; a module has its own."""
    path = tmp_path_factory.mktemp("ledger") / "made.db"
    with Ledger(path) as made:
        for reading in MADE.readings():
            made.add(reading)
    return path
