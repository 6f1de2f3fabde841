"""What a shell completes, asked as each shell asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.ledger import Ledger
from queries.catalogue import QUESTIONS
from sanctionsgraph.cli.app import app
from tests.graph.builders import make_article, make_claim, make_entity, make_reading

ROOT = Path(__file__).parents[2]


def completed(ledger: Path, *words: str, shell: str = "bash") -> list[str]:
    """Return what the last of `words` may become."""
    asked = {"_SANCTIONSGRAPH_COMPLETE": f"complete_{shell}", "SANCTIONSGRAPH_LEDGER": str(ledger)}
    line = ["sanctionsgraph", *words]
    if shell == "bash":
        asked |= {"COMP_WORDS": "\n".join(line), "COMP_CWORD": str(len(words))}
    else:
        asked |= {"_TYPER_COMPLETE_ARGS": " ".join(line), "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    return CliRunner().invoke(app, [], prog_name="sanctionsgraph", env=asked).stdout.splitlines()


def test_questions_items_and_clocks_are_completed(ledger: Path) -> None:
    assert completed(ledger, "query", "") == list(QUESTIONS)
    assert completed(ledger, "query", "Supply-") == ["supply_chains"]
    assert completed(ledger, "query", "item_flows", "--item", "ballistic") == ["ballistic-missile"]
    assert completed(ledger, "query", "changes", "--by", "p") == ["publication"]


@pytest.mark.parametrize("option", ["--about", "--other", "--supplier", "--receiver"])
def test_names_of_the_reference_data_and_of_the_ledger_are_completed_in_any_case(ledger: Path, option: str) -> None:
    assert "North\\ Korea" in completed(ledger, "query", "between", option, "north")
    assert "Öst\\ Wind" in completed(ledger, "query", "between", option, "ost")
    assert completed(ledger, "query", "between", option, "state:k")[0].startswith("state:K")


def test_a_name_that_is_begun_in_quotes_or_with_a_blank_goes_on_so(ledger: Path) -> None:
    assert "North Korea" in completed(ledger, "query", "between", "--about", '"north k')
    assert "North\\ Korea" in completed(ledger, "query", "between", "--about", "north\\ k")


def test_show_and_map_complete_entities_and_items(ledger: Path) -> None:
    assert completed(ledger, "show", "Harbour") == ["Harbour\\ Accord", "Harbour\\ Trading"]
    assert completed(ledger, "map", "--about", "attack-d") == ["attack-drone"]


def test_other_shells_are_told_names_as_they_are_with_their_ids(ledger: Path) -> None:
    fish = completed(ledger, "query", "between", "--about", "Harbour", shell="fish")
    assert fish == ["Harbour Accord\ttreaty:harbour-accord", "Harbour Trading\torg:harbour-trading"]


def test_a_ledger_that_is_missing_or_broken_is_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_bytes(b"no ledger" * 1000)
    for path in (tmp_path / "none.db", tmp_path / "broken.db"):
        assert "North\\ Korea" in completed(path, "query", "between", "--about", "north")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("name", ["Aaa $(touch x)", "Aaa `id`", "Aaa; id", "Aaa\nid", "Aaa' id", "Aaa *", "Aaa \\"])
def test_a_name_on_which_a_shell_might_act_is_not_told(tmp_path: Path, name: str) -> None:
    article = make_article()
    named = [make_entity("org:aaa", name=name), make_entity("org:aab", name="Aab")]
    reading = make_reading(article, [make_claim(article, subject="org:aaa", object="org:aab")], named)
    with Ledger(tmp_path / "made.db") as made:
        made.add(reading)
    assert completed(tmp_path / "made.db", "query", "between", "--about", "aa") == ["Aab"]


def test_bash_itself_completes(ledger: Path, tmp_path: Path) -> None:
    program = tmp_path / "sanctionsgraph"
    program.write_text(f"#!{sys.executable}\nfrom sanctionsgraph.cli.app import main\nmain()\n")
    program.chmod(0o700)
    script = """
        eval "$(_SANCTIONSGRAPH_COMPLETE=source_bash sanctionsgraph)"
        COMP_WORDS=(sanctionsgraph query between --about 'north\\ k') COMP_CWORD=4
        _sanctionsgraph_completion sanctionsgraph
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    places = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "SANCTIONSGRAPH_LEDGER": str(ledger)}
    told = subprocess.run(["bash", "-c", script], env=places, capture_output=True, text=True, check=False)
    assert "North\\ Korea" in told.stdout.splitlines(), told.stderr
