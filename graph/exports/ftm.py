"""FollowTheMoney entities, one a line: for OpenAleph, and for what OpenSanctions builds.

A claim that is affirmed becomes a link between those it names (an Event where it names one side alone). One that is
denied, unconfirmed or planned becomes a Note about them, so that it is found with them and never counted as a deed.
Each carries its sentence as `summary`, who says so, its article as `proof`, the publisher and the address.

Items have no schema and stand in words; texts of articles stay behind. Dates are given where FollowTheMoney can hold
them without saying more than the words do: a day, a month, a year, or an interval of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.exports.denials import denials
from graph.exports.ftm_links import Properties, country_of, date_of, ftm_id, link, plain, schema_of
from graph.exports.records import as_json
from graph.model import Article, Entity
from graph.rdf.vocabulary import web_iri
from graph.selection import Selected

_MOST_NAME = 250
_MOST_LETTERS = {
    "summary": 65_000, "description": 65_000, "sourceUrl": 4096, "role": 1024, "status": 1024, "title": 1024,
    "fileName": 1024, "publisher": 1024, "author": 1024, "authority": 1024,
}  # fmt: skip


def lines(selected: Selected) -> Iterator[str]:
    """Yield an entity a line: those whom claims name, articles, claims."""
    entities = {entity.id: entity for entity in selected.entities}
    articles = {article.id: article for article in selected.articles}
    disputed = {claim.id for rivals in denials(selected.claims).values() for claim in rivals}
    for entity in selected.entities:
        yield _line(entity.id, schema_of(entity), _thing(entity))
    for article in selected.articles:
        yield _line(article.id, "Article", _article(article))
    for claim in selected.claims:
        schema, told = link(claim, entities, is_disputed=claim.id in disputed)
        yield _line(claim.id, schema, told | _source(articles[claim.article]))


def _line(node_id: str, schema: str, properties: Properties) -> str:
    kept = {name: list(dict.fromkeys(_fitting(name, values))) for name, values in properties.items()}
    given = {name: values for name, values in kept.items() if values}
    return as_json({"id": ftm_id(node_id), "schema": schema, "properties": given}) + "\n"


def _fitting(name: str, values: Iterable[str | None]) -> Iterator[str]:
    """Yield the values that are there, none longer than readers take: texts are cut, an address is left out."""
    most = _MOST_LETTERS.get(name, _MOST_NAME)
    for value in filter(None, map(plain, values)):
        if len(value) <= most:
            yield value
        elif name != "sourceUrl":
            yield value[: most - 1].rstrip() + "…"


def _thing(entity: Entity) -> Properties:
    schema = schema_of(entity)
    name = plain(entity.name) or entity.id
    told: Properties = {
        "name": [name],
        "alias": [*entity.aliases, entity.symbol],
        "wikidataId": [entity.wikidata if entity.wikidata and entity.wikidata.lstrip("Q").isdecimal() else None],
        "notes": ["Known from an article alone, not from reference data." if entity.minted else None],
        "country": [country_of(entity)],
    }
    if schema == "Document":
        told |= {"title": [name], "fileName": [name]}
    if schema == "Address":
        told["full"] = [name]
    return told


def _article(article: Article) -> Properties:
    return {
        "title": [plain(article.title) or plain(article.source) or article.id],
        "publisher": [article.publisher],
        "author": [article.agency],
        "publishedAt": [date_of(article.published)],
        "sourceUrl": [_address(article)],
    }


def _source(article: Article) -> Properties:
    return {
        "proof": [ftm_id(article.id)],
        "publisher": [article.publisher or article.source],
        "sourceUrl": [_address(article)],
    }


def _address(article: Article) -> str | None:
    return web_iri(article.url) if article.url else None
