from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from graph.ledger import Ledger
from sanctionsgraph.cli.app import app
from tests.graph.builders import make_reading


def test_a_backup_is_a_ledger_like_any_other(tmp_path: Path) -> None:
    with Ledger(tmp_path / "x.db") as ledger:
        ledger.add(make_reading())
    result = CliRunner().invoke(app, ["backup", str(tmp_path / "y.db"), "--ledger", str(tmp_path / "x.db")])
    assert (result.exit_code, result.stdout) == (0, "")
    with Ledger(tmp_path / "y.db", create=False) as copy:
        assert list(copy.claims()) == list(make_reading().claims)


def test_a_backup_of_nothing_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["backup", str(tmp_path / "y.db"), "--ledger", str(tmp_path / "x.db")])
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "no ledger at" in result.stderr
