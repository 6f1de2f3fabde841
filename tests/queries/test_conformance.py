"""The same question gives the same rows, in the same order, from memory and from a real Neo4j.

`neo4j_store` is an empty store on a real server; `neo4j_made_store` holds the made ledger,
beside what another hand keeps there.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.gold import load_gold
from graph.model import Reading
from graph.stores.base import Source, Store
from graph.stores.memory import MemoryStore
from ingest.articles import articles_of
from ingest.pipeline import read_articles
from queries.catalogue import QUESTIONS, AnswersCypher, Question, answer
from tests.graph.builders import ReadingsSource
from tests.graph.strategies import reading_lists
from tests.queries.asking import PARTIES, WINDOWS, crowded, narrow_and_wide, parameter_sets
from tests.queries.made_ledger import MADE

pytestmark = pytest.mark.neo4j

ROOT = Path(__file__).parents[2]


def assert_same(question: Question, source: Source, store: Store, sets: list[dict[str, str | None]]) -> int:
    """Compare both stores on each set of parameters; return how many rows there were."""
    memory, rows = MemoryStore.of(source), 0
    for parameters in sets:
        expected = answer(memory, question.name, **parameters)
        assert answer(store, question.name, **parameters) == expected, parameters
        rows += len(expected)
    return rows


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
def test_both_stores_give_the_same_rows_whatever_is_asked(question: Question, neo4j_made_store: Store) -> None:
    assert isinstance(neo4j_made_store, AnswersCypher)
    assert assert_same(question, MADE, neo4j_made_store, list(parameter_sets(question))) > 0


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    crowded() | reading_lists(max_size=3).map(ReadingsSource),
    st.sampled_from(PARTIES),
    st.sampled_from(["weapon", "missile"]),
    st.sampled_from(WINDOWS),
)
def test_both_stores_give_the_same_rows_on_any_ledger(
    neo4j_store: Store, source: Source, party: str, item: str, window: dict[str, str | None]
) -> None:
    neo4j_store.push(source)
    for question in QUESTIONS.values():
        assert_same(question, source, neo4j_store, narrow_and_wide(question, party, item, window))


def real_readings() -> list[Reading]:
    """The example pages and the gold articles, as the reader reads them."""
    articles = [
        *articles_of([str(ROOT / "examples")], report=lambda problem: None),
        *(gold.article() for gold in load_gold()),
    ]
    return list(read_articles(articles))


def test_both_stores_give_the_same_rows_on_the_examples_and_the_gold_articles(neo4j_store: Store) -> None:
    source = ReadingsSource(real_readings())
    neo4j_store.push(source)
    asked = {"about": "state:RU", "other": "state:KP", "item": "weapon", "day": "2025-06", "since": "2024"}
    rows = 0
    for question in QUESTIONS.values():
        needed = {name: asked.get(name) for name, is_needed in question.parameters.items() if is_needed}
        window: dict[str, str | None] = {"start": "2024", "end": "2025-06"} if "start" in question.parameters else {}
        rows += assert_same(question, source, neo4j_store, [needed, needed | window])
    assert rows > 300
