"""CSV (RFC 4180, UTF-8): one claim a row, with the names beside the ids and the sentence it rests on.

A text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets hide.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from graph.characters import clean
from graph.model import Article, Claim, Entity, digest
from graph.ontology import items, relations
from graph.selection import Selected
from graph.when import bounds_or_none

# The full-width forms too: some locales take them for the plain ones.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

COLUMNS = (
    "claim", "status", "relation", "subject", "subject_name", "object", "object_name", "item", "item_label",
    "quantity", "bound", "unit", "when", "earliest", "latest", "asserted_by", "asserted_by_names", "sentence",
    "start", "end", "article", "title", "publisher", "agency", "published", "url", "page", "fact",
)  # fmt: skip


def lines(selected: Selected) -> Iterator[str]:
    """Yield the header, then a row a claim."""
    entities = {entity.id: entity for entity in selected.entities}
    articles = {article.id: article for article in selected.articles}
    yield csv_line(COLUMNS)
    for claim in selected.claims:
        row = _said(claim, entities) | _where(claim, articles[claim.article])
        yield csv_line([row[column] for column in COLUMNS])


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
        "asserted_by": "; ".join(claim.asserted_by),
        "asserted_by_names": "; ".join(entities[asserter].name for asserter in claim.asserted_by),
        "fact": "fact:" + digest(*claim.fact),
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


def csv_line(cells: Iterable[object]) -> str:
    """Return a line of CSV that no spreadsheet takes for a formula; what is None is empty."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(map(_cell, cells))
    return buffer.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, int):
        return str(value)
    text = clean(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
