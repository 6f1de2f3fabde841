"""How English says each relation: one file a relation, each entry with the example that proves it.

An entry names its trigger words, the slots in which each role stands (`ingest/slots` knows the slots), and what may
fill them. The loader refuses a key that is unknown and what stands twice; `ingest/frames/lexicon_checks` refuses slots,
items and kinds that nobody knows. So nothing misspelt can lie unnoticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import ReferenceDataError
from graph.ontology import broader_items, relations

# What `items:` may say instead of a list of slugs, by the top of the branch.
_BRANCHES = {
    "goods": ("weapon", "commodity", "cryptocurrency"),
    "arms": ("weapon",),
    "help": ("assistance",),
    "people": ("personnel",),
    # What comes by itself, and what lies where it was put.
    "moving": ("vessel", "warship", "combat-aircraft", "helicopter", "drone", "missile", "rocket", "satellite", "bomb"),
    "lying": (
        "small-arms",
        "ammunition",
        "explosive",
        "military-equipment",
        "commodity",
        "cryptocurrency",
        "mortar",
    ),
}


# Every word is read as a word ("on", "no", "yes" too), in C where there is such a loader.
_BASE_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BASE_LOADER):  # type: ignore[misc, valid-type]
    """Refuses a key that stands twice, of which YAML would quietly keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        keys = [key.value for key, _ in node.value]
        twice = next((key for at, (key, _) in enumerate(node.value) if key.value in keys[:at]), None)
        if twice is not None:
            raise ReferenceDataError(f"line {twice.start_mark.line + 1}: {twice.value!r} stands twice")
        mapping: dict[str, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def read_yaml(name: str) -> dict[str, Any]:
    """Return a file of this folder; every scalar is a string."""
    return parse_yaml(files("ingest.lexicon").joinpath(name).read_text("utf-8"), name)


def parse_yaml(text: str, name: str) -> dict[str, Any]:
    """Return what a file of this folder says; a broken one is refused by its name and line."""
    try:
        loaded: dict[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - makes strings and nothing else
    except (yaml.YAMLError, ReferenceDataError) as error:
        raise ReferenceDataError(f"ingest/lexicon/{name}: {' '.join(str(error).split())}") from error
    return loaded


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to say a relation, as its file gives it.

    `subject`, `object` and `item` name slots (`ingest/slots`) in the order in which they are tried; `items` the
    branches of the taxonomy that fit, `not_items` those that do not. `object_is` says by which rules the object is
    found, `patient_is` what the grammatical object must be, `agent_is` what the grammatical subject. `needs` are roles
    that must be filled, `optional` ones that may stay empty. `only_with`, `only_with_prep` and `only_under` ask for
    words near the trigger, `only_as` for the verb that a noun is the subject of, with words below it; `not_near`
    refuses words near it, `not_after` words behind it, `not_with` prepositions that lead to a party. `mutual` makes the
    parties' dealing one claim (`one`) or one each way (`both`).
    `ended` reads only what has ceased ("is no longer a member"); of a membership, other entries read only what has
    not. `only_after` asks for a verb that the trigger is coordinated behind, `only_beside` for a word right beside it,
    `not_beside` refuses such; `only_past`, `only_active`,
    `only_passive` and `without_object` ask for these forms. `not_under` refuses a noun that these verbs act on,
    `not_with_gerund` a verb with "in doing" behind it.
    """

    relation: str
    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    not_items: tuple[str, ...] = ()
    object_is: str = "party"
    patient_is: str | None = None
    agent_is: str | None = None
    only_by: tuple[str, ...] = ()
    default_item: str | None = None
    needs: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    only_with_prep: tuple[tuple[str, tuple[str, ...]], ...] = ()
    only_under: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    only_as: tuple[tuple[str, tuple[str, ...]], ...] = ()
    not_with: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    status: str | None = None
    mutual: str | None = None
    places_only: bool = False
    negated: bool = False
    ended: bool = False
    only_active: bool = False
    only_passive: bool = False
    without_object: bool = False
    only_past: bool = False
    only_after: tuple[str, ...] = ()
    only_beside: tuple[str, ...] = ()
    not_beside: tuple[str, ...] = ()
    not_under: tuple[str, ...] = ()
    not_with_gerund: tuple[str, ...] = ()
    example: str = ""
    expect: str = ""
    tempts: str | None = None

    @property
    def key(self) -> str:
        return f"{self.relation}/{self.name}"

    def allows_item(self, slug: str) -> bool:
        """Say whether an item is of the branches that the entry speaks of."""
        broader = set(broader_items(slug))
        return (not self.items or not broader.isdisjoint(self.items)) and broader.isdisjoint(self.not_items)


# Keys whose value is one word or sentence.
_WORDS = frozenset(
    {"example", "expect", "tempts", "object_is", "patient_is", "agent_is", "default_item", "mutual", "status"}
)


def _tuple(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _entry(relation: str, name: str, raw: dict[str, Any]) -> Entry:
    fields: dict[str, Any] = {}
    for key, value in raw.items():
        if key in ("places_only", "ended", "only_active", "only_passive", "only_past", "without_object", "negated"):
            fields[key] = value == "true"
        elif key in _WORDS:
            fields[key] = value
        elif key in ("items", "not_items"):
            fields[key] = _BRANCHES.get(value, (value,)) if isinstance(value, str) else tuple(value)
        elif key in ("only_with_prep", "only_as"):
            fields[key] = tuple((prep, tuple(words)) for prep, words in value.items())
        else:
            fields[key] = _tuple(value)
    try:
        entry = Entry(relation, name, **fields)
    except TypeError as error:
        raise ReferenceDataError(f"ingest/lexicon/{relation}.yml, {name}: {error}") from error
    return entry


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries of the lexicon, in the order of the relations."""
    return tuple(
        _entry(relation, name, fields)
        for relation in relations()
        for name, fields in read_yaml(f"{relation}.yml").items()
    )
