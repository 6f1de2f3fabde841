"""The vocabulary: kinds of entity, relations, and the taxonomy of items. Read once, from the files beside this one."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import ReferenceDataError
from graph.model import Item

_HERE = files("graph.ontology")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity; `prefix` starts its ids, `rdf` is the local name of its class."""

    name: str
    prefix: str
    label: str
    rdf: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation. `object` and `item` are `required`, `optional` or `none`; an empty `domain` allows every kind."""

    name: str
    label: str
    inverse: str
    group: str
    object: str
    item: str
    rdf: str
    plover: str | None
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()

    @property
    def cypher(self) -> str:
        """The type of the relationship in Neo4j."""
        return self.name.upper()


def _read_yaml(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.load((_HERE / name).read_text("utf-8"), Loader=_LOADER)  # noqa: S506
    return loaded


# The safe loader, in C where there is one.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def kinds() -> dict[str, Kind]:
    """Return the kinds of entity by name."""
    return {name: Kind(name=name, **fields) for name, fields in _read_yaml("entities.yml").items()}


@cache
def relations() -> dict[str, Relation]:
    """Return the relations by name, in the order of the file.

    Raises:
        ReferenceDataError: a relation has an unknown key or misses one.
    """
    out = {}
    for name, fields in _read_yaml("relations.yml").items():
        lists: dict[str, Any] = {key: tuple(fields.pop(key, ())) for key in ("domain", "range")}
        try:
            out[name] = Relation(name=name, **lists, **fields)
        except TypeError as error:
            raise ReferenceDataError(f"relations.yml, {name}: {error}; see the keys at the top of the file") from error
    return out


@cache
def items() -> dict[str, Item]:
    """Return the taxonomy of items by slug, in the order of the file."""
    rows = csv.DictReader((_HERE / "items.csv").read_text("utf-8").splitlines())
    return {row["slug"]: Item(row["slug"], row["broader"] or None, row["label"]) for row in rows}


@cache
def broader_items(slug: str) -> tuple[str, ...]:
    """Return `slug` and every item above it, nearest first."""
    item = items().get(slug)
    if item is None:
        raise ReferenceDataError(f"no item {slug!r} in items.csv")
    return (slug, *(broader_items(item.broader) if item.broader else ()))


@cache
def narrower_items(slug: str) -> frozenset[str]:
    """Return `slug` and every item under it."""
    return frozenset(other for other in items() if slug in broader_items(other))


def with_broader(slugs: Iterable[str]) -> tuple[Item, ...]:
    """Return these items and every broader one, in order of slug."""
    return tuple(items()[slug] for slug in sorted({above for slug in slugs for above in broader_items(slug)}))


def items_meet(one: str | None, other: str | None) -> bool:
    """Say whether two items are the same, or one is broader than the other; no item is the broadest."""
    return one is None or other is None or one in broader_items(other) or other in broader_items(one)


def is_weapon(slug: str) -> bool:
    """Say whether an item is in the branch `weapon`."""
    return "weapon" in broader_items(slug)
