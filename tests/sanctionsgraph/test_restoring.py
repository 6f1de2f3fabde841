from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.ledger import Ledger
from sanctionsgraph.cli.app import app
from tests.graph.builders import make_article, make_claim, make_reading

FORMATS = {"turtle": ".ttl", "trig": ".trig", "jsonld": ".jsonld", "rdfxml": ".rdf", "jsonl": ".jsonl", "json": ".json"}


def run(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), input=given)


def exported(ledger: Path, path: Path, format: str, *options: object) -> Path:
    assert run("export", format, "-o", path, "--ledger", ledger, "--quiet", *options).exit_code == 0
    return path


def said(path: Path) -> tuple[list[object], ...]:
    with Ledger(path, create=False) as ledger:
        return list(ledger.entities()), list(ledger.articles()), list(ledger.claims())


@pytest.mark.parametrize(("format", "suffix"), FORMATS.items())
def test_an_export_gives_the_same_ledger_and_a_second_load_adds_nothing(
    format: str, suffix: str, ledger: Path, tmp_path: Path
) -> None:
    path, other = exported(ledger, tmp_path / f"g{suffix}", format), tmp_path / "other.db"
    first = run("load", path, "--ledger", other)
    assert (first.exit_code, first.stderr) == (0, "new: 5 articles, 48 claims\n")
    assert said(other) == said(ledger)
    for target in (other, ledger):
        again = run("load", path, "--ledger", target)
        assert again.stderr == "new: 0 articles, 0 claims\nknown: 5 articles\n"
    assert exported(other, tmp_path / "again", format).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("format", ["trig", "nquads", "jsonl", "jsonld", "json"])
def test_standard_input_is_known_for_an_export_too(format: str, ledger: Path, tmp_path: Path) -> None:
    data = exported(ledger, tmp_path / "g", format).read_bytes()
    assert run("load", "-", "--ledger", tmp_path / "other.db", given=data).exit_code == 0
    assert said(tmp_path / "other.db") == said(ledger)


def test_parts_of_a_ledger_make_it_whole_again_and_take_nothing_from_it(ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    statuses = ("affirmed", "denied", "unconfirmed", "planned")
    parts = [exported(ledger, tmp_path / f"{status}.ttl", "turtle", "--status", status) for status in statuses]
    assert run("load", *parts, "--ledger", other).exit_code == 0
    assert said(other) == said(ledger)
    assert run("load", *parts, "--ledger", ledger).stderr.startswith("new: 0 articles, 0 claims\nknown: ")
    assert said(ledger) == said(other)


def test_pages_and_exports_may_be_loaded_together(ledger: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Cider prices rise\n\nApples are dear this year, growers said.\n")
    path = exported(ledger, tmp_path / "g.nq", "nquads")
    result = run("load", page, path, page, "--ledger", tmp_path / "other.db")
    assert result.exit_code == 0
    assert "new: 6 articles, 48 claims" in result.stderr


def test_articles_in_json_lines_are_read_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    record = {"id": "a-1", "title": "Shells", "text": "North Korea shipped shells to Russia in 2024, officials said."}
    path.write_text(json.dumps(record) + "\n")
    result = run("load", path, "--ledger", tmp_path / "other.db")
    assert result.exit_code == 0
    assert result.stderr.startswith("new: 1 article, ")


def altered(text: str) -> str:
    return text.replace("sg:status sg:denied", "sg:status sg:refuted", 1)


@pytest.mark.parametrize(
    ("format", "options", "change", "told"),
    [
        ("turtle", (), altered, "a claim is affirmed, denied, unconfirmed or planned (here sg:refuted)"),
        ("turtle", (), lambda text: text[:-100] + "<", "is no turtle that can be read: "),
        ("trig", ("--no-quotes",), str, "`--no-quotes` leaves out"),
        ("turtle", ("--profile", "flat"), str, "`--profile flat` leaves them out"),
        ("nanopub", (), str, "holds nanopublications, which cannot be loaded back"),
        ("jsonl", (), lambda text: text + '{"text": "A page."}\n', "is no record of an export"),
        ("jsonl", (), lambda text: text.replace('"status": "denied"', '"status": "affirmed"', 1), "its id is not that"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_export_is_one_line_and_nothing_is_stored(
    format: str, options: tuple[str, ...], change: Callable[[str], str], told: str, ledger: Path, tmp_path: Path
) -> None:
    path = exported(ledger, tmp_path / f"g.{'jsonl' if format == 'jsonl' else 'trig'}", format, *options)
    if format == "turtle":
        path = path.rename(tmp_path / "g.ttl")
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    result = run("load", path, "--ledger", tmp_path / "other.db", "--quiet")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert str(path) in result.stderr
    assert told in result.stderr
    assert said(tmp_path / "other.db") == ([], [], [])


@pytest.mark.parametrize("command", ["read", "split"])
@pytest.mark.parametrize("format", ["turtle", "jsonl", "json", "rdfxml"])
def test_to_read_an_export_as_a_page_is_refused_with_what_to_do(
    command: str, format: str, ledger: Path, tmp_path: Path
) -> None:
    path = exported(ledger, tmp_path / f"g{FORMATS[format]}", format)
    result = run(command, path)
    assert (result.exit_code, result.stderr.count("error: ")) == (1, 1)
    assert "is an export of a ledger, not a page; `sanctionsgraph load FILE` puts it back" in result.stderr


def test_an_export_in_a_folder_is_no_page_of_it(ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "page.txt").write_text("Cider prices rise\n\nApples are dear this year, growers said.\n")
    exported(ledger, folder / "g.jsonl", "jsonl")
    result = run("load", folder, "--ledger", tmp_path / "other.db")
    assert "new: 1 article, " in result.stderr
    assert "g.jsonl: is an export of a ledger" in result.stderr
    assert result.exit_code == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_an_export_that_may_not_be_read_is_said(ledger: Path, tmp_path: Path) -> None:
    path = exported(ledger, tmp_path / "g.ttl", "turtle")
    path.chmod(0)
    assert "may not be read" in run("load", path, "--ledger", tmp_path / "other.db").stderr


def test_claims_of_another_version_supersede_as_another_reading_would(tmp_path: Path) -> None:
    article = make_article()
    old, new = (make_reading(article, [make_claim(article, version=version)]) for version in ("1", "2"))
    for name, reading in (("old", old), ("new", new)):
        with Ledger(tmp_path / f"{name}.db") as ledger:
            ledger.add(reading)
    path = exported(tmp_path / "new.db", tmp_path / "new.jsonl", "jsonl")
    assert "renewed: 1 article" in run("load", path, "--ledger", tmp_path / "old.db").stderr
    assert said(tmp_path / "old.db") == said(tmp_path / "new.db")
