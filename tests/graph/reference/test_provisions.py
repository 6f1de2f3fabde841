from __future__ import annotations

import re

import pytest

from graph.ontology import broader_items, items
from tests.graph.reference import read
from tests.graph.reference.read import Record

PROVISIONS = {record["id"]: record for record in read.records("provisions.yml")}
VALUES: dict[str, set[object]] = {
    "effect": {"prohibition", "obligation", "cap", "clarification", "call"},
    "conduct": {"transfer", "test", "test-or-develop", "transfer-or-test", "employment", "interdiction"},
    "direction": {"import_to", "export_from", "both", "any"},
    "actors_bound": {"all-member-states", "target", "all-member-states-and-target"},
    "binding": {True, False},
    "checked": {True, False},
}
CAPS_WITHOUT_A_NUMBER = {"unscr-2371-11", "unscr-2375-15"}

each_provision = pytest.mark.parametrize("record", PROVISIONS.values(), ids=PROVISIONS)


def test_ids_are_unique() -> None:
    assert len(PROVISIONS) == len(read.records("provisions.yml"))


@each_provision
def test_a_provision_cites_a_paragraph_of_a_resolution(record: Record) -> None:
    assert read.instruments()[record["instrument"]]["kind"] == "unsc-resolution"
    assert record["id"].startswith(record["instrument"] + "-")
    assert re.fullmatch(r"(Annex B, )?\d+(\([a-z]\))?(\([ivx]+\))?", record["paragraph"])
    assert record["summary"].endswith(".")
    assert set(record.get("related", [])) <= PROVISIONS.keys()


@each_provision
def test_a_provision_uses_the_fixed_values(record: Record) -> None:
    assert [key for key, allowed in VALUES.items() if record[key] not in allowed] == []
    assert record["binding"] == (record["effect"] != "call")
    if record["id"] not in CAPS_WITHOUT_A_NUMBER:
        assert ("limit" in record) == (record["effect"] == "cap")


@each_provision
def test_a_provision_names_a_target_and_the_broadest_items(record: Record) -> None:
    target = record["target"]
    assert target
    assert target.keys() <= {"state", "group", "list", "area"}
    assert target.get("state", "KP") in read.state_codes()
    assert target.get("group", "isil") in read.body_slugs()
    assert record["items"]
    assert set(record["items"]) <= items().keys()
    assert [item for item in record["items"] if {*broader_items(item)[1:]} & {*record["items"]}] == []


@each_provision
def test_a_provision_is_in_force_after_its_resolution_and_ends_after_it_begins(record: Record) -> None:
    days = [str(day) for day in (record["from"], record["until"]) if day is not None]
    assert all(map(read.DAY.fullmatch, days))
    assert days == sorted(days)
    assert days[0] >= str(read.instruments()[record["instrument"]]["adopted"])
