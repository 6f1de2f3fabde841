from __future__ import annotations

from graph import reference
from tests.graph.reference import read


def test_a_leader_leads_a_state_or_a_body_that_is_known() -> None:
    rows = read.table("leaders.csv")
    assert [row["slug"] for row in rows if bool(row["state"]) == bool(row["body"])] == []
    assert {row["state"] for row in rows if row["state"]} <= read.state_codes()
    assert {row["body"] for row in rows if row["body"]} <= read.body_slugs()


def test_a_leader_has_years_in_order() -> None:
    rows = read.table("leaders.csv")
    assert [row["slug"] for row in rows if not row["since"] or (row["until"] and row["until"] < row["since"])] == []


def test_epithets_are_lower_case_words_of_known_states() -> None:
    rows = read.table("epithets.csv")
    assert [row["epithet"] for row in rows if row["epithet"] != row["epithet"].lower()] == []
    assert {state for row in rows for state in read.split(row["states"])} <= read.state_codes()
    assert read.twice([row["epithet"] for row in rows]) == set()
    assert "state:SA" in reference.epithets()["kingdom"]
