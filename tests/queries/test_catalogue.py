from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.errors import UsageError
from graph.stores.memory import MemoryStore
from queries.catalogue import QUESTIONS, Question, answer, question_named
from queries.known_on import known_on
from tests.queries.made_ledger import MADE

DOCS = (Path(__file__).parents[2] / "docs" / "questions.md").read_text("utf-8")
every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))


@every_question
def test_the_cypher_takes_the_parameters_of_the_function(question: Question) -> None:
    assert set(re.findall(r"\$([\w.]+)", question.cypher)) == {f"asked.{name}" for name in question.parameters}


@every_question
def test_the_cypher_returns_the_fields_of_the_row_in_their_order(question: Question) -> None:
    returned = question.cypher.rpartition("\nRETURN\n")[2].partition("\nORDER BY\n")[0]
    names = re.findall(r"^  (?:.* AS )?(\w+),?$", re.sub(r"COLLECT \{\n.*?\n  \}", "x", returned, flags=re.S), re.M)
    assert names == [field.name for field in fields(question.row)]


@every_question
def test_the_cypher_starts_from_what_the_project_made_itself(question: Question) -> None:
    starts = re.findall(r"MATCH (?:p = )?(\(\w*:(?:Claim|Entity)\b[^)]*\))", question.cypher)
    assert starts
    assert all(":SanctionsGraph" in start for start in starts)


@every_question
def test_a_question_is_registered_under_its_name_and_asks_something(question: Question) -> None:
    assert QUESTIONS[question.name] is question
    assert question.summary.endswith("?")
    assert re.search("It cannot|It does not|not of findings", question.documentation)


@every_question
def test_a_question_is_documented_with_its_options_and_columns(question: Question) -> None:
    section = DOCS.partition(f"\n## {question.name}\n")[2].partition("\n## ")[0]
    assert question.summary in section
    options = {"start": "--from", "end": "--to"}
    if not question.parameters:
        assert "Options: none" in section
    for name in question.parameters:
        assert options.get(name, f"--{name}") in section
    for field in fields(question.row):
        assert re.search(rf"\b{field.name}\b", section), field.name


def test_the_documentation_knows_no_other_question() -> None:
    assert re.findall(r"^## (\w+_?\w*)$", DOCS, re.M) == list(QUESTIONS)


def test_a_question_may_be_written_with_hyphens_and_an_unknown_one_names_the_nearest() -> None:
    assert question_named("Arms-Transfers") is QUESTIONS["arms_transfers"]
    with pytest.raises(UsageError, match=r"did you mean arms_transfers\?"):
        question_named("arms_transfer")


@pytest.mark.parametrize(
    ("question", "parameters", "message"),
    [
        ("vetos", {}, r"no question 'vetos' \(did you mean vetoes\?\)"),
        ("vetoes", {"abuot": "state:RU"}, r"no parameter 'abuot' \(did you mean about\?\); it takes about, start, end"),
        ("entity_record", {}, "entity_record needs about"),
        ("arms_transfers", {"item": "misile"}, r"no item 'misile' \(did you mean missile\?\)"),
        ("vetoes", {"start": "yesterday"}, "start 'yesterday' is no date"),
        ("vetoes", {"end": "2024-13"}, "end '2024-13' is no date"),
        ("vetoes", {"end": "2024/.."}, r"end '2024/..' is no date"),
        ("vetoes", {"start": "2025", "end": "2024"}, "start '2025' lies after end '2024'"),
    ],
)
def test_a_call_that_makes_no_sense_says_why(question: str, parameters: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        answer(MemoryStore.of(MADE), question, **parameters)


@pytest.mark.parametrize("ask", [known_on, partial(answer, question="known_on")])
def test_the_time_of_an_event_is_no_time_of_knowing(ask: Callable[..., object]) -> None:
    message = (
        "^by 'event' tells when something happened, not when it was known: ask by publication or load, or ask timel"
    )
    with pytest.raises(UsageError, match=message):
        ask(store=MemoryStore.of(MADE), day="2024-06-30", by="event")


def test_a_month_bounds_its_days() -> None:
    store = MemoryStore.of(MADE)
    month = answer(store, "sanctions", start="2024-02", end="2024-02")
    assert month == answer(store, "sanctions", start="2024-02-01", end="2024-02-29")
    assert len(month) == 3


class CypherStore(MemoryStore):
    """Notes what it is asked in Cypher and gives one row, as the driver would: lists, whole numbers."""

    asked: tuple[str, dict[str, Any]]

    def rows(self, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        self.asked = (cypher, parameters)
        names = [field.name for field in fields(QUESTIONS["arms_transfers"].row)]
        return [dict.fromkeys(names) | {"quantity": 3, "asserted_by": ["Iran"]}]


def test_a_store_that_answers_cypher_is_asked_the_file_with_every_parameter() -> None:
    store = CypherStore()
    [row] = answer(store, "arms_transfers", supplier="state:KP", start="2024")
    cypher, parameters = store.asked
    assert cypher == QUESTIONS["arms_transfers"].cypher
    asked = {"supplier": "state:KP", "receiver": None, "item": None, "start": "2024-01-01", "end": None}
    assert parameters == {"asked": asked}
    assert getattr(row, "asserted_by") == ("Iran",)  # noqa: B009 - of a union of rows
    assert isinstance(getattr(row, "quantity"), float)  # noqa: B009
