from __future__ import annotations

import re

from tests.graph.reference import read

VETOES = read.table("vetoes.csv")


def test_vetoes_are_in_order_of_date() -> None:
    dates = [row["date"] for row in VETOES]
    assert all(map(read.DAY.fullmatch, dates))
    assert dates == sorted(dates)


def test_draft_symbols_fit_the_year_and_occur_once() -> None:
    symbols = [row["draft_symbol"] for row in VETOES if row["draft_symbol"]]
    assert read.twice(symbols) == set()
    for row in VETOES:
        assert re.fullmatch(rf"(S/{row['date'][:4]}/\d+)?", row["draft_symbol"]), row


def test_votes_add_up_to_fifteen_with_nine_in_favour() -> None:
    for row in VETOES:
        assert int(row["for"]) + int(row["against"]) + int(row["abstain"]) == 15, row
        assert int(row["for"]) >= 9, row


def test_the_states_named_fit_the_counts() -> None:
    for row in VETOES:
        by, other, abstainers = (read.split(row[key]) for key in ("vetoed_by", "other_against", "abstainers"))
        assert by, row
        assert set(by) <= read.PERMANENT, row
        assert not set(other) & read.PERMANENT, row
        assert (len(by) + len(other), len(abstainers)) == (int(row["against"]), int(row["abstain"])), row
        assert len({*by, *other, *abstainers}) == len(by) + len(other) + len(abstainers), row
        assert {*other, *abstainers, *read.split(row["concerns"])} <= read.state_codes(), row


def test_relevance_is_of_the_fixed_list() -> None:
    assert {row["relevance"] for row in VETOES} <= {"sanctions", "arms", "monitoring", "conflict"}
