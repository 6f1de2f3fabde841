from __future__ import annotations

import json
from pathlib import Path

import pytest
from neo4j import Driver
from typer.testing import CliRunner, Result

from graph.ledger import Ledger
from sanctionsgraph.cli.app import app
from tests.graph.builders import make_readings
from tests.neo4j.server import Server

pytestmark = pytest.mark.neo4j


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, neo4j_server: Server, neo4j_driver: Driver) -> Path:
    """A ledger of two articles; the environment names it and an empty server."""
    path = tmp_path / "ledger.db"
    with Ledger(path) as opened:
        for reading in make_readings(2):
            opened.add(reading)
    monkeypatch.setenv("SANCTIONSGRAPH_LEDGER", str(path))
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.setenv("NEO4J_DATABASE", neo4j_server.database)
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def check() -> tuple[int, list[str]]:
    """Return the exit code, and the kinds that differ."""
    result = run("neo4j", "check", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["kind"] for row in rows] == ["items", "entities", "articles", "claims", "facts"]
    return result.exit_code, [row["kind"] for row in rows if not row["is_same"]]


def test_a_push_tells_what_it_wrote_and_check_then_finds_no_difference(ledger: Path) -> None:
    assert check() == (1, ["items", "entities", "articles", "claims", "facts"])
    first, second = run("neo4j", "push"), run("neo4j", "push")
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr.splitlines()[1:] == [
        "entities: 2 added", "articles: 2 added", "claims: 6 added", "facts: 1 added",
    ]  # fmt: skip
    assert (second.exit_code, second.stderr) == (0, "nothing to do: the server is up to date\n")
    assert check() == (0, [])


def test_what_was_withdrawn_goes_with_the_next_push(ledger: Path) -> None:
    run("neo4j", "push")
    with Ledger(ledger) as opened:
        opened.withdraw(next(opened.articles()).id)
    assert check() == (1, ["articles", "claims", "facts"])
    assert run("neo4j", "push").stderr == "articles: 1 removed\nclaims: 3 removed\nfacts: 1 changed\n"
    assert check() == (0, [])


def test_push_all_writes_everything_again_and_quiet_says_nothing(ledger: Path) -> None:
    assert run("neo4j", "push", "--quiet").stderr == ""
    assert "claims: 6 changed\n" in run("neo4j", "push", "--all").stderr


def test_a_difference_is_told_with_the_remedy(ledger: Path) -> None:
    result = run("neo4j", "check")
    assert result.exit_code == 1
    assert "claims" in result.stdout
    assert "`sanctionsgraph neo4j push` brings the server up to date" in result.stderr


def test_an_option_goes_before_the_environment(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, neo4j_server: Server
) -> None:
    for name in ("NEO4J_URI", "NEO4J_USER", "NEO4J_DATABASE"):
        monkeypatch.setenv(name, "wrong")
    options = ("--uri", neo4j_server.uri, "--user", neo4j_server.user, "--database", neo4j_server.database)
    assert run("neo4j", "push", *options).exit_code == 0


def test_a_wrong_password_ends_with_1_and_one_line(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_USER", "nobody")
    monkeypatch.setenv("NEO4J_PASSWORD", "Secret-Word")
    for command in (["neo4j", "push"], ["neo4j", "check"], ["query", "vetoes", "--store", "neo4j"]):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("error: Neo4j at bolt://")
        assert result.stderr.count("\n") == 1
        assert "Secret-Word" not in result.stderr


def test_a_ledger_that_is_not_there_is_told_and_the_server_left_alone(ledger: Path) -> None:
    run("neo4j", "push")
    result = run("neo4j", "push", "--ledger", str(ledger.with_name("none.db")))
    assert (result.exit_code, "no ledger at" in result.stderr) == (1, True)
    assert check() == (0, [])


def test_either_store_gives_the_same_map(ledger: Path, tmp_path: Path) -> None:
    run("neo4j", "push")
    maps = {}
    for store in ("memory", "neo4j"):
        target = tmp_path / f"{store}.html"
        result = run("map", "--store", store, "--about", "Russia", "--lens", "weapons", "-o", str(target))
        assert result.exit_code == 0, result.output
        maps[store] = target.read_bytes()
    assert maps["memory"] == maps["neo4j"]
