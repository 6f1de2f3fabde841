from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.ledger import Ledger
from graph.model import Claim
from sanctionsgraph.cli.app import app
from tests.graph.builders import make_article, make_claim, make_entity, make_reading
from tests.queries.made_ledger import MADE

CLAIM = next(claim for claim in MADE.claims() if claim.item == "ballistic-missile")


def show(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["show", *arguments, "--ledger", str(ledger)])


def words(result: Result) -> str:
    """Return what was printed with line breaks undone."""
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def test_an_entity_is_shown_with_its_names_its_ids_and_its_claims_with_their_sentences(ledger: Path) -> None:
    shown = words(show(ledger, "Pyongyang"))
    assert shown.startswith("North Korea (state:KP), state also:")
    assert "ISO 3166 KP, PRK; Wikidata Q423" in shown
    assert "North Korea supplied Russia: ballistic missile, at least 100, 2024" in shown
    assert f"“{CLAIM.sentence}” The Morning Ledger, 2025-05-29; claim {CLAIM.id[6:14]}" in shown
    assert "was done to it (3)" in shown
    assert "denied by Russia, North Korea: North Korea supplied Russia: weapon or arms in general" in shown


def test_a_claim_is_shown_in_its_paragraph_with_who_says_so_why_and_where(ledger: Path) -> None:
    shown = words(show(ledger, CLAIM.id[6:14]))
    for part in (
        "affirmed by Multilateral Sanctions Monitoring Team: North Korea supplied Russia",
        "when: 2024 (from 2024-01-01 to 2024-12-31)",
        f">>{CLAIM.sentence}<<",
        "“Eleven states report on shipments”, The Morning Ledger, by Invented Wire, 2025-05-29",
        f"{CLAIM.article}, characters {CLAIM.start} to {CLAIM.end}",
        "supplied: made for tests",
        CLAIM.id,
    ):
        assert part in shown


def test_an_item_a_treaty_and_an_article_are_shown(ledger: Path) -> None:
    item = words(show(ledger, "ballistic missiles"))
    assert item.startswith("ballistic missile (item:ballistic-missile), item broader: missile (item:missile), weapon")
    assert "(item:short-range-ballistic-missile), intercontinental" in item
    assert "North Korea withdrew from" in words(show(ledger, "Non-Proliferation Treaty"))
    assert "Eleven states report on shipments" in words(show(ledger, CLAIM.article))
    assert "no claim names it" in words(show(ledger, "Andorra"))


def test_json_has_it_all_and_the_flat_formats_the_claims(ledger: Path) -> None:
    data = json.loads(show(ledger, "DPRK", "--format", "json").stdout)
    assert (data["kind"], data["entity"]["iso3"], len(data["did"]), len(data["undergone"])) == ("entity", "PRK", 14, 3)
    lines = [json.loads(line) for line in show(ledger, "DPRK", "--format", "jsonl").stdout.splitlines()]
    assert len({line["claim"] for line in lines}) == 17
    sheet = list(csv.DictReader(show(ledger, "DPRK", "--format", "csv").stdout.splitlines()))
    assert [row["claim"] for row in sheet] == [line["claim"] for line in lines]
    one = json.loads(show(ledger, CLAIM.id, "--format", "json").stdout)
    paragraph = one["paragraph"]["text"]
    assert paragraph[one["claim"]["start"] - one["paragraph"]["start"] :].startswith(CLAIM.sentence)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Congo", "may mean DR Congo"),
        ("Atlantis", "nothing is called 'Atlantis'"),
        ("claim:abcdef", "no claim has an id"),
    ],
)
def test_what_cannot_be_found_ends_with_two_and_one_line(ledger: Path, text: str, message: str) -> None:
    result = show(ledger, text)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_hostile_words_do_not_steer_the_terminal(tmp_path: Path) -> None:
    name = "Evil \x1b[31mred\x1b[0m [bold]bold[/bold] \u202e"
    article = make_article("North Korea sent shells to Evil [bold]bold[/bold].", title="[link=x]\x07")
    claim: Claim = make_claim(article, object="org:evil")
    entity = make_entity("org:evil", name=name)
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.add(make_reading(article, [claim], [entity, make_entity("state:KP")]))
    shown = show(tmp_path / "a.db", "org:evil")
    assert shown.exit_code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(shown.stdout)
    assert "[bold]bold[/bold]" in shown.stdout
