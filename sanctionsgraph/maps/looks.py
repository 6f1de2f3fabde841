"""How kinds of node and groups of relations look on a map: `looks.yml`, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.model import Entity, Item
from graph.ontology import is_weapon


@dataclass(frozen=True, slots=True)
class KindLook:
    """A kind of node; `shape` is one of vis-network's."""

    shape: str
    colour: str
    label: str


@dataclass(frozen=True, slots=True)
class GroupLook:
    """A group of relations; `dark` is its colour on a dark page."""

    label: str
    colour: str
    dark: str


@cache
def _looks() -> dict[str, dict[str, dict[str, Any]]]:
    loaded: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
        files("sanctionsgraph.maps").joinpath("looks.yml").read_text("utf-8")
    )
    return loaded


@cache
def kind_looks() -> dict[str, KindLook]:
    """Return the looks of the kinds of node, in the order of the legend."""
    return {name: KindLook(**fields) for name, fields in _looks()["kinds"].items()}


@cache
def group_looks() -> dict[str, GroupLook]:
    """Return the looks of the groups of relations, in the order of the legend."""
    return {name: GroupLook(**fields) for name, fields in _looks()["groups"].items()}


def kind_on_map(node: Entity | Item) -> str:
    """Return the kind that the legend shows a node under."""
    if isinstance(node, Entity):
        return node.kind
    return "Weapon" if is_weapon(node.slug) else "Goods"
