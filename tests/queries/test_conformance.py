"""The same question gives the same rows, in the same order, from memory and from a real Neo4j.

`neo4j_store` is an empty store on a real server.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.gold import load_gold
from graph.model import STATUSES, Quantity, Reading
from graph.stores.base import Source, Store
from graph.stores.memory import MemoryStore
from ingest.articles import articles_of
from ingest.pipeline import read_articles
from queries.catalogue import QUESTIONS, AnswersCypher, Question, answer
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_entity, make_reading
from tests.graph.strategies import reading_lists
from tests.queries.made_ledger import MADE

pytestmark = pytest.mark.neo4j

ROOT = Path(__file__).parents[2]

# Of each parameter a few that matter: none, some that match, one that matches nothing.
VALUES: dict[str, tuple[str | None, ...]] = {
    "about": (None, "state:KP", "state:RU", "org:msmt", "treaty:unscr-1718", "treaty:pact-astral", "state:AD"),
    "supplier": (None, "state:KP", "org:harbour-trading"),
    "receiver": (None, "state:RU", "org:m23"),
    "item": (None, "weapon", "missile", "drone", "petroleum"),
}
WINDOWS: tuple[dict[str, str | None], ...] = (
    {"start": "2024"}, {"end": "2023"}, {"start": "2024-03", "end": "2024-06"},
)  # fmt: skip

# Few names and many claims, so that claims meet: disputes, and rows that tie in all but their id.
NAMES = {"org:first": "\uff30 and 𝐏", "org:second": "𝐏 and \uff30", "treaty:third": "é"}
PARTIES = ("state:KP", "state:RU", *NAMES)


def parameter_sets(question: Question) -> Iterator[dict[str, str | None]]:
    """Yield each value of each parameter alone, then pairs of values and a window, in step."""
    names = [name for name in question.parameters if name in VALUES]
    needed = {name: VALUES[name][1] for name, is_needed in question.parameters.items() if is_needed}
    for name in names:
        yield from (needed | {name: value} for value in VALUES[name] if value or name not in needed)
    for window in WINDOWS:
        yield needed | window
    for step, window in enumerate([*WINDOWS, *WINDOWS], start=1):
        yield {name: VALUES[name][step % (len(VALUES[name]) - 1) + 1] for name in names} | window


def assert_same(question: Question, source: Source, store: Store, sets: list[dict[str, str | None]]) -> int:
    """Compare both stores on each set of parameters; return how many rows there were."""
    memory, rows = MemoryStore.of(source), 0
    for parameters in sets:
        expected = answer(memory, question.name, **parameters)
        assert answer(store, question.name, **parameters) == expected, parameters
        rows += len(expected)
    return rows


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
def test_both_stores_give_the_same_rows_whatever_is_asked(question: Question, neo4j_store: Store) -> None:
    assert isinstance(neo4j_store, AnswersCypher)
    neo4j_store.push(MADE)
    assert assert_same(question, MADE, neo4j_store, list(parameter_sets(question))) > 0


@st.composite
def crowded(draw: st.DrawFn) -> ReadingsSource:
    """Up to three articles whose claims share a few parties, relations and items."""
    party = st.none() | st.sampled_from(PARTIES)
    claims: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
        {
            "relation": st.sampled_from(
                ["supplied", "produced", "vetoed", "signed", "monitors", "sanctioned", "violated"]
            ),
            "subject": party,
            "object": party,
            "item": st.sampled_from([None, "weapon", "missile", "ballistic-missile", "petroleum"]),
            "quantity": st.sampled_from([None, Quantity(3), Quantity(1 / 3, "min", "tonne")]),
            "when": st.sampled_from([None, "2024", "2024-03/..", "../2023", "XXXX-04", "2024-21"]),
            "asserted_by": st.lists(st.sampled_from(PARTIES), max_size=3, unique=True).map(tuple),
            "status": st.sampled_from(["affirmed", "denied", *STATUSES]),
        }
    )
    return ReadingsSource([_reading(number, draw(st.lists(claims, max_size=12))) for number in range(3)])


def _reading(number: int, fields: list[dict[str, Any]]) -> Reading:
    article = make_article(f"Text {number}.", publisher=(None, "\uff34imes", "𝐓imes")[number])
    claims = {claim.id: claim for claim in (make_claim(article, **field) for field in fields)}
    entities = [make_entity(name, name=NAMES[name]) if name in NAMES else make_entity(name) for name in PARTIES]
    return make_reading(article, list(claims.values()), entities)


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
        some = {"about": party, "supplier": party, "receiver": party, "item": item} | window
        narrow = {name: value for name, value in some.items() if name in question.parameters}
        wide = {name: value for name, value in narrow.items() if question.parameters[name]}
        assert_same(question, source, neo4j_store, [narrow, wide])


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
    asked = {"about": "state:RU", "supplier": None, "receiver": None, "item": None}
    rows = 0
    for question in QUESTIONS.values():
        needed = {name: asked.get(name) for name, is_needed in question.parameters.items() if is_needed}
        rows += assert_same(question, source, neo4j_store, [needed, needed | {"start": "2024", "end": "2025-06"}])
    assert rows > 300
