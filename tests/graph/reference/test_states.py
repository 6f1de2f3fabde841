from __future__ import annotations

import re

import pytest

from tests.graph.reference import read

STATES = read.table("states.csv")


@pytest.mark.parametrize("key", ["iso2", "iso3", "name", "wikidata"])
def test_no_two_states_share_a_code_or_a_name(key: str) -> None:
    assert read.twice([row[key] for row in STATES]) == set()


def test_codes_have_the_right_form() -> None:
    assert [
        row["name"]
        for row in STATES
        if not (
            re.fullmatch("[A-Z]{2}", row["iso2"])
            and re.fullmatch("[A-Z]{3}", row["iso3"])
            and read.QID.fullmatch(row["wikidata"])
        )
    ] == []


def test_there_are_193_members_two_observers_and_two_others() -> None:
    status = {row["iso2"]: row["un_status"] for row in STATES}
    assert sum(value == "member" for value in status.values()) == 193
    assert {code for code, value in status.items() if value != "member"} == {"PS", "VA", "TW", "XK"}
    assert set(status.values()) == {"member", "observer", "none"}


def test_five_members_are_permanent() -> None:
    assert {row["iso2"] for row in STATES if row["un_p5"] == "true"} == read.PERMANENT
    assert {row["un_p5"] for row in STATES} == {"true", "false"}


@pytest.mark.parametrize("key", ["capitals", "adjectives", "people"])
def test_every_state_has_a_capital_and_demonyms(key: str) -> None:
    assert [row["name"] for row in STATES if not read.split(row[key])] == []
