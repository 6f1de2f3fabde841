"""The graph as RDF: quads of rdflib terms, in one order on every machine, without blank nodes or timestamps.

A claim is a node with its statement, status, asserters, words, offsets and article. A plain triple between two entities
(a shortcut, in the graph `edges`) is there only for a fact that some claim affirms, so that a denial never becomes a
deed. A part that the article leaves unnamed has no triple: a claim without `rdf:subject` has no known subject. A claim
without an object has no `rdf:object`; its item is under `sg:item`, and its shortcut leads to the item.

The text of an article stays behind; `sg:textDigest` (SHA-256) tells whether a copy is the one that the offsets count.
docs/vocabulary.md shows it all by example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar
from urllib.parse import quote

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DC, PROV, RDF, RDFS, SDO, SKOS

from graph.characters import clean
from graph.literals import (
    boolean_literal,
    day_literal,
    integer_literal,
    number_literal,
    published_literal,
    text_literal,
    time_literal,
)
from graph.model import Article, Claim, Entity, Fact, Item, Quantity, digest, text_sha256
from graph.ontology import is_weapon, kinds, relations
from graph.selection import Selected
from graph.vocabulary import (
    ARTICLES,
    BASE,
    CLAIMS,
    COUNTRY,
    EDGES,
    EDTF,
    ENTITIES,
    FACTS,
    ITEMS,
    PREFIXES,
    SCHEMA_CLASSES,
    SG,
    UNITED_NATIONS,
    WIKIDATA,
    iri,
    web_iri,
)
from graph.when import bounds, is_edtf

Term = URIRef | Literal
Triple = tuple[URIRef, URIRef, Term]
Quad = tuple[URIRef, URIRef, Term, URIRef]
Properties = Iterator[tuple[URIRef, Term | None]]
Node = TypeVar("Node", Entity, Item, Article, Claim, Fact)

# Codes that ISO 3166 leaves to its users (XKX), for which other registers have codes of their own.
_USER_CODE = re.compile("AA[A-Z]|X[A-Z]{2}|Q[M-Z][A-Z]|ZZ[A-Z]")


def quads(selected: Selected) -> Iterator[Quad]:
    """Yield the statements about `selected`, each once; those of one subject in one graph stand together."""
    for name, triples in (
        (ENTITIES, _all(selected.entities, _entity)),
        (ITEMS, _all(selected.items, _item)),
        (ARTICLES, _all(selected.articles, lambda article: _article(article, selected.origin_of(article)))),
        (ARTICLES, _readings(selected.claims)),
        (CLAIMS, _all(selected.claims, _claim)),
        (FACTS, _all(sorted(selected.facts, key=lambda fact: fact.id), _fact)),
        (EDGES, _edges(selected.facts)),
    ):
        yield from ((*triple, name) for triple in triples)


def to_graph(selected: Selected) -> Graph:
    """Return the statements as one rdflib graph, for SPARQL and SHACL; takes about 1 kB a statement."""
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    for subject, predicate, value, _ in quads(selected):
        graph.add((subject, predicate, value))
    return graph


def _all(nodes: Iterable[Node], describe: Callable[[Node], Properties]) -> Iterator[Triple]:
    for node in nodes:
        subject = iri(node.id)
        for predicate, value in dict.fromkeys(describe(node)):
            if value is not None:
                yield subject, predicate, value


def _entity(entity: Entity) -> Properties:
    yield RDF.type, SG[kinds()[entity.kind].rdf]
    yield RDF.type, SCHEMA_CLASSES.get(entity.kind)
    yield RDFS.label, Literal(clean(entity.name))
    for alias in sorted(set(entity.aliases) - {entity.name}):
        yield SKOS.altLabel, Literal(clean(alias))
    yield SG.iso2, text_literal(entity.iso2)
    yield SG.iso3, text_literal(entity.iso3)
    yield SG.symbol, text_literal(entity.symbol)
    if entity.kind == "State" and entity.iso3 and not _USER_CODE.fullmatch(entity.iso3):
        yield SKOS.exactMatch, COUNTRY[quote(entity.iso3, safe="")]
    if entity.wikidata:
        yield SKOS.exactMatch, WIKIDATA[quote(entity.wikidata, safe="")]
    if entity.symbol:
        yield RDFS.seeAlso, UNITED_NATIONS[quote("".join(entity.symbol.split()).encode("utf-8", "replace"), safe="/()")]
    if entity.minted:
        yield SG.isMinted, boolean_literal(True)


def _item(item: Item) -> Properties:
    yield RDF.type, SG.Item
    yield RDF.type, SG.WeaponType if is_weapon(item.slug) else None
    yield RDF.type, SKOS.Concept
    yield SKOS.prefLabel, Literal(item.label, lang="en")
    yield SKOS.broader, iri(f"item:{item.broader}") if item.broader else None
    yield SKOS.inScheme, SG.items


def _article(article: Article, origin: str) -> Properties:
    yield RDF.type, SDO.NewsArticle
    yield RDF.type, PROV.Entity
    yield SDO.headline, text_literal(article.title)
    yield SDO.datePublished, published_literal(article.published)
    yield DC.publisher, text_literal(article.publisher)
    yield SG.agency, text_literal(article.agency)
    yield SG.origin, text_literal(origin)
    address = web_iri(article.url) if article.url else None
    yield SDO.url, address
    yield SG.urlText, text_literal(article.url) if address is None else None
    yield SG.page, text_literal(article.source)
    yield DC.identifier, text_literal(article.document)
    yield SG.textDigest, Literal(text_sha256(clean(article.text)))
    yield SG.isRelevant, boolean_literal(article.relevant)
    yield SG.reason, text_literal(article.reason)
    yield SG.loaded, time_literal(article.loaded)


def _readings(claims: Iterable[Claim]) -> Iterator[Triple]:
    """Yield who drew claims from which article: a reading is one program, in one version, on one article."""
    programs = {(claim.extractor, claim.version) for claim in claims}
    for name, version in sorted(programs):
        program = _program(name, version)
        yield program, RDF.type, PROV.SoftwareAgent
        yield program, RDFS.label, Literal(clean(name))
        yield program, SG.version, Literal(clean(version))
    for name, version, article in sorted({(claim.extractor, claim.version, claim.article) for claim in claims}):
        reading = _reading(article, name, version)
        yield reading, RDF.type, SG.Reading
        yield reading, RDF.type, PROV.Activity
        yield reading, PROV.used, iri(article)
        yield reading, PROV.wasAssociatedWith, _program(name, version)


def _claim(claim: Claim) -> Properties:
    yield RDF.type, SG.Claim
    yield RDF.type, RDF.Statement
    yield RDF.type, PROV.Entity
    yield RDF.subject, _node(claim.subject)
    yield RDF.predicate, SG[relations()[claim.relation].rdf]
    yield RDF.object, _node(claim.object)
    yield SG.item, iri(f"item:{claim.item}") if claim.item else None
    yield from _quantity(claim.quantity)
    yield from _when(claim.when)
    yield SG.status, SG[claim.status]
    for asserter in sorted(claim.asserted_by):
        yield SG.assertedBy, iri(asserter)
    yield SG.quote, Literal(clean(claim.sentence))
    yield PROV.wasQuotedFrom, iri(claim.article)
    yield SG.start, integer_literal(claim.start)
    yield SG.end, integer_literal(claim.end)
    for start, end in sorted(claim.marks):
        yield SG.mark, Literal(f"{start}-{end}")
    for reason in sorted(claim.why):
        yield SG.why, Literal(clean(reason))
    yield SG.fact, iri("fact:" + digest(*claim.fact))
    yield PROV.wasGeneratedBy, _reading(claim.article, claim.extractor, claim.version)


def _quantity(quantity: Quantity | None) -> Properties:
    if quantity:
        yield SG.quantity, number_literal(quantity.value)
        yield SG.quantityBound, SG[quantity.bound]
        yield SG.quantityUnit, text_literal(quantity.unit)


def _when(when: str | None) -> Properties:
    if when is not None and is_edtf(when):
        earliest, latest = bounds(when)
        yield SG.when, Literal(when, datatype=EDTF)
        yield SG.earliest, day_literal(earliest)
        yield SG.latest, day_literal(latest)
    elif when is not None:
        yield SG.when, Literal(clean(when))


def _fact(fact: Fact) -> Properties:
    yield RDF.type, SG.Fact
    yield SG.claimCount, integer_literal(len(fact.claims))
    yield SG.affirmedCount, integer_literal(fact.affirmed)
    yield SG.deniedCount, integer_literal(fact.denied)
    yield SG.unconfirmedCount, integer_literal(fact.unconfirmed)
    yield SG.plannedCount, integer_literal(fact.planned)
    yield SG.originCount, integer_literal(fact.origins)
    yield SG.firstDay, day_literal(fact.first)
    yield SG.lastDay, day_literal(fact.last)
    yield SG.isDisputed, boolean_literal(fact.is_disputed)


def _edges(facts: Iterable[Fact]) -> Iterator[Triple]:
    edges = set()
    for fact in facts:
        target = fact.object or (f"item:{fact.item}" if fact.item else None)
        if fact.affirmed and fact.subject and target:
            edges.add((iri(fact.subject), SG[relations()[fact.relation].rdf], iri(target)))
    yield from sorted(edges)


@lru_cache(maxsize=64)
def _program(name: str, version: str) -> URIRef:
    return URIRef(f"{BASE}extractor/" + quote(f"{name}-{version}".encode("utf-8", "surrogatepass"), safe=""))


@lru_cache(maxsize=1024)
def _reading(article: str, name: str, version: str) -> URIRef:
    return iri("reading:" + digest(article, name, version))


def _node(node_id: str | None) -> URIRef | None:
    return iri(node_id) if node_id else None
