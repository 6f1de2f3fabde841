"""Whatever is wrong with a ledger, each command that needs one says so in one line, and ends with 1."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.ledger import Ledger
from sanctionsgraph.cli.app import app
from tests.graph.builders import make_readings

COMMANDS = (
    ("load", "page.txt"),
    ("articles",),
    ("withdraw", "article:"),
    ("backup", "copy.db"),
    ("query", "arms_transfers"),
    ("show", "DPRK"),
    ("explain", "claim:0"),
    ("map", "-o", "map.html"),
    ("export", "turtle", "-o", "graph.ttl"),
    ("neo4j", "push", "--csv", "csv"),
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "x.db"
    with Ledger(path) as ledger:
        for reading in make_readings(60):
            ledger.add(reading)
    return path.read_bytes()


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of the ledger; the commands run beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text("North Korea sent shells to Russia.")
    return tmp_path / "bad.db"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_tells_what_is_wrong_with_the_ledger(command: tuple[str, ...], bad: Path, sound: bytes) -> None:
    for content, told in (
        (b"North Korea sent shells to Russia. " * 100, "is no ledger (not a SQLite file)"),
        (sound[: len(sound) // 2], "is damaged (database disk image is malformed)"),
    ):
        bad.write_bytes(content)
        result = CliRunner().invoke(app, [*command, "--ledger", str(bad)])
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"error: {bad} {told}: ")
        assert result.stderr.count("\n") == 1
    assert sorted(path.name for path in bad.parent.iterdir()) == ["bad.db", "page.txt"]
