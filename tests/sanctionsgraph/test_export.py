from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.exports import EXPORTS, Export
from graph.ledger.copy import copy_ledger
from sanctionsgraph.cli.app import app


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def test_without_a_format_they_are_listed_with_what_they_are_for() -> None:
    told = run().stdout
    assert [export.name for export in EXPORTS.values() if export.purpose not in told or export.tools not in told] == []


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_a_format_is_written_to_a_file_and_the_same_to_standard_output(
    export: Export, ledger: Path, tmp_path: Path
) -> None:
    path = tmp_path / "graph.out"
    result = run(export.name, "-o", path, "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "48 claims, 46 facts" in result.stderr
    if not export.is_folder:
        assert run(export.name, "-o", "-", "--ledger", ledger).stdout_bytes == path.read_bytes()


def test_a_package_that_is_missing_is_told_in_the_list_and_on_use(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = replace(EXPORTS["csv"], package="No-Such-Package")
    monkeypatch.setitem(EXPORTS, "csv", bare)
    assert "pip install No-Such-Package" in run().stdout
    result = run("csv", "-o", tmp_path / "g.csv", "--ledger", ledger)
    told = "csv needs the package No-Such-Package, which is not installed: pip install No-Such-Package"
    assert (result.exit_code, result.stderr) == (1, f"error: {told}\n")


def test_the_filters_choose_a_part(ledger: Path) -> None:
    options = ("--about", "DPRK", "--relation", "supplied", "--status", "denied", "--ledger", ledger)
    lines = run("csv", "-o", "-", *options).stdout.splitlines()
    assert len(lines) == 2
    assert ",denied,supplied,state:KP,North Korea,state:RU,Russia,weapon," in lines[1]


def test_quiet_says_nothing(ledger: Path, tmp_path: Path) -> None:
    assert run("turtle", "-o", tmp_path / "g.ttl", "--ledger", ledger, "--quiet").output == ""


def test_a_part_without_claims_is_said_and_still_a_file(ledger: Path, tmp_path: Path) -> None:
    result = run("turtle", "-o", tmp_path / "g.ttl", "--ledger", ledger, "--about", "Fiji")
    assert "0 claims, 0 facts, 1 entity, 0 articles" in result.stderr
    assert (tmp_path / "g.ttl").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("turtle",), 2, "where to? Add -o graph.ttl, or -o - for standard output"),
        (("word", "-o", "g"), 2, "no format 'word'"),
        (("neo4j-csv",), 2, "where to? Add -o graph, which becomes a folder"),
        (("neo4j-csv", "-o", "-"), 2, "neo4j-csv is a folder of files; name one with -o"),
        (("csv", "-o", "g", "--from", "2025", "--to", "2024"), 2, "lies after the last"),
        (("csv", "-o", "g", "--about", "Atlantis"), 2, "Atlantis"),
        (("csv", "-o", "g", "--no-quotes"), 2, "--no-quotes goes with RDF alone (turtle, trig"),
        (("jsonld", "-o", "g", "--rdf12"), 2, "JSON-LD has no triple terms"),
        (("turtle", "-o", "-", "--void", "void.ttl"), 2, "--void describes a file: name one with -o"),
        (("turtle", "-o", "g.ttl", "--void", "./g.ttl"), 2, "--void goes into a file of its own"),
        (("csv", "-o", "."), 1, "is a folder; name a file in it"),
        (("csv", "-o", "no/g.csv"), 1, "there is no folder no; make it first"),
    ],
)
def test_a_call_that_cannot_be_is_one_line_and_leaves_no_file(
    arguments: tuple[str, ...], code: int, told: str, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments, "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert os.listdir() == []  # noqa: PTH208


def test_what_the_shapes_refuse_is_named_and_leaves_nothing_behind(ledger: Path, tmp_path: Path) -> None:
    assert run("turtle", "-o", tmp_path / "g.ttl", "--ledger", ledger, "--validate").exit_code == 0
    copy = tmp_path / "broken.db"
    copy_ledger(ledger, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DROP TRIGGER claims_keep")
        broken = connection.execute("SELECT min(id) FROM claims").fetchone()[0]
        connection.execute("UPDATE claims SET sentence = '' WHERE id = ?", [broken])
    result = run("turtle", "-o", tmp_path / "b.ttl", "--ledger", copy, "--validate")
    assert result.exit_code == 1
    assert f"{broken}: a claim quotes the sentence it rests on" in result.stderr
    assert not [path for path in tmp_path.iterdir() if path.name.startswith((".b", "b.ttl"))]


def test_a_description_goes_with_the_file(ledger: Path, tmp_path: Path) -> None:
    result = run("nquads", "-o", tmp_path / "g.nq", "--void", tmp_path / "void.ttl", "--ledger", ledger)
    assert result.exit_code == 0
    assert "void:triples" in (tmp_path / "void.ttl").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "there", "gone"),
    [
        (("--profile", "flat"), "sg:supplied state:RU", "sg:Claim"),
        (("--rdf12",), "rdf:reifies <<( state:KP sg:supplied state:RU )>>", "<<<"),
        (("--no-quotes",), "sg:quoteDigest", "North Korea shipped"),
    ],
)
def test_a_profile_changes_what_is_written(options: tuple[str, ...], there: str, gone: str, ledger: Path) -> None:
    written = run("turtle", "-o", "-", "--ledger", ledger, *options).stdout
    assert there in written
    assert gone not in written


def test_a_ledger_is_never_written_over(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_ledger(ledger, copy)
    before = copy.read_bytes()
    result = run("csv", "-o", copy, "--ledger", copy)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "copy.db is a ledger or another database, and stays one; name another place with -o" in result.stderr
    assert copy.read_bytes() == before


def test_a_missing_ledger_is_said_before_anything_is_written(tmp_path: Path) -> None:
    result = run("turtle", "-o", tmp_path / "g.ttl", "--ledger", tmp_path / "none.db")
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []
