from __future__ import annotations

import pytest

from graph.errors import ReferenceDataError
from graph.ontology import items, relations
from ingest.lexicon import Entry, _entry, by_trigger, entries
from ingest.slots import SLOTS
from tests.ingest.reading import line, read

# Slots that are filled by rules of their own, and single prepositions.
_BY_RULE = {"clause-parties", "regime-inner", "regime-of", "measure", "vessel"}
TEMPTED = [entry for entry in entries() if entry.tempts]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.key)
def test_an_entry_finds_what_its_example_says(entry: Entry) -> None:
    assert entry.expect in [line(claim) for claim in read(entry.example).claims]


@pytest.mark.parametrize("entry", TEMPTED, ids=lambda entry: entry.key)
def test_an_entry_is_not_tempted(entry: Entry) -> None:
    assert entry.tempts
    assert [line(claim) for claim in read(entry.tempts).claims if claim.relation == entry.relation] == []


def test_every_relation_can_be_read() -> None:
    assert {entry.relation for entry in entries()} == set(relations())


def test_an_entry_speaks_of_its_own_relation() -> None:
    assert [entry.key for entry in entries() if f" {entry.relation}" not in entry.expect] == []


def test_every_slot_is_one_that_the_reader_knows_or_a_preposition() -> None:
    named = {slot for entry in entries() for slot in (*entry.subject, *entry.object, *entry.item)}
    assert {slot for slot in named - _BY_RULE - set(SLOTS) if "-" in slot} == set()


def test_items_in_the_lexicon_are_items_of_the_taxonomy() -> None:
    assert {slug for entry in entries() for slug in entry.items} <= set(items())


def test_a_trigger_leads_to_all_entries_that_name_it() -> None:
    assert {"supplied/give", "assisted/give-help"} <= {entry.key for entry in by_trigger()["verb", "supply"]}


GOOD = {"verbs": ["lob"], "subject": "agent", "example": "A lobbed B.", "expect": "A attacked B"}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"verb": ["lob"]}, "verb"),
        ({"default_item": "catapult"}, "catapult"),
        ({"example": ""}, "example"),
        ({"expect": ""}, "expect"),
    ],
)
def test_a_broken_entry_is_refused_by_name(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(ReferenceDataError, match=rf"attacked\.yml, lob: .*{complaint}"):
        _entry("attacked", "lob", GOOD | change)
