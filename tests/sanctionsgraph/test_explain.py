from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.ledger import Ledger
from ingest.pipeline import read_article
from sanctionsgraph.cli.app import app
from tests.graph.builders import make_article

TEXT = (
    "Iran denied that it had sold 40 drones to Sudan in March 2024. "
    "North Korea shipped rockets to Russia. It has delivered shells as well, the panel said."
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "x.db"
    with Ledger(path) as made:
        made.add(read_article(make_article(TEXT, published="2024-06-01")))
    return path


def explain(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", *arguments, "--ledger", str(ledger)])


def claim_of(ledger: Path, item: str) -> str:
    with Ledger(ledger, create=False) as opened:
        return next(claim.id for claim in opened.claims() if claim.item == item)


def test_each_part_is_told_with_the_words_that_stood_for_it(ledger: Path) -> None:
    [told] = json.loads(explain(ledger, claim_of(ledger, "drone"), "--format", "json").stdout)
    assert {part["part"]: (part["read_as"], part["words"]) for part in told["parts"]} == {
        "relation": ("supplied", "'sold'"),
        "subject": ("Iran", "'it', named 'Iran' before"),
        "object": ("Sudan", "'Sudan'"),
        "item": ("unmanned aerial vehicle", "'drones'"),
        "quantity": ("40", "'40'"),
        "when": ("2024-03", "'in March 2024'"),
        "who says so": ("Iran", "'Iran'"),
    }
    assert told["sentence"] == "[Iran] denied that [it] had [sold] [40] [drones] to [Sudan] [in March 2024]."
    assert told["rules"] == ["under 'denied'"]
    assert (told["entry"], told["file"]) == ("supplied/give", "ingest/lexicon/supplied.yml")
    assert told["example"]


def test_a_part_that_the_sentence_leaves_out_is_told_as_such(ledger: Path) -> None:
    shown = " ".join(explain(ledger, claim_of(ledger, "artillery-ammunition")).stdout.split())
    assert "subject: North Korea <- 'It', named 'North Korea' before" in shown
    assert "object: Russia <- no word here; taken from the sentences around, named 'Russia' before" in shown
    assert "receiver from what was said before" in shown


def test_what_is_no_claim_is_refused_with_the_way_to_one(ledger: Path) -> None:
    result = explain(ledger, "Sudan")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'Sudan' is no claim: `sanctionsgraph show 'Sudan'` lists claims" in result.stderr
