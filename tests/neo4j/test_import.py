"""The files that `neo4j-admin database import` takes; that they give the very graph is in `test_own_server.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.errors import DataError
from graph.ledger import Ledger
from graph.stores.neo4j.files import write_import_files
from sanctionsgraph.cli.app import app
from tests.graph.builders import ReadingsSource, make_reading


def test_files_go_into_an_empty_folder_only_and_the_command_is_printed(tmp_path: Path) -> None:
    with Ledger(tmp_path / "x.db") as ledger:
        ledger.add(make_reading())
    arguments = ["neo4j", "push", "--ledger", str(tmp_path / "x.db"), "--csv", str(tmp_path / "csv")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("neo4j-admin database import full neo4j")
    assert sorted(path.stem for path in (tmp_path / "csv").iterdir())[:3] == ["articles", "broader", "claims"]
    again = CliRunner().invoke(app, arguments)
    assert (again.exit_code, again.stdout) == (1, "")
    assert "is not empty; name a folder that is, or a new one" in again.stderr
    with pytest.raises(DataError, match="was not written"):
        write_import_files(ReadingsSource([]), tmp_path / "x.db")
