"""The sheets of a workbook, as plain rows: what an analyst reads first stands left, ids stand right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.exports.claim_rows import claim_rows
from graph.ledger.checks import named_in
from graph.model import Fact
from graph.ontology import items, relations
from graph.selection import Selected

Row = Sequence[object]

_FIRST_DAY = date(1900, 3, 1)  # before, Excel counts a day too many


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns with their widths in characters, and its rows, to be gone through once."""

    name: str
    about: str
    columns: Mapping[str, int]
    count: int
    rows: Iterable[Row]


_CLAIMS = {
    "when": 18, "status": 12, "subject": 30, "relation": 26, "object": 30, "item": 28, "quantity": 12, "bound": 8,
    "unit": 10, "asserted by": 26, "sentence": 90, "publisher": 20, "published": 12, "title": 40, "address": 30,
    "earliest": 12, "latest": 12, "claim": 28, "article": 30, "fact": 28, "subject id": 18, "object id": 18,
    "item id": 18,
}  # fmt: skip
_FACTS = {
    "subject": 30, "relation": 26, "object": 30, "item": 28, "affirmed": 9, "denied": 9, "unconfirmed": 12,
    "planned": 9, "disputed": 9, "origins": 9, "first": 12, "last": 12, "fact": 28, "claims": 60,
}  # fmt: skip
_ENTITIES = {
    "name": 36, "kind": 18, "claims": 8, "aliases": 50, "iso2": 6, "iso3": 6, "wikidata": 12, "symbol": 18,
    "minted": 8, "id": 36,
}  # fmt: skip
_ARTICLES = {
    "title": 60, "publisher": 24, "agency": 20, "published": 12, "claims": 8, "origin": 24, "address": 40, "page": 30,
    "article": 30,
}  # fmt: skip

ABOUT = (
    ("sentence", "The words that a claim rests on, verbatim. No claim is without them."),
    ("asserted by", "Who says so, by the article's words. Empty: the article says it in its own voice."),
    ("affirmed", "Said to be so: by somebody, which does not make it true."),
    ("denied", "Somebody says that it is not so. A denied claim is no deed."),
    ("unconfirmed", "Told with a doubt: alleged, reported, neither confirmed nor denied."),
    ("planned", "Announced, ordered or threatened; not said to have happened."),
    ("disputed", "A fact that some claims affirm and others deny."),
    ("when", "EDTF (ISO 8601-2): 2024, 2024-10, 2023-10/2023-12, 2024-10/.. (since), 2024-21 (spring), 202X."),
    ("earliest, latest", "The first and the last day that `when` allows. They are bounds, not dates of a deed."),
    ("bound", "exact, min (at least), max (up to), about. `unit` is empty where the item itself is counted."),
    ("origins", "How many independent sources; copies of one wire story are one."),
    ("minted", "1: known from an article alone, not from the reference data."),
)


def sheets(selected: Selected) -> tuple[Sheet, ...]:
    """Return the sheets in order."""
    names = {entity.id: entity.name for entity in selected.entities}
    return (
        Sheet("claims", "what one sentence of one article says", _CLAIMS, len(selected.claims), _claims(selected)),
        Sheet(
            "facts", "claims on one and the same thing, counted by what they say of it", _FACTS, len(selected.facts),
            (_fact(fact, names) for fact in selected.facts),
        ),
        Sheet(
            "entities", "those whom the claims name", _ENTITIES, len(selected.entities), _entities(selected),
        ),
        Sheet("articles", "where the claims were read", _ARTICLES, len(selected.articles), _articles(selected)),
    )  # fmt: skip


def _claims(selected: Selected) -> Iterator[Row]:
    for row in claim_rows(selected):
        told = {
            "relation": relations()[str(row["relation"])].label, "subject": row["subject_name"],
            "object": row["object_name"], "item": row["item_label"], "asserted by": _joined(row["asserted_by_names"]),
            "address": row["url"], "earliest": _day(row["earliest"]), "latest": _day(row["latest"]),
            "published": _day(row["published"]), "subject id": row["subject"], "object id": row["object"],
            "item id": row["item"],
        }  # fmt: skip
        yield [told[column] if column in told else row[column] for column in _CLAIMS]


def _fact(fact: Fact, names: Mapping[str, str]) -> Row:
    ends = [names[end] if end else None for end in (fact.subject, fact.object)]
    item = items()[fact.item].label if fact.item else None
    return [
        ends[0], relations()[fact.relation].label, ends[1], item, fact.affirmed, fact.denied, fact.unconfirmed,
        fact.planned, int(fact.is_disputed), fact.origins, _day(fact.first), _day(fact.last), fact.id,
        " ".join(fact.claims),
    ]  # fmt: skip


def _entities(selected: Selected) -> Iterator[Row]:
    claims = Counter(name for claim in selected.claims for name in named_in(claim))
    for entity in selected.entities:
        yield [
            entity.name, entity.kind, claims[entity.id], "; ".join(entity.aliases), entity.iso2, entity.iso3,
            entity.wikidata, entity.symbol, int(entity.minted), entity.id,
        ]  # fmt: skip


def _articles(selected: Selected) -> Iterator[Row]:
    claims = Counter(claim.article for claim in selected.claims)
    for article in selected.articles:
        yield [
            article.title, article.publisher, article.agency, _day(article.published), claims[article.id],
            selected.origin_of(article), article.url, article.source, article.id,
        ]  # fmt: skip


def _joined(names: object) -> str | None:
    return "; ".join(names) or None if isinstance(names, tuple) else None


def _day(text: object) -> object:
    """Return an ISO day as a date that Excel can filter by; any other text as it stands."""
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        return text
    return day if day >= _FIRST_DAY else text
