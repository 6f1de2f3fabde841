from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from queries.catalogue import QUESTIONS
from sanctionsgraph.cli.app import app
from tests.queries.asking import least


def ask(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["query", *arguments, "--ledger", str(ledger)])


def test_without_a_question_all_are_listed_with_what_they_ask_and_take(ledger: Path) -> None:
    result = ask(ledger)
    assert result.exit_code == 0
    for question in QUESTIONS.values():
        assert re.search(rf"^ {question.name} +{re.escape(question.summary)} *(--|$)", result.stdout, re.M)
    rows = json.loads(ask(ledger, "--format", "json").stdout)
    assert rows[0]["options"] == "--supplier --receiver --item --from --to"
    assert rows[1]["options"].startswith("--item (needed)")


def test_names_items_and_dates_are_understood_as_people_write_them(ledger: Path) -> None:
    options = ["--supplier", "DPRK", "--receiver", "moscow", "--item", "missiles", "--from", "2023", "--to", "2024-06"]
    rows = json.loads(ask(ledger, "arms-transfers", *options, "--format", "json").stdout)
    assert {(row["supplier"], row["receiver"]) for row in rows} == {("state:KP", "state:RU")}
    assert rows[0]["when"] == "2023-10/2023-12"
    assert {row["item"] for row in rows} == {"missile", "ballistic-missile", "short-range-ballistic-missile"}
    assert all(row["sentence"] for row in rows)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_format_has_every_row(ledger: Path, question: str) -> None:
    about = [word for name, value in least(QUESTIONS[question]).items() for word in (f"--{name}", str(value))]
    rows = json.loads(ask(ledger, question, *about, "--format", "json").stdout)
    lines = ask(ledger, question, *about, "--format", "jsonl").stdout.splitlines()
    sheet = list(csv.DictReader(ask(ledger, question, *about, "--format", "csv").stdout.splitlines()))
    table = ask(ledger, question, *about)
    assert list(map(json.loads, lines)) == rows
    assert [list(row) for row in sheet] == [list(row) for row in rows]
    if question in ("most_connected", "communities"):
        return
    ids = [row.get("claim") or (row.get("affirmed_claims") or row["claims"])[0] for row in rows]
    assert re.findall("|".join(i[6:14] for i in ids), table.stdout) == [i[6:14] for i in ids]
    assert f"{len(rows)} row" in table.stderr


def test_a_short_id_of_a_table_can_be_shown(ledger: Path) -> None:
    [line] = [line for line in ask(ledger, "sanctions").stdout.splitlines() if "Öst Wind" in line]
    shown = CliRunner().invoke(app, ["show", line.split()[-1], "--ledger", str(ledger)])
    assert shown.exit_code == 0
    assert "lifted sanctions on Öst Wind" in shown.stdout


def test_quiet_leaves_the_count_out(ledger: Path) -> None:
    assert ask(ledger, "sanctions", "--quiet").stderr == ""


def test_no_rows_are_said_and_are_no_failure(ledger: Path) -> None:
    result = ask(ledger, "vetoes", "--from", "1999", "--to", "1999")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no rows; claims without a date are left out" in result.stderr
    assert json.loads(ask(ledger, "vetoes", "--to", "1999", "--format", "json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["vetos"], "no question 'vetos' (did you mean vetoes?); the questions are arms_transfers, "),
        (["vetoes", "--supplier", "KP", "--item", "x"], "not take --supplier, --item; it takes --about --from --to"),
        (["entity_record"], "entity_record needs --about"),
        (["--about", "KP"], "--about of which question?"),
        (["vetoes", "--about", "Congo"], "'Congo' may mean DR Congo (state:CD) or Republic of the Congo (state:CG)"),
        (["vetoes", "--about", "Atlantis"], "no entity is called 'Atlantis'"),
        (["arms_transfers", "--item", "KN-23"], "one of the class short-range-ballistic-missile"),
        (["vetoes", "--from", "yesterday"], "not a date: 'yesterday'"),
        (["vetoes", "--from", "2024-02-30"], "not a date: '2024-02-30'"),
        (["vetoes", "--from", "2025", "--to", "2024"], "lies after end"),
    ],
)  # fmt: skip
def test_a_call_that_makes_no_sense_ends_with_two_and_one_line(
    ledger: Path, arguments: list[str], message: str
) -> None:
    result = ask(ledger, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_sparql_comes_with_its_parameters_written_in(tmp_path: Path) -> None:
    options = ["--supplier", "Pyongyang", "--item", "missile", "--to", "2024-06", "--sparql"]
    result = ask(tmp_path / "none.db", "arms_transfers", *options)
    assert result.exit_code == 0
    assert (
        "{ (<https://w3id.org/sanctionsgraph/state/KP> UNDEF <https://w3id.org/sanctionsgraph/item/missile> UNDEF "
        '"2024-06-30"^^<http://www.w3.org/2001/XMLSchema#date>) }'
    ) in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["changes", "--since", "2024", "--by", "moon"], "by 'moon' is no clock; there are event, publication, load"),
        (["known_on", "--day", "2024", "--by", "event"], "by 'event' tells when something happened, not when it was"),
        (["known_on", "--day", "2024", "--by", "event", "--cypher"], "not when it was known: ask by publication or"),
        (["known_on", "--day", "2024", "--by", "event", "--sparql"], "or ask timeline with an end for what had"),
        (["supply_chains", "--about", "KP", "--steps", "9"], "steps '9' is none of 1 to 3"),
        (["between", "--about", "KP"], "between needs --other"),
        (["known_on", "--day", "tomorrow"], "not a date: 'tomorrow'"),
    ],
)
def test_a_value_that_makes_no_sense_is_named(ledger: Path, arguments: list[str], message: str) -> None:
    result = ask(ledger, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_missing_ledger_ends_with_one_and_one_line(tmp_path: Path) -> None:
    result = ask(tmp_path / "none.db", "vetoes")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


def test_the_cypher_comes_with_its_parameters_and_needs_no_ledger(tmp_path: Path) -> None:
    result = ask(tmp_path / "none.db", "arms_transfers", "--supplier", "Pyongyang", "--to", "2024-06", "--cypher")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        ':param asked => {supplier: "state:KP", receiver: null, item: null, start: null, end: "2024-06-30"};\n'
    )
    assert result.stdout.endswith("c.id;\n")
    assert QUESTIONS["arms_transfers"].cypher.rstrip() in result.stdout
