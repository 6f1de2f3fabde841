"""Every shape of page, the whole way through `split`. The pages, and what they hold, are in tests/ingest/shapes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from typer.testing import CliRunner

from graph.model import normalise_text
from sanctionsgraph.cli.split import split
from tests.ingest.readers.pdfs import Text, lines, pdf

SHAPES = Path(__file__).parents[1] / "ingest" / "shapes"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((SHAPES / "shapes.yml").read_text("utf-8"))

app = typer.Typer()
app.command()(split)


def text_of(value: object) -> str | None:
    return None if value is None else str(value)


@pytest.mark.parametrize("name", EXPECTED)
def test_each_article_of_a_page_is_cut_exactly(name: str) -> None:
    result = CliRunner().invoke(app, [str(SHAPES / name), "--format", "jsonl"])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    expected = EXPECTED[name]
    assert result.exit_code == 0
    assert (expected.get("note", "") in result.stderr) if "note" in expected else result.stderr == ""
    assert [[row[key] for key in ("title", "publisher", "agency", "published")] for row in rows] == [
        list(map(text_of, article[:4])) for article in expected["articles"]
    ]
    for row, (*_, first, last) in zip(rows, expected["articles"], strict=True):
        assert row["text"].startswith(first)
        assert row["text"].endswith(last)
        assert row["text"] == normalise_text(row["text"])
        assert not [words for words in expected.get("left_out", ()) if words in row["text"].removesuffix(last)]


def test_a_report_as_pdf_is_one_article_without_heads_notes_and_parted_words(tmp_path: Path) -> None:
    pages = [
        [
            Text(72, 800, "S/2031/77", 8), Text(72, 740, "Report of the experts on Atlantis", 18),
            *lines(72, 700, ["Published on 3 May 2031", "North Korea has supplied Eritrea with radio equip-"]),
            Text(72, 80, "1 Letter of a Member State.", 8), Text(500, 40, "1/2", 8),
        ],
        [
            Text(72, 800, "S/2031/77", 8), *lines(72, 700, ["ment and rifles. Eritrea denied it."]),
            Text(500, 40, "2/2", 8),
        ],
    ]  # fmt: skip
    (tmp_path / "report.pdf").write_bytes(pdf(*pages))
    result = CliRunner().invoke(app, [str(tmp_path / "report.pdf"), "--format", "jsonl"])
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (result.exit_code, result.stderr) == (0, "")
    assert (row["title"], row["published"], row["relevant"]) == (
        "Report of the experts on Atlantis",
        "2031-05-03",
        True,
    )
    assert row["text"] == "North Korea has supplied Eritrea with radio equipment and rifles. Eritrea denied it."


def test_every_page_is_expected_to_hold_something() -> None:
    assert sorted(path.name for path in SHAPES.iterdir() if path.name != "shapes.yml") == sorted(EXPECTED)
