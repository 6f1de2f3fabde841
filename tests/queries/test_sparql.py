"""The same question gives the same rows, in the same order, from Python and in SPARQL over the exported RDF."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.stores.base import Source
from graph.stores.memory import MemoryStore
from queries.catalogue import QUESTIONS, Question, answer
from queries.disputes import Dispute
from queries.sparql import RdfGraph
from queries.sparql_text import with_parameters
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading
from tests.queries.asking import PARTIES, WINDOWS, crowded, narrow_and_wide, parameter_sets
from tests.queries.made_ledger import MADE

every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))


@every_question
def test_the_sparql_takes_the_parameters_of_the_function(question: Question) -> None:
    assert set(re.findall(r"\?asked_(\w+)", question.sparql)) == set(question.parameters)


@every_question
def test_the_sparql_selects_the_fields_of_the_row_in_their_order(question: Question) -> None:
    selected = question.sparql.partition("\nSELECT")[2].partition("\nWHERE {")[0]
    names = re.findall(r"\?(\w+)", re.sub(r"^  \(.* AS (\?\w+)\)$", r"\1", selected, flags=re.M))
    assert names == [field.name for field in fields(question.row)]


@every_question
def test_python_and_sparql_give_the_same_rows_whatever_is_asked(question: Question) -> None:
    memory, rows = MemoryStore.of(MADE), 0
    rdf = RdfGraph.of(memory)
    for parameters in parameter_sets(question):
        expected = answer(memory, question.name, **parameters)
        assert answer(rdf, question.name, **parameters) == expected, parameters
        rows += len(expected)
    assert rows


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crowded(), st.sampled_from(PARTIES), st.sampled_from(["weapon", "missile"]), st.sampled_from(WINDOWS))
def test_python_and_sparql_give_the_same_rows_on_any_ledger(
    source: Source, party: str, item: str, window: dict[str, str | None]
) -> None:
    memory = MemoryStore.of(source)
    rdf = RdfGraph.of(memory)
    for question in QUESTIONS.values():
        for parameters in narrow_and_wide(question, party, item, window):
            assert answer(rdf, question.name, **parameters) == answer(memory, question.name, **parameters)


def test_a_parameter_cannot_break_out_of_its_place() -> None:
    sparql = "SELECT * WHERE { VALUES (?asked_by ?asked_about) { (UNDEF UNDEF) } }"
    written = with_parameters(sparql, {"by": 'x" } DELETE { ?s ?p ?o } #\n\\', "about": "org:> } DROP ALL #"})
    assert written == (
        'SELECT * WHERE { VALUES (?asked_by ?asked_about) { ("x\\" } DELETE { ?s ?p ?o } #\\n\\\\" '
        "<https://w3id.org/sanctionsgraph/org/%3E%20%7D%20DROP%20ALL%20%23>) } }"
    )


def test_what_some_claims_of_a_side_lack_hides_nothing_of_the_others() -> None:
    """An article without a publisher, a claim without a date or a source, beside others that have them."""
    bare, full = make_article("Bare."), make_article("Full.", publisher="Coast Daily")
    said: dict[str, Any] = {"when": "2024-03", "asserted_by": ("state:IR",)}
    readings = [
        make_reading(bare, [make_claim(bare), make_claim(bare, status="denied")]),
        make_reading(full, [make_claim(full, **said), make_claim(full, status="denied", **said)]),
    ]
    memory = MemoryStore.of(ReadingsSource(readings))
    [row] = answer(RdfGraph.of(memory), "disputes")
    assert isinstance(row, Dispute)
    assert (row.affirmed_by, row.denied_by) == (("Iran",), ("Iran",))
    assert (row.affirmed_publishers, row.denied_publishers) == (("Coast Daily",), ("Coast Daily",))
    assert (row.first, row.last) == ("2024-03-01", "2024-03-31")
    assert [row] == answer(memory, "disputes")
