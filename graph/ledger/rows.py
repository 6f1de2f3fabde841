"""Articles, claims and entities as rows of the ledger, and back; nothing is rounded, reordered or lost on the way."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from graph import reference
from graph.model import STATUSES, Article, Claim, Entity, Quantity
from graph.ontology import items, relations
from graph.when import bounds

_SINGLE = ("kind", "iso2", "iso3", "wikidata", "symbol")


class UnknownWordError(LookupError):
    """A row uses a word that this version of the project does not know: a newer one wrote it, or it is damaged."""


def article_of(row: Sequence[Any]) -> Article:
    """Return the article in a row of the view `articles_in_force`."""
    return Article(*(*row[:9], bool(row[9]), *row[10:12]))


def article_row(article: Article) -> tuple[Any, ...]:
    """Return what a reading keeps of its article beside the text, in the order of the table `readings`."""
    return (
        article.title, article.publisher, article.agency, article.published, article.url, article.source,
        article.document, int(article.relevant), article.reason,
    )  # fmt: skip


def claim_of(row: Sequence[Any]) -> Claim:
    """Return the claim in a row of the view `claims_in_force`.

    Raises:
        UnknownWordError: its relation, item or status is none that there is.
        ValueError: its date is no date.
    """
    claim_id, article, relation, subject, other, item, quantity, when, by, status, *rest = row
    sentence, start, end, marks, why, extractor, version = rest
    if relation not in relations() or status not in STATUSES or (item is not None and item not in items()):
        raise UnknownWordError(f"this version knows no {relation!r} of {item!r} that is {status!r}")
    bounds(when)
    return Claim(
        claim_id, article, relation, subject, other, item, Quantity(*json.loads(quantity)) if quantity else None, when,
        _texts(by), status, sentence, start, end, tuple((a, b) for a, b in json.loads(marks)) if marks != "[]" else (),
        _texts(why), extractor, version,
    )  # fmt: skip


def claim_row(claim: Claim) -> tuple[Any, ...]:
    """Return the claim in the order of the table `claims`, its reading apart."""
    quantity = claim.quantity
    return (
        claim.id, claim.relation, claim.subject, claim.object, claim.item,
        # As JSON, for a column of numbers would make 100 and 100.0 one, and a claim's id tells them apart.
        _json([quantity.value, quantity.bound, quantity.unit]) if quantity else None,
        claim.when, _json(claim.asserted_by), claim.status, claim.sentence, claim.start, claim.end, _json(claim.marks),
        _json(claim.why), claim.extractor, claim.version,
    )  # fmt: skip


def entity_body(entity: Entity) -> str:
    """Return the entity as canonical JSON."""
    return json.dumps(asdict(entity), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unite(bodies: Sequence[tuple[str, int]]) -> Entity:
    """Return the one entity that readings brought in these versions, each with the number of readings that brought it.

    What the reference data knows is as it says there. Otherwise the name most often given stands, the others become
    aliases. The order of the versions makes no difference.
    """
    versions = [(_entity(body), count) for body, count in sorted(bodies)]
    first = versions[0][0]
    names = {name for entity, _ in versions for name in (entity.name, *entity.aliases)}
    known = reference.entity(first.id)
    single = {key: getattr(known, key) if known else _most_given(key, versions) for key in (*_SINGLE, "name")}
    names |= set(known.aliases) if known else set()
    return Entity(
        id=first.id,
        aliases=tuple(sorted(names - {single["name"]})),
        minted=known is None and all(entity.minted for entity, _ in versions),
        **single,
    )


def _most_given(key: str, versions: Sequence[tuple[Entity, int]]) -> Any:
    given: Counter[str] = Counter()
    for entity, count in versions:
        value = getattr(entity, key)
        if value is not None:
            given[value] += count
    return min(given, key=lambda value: (-given[value], value), default=None)


def _entity(body: str) -> Entity:
    loaded = json.loads(body)
    known = {field.name for field in fields(Entity)}
    return Entity(
        **{key: value for key, value in loaded.items() if key in known} | {"aliases": tuple(loaded["aliases"])}
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text != "[]" else ()
