"""The STIX 2.1 objects that are not claims: whom they name, what they are about, and the extension's definition.

States, and places whose state is known, are locations; all others are identities. STIX has no object for treaties,
ships and weapons, and readers refuse bundles with objects that they do not know: those are identities of the class
`unknown` (platforms take `class` for a sector of industry), their kind told in `description` and in the extension.

Ids are UUIDv5, in the namespace of URLs, of the IRI that RDF exports use: a thing has the same id in every bundle.
`created` is the fixed day 2000-01-01 for what has no day of its own, and `modified` the latest day on which an article
told of it; where load times are exported, when the ledger took that in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from graph import reference
from graph.model import Article, Entity, Item
from graph.ontology import is_weapon, kinds
from graph.rdf.vocabulary import BASE, WIKIDATA, iri, web_iri
from graph.selection import Selected

Object = dict[str, Any]

DAY_ONE = "2000-01-01T00:00:00.000Z"
_CODE, _QID = re.compile("[A-Z]{2}"), re.compile("Q[1-9][0-9]*")

_CLASSES = {
    "Person": "individual", "Organisation": "organization", "Company": "organization", "ArmedGroup": "organization",
    "Group": "group",
}  # fmt: skip


@lru_cache(maxsize=2**16)
def stix_id(kind: str, node_id: str) -> str:
    """Return the id of the STIX object of this type for an entity, item, article or claim."""
    return f"{kind}--{uuid5(NAMESPACE_URL, str(iri(node_id)))}"


SYSTEM = f"identity--{uuid5(NAMESPACE_URL, BASE)}"
EXTENSION = f"extension-definition--{uuid5(NAMESPACE_URL, f'{BASE}stix')}"

_PROPERTIES = {
    "node": "id of an entity or item",
    "kind": "its kind",
    "aliases": "other names",
    "iso3": "ISO 3166 alpha-3 code",
    "symbol": "UN document symbol",
    "minted": "known from an article alone, not from reference data",
    "claim": "id of a claim",
    "relation": "what the subject does to the object",
    "status": "affirmed, denied, unconfirmed or planned",
    "item": "what is moved, made or used",
    "quantity": "how many: value, bound (exact, min, max, about), unit",
    "when": "the date as EDTF (ISO 8601-2)",
    "earliest": "the first day that it allows",
    "latest": "the last day that it allows",
    "asserted_by_refs": "who says so; absent where the article says it in its own voice",
    "sentence": "the words, verbatim",
    "start": "where they start in the article, in characters",
    "end": "where they end",
    "article": "id of an article",
    "agency": "whom the publisher had it from",
    "origin": "whom the words come from first",
    "page": "the page that it stood on",
}


class Stamps:
    """When things were made and changed, by article."""

    def __init__(self, selected: Selected) -> None:
        self._by_article = {article.id: _stamps(article) for article in selected.articles}

    def of(self, articles: Iterable[str]) -> dict[str, str]:
        """Return `created` and `modified` of what these articles tell, first and last."""
        stamps = [self._by_article[article] for article in articles]
        return {"created": min(created for created, _ in stamps), "modified": max(changed for _, changed in stamps)}

    def of_thing(self, articles: Iterable[str]) -> dict[str, str]:
        """Return those of a thing that these articles name."""
        changed = [self._by_article[article][1] for article in articles]
        return {"created": DAY_ONE, "modified": max([DAY_ONE, *changed])}


def _stamps(article: Article) -> tuple[str, str]:
    created = day_stamp(article.published) or DAY_ONE
    if article.loaded is None:
        return created, created
    loaded = datetime.fromisoformat(article.loaded).astimezone(UTC).isoformat(timespec="milliseconds")
    return created, max(created, loaded.replace("+00:00", "Z"))


def day_stamp(day: str | None) -> str | None:
    """Return the start of an ISO day as a timestamp; None where it is no day of the calendar."""
    try:
        return f"{date.fromisoformat(day or '').isoformat()}T00:00:00.000Z"
    except ValueError:
        return None


def system_objects() -> Iterator[Object]:
    """Yield the identity that made the bundle, and the definition of the extension that its objects use."""
    stamps = {"created": DAY_ONE, "modified": DAY_ONE}
    yield {
        "type": "identity", "spec_version": "2.1", "id": SYSTEM, **stamps, "name": "sanctionsgraph",
        "identity_class": "system", "description": "A program that reads claims in articles and asserts none itself.",
    }  # fmt: skip
    yield head(EXTENSION, stamps) | {
        "name": "sanctionsgraph", "description": "Claims with their words, and what kind of thing they are about.",
        "schema": _schema(), "version": "1.0.0", "extension_types": ["property-extension"],
    }  # fmt: skip


def _schema() -> str:
    properties = {name: {"description": told} for name, told in _PROPERTIES.items()}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": properties}
    return json.dumps(schema)


def entity_id(entity: Entity) -> str:
    """Return the STIX id of an entity."""
    return stix_id("location" if _country(entity) else "identity", entity.id)


def _country(entity: Entity) -> str | None:
    """Return the country code of a state, and of a place that the reference data know."""
    code = entity.iso2 if entity.kind == "State" else None
    if entity.kind == "Place" and (record := reference.records().get(entity.id)) and record.state:
        code = record.state.removeprefix("state:")
    return code if code and _CODE.fullmatch(code) else None


def entity_object(entity: Entity, stamps: Mapping[str, str]) -> Object:
    """Return an entity as a location or an identity."""
    country = _country(entity)
    kind = {"country": country} if country else {"identity_class": _CLASSES.get(entity.kind, "unknown")}
    told = given(
        node=entity.id, kind=entity.kind, aliases=list(entity.aliases), iso3=entity.iso3, symbol=entity.symbol,
        minted=entity.minted or None,
    )  # fmt: skip
    named = {"name": entity.name or entity.id, "description": kinds()[entity.kind].label}
    return head(entity_id(entity), stamps) | named | kind | _wikidata(entity) | extension(told)


def _wikidata(entity: Entity) -> Object:
    code = entity.wikidata
    if not code or not _QID.fullmatch(code):
        return {}
    return {"external_references": [{"source_name": "wikidata", "external_id": code, "url": str(WIKIDATA[code])}]}


def item_object(item: Item, stamps: Mapping[str, str]) -> Object:
    """Return an item as an identity of unknown class."""
    kind, told = ("WeaponType", "kind of weapon") if is_weapon(item.slug) else ("Item", "kind of goods or help")
    return (
        head(stix_id("identity", item.id), stamps)
        | {"name": item.label, "description": told, "identity_class": "unknown"}
        | extension({"node": item.id, "kind": kind})
    )


def article_reference(article: Article) -> Object:
    """Return where a reader finds the article."""
    return given(
        source_name=article.publisher or article.source or "article",
        description=article.title,
        url=web_iri(article.url) if article.url else None,
        external_id=article.id,
    )


def head(stix: str, stamps: Mapping[str, str]) -> Object:
    """Return what every object but the system's own begins with."""
    kind = stix.partition("--")[0]
    return {"type": kind, "spec_version": "2.1", "id": stix, "created_by_ref": SYSTEM, **stamps}


def extension(told: Object) -> Object:
    """Return `told` as properties of the extension."""
    return {"extensions": {EXTENSION: {"extension_type": "property-extension", **told}}}


def given(**values: object) -> Object:
    """Return the values that are there."""
    return {name: value for name, value in values.items() if value not in (None, "", [], ())}
