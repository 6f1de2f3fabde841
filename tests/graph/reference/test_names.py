"""Near names never merge: what two entities share is marked as ambiguous in both."""

from __future__ import annotations

from collections.abc import Iterator

from graph.ontology import items
from tests.graph.reference import read

Owner = tuple[str, str]


def _named() -> Iterator[tuple[Owner, str, list[str]]]:
    """Yield every named thing with its name and its other names, as written in the files."""
    for row in read.table("states.csv"):
        # An adjective may serve as noun, a capital may bear the state's name: within one state that is no clash.
        others = dict.fromkeys(name for key in ("capitals", "adjectives", "people") for name in read.split(row[key]))
        yield ("state", row["iso2"]), row["name"], [*others]
    for row in read.table("organisations.csv"):
        yield ("organisation", row["slug"]), row["name"], read.split(row["aliases"])
    for record in read.records("instruments.yml"):
        yield ("instrument", record["slug"]), record["name"], list(map(str, record["aliases"]))
    for row in read.table("weapons.csv"):
        yield ("weapon", row["name"]), row["name"], read.split(row["aliases"])


def _state_aliases() -> Iterator[tuple[Owner, list[str]]]:
    for row in read.table("states.csv"):
        yield ("state", row["iso2"]), read.split(row["aliases"])


def test_no_alias_is_empty_or_untidy() -> None:
    aliases = [alias for _, _, others in _named() for alias in others] + [
        a for _, some in _state_aliases() for a in some
    ]
    assert [alias for alias in aliases if alias.rstrip("?") != alias.rstrip("?").strip() or not alias.rstrip("?")] == []


def test_no_entity_has_the_same_alias_twice() -> None:
    for owner, name, others in _named():
        if owner[0] != "state":
            folded = [alias.rstrip("?").casefold() for alias in others]
            assert read.twice(folded) == set(), owner
            assert name not in others, owner
    for owner, aliases in _state_aliases():
        assert read.twice([alias.rstrip("?").casefold() for alias in aliases]) == set(), owner


def test_a_name_of_two_entities_is_marked_ambiguous_in_each() -> None:
    names: dict[str, set[str]] = {}
    plain: dict[str, set[Owner]] = {}
    owners: dict[str, set[Owner]] = {}
    for owner, name, others in [*_named(), *((owner, "", aliases) for owner, aliases in _state_aliases())]:
        if name:
            names.setdefault(name.casefold(), set()).add(str(owner))
            owners.setdefault(name.casefold(), set()).add(owner)
        for alias in others:
            key = alias.rstrip("?").casefold()
            owners.setdefault(key, set()).add(owner)
            if not alias.endswith("?"):
                plain.setdefault(key, set()).add(owner)
    shared = {key for key, some in owners.items() if len(some) > 1}
    own = {key: {owner for owner in plain.get(key, ()) if str(owner) not in names.get(key, ())} for key in shared}
    assert {key: some for key, some in own.items() if some} == {}
    assert {key: some for key, some in names.items() if len(some) > 1} == {}


def test_weapons_are_of_known_items_and_origins() -> None:
    for row in read.table("weapons.csv"):
        assert row["item"] in items(), row
        assert set(read.split(row["origin"])) <= read.state_codes(), row
