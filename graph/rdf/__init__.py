"""The graph as RDF: statements in one order on every machine, without blank nodes or timestamps.

A claim is a node with its statement, status, asserters, words, offsets and article. A plain triple between two entities
(a shortcut, in the graph `edges`) is there only for a fact that some claim affirms, so that a denial never becomes a
deed. The shortcut of a fact without an object leads to its item. docs/vocabulary.md shows it all by example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar
from urllib.parse import urlsplit

from rdflib.namespace import DC, PROV, RDF, RDFS, SDO, SKOS

from graph.characters import clean
from graph.model import Article, Claim, Entity, Fact, Item, text_sha256
from graph.ontology import is_weapon, kinds, relations
from graph.rdf.claims import claim_pairs, readings
from graph.rdf.description import FULL, Description, Graphs, MaybePairs, Profile, described
from graph.rdf.literals import (
    boolean_literal,
    day_literal,
    integer_literal,
    label_literal,
    plain_literal,
    published_literal,
    text_literal,
    time_literal,
)
from graph.rdf.verbatim import article_verbatim, entity_verbatim, written_aliases
from graph.rdf.vocabulary import (
    COUNTRY,
    SCHEMA_CLASSES,
    SG,
    UNITED_NATIONS,
    WIKIDATA,
    Names,
    node,
    percent_encoded,
    web_iri,
)
from graph.selection import Part

Record = TypeVar("Record", Entity, Item, Article, Claim)

_sg, _rdf, _rdfs, _skos = Names(SG), Names(RDF), Names(RDFS), Names(SKOS)
_prov, _schema, _dc = Names(PROV), Names(SDO), Names(DC)

# Codes that ISO 3166 leaves to its users (XKX), for which other registers have codes of their own.
_USER_CODE = re.compile("AA[A-Z]|X[A-Z]{2}|Q[M-Z][A-Z]|ZZ[A-Z]")


def descriptions(selected: Part, profile: Profile = FULL) -> Graphs:
    """Yield the named graphs, each with its subjects and what is said of them; no statement comes twice."""

    def article(article: Article) -> MaybePairs:
        return article_pairs(article, selected.origin_of(article), profile)

    def claim(claim: Claim) -> MaybePairs:
        return claim_pairs(claim, profile)

    yield node("graph:entities"), _all(selected.entities, _entity)
    yield node("graph:items"), _all(selected.items, _item)
    if not profile.is_flat:
        yield node("graph:articles"), chain(_all(selected.articles, article), readings(selected.claims))
        yield node("graph:claims"), _all(selected.claims, claim)
        yield node("graph:facts"), _facts(selected.facts)
    yield node("graph:edges"), _edges(selected.facts)


def _all(records: Iterable[Record], describe: Callable[[Record], MaybePairs]) -> Iterator[Description]:
    return (described(node(record.id), describe(record)) for record in records)


def _entity(entity: Entity) -> MaybePairs:
    yield _rdf.type, getattr(_sg, kinds()[entity.kind].rdf)
    yield _rdf.type, _iri(SCHEMA_CLASSES.get(entity.kind))
    yield _rdfs.label, plain_literal(entity.name)
    for alias in written_aliases(entity):
        yield _skos.altLabel, plain_literal(alias)
    yield _sg.iso2, text_literal(entity.iso2)
    yield _sg.iso3, text_literal(entity.iso3)
    yield _sg.symbol, text_literal(entity.symbol)
    if entity.kind == "State" and entity.iso3 and not _USER_CODE.fullmatch(entity.iso3):
        yield _skos.exactMatch, _iri(COUNTRY[percent_encoded(entity.iso3)])
    if entity.wikidata:
        yield _skos.exactMatch, _iri(WIKIDATA[percent_encoded(entity.wikidata)])
    if entity.symbol:
        yield _rdfs.seeAlso, _iri(UNITED_NATIONS[percent_encoded("".join(entity.symbol.split()), safe="/()")])
    if entity.minted:
        yield _sg.isMinted, boolean_literal(True)
    yield _sg.verbatim, text_literal(entity_verbatim(entity))


def _item(item: Item) -> MaybePairs:
    yield _rdf.type, _sg.Item
    yield _rdf.type, _sg.WeaponType if is_weapon(item.slug) else None
    yield _rdf.type, _skos.Concept
    yield _skos.prefLabel, label_literal(item.label)
    yield _skos.broader, node(f"item:{item.broader}") if item.broader else None
    yield _skos.inScheme, _sg.items


def article_pairs(article: Article, origin: str, profile: Profile) -> MaybePairs:
    """Yield what is said of an article."""
    yield _rdf.type, _schema.NewsArticle
    yield _rdf.type, _prov.Entity
    yield _schema.headline, text_literal(article.title)
    yield _schema.datePublished, published_literal(article.published)
    yield _dc.publisher, text_literal(article.publisher)
    yield _sg.agency, text_literal(article.agency)
    yield _sg.origin, text_literal(origin)
    yield from _address(article.url)
    yield _sg.page, text_literal(article.source)
    yield _dc.identifier, text_literal(article.document)
    yield _sg.textDigest, plain_literal(text_sha256(clean(article.text)))
    if profile.has_quotes:
        yield _schema.articleBody, plain_literal(article.text)
    yield _sg.isRelevant, boolean_literal(article.relevant)
    yield _sg.reason, text_literal(article.reason)
    yield _sg.loaded, time_literal(article.loaded)
    yield _sg.verbatim, text_literal(article_verbatim(article, with_text=profile.has_quotes))


def _address(url: str | None) -> MaybePairs:
    """Yield a web address, and as text what is none or no valid IRI; never a password."""
    address = web_iri(url) if url else None
    yield _schema.url, _iri(address)
    if url is not None and str(address) != url and not (address and "@" in urlsplit(url.strip()).netloc):
        yield _sg.urlText, plain_literal(url)


def _facts(facts: Iterable[Fact]) -> Iterator[Description]:
    for fact in facts:
        yield described(node(fact.id), _fact(fact))


def _fact(fact: Fact) -> MaybePairs:
    return [
        (_rdf.type, _sg.Fact),
        (_sg.claimCount, integer_literal(len(fact.claims))),
        (_sg.affirmedCount, integer_literal(fact.affirmed)),
        (_sg.deniedCount, integer_literal(fact.denied)),
        (_sg.unconfirmedCount, integer_literal(fact.unconfirmed)),
        (_sg.plannedCount, integer_literal(fact.planned)),
        (_sg.originCount, integer_literal(fact.origins)),
        (_sg.firstDay, day_literal(fact.first)),
        (_sg.lastDay, day_literal(fact.last)),
        (_sg.isDisputed, boolean_literal(fact.is_disputed)),
    ]


def _edges(facts: Iterable[Fact]) -> Iterator[Description]:
    edges: dict[str, set[tuple[str, str]]] = {}
    for fact in facts:
        target = fact.object or (f"item:{fact.item}" if fact.item else None)
        if fact.affirmed and fact.subject and target:
            edge = (getattr(_sg, relations()[fact.relation].rdf), node(target))
            edges.setdefault(node(fact.subject), set()).add(edge)
    yield from ((subject, sorted(edges[subject])) for subject in sorted(edges))


def _iri(iri: str | None) -> str | None:
    return f"<{iri}>" if iri else None
