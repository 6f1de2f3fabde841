from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from graph.exports import EXPORTS
from graph.ledger import Ledger
from graph.model import Reading
from graph.selection import Part, Selection, select
from graph.stores.memory import MemoryStore
from graph.streaming import Streamed
from tests.graph.builders import make_article, make_claim, make_readings
from tests.graph.strategies import reading_lists
from tests.queries.made_ledger import MADE


def kept(readings: Sequence[Reading], folder: Path | str) -> Ledger:
    ledger = Ledger(Path(folder) / "kept.db")
    for reading in readings:
        ledger.add(reading)
    return ledger


def assert_same(streamed: Part, selected: Part) -> None:
    for kind in ("entities", "articles", "claims", "facts", "items"):
        assert list(getattr(streamed, kind)) == list(getattr(selected, kind)), kind
        assert len(getattr(streamed, kind)) == len(getattr(selected, kind))
    for article in selected.articles:
        assert streamed.origin_of(article) == selected.origin_of(article)


@pytest.mark.parametrize("name", [name for name, export in EXPORTS.items() if export.is_rdf])
def test_a_ledger_that_is_read_as_it_is_written_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    with kept(list(MADE.readings()), tmp_path) as ledger:
        selected = select(MemoryStore.of(ledger), Selection())
        for streamed, held in (
            (Streamed(ledger), selected.without_load_times()),
            (Streamed(ledger, with_load_times=True), selected),
        ):
            assert "".join(EXPORTS[name].lines(streamed)) == "".join(EXPORTS[name].lines(held))
            assert_same(streamed, held)


@settings(max_examples=15, deadline=None)
@given(reading_lists())
def test_any_ledger_is_the_same_read_whole_or_bit_by_bit(readings: list[Reading]) -> None:
    with TemporaryDirectory() as folder, kept(readings, folder) as ledger:
        assert_same(Streamed(ledger), select(MemoryStore.of(ledger), Selection()))


def test_what_is_counted_before_and_after_a_walk_is_the_same(tmp_path: Path) -> None:
    with kept(list(make_readings(5)), tmp_path) as ledger:
        part = Streamed(ledger)
        before = len(part.claims), len(part.facts)
        walked = list(part.claims), list(part.facts)
        assert before == (len(part.claims), len(part.facts)) == (len(walked[0]), len(walked[1])) == (15, 1)
        assert walked[0][0] in part.claims
        assert make_claim(make_article("Nobody said so.")) not in part.claims
