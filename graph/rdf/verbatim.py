"""What of a record its RDF cannot hold as it is: controls and lone surrogates, empty texts, the order of what has one.

Such fields, seldom any, are kept once more as JSON, whose escapes hold all of them, so that nothing is lost on the way
there and back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from graph.characters import clean
from graph.model import Article, Claim, Entity

BETWEEN_RULES = "\n"


def entity_verbatim(entity: Entity) -> str | None:
    """Return the fields of an entity that would come back otherwise, as JSON; None if there are none."""
    fields = _altered(
        ("name", entity.name), ("iso2", entity.iso2), ("iso3", entity.iso3), ("wikidata", entity.wikidata),
        ("symbol", entity.symbol),
    )  # fmt: skip
    if entity.aliases and entity.aliases != written_aliases(entity):
        fields["aliases"] = entity.aliases
    return _json(fields)


def written_aliases(entity: Entity) -> tuple[str, ...]:
    """Return the aliases as the RDF has them: a set, without the name."""
    return tuple(sorted({clean(alias) for alias in entity.aliases} - {clean(entity.name)}))


def article_verbatim(article: Article, *, with_text: bool) -> str | None:
    """Return the same of an article, its address apart."""
    fields = _altered(
        ("title", article.title), ("publisher", article.publisher), ("agency", article.agency),
        ("source", article.source), ("published", article.published), ("document", article.document),
        ("reason", article.reason), ("text", article.text if with_text else None),
    )  # fmt: skip
    return _json(fields)


def claim_verbatim(claim: Claim, *, with_why: bool) -> str | None:
    """Return the same of a claim; its sentence is in its article."""
    fields = _altered(
        ("subject", claim.subject), ("object", claim.object), ("extractor", claim.extractor),
        ("version", claim.version), ("unit", claim.quantity.unit if claim.quantity else None),
    )  # fmt: skip
    if not _is_set(claim.asserted_by):
        fields["asserted_by"] = claim.asserted_by
    if not _is_set(claim.marks):
        fields["marks"] = claim.marks
    if with_why and claim.why != written_rules(claim):
        fields["why"] = claim.why
    return _json(fields)


def written_rules(claim: Claim) -> tuple[str, ...]:
    """Return the rules as they come back from one text."""
    text = clean(BETWEEN_RULES.join(claim.why))
    return tuple(text.split(BETWEEN_RULES)) if text else ()


def _altered(*texts: tuple[str, str | None]) -> dict[str, Any]:
    return {name: text for name, text in texts if text is not None and (not text or clean(text) != text)}


def _is_set(values: tuple[Any, ...]) -> bool:
    return len(values) < 2 or list(values) == sorted(set(values))


def _json(fields: Mapping[str, str | Iterable[Any]]) -> str | None:
    return json.dumps(fields, sort_keys=True) if fields else None
