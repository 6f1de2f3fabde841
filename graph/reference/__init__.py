"""What is known beforehand: states, organisations, treaties, resolutions, weapons, and the names they go by.

The hand-edited files beside this one are the truth; `compact.json` is made from them (`compile.py`). An alias that the
files mark with a trailing `?` is ambiguous: it is returned with `is_ambiguous`, and only context may resolve it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.model import Entity


@dataclass(frozen=True, slots=True)
class Record:
    """A reference entity with what only the reference data tells of it.

    `sort` is the kind in the hand-edited file (`un-panel`, `unsc-resolution`, `leader`, ...); `states` are ISO codes:
    parties of a pact, targets of a regime, members of a body. A leader leads the `state` or the `parent`. `capitals`,
    `adjectives` and `people` are a state's.
    """

    entity: Entity
    sort: str
    aliases: tuple[str, ...]
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    state: str | None = None
    states: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    parent: str | None = None
    successor_of: tuple[str, ...] = ()
    regime: str | None = None
    date: str | None = None
    is_permanent: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """One string that may stand for an entity; `role` is name, alias, capital, adjective or people."""

    text: str
    entity: str
    role: str
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class Weapon:
    """A named weapon: its names, the item it falls under, the states it comes from."""

    names: tuple[str, ...]
    item: str
    origin: tuple[str, ...]


@cache
def _compact() -> dict[str, list[dict[str, Any]]]:
    loaded: dict[str, list[dict[str, Any]]] = json.loads(
        files("graph.reference").joinpath("compact.json").read_text("utf-8")
    )
    return loaded


def _record(raw: dict[str, Any]) -> Record:
    aliases = tuple(raw.get("aliases", ()))
    entity = Entity(
        id=raw["id"],
        kind=raw["kind"],
        name=raw["name"],
        aliases=tuple(alias for alias in aliases if not alias.endswith("?")),
        iso2=raw.get("iso2"),
        iso3=raw.get("iso3"),
        wikidata=raw.get("wikidata"),
        symbol=raw.get("symbol"),
    )
    return Record(
        entity=entity,
        sort=raw.get("sort", "state"),
        aliases=aliases,
        capitals=tuple(raw.get("capitals", ())),
        adjectives=tuple(raw.get("adjectives", ())),
        people=tuple(raw.get("people", ())),
        state=raw.get("state"),
        states=tuple(raw.get("states", raw.get("members", ()))),
        bodies=tuple("org:" + slug for slug in raw.get("bodies", ())),
        parent="org:" + raw["parent"] if "parent" in raw else None,
        successor_of=tuple("org:" + slug for slug in raw.get("successor_of", ())),
        regime="treaty:" + raw["regime"] if "regime" in raw else None,
        date=raw.get("date"),
        is_permanent=raw.get("permanent", False),
    )


@cache
def records() -> dict[str, Record]:
    """Return every reference entity by id."""
    return {record.entity.id: record for record in map(_record, _compact()["entities"])}


@cache
def weapons() -> tuple[Weapon, ...]:
    """Return the named weapons."""
    return tuple(Weapon(tuple(w["names"]), w["item"], tuple(w["origin"])) for w in _compact()["weapons"])


@cache
def epithets() -> dict[str, frozenset[str]]:
    """Return the states (ids) that a plain word may stand for: kingdom, gulf, west african."""
    return {row["epithet"]: frozenset(f"state:{state}" for state in row["states"]) for row in _compact()["epithets"]}


def entity(entity_id: str) -> Entity | None:
    """Return the reference entity with this id, or None."""
    record = records().get(entity_id)
    return record.entity if record else None


def names() -> Iterator[Name]:
    """Yield every name of every reference entity, weapons apart."""
    for record in records().values():
        yield Name(record.entity.name, record.entity.id, "name", False)
        if (
            record.entity.name.endswith(")") and record.entity.name[-2].isalpha()
        ):  # "Government of National Unity (Libya)"
            yield Name(record.entity.name.rpartition(" (")[0], record.entity.id, "alias", True)
        for role, strings in (
            ("alias", record.aliases),
            ("capital", record.capitals),
            ("adjective", record.adjectives),
            ("people", record.people),
        ):
            for string in strings:
                yield Name(string.rstrip("?"), record.entity.id, role, string.endswith("?"))
