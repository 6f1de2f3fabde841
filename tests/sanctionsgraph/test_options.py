from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import LedgerError, UsageError
from graph.ledger import Ledger
from graph.selection import Selection
from graph.stores.memory import MemoryStore
from sanctionsgraph.cli.options import StoreName, first_day, last_day, open_ledger, open_store, selection_of


def test_without_options_the_selection_is_everything() -> None:
    assert selection_of(MemoryStore()) == Selection()


def test_names_dates_relations_and_statuses_become_what_the_graph_knows() -> None:
    selection = selection_of(
        MemoryStore(),
        about=["DPRK", "missile"],
        hops=2,
        relation=["Voted-For"],
        from_="2024",
        to="2024-02",
        status=["Denied"],
    )
    assert selection == Selection(
        about=("state:KP", "item:missile"),
        hops=2,
        relations=("voted_for",),
        start="2024-01-01",
        end="2024-02-29",
        statuses=("denied",),
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"about": ["Ruritania"]}, "Ruritania"),
        ({"relation": ["gave"]}, "no relation 'gave'; there are supplied, assisted"),
        ({"status": ["true"]}, "no status 'true'; there are affirmed, denied, unconfirmed, planned"),
        ({"from_": "last year"}, "not a date: 'last year'; write 2024, 2024-10 or 2024-10-05"),
        ({"to": "2024-13"}, "not a date: '2024-13'"),
    ],
)
def test_what_is_not_known_is_named_with_what_there_is(options: dict[str, list[str]], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        selection_of(MemoryStore(), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-10-05", "2024-10-05", "2024-10-05"),
    ],
)
def test_a_year_or_month_means_all_of_it(date: str, first: str, last: str) -> None:
    assert (first_day(date), last_day(date)) == (first, last)


def test_no_date_stays_none() -> None:
    assert (first_day(None), last_day(None)) == (None, None)


def test_asking_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="none"):
        open_store(StoreName.memory, tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_memory_holds_what_the_ledger_holds(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db", create=True) as ledger:
        assert isinstance(ledger, Ledger)
    with open_store(StoreName.memory, tmp_path / "a.db") as store:
        assert list(store.articles()) == []
