"""On the command line too a name is a name, and what makes no sense ends with 2 and one line of bearable length."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.ledger import Ledger
from sanctionsgraph.cli.app import app
from tests.queries.hostile import CONTROLS, MEGABYTE, NO_TEXT, STATEMENTS, reading_with

NAMES = (*STATEMENTS, *CONTROLS)
# Each option, in a question that takes it, with what else that needs.
OPTIONS = {
    "--about": ["vetoes"],
    "--other": ["between", "--about", "KP"],
    "--supplier": ["arms_transfers"],
    "--receiver": ["quantities"],
    "--item": ["item_flows"],
    "--from": ["timeline"],
    "--to": ["timeline"],
    "--day": ["known_on"],
    "--since": ["changes"],
    "--by": ["changes", "--since", "2024"],
    "--steps": ["supply_chains", "--about", "KP"],
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "hostile.db"
    with Ledger(path) as opened:
        opened.add(reading_with(*NAMES))
    return path


def ask(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["query", *arguments, "--ledger", str(ledger)])


@pytest.mark.parametrize("option", OPTIONS)
def test_a_hostile_value_is_refused_in_one_line_and_written_into_no_statement(tmp_path: Path, option: str) -> None:
    languages: tuple[list[str], ...] = ([], ["--cypher"], ["--sparql"])
    values = (*STATEMENTS[:6], STATEMENTS[-2], NO_TEXT, CONTROLS[0], "", MEGABYTE)
    Ledger(tmp_path / "x.db").close()
    for number, value in enumerate(values):
        result = ask(tmp_path / "x.db", *OPTIONS[option], f"{option}={value}", *languages[number % 3])
        assert (result.exit_code, result.stdout) == (2, ""), value[:50]
        assert result.stderr.startswith("error: ")
        assert result.stderr.count("\n") == 1
        assert len(result.stderr) < 2_100


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_an_entity_of_a_hostile_name_is_found_by_it_and_told_in_every_format(ledger: Path, name: str) -> None:
    firm = f"org:firm-{NAMES.index(name)}"
    rows = json.loads(ask(ledger, "entity_record", "--about", name, "--format", "json").stdout)
    assert [row["claim"] for row in rows] != []
    assert {row["subject_name"] for row in rows if row["role"] == "subject"} == {name}
    for form in ("table", "jsonl", "csv"):
        assert ask(ledger, "entity_record", "--about", name, "--format", form).exit_code == 0
    for language in ("--cypher", "--sparql"):
        by_name, by_id = (ask(ledger, "entity_record", "--about", text, language).stdout for text in (name, firm))
        assert by_name == by_id != ""
