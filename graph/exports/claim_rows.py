"""Claims as flat rows: what the tables (CSV, Parquet, workbook) hold of each, with names beside the ids."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Article, Claim, Entity, fact_id
from graph.ontology import items, relations
from graph.selection import Selected
from graph.when import bounds_or_none

COLUMNS = (
    "claim", "status", "relation", "subject", "subject_name", "object", "object_name", "item", "item_label",
    "quantity", "bound", "unit", "when", "earliest", "latest", "asserted_by", "asserted_by_names", "sentence",
    "start", "end", "article", "title", "publisher", "agency", "published", "url", "page", "fact",
)  # fmt: skip


def claim_rows(selected: Selected) -> Iterator[dict[str, object]]:
    """Yield a row a claim, its keys `COLUMNS`; those who assert it are tuples."""
    entities = {entity.id: entity for entity in selected.entities}
    articles = {article.id: article for article in selected.articles}
    for claim in selected.claims:
        row = _said(claim, entities) | _where(claim, articles[claim.article])
        yield {column: row[column] for column in COLUMNS}


def _said(claim: Claim, entities: dict[str, Entity]) -> dict[str, object]:
    quantity = claim.quantity
    earliest, latest = bounds_or_none(claim.when)
    return {
        "claim": claim.id,
        "status": claim.status,
        "relation": relations()[claim.relation].name,
        "subject": claim.subject,
        "subject_name": claim.subject and entities[claim.subject].name,
        "object": claim.object,
        "object_name": claim.object and entities[claim.object].name,
        "item": claim.item,
        "item_label": claim.item and items()[claim.item].label,
        "quantity": quantity and quantity.value,
        "bound": quantity and quantity.bound,
        "unit": quantity and quantity.unit,
        "when": claim.when,
        "earliest": earliest,
        "latest": latest,
        "asserted_by": claim.asserted_by,
        "asserted_by_names": tuple(entities[asserter].name for asserter in claim.asserted_by),
        "fact": fact_id(claim.fact),
    }


def _where(claim: Claim, article: Article) -> dict[str, object]:
    return {
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "published": article.published,
        "url": article.url,
        "page": article.source,
    }
