from __future__ import annotations

from itertools import pairwise

import pytest

from tests.graph.reference import read
from tests.graph.reference.read import Record

INSTRUMENTS = read.instruments()
RESOLUTIONS = [record for record in INSTRUMENTS.values() if record["kind"] == "unsc-resolution"]
DRAFTS = [record for record in INSTRUMENTS.values() if record["kind"] == "draft-resolution"]
VOTED = [record for record in INSTRUMENTS.values() if record.get("vote")]

KEYS = {"slug", "name", "aliases", "kind", "status", "states", "bodies", "confidence", "source"}
KINDS = {"unsc-resolution", "treaty", "agreement", "sanctions-regime", "draft-resolution"}
STATUSES = {
    "in-force", "expired", "terminated", "superseded", "partly-superseded", "lapsed", "suspended", "re-applied",
    "not-in-force", "not-adopted", "unverified",
}  # fmt: skip


def _start(record: Record) -> str:
    return str(record.get("adopted") or record.get("signed") or record.get("voted"))


def test_slugs_are_well_formed_and_unique() -> None:
    slugs = [record["slug"] for record in read.records("instruments.yml")]
    assert read.twice(slugs) == set()
    assert [slug for slug in slugs if not read.SLUG.fullmatch(slug)] == []


@pytest.mark.parametrize("record", INSTRUMENTS.values(), ids=INSTRUMENTS)
def test_an_instrument_has_its_keys_and_dates_in_order(record: Record) -> None:
    assert record.keys() >= KEYS
    assert record["kind"] in KINDS
    assert record["status"] in STATUSES
    dates = [record.get(key) for key in ("adopted", "voted", "signed", "in_force", "expired")]
    assert all(read.DATE.fullmatch(str(date)) for date in dates if date is not None)
    assert read.DATE.fullmatch(_start(record))
    if expired := record.get("expired"):
        assert record["status"] != "in-force"
        assert str(expired) >= _start(record)[: len(str(expired))]
    elif record["status"] in ("expired", "terminated"):
        assert record["kind"] == "agreement"


@pytest.mark.parametrize("record", INSTRUMENTS.values(), ids=INSTRUMENTS)
def test_an_instrument_names_states_bodies_and_a_regime_that_exist(record: Record) -> None:
    assert {*record["states"], *(left["state"] for left in record.get("withdrawals", []))} <= read.state_codes()
    assert set(record["bodies"]) <= read.body_slugs()
    if regime := record.get("regime"):
        assert INSTRUMENTS[regime]["kind"] == "sanctions-regime"


def test_a_resolution_s_number_symbol_and_year_fit() -> None:
    for record in RESOLUTIONS:
        number = record["slug"].split("-")[1]
        assert record["symbol"] == f"S/RES/{number} ({str(record['adopted'])[:4]})"


def test_resolutions_are_numbered_in_order_of_date() -> None:
    dated = sorted((str(record["adopted"]), int(record["slug"].split("-")[1])) for record in RESOLUTIONS)
    for (day, number), (next_day, next_number) in pairwise(dated):
        assert day == next_day or number < next_number


@pytest.mark.parametrize("record", VOTED, ids=lambda record: record["slug"])
def test_votes_add_up_and_name_as_many_as_they_count(record: Record) -> None:
    vote = record["vote"]
    absent = record["slug"] == "unscr-1483"  # Syria took no part
    assert vote["for"] + vote["against"] + vote["abstain"] == 15 - absent
    for names, count in (("against_states", "against"), ("abstained_states", "abstain")):
        assert len(set(vote[names])) == len(vote[names])
        assert len(vote[names]) in (0, vote[count])
        assert set(vote[names]) <= read.state_codes()


def test_what_was_adopted_could_be_adopted() -> None:
    for record in RESOLUTIONS:
        if vote := record.get("vote"):
            assert vote["for"] >= 9
            assert not vote["vetoed_by"]
            assert not set(vote["against_states"]) & read.PERMANENT
            assert len(vote["abstained_states"]) == vote["abstain"]


def test_a_vetoed_draft_says_the_same_as_the_table_of_vetoes() -> None:
    vetoes = {row["draft_symbol"]: row for row in read.table("vetoes.csv")}
    for record in DRAFTS:
        vote, symbol = record["vote"], record.get("symbol")
        if not (vote["vetoed_by"] and symbol):
            continue
        row = vetoes[symbol]
        assert [vote[key] for key in ("for", "against", "abstain")] == [
            int(row[key]) for key in ("for", "against", "abstain")
        ]
        assert sorted(vote["vetoed_by"]) == sorted(read.split(row["vetoed_by"]))
        assert sorted(vote["abstained_states"]) == sorted(read.split(row["abstainers"]))
        assert str(record["voted"]) == row["date"]
