from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from sanctionsgraph.cli.split import split

EXAMPLES = Path(__file__).parents[2] / "examples"
SHARED = Path(__file__).parents[3] / "shared" / "pages"
KEYS = ["title", "publisher", "agency", "published", "text", "relevant", "reason"]

app = typer.Typer()
app.command()(split)


def run(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)


def test_jsonl_prints_one_article_a_line_with_just_its_keys() -> None:
    result = run(EXAMPLES / "aggregator-page.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [list(row) for row in rows] == [KEYS] * 4
    assert [row["relevant"] for row in rows] == [True, False, True, False]
    assert rows[0]["published"] == "2025-05-29"
    assert rows[1]["published"] is None


def test_json_is_one_list_and_a_table_shows_both_ends_of_a_text() -> None:
    rows = json.loads(run(EXAMPLES / "two-stories.txt", "--format", "json").stdout)
    assert [row["published"] for row in rows] == ["2025-01-21", "2025-07-02"]
    table = run(EXAMPLES / "two-stories.txt")
    assert table.exit_code == 0
    assert "landmines" in table.stdout


def test_standard_input_is_a_source() -> None:
    result = run("-", "--format", "jsonl", given="Iran supplied drones to Russia.\n")
    assert json.loads(result.stdout)["text"] == "Iran supplied drones to Russia."


def test_a_missing_source_is_said_and_the_rest_is_shown(tmp_path: Path) -> None:
    result = run(tmp_path / "none.txt", EXAMPLES / "press-release.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "does not exist" in result.stderr


def test_a_guessed_encoding_is_said_and_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Iran supplied “drones” to Russia.".encode("cp1252"))
    result = run(tmp_path / "a.txt", "--format", "jsonl")
    assert result.exit_code == 0
    assert result.stderr.startswith("note: ")
    assert "Windows-1252" in result.stderr


def test_the_real_page_gives_four_articles_of_which_the_first_is_relevant() -> None:
    if not (SHARED / "msmt-page.txt").exists():
        pytest.skip("../shared/pages is not beside the clone")
    rows = [json.loads(line) for line in run(SHARED / "msmt-page.txt", "--format", "jsonl").stdout.splitlines()]
    assert [row["relevant"] for row in rows] == [True, False, False, False]
