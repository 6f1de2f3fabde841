"""How English says each relation: one file a relation, each entry with the example that proves it.

An entry names its trigger words, the slots in which each role stands (`ingest/slots.py` knows the slots), and what may
fill them. The loader refuses unknown keys, so that a misspelt one cannot lie unnoticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import ReferenceDataError
from graph.ontology import broader_items, items, relations

# What `items:` may say instead of a list of slugs, by the top of the branch.
_BRANCHES = {
    "goods": ("weapon", "commodity", "cryptocurrency"),
    "arms": ("weapon",),
    "help": ("assistance",),
    "people": ("personnel",),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to say a relation. Slots are names that `ingest.slots` knows; empty tuples where a role has none."""

    relation: str
    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    object_is: str = "party"
    patient_is: str | None = None
    default_item: str | None = None
    needs: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    only_with_prep: tuple[tuple[str, tuple[str, ...]], ...] = ()
    only_under: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    with_partner: tuple[str, ...] = ()
    status: str | None = None
    mutual: str | None = None
    own_people: bool = False
    places_only: bool = False
    example: str = ""
    expect: str = ""
    tempts: str | None = None

    @property
    def key(self) -> str:
        return f"{self.relation}/{self.name}"

    def allows_item(self, slug: str) -> bool:
        """Say whether an item is of the branches that the entry speaks of."""
        return not self.items or not set(broader_items(slug)).isdisjoint(self.items)


def _tuple(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _entry(relation: str, name: str, raw: dict[str, Any]) -> Entry:
    fields: dict[str, Any] = {}
    for key, value in raw.items():
        if key in ("own_people", "places_only"):
            fields[key] = value == "true"
        elif key in ("example", "expect", "tempts", "object_is", "patient_is", "default_item", "mutual", "status"):
            fields[key] = value
        elif key == "items":
            fields[key] = _BRANCHES.get(value, ()) if isinstance(value, str) else tuple(value)
        elif key == "only_with_prep":
            fields[key] = tuple((prep, tuple(words)) for prep, words in value.items())
        else:
            fields[key] = _tuple(value)
    try:
        entry = Entry(relation, name, **fields)
    except TypeError as error:
        raise ReferenceDataError(f"ingest/lexicon/{relation}.yml, {name}: {error}") from error
    for slug in (*entry.items, *filter(None, [entry.default_item])):
        if slug not in items():
            raise ReferenceDataError(f"ingest/lexicon/{relation}.yml, {name}: no item {slug!r} in items.csv")
    if not entry.example or not entry.expect:
        raise ReferenceDataError(f"ingest/lexicon/{relation}.yml, {name}: an entry needs an example and what to expect")
    return entry


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries of the lexicon, in the order of the relations."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found = []
    for relation in relations():
        raw = yaml.load(files("ingest.lexicon").joinpath(f"{relation}.yml").read_text("utf-8"), Loader=loader)
        found += [_entry(relation, name, fields) for name, fields in raw.items()]
    return tuple(found)


@cache
def by_trigger() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """Return the entries by trigger: `("verb", "hand over")`, `("noun", "shipment")`, `("adjective", "made")`."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries():
        for kind, words in (("verb", entry.verbs), ("noun", entry.nouns), ("adjective", entry.adjectives)):
            for word in dict.fromkeys(words):
                found.setdefault((kind, word), []).append(entry)
    return {key: tuple(value) for key, value in found.items()}
