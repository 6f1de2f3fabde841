"""The reader on the real page that stands beside the project where it is worked on; its text is a third party's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from evaluation.agreement import pairs
from sanctionsgraph.cli.read import read

REAL = Path(__file__).parents[3] / "shared" / "pages"

app = typer.Typer()
app.command()(read)


def test_at_least_34_of_the_37_claims_of_the_real_page_are_read_and_at_most_two_wrong_ones() -> None:
    if not (REAL / "msmt-page.json").exists():
        pytest.skip("../shared/pages is not beside the clone")
    gold = json.loads((REAL / "msmt-page.json").read_text("utf-8"))["claims"]
    output = CliRunner().invoke(app, [str(REAL / "msmt-page.txt"), "--format", "jsonl"]).stdout
    got = [json.loads(line) for line in output.splitlines()]
    hits = len(pairs(gold, got))
    assert (hits >= 34, len(got) - hits <= 2) == (True, True), f"{hits} of {len(gold)}, {len(got) - hits} wrong"
