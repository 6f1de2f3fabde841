from __future__ import annotations

import json
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.ledger import Ledger
from graph.model import Article, Reading, article_id
from sanctionsgraph.cli.app import app


@pytest.fixture(autouse=True)
def _away_from_ledgers_and_servers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEO4J_URI", raising=False)


def run(*arguments: str) -> tuple[Result, dict[str, dict[str, str]]]:
    result = CliRunner().invoke(app, ["doctor", "--format", "json", *arguments])
    return result, {row["what"]: row for row in json.loads(result.stdout)}


def test_a_new_installation_is_well_and_says_what_may_be_added() -> None:
    result, found = run()
    assert result.exit_code == 0
    assert found["English model"]["state"] == "ok"
    assert "en_core_web_sm" in found["English model"]["detail"]
    assert {found["ledger"]["state"], found["Neo4j"]["state"]} == {"absent"}
    assert all(row["remedy"] for row in found.values() if row["state"] != "ok")


def test_a_ledger_here_is_looked_at_unasked() -> None:
    Ledger("sanctionsgraph.db").close()
    _, found = run()
    assert found["ledger"]["detail"] == "sanctionsgraph.db: 0 articles, 0 claims"


def test_a_ledger_that_is_named_must_be_there(tmp_path: Path) -> None:
    result, found = run("--ledger", str(tmp_path / "none.db"))
    assert result.exit_code == 1
    assert found["ledger"]["state"] == "broken"
    assert "none.db" in found["ledger"]["detail"]


def test_a_file_that_is_no_ledger_is_broken(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir or Madam, " * 100)
    result, found = run("--ledger", str(tmp_path / "letter.db"))
    assert (result.exit_code, found["ledger"]["state"]) == (1, "broken")


def test_a_ledger_whose_text_was_changed_is_broken() -> None:
    text = "North Korea fired a missile."
    with Ledger("sanctionsgraph.db") as ledger:
        ledger.add(Reading(Article(article_id(text), text)))
    with closing(sqlite3.connect("sanctionsgraph.db")) as meddler, meddler:
        for (trigger,) in meddler.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            meddler.execute(f"DROP TRIGGER {trigger}")
        meddler.execute("UPDATE texts SET text = 'South Korea fired a missile.'")
    result, found = run()
    assert (result.exit_code, found["ledger"]["state"]) == (1, "broken")


def test_a_server_that_is_named_must_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{free.getsockname()[1]}")
        monkeypatch.setenv("NEO4J_PASSWORD", "irrelevant")
        result, found = run()
    assert (result.exit_code, found["Neo4j"]["state"]) == (1, "broken")
    assert "set NEO4J_URI" in found["Neo4j"]["detail"]


def test_a_ledger_written_with_a_clock_gone_wrong_is_told() -> None:
    text = "North Korea fired a missile."
    with Ledger("sanctionsgraph.db") as ledger:
        ledger.add(Reading(Article(article_id(text), text)))
    with closing(sqlite3.connect("sanctionsgraph.db")) as meddler, meddler:
        meddler.execute("DROP TRIGGER events_keep")
        meddler.execute("UPDATE events SET at = '2999-01-01T00:00:00.000+00:00'")
    result, found = run()
    assert (result.exit_code, found["ledger"]["state"]) == (1, "broken")
    assert "which is yet to come" in found["ledger"]["detail"]
