"""From what somebody types to the entity or item meant: "DPRK", "pyongyang", "KP", "PRK", "state:KP" are all one.

Case, accents, typographic quotes, the dots of an acronym and a leading "the" make no difference; nothing else is
forgiven, so names that are merely near never merge. A name that may mean several is refused with the candidates, and
one that means nothing with the nearest. Names come from the reference data and from the store, whose entities are read
once a call; its claims are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple, TypeVar

from graph import reference
from graph.errors import UsageError
from graph.model import Entity, Item
from graph.ontology import items
from graph.stores.base import Store

# How a name belongs to its entity. Loose: a capital, a demonym, an alias that the reference data marks as ambiguous.
_ID, _NAME, _CODE, _LOOSE = range(4)

_QUOTES_AND_DASHES = str.maketrans("\u2018\u2019\u02bc\u00b4\u201c\u201d\u2010\u2011\u2013", "''''\"\"---")
_MOST_CANDIDATES = 6
_ACRONYM_DOT = re.compile(r"\b(\w)\.(?=\w\b|\s|$)")

Found = TypeVar("Found", bound=Entity | Item)


class _Named(NamedTuple):
    how: int
    text: str
    entity: str


def find_entity(store: Store, text: str) -> Entity:
    """Return the one entity that `text` names, by id, ISO code, UN symbol, name, alias, capital or demonym.

    Raises:
        UsageError: `text` names no entity, or several.
    """
    found = _entities_named(store, text)
    if found:
        return _only(text, found)
    item = _item_named(text)
    hint = f"; it is the item {item.id}" if item else _hint(text, _entity_names(store))
    raise UsageError(f"no entity is called {text!r}{hint}")


def find_item(text: str) -> Item:
    """Return the item of this slug, id or label, in singular or plural.

    Raises:
        UsageError: there is none. A named weapon is refused with its class: claims know classes only, so an answer
            about KN-23 would tell of other short-range missiles as well.
    """
    item = _item_named(text)
    if item:
        return item
    raise UsageError(f"no item is called {text!r}{_hint(text, _item_names())}")


def find(store: Store, text: str) -> Entity | Item:
    """Return the one entity or item that `text` names.

    Raises:
        UsageError: `text` names nothing, or several.
    """
    item = _item_named(text)
    found: list[Entity | Item] = [*_entities_named(store, text), *([item] if item else [])]
    if found:
        return _only(text, found)
    raise UsageError(f"nothing is called {text!r}{_hint(text, _item_names() | _entity_names(store))}")


def names_starting(text: str, entities: Iterable[Entity]) -> list[tuple[str, str]]:
    """Return the names that start with `text` and the ids they belong to, the shortest first.

    They are those of the reference data and of `entities`; ids only where `text` has a colon, no capitals or demonyms.
    """
    wanted = fold(text)
    known = (named for all_named in _reference_names().values() for named in all_named)
    own = (named for entity in entities for named in _names_of(entity))
    kinds = {_ID} if ":" in text else {_NAME, _CODE}
    usual = (named for named in chain(known, own) if named.how in kinds)
    found = {(named.text, named.entity) for named in usual if fold(named.text).startswith(wanted)}
    return sorted(found, key=lambda name: (len(name[0]), name))


@lru_cache(maxsize=2**16)
def fold(text: str) -> str:
    """Return `text` as names are compared: no case, accents, acronym dots, leading article or doubled blanks."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_QUOTES_AND_DASHES))
        text = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_ACRONYM_DOT.sub(r"\1", text.casefold()).split()).removeprefix("the ")


def _entities_named(store: Store, text: str) -> list[Entity]:
    """Return the entities that `text` may mean, in order of id.

    An id settles it, and so does a name written just so, unless it is another's code. Otherwise all that fit compete:
    "AU" is a code of Australia and loosely the African Union.
    """
    text = text.strip()
    wanted = fold(text)
    known = {entity.id: entity for entity in store.entities()}
    fitting = [*_reference_names().get(wanted, ())]
    fitting += [named for entity in known.values() for named in _names_of(entity) if fold(named.text) == wanted]
    ids = {named.entity for named in fitting if named.how == _ID}
    just_so = {named.entity for named in fitting if named.how == _NAME and named.text == text}
    codes = {named.entity for named in fitting if named.how == _CODE}
    found = ids or (just_so | codes if just_so else {named.entity for named in fitting})
    return [known.get(entity_id) or reference.records()[entity_id].entity for entity_id in sorted(found)]


def _names_of(entity: Entity) -> Iterator[_Named]:
    yield _Named(_ID, entity.id, entity.id)
    for text in (entity.name, *entity.aliases, entity.symbol, entity.wikidata):
        if text:
            yield _Named(_NAME, text, entity.id)
    for code in (entity.iso2, entity.iso3):
        if code:
            yield _Named(_CODE, code, entity.id)


@cache
def _reference_names() -> dict[str, list[_Named]]:
    """Return every name of the reference data, by how it is folded."""
    out: dict[str, list[_Named]] = {}
    for record in reference.records().values():
        for named in _names_of(record.entity):
            out.setdefault(fold(named.text), []).append(named)
    for name in reference.names():
        is_loose = name.is_ambiguous or name.role in ("capital", "adjective", "people")
        named = _Named(_LOOSE if is_loose else _NAME, name.text, name.entity)
        out.setdefault(fold(name.text), []).append(named)
    return out


def _item_named(text: str) -> Item | None:
    wanted = fold(text).removeprefix("item:").removesuffix("s")
    for item in items().values():
        names = (item.slug, item.slug.replace("-", " "), fold(item.label))
        if wanted in (name.removesuffix("s") for name in names):
            return item
    return None


def _only(text: str, found: list[Found]) -> Found:
    if len(found) == 1:
        return found[0]
    candidates = [_called(node) for node in found[:_MOST_CANDIDATES]]
    if len(found) > _MOST_CANDIDATES:
        candidates.append(f"one of {len(found) - _MOST_CANDIDATES} more")
    raise UsageError(f"{text!r} may mean {', '.join(candidates[:-1])} or {candidates[-1]}; give the id")


def _called(node: Entity | Item) -> str:
    return f"{node.name if isinstance(node, Entity) else node.label} ({node.id})"


def _entity_names(store: Store) -> dict[str, str]:
    """Return every name there is, folded, with how to show whose it is."""
    records = reference.records()
    names = {text: _called(records[all_named[0].entity].entity) for text, all_named in _reference_names().items()}
    for entity in store.entities():
        names |= {fold(named.text): _called(entity) for named in _names_of(entity)}
    return names


def _item_names() -> dict[str, str]:
    return {text: _called(item) for item in items().values() for text in (item.slug, fold(item.label))}


def _hint(text: str, names: dict[str, str]) -> str:
    """Say what `text` is, if it is a weapon, or which of `names` (folded, with how to show them) are nearest."""
    wanted = fold(text)
    weapon = next((one for one in reference.weapons() if any(fold(name) == wanted for name in one.names)), None)
    if weapon:
        return f": claims know weapons by class; it is one of the class {weapon.item}"
    within = sorted((name for name in names if wanted and f" {wanted} " in f" {name} "), key=len)
    near = within[:3] + get_close_matches(wanted, sorted(names), n=9)
    shown = list(dict.fromkeys(names[name] for name in near))[:3]
    return f"; nearest: {', '.join(shown)}" if shown else ""
