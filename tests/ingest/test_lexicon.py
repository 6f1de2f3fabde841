from __future__ import annotations

import pytest

from graph.errors import ReferenceDataError
from graph.ontology import items, relations
from ingest.frames import triggers
from ingest.frames.lexicon_checks import check
from ingest.frames.triggers import by_trigger
from ingest.lexicon import Entry, _entry, entries, parse_yaml
from tests.ingest.reading import line, read

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
        ({"items": "wepons"}, "wepons"),
        ({"items": ["missile", "misile"]}, "misile"),
        ({"subject": ["agnet"]}, "agnet"),
        ({"object": ["on|agianst"]}, "agianst"),
        ({"object_is": "boddy"}, "boddy"),
        ({"patient_is": "regimes"}, "regimes"),
        ({"mutual": "each"}, "each"),
        ({"status": "plannd"}, "plannd"),
        ({"needs": ["items"]}, "items"),
        ({"example": ""}, "example"),
        ({"expect": ""}, "expect"),
    ],
)
def test_a_broken_entry_is_refused_by_name(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(ReferenceDataError, match=rf"^ingest/lexicon/attacked\.yml, lob: .*{complaint}"):
        check(_entry("attacked", "lob", GOOD | change))


def test_nothing_is_read_by_a_lexicon_with_a_broken_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        triggers, "entries", lambda: (*entries(), _entry("attacked", "lob", GOOD | {"items": "wepons"}))
    )
    with pytest.raises(ReferenceDataError, match="wepons"):
        by_trigger.__wrapped__()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("lob:\n  verbs: [lob]\nlob:\n  verbs: [hurl]\n", "line 3: 'lob' stands twice"),
        ("lob:\n  verbs: [lob]\n  item: [with]\n  verbs: [hurl]\n", "line 4: 'verbs' stands twice"),
        ("lob:\n  verbs: [lob\n", "line"),
    ],
)
def test_a_broken_file_is_refused_in_one_line_with_its_place(text: str, complaint: str) -> None:
    with pytest.raises(ReferenceDataError, match=rf"^ingest/lexicon/attacked\.yml: .*{complaint}") as refused:
        parse_yaml(text, "attacked.yml")
    assert "\n" not in str(refused.value)
