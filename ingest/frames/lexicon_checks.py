"""What an entry of the lexicon may say: a slot, item or kind that nobody knows is refused before a word is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from graph.errors import ReferenceDataError
from graph.model import Status
from graph.ontology import items
from ingest.arguments.object_kinds import BY_KIND
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import word_lists
from ingest.slots import BY_RULE, SLOTS

_ROLES = ("subject", "object", "item")
_MUTUAL = ("one", "both")


def check(entry: Entry) -> None:
    """Refuse an entry with a slot, item, kind or role that nobody knows, or without its example.

    Raises:
        ReferenceDataError: names the file, the entry and the first thing that is wrong with it.
    """
    complaint = next(_complaints(entry), None)
    if complaint:
        raise ReferenceDataError(f"ingest/lexicon/{entry.relation}.yml, {entry.name}: {complaint}")


def _complaints(entry: Entry) -> Iterator[str]:
    if not entry.example or not entry.expect:
        yield "an entry needs an example and what to expect"
    for role in _ROLES:
        yield from (f"no slot {slot!r} for the {role}" for slot in getattr(entry, role) if not _is_slot(slot))
    for slug in (*entry.items, *entry.not_items, *filter(None, [entry.default_item])):
        if slug not in items():
            yield f"no item {slug!r} in items.csv, and no branch of that name"
    yield from (f"no role {role!r}" for role in (*entry.needs, *entry.optional) if role not in _ROLES)
    for key, value, known in (
        ("object_is", entry.object_is, ("party", *BY_KIND)),
        ("patient_is", entry.patient_is, (None, "regime", "trade", "ground", "money", "arms", "people", "force")),
        ("agent_is", entry.agent_is, (None, "regime")),
        ("mutual", entry.mutual, (None, *_MUTUAL)),
        ("status", entry.status, (None, *get_args(Status))),
    ):
        if value not in known:
            yield f"{key} cannot be {value!r}"


def _is_slot(slot: str) -> bool:
    """Say whether a slot is one with rules of its own, or one preposition or several: "on|against"."""
    return slot in SLOTS or slot in BY_RULE or word_lists()["prepositions"].issuperset(slot.split("|"))
