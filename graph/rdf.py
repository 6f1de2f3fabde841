"""The graph as RDF: statements in one order on every machine, without blank nodes or timestamps.

A claim is a node with its statement, status, asserters, words, offsets and article. A plain triple between two entities
(a shortcut, in the graph `edges`) is there only for a fact that some claim affirms, so that a denial never becomes a
deed. A part that the article leaves unnamed has no triple: a claim without `rdf:subject` has no known subject. A claim
without an object has no `rdf:object`; its item is under `sg:item`, and its shortcut leads to the item.

Terms are text, as N-Triples writes them: rdflib's take five times as long to make. `graph.rdf_graph` makes those of it.
docs/vocabulary.md shows it all by example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TypeVar
from urllib.parse import quote, urlsplit

from rdflib.namespace import DC, PROV, RDF, RDFS, SDO, SKOS

from graph.characters import clean
from graph.literals import (
    boolean_literal,
    day_literal,
    edtf_literal,
    integer_literal,
    label_literal,
    number_literal,
    plain_literal,
    published_literal,
    text_literal,
    time_literal,
)
from graph.model import Article, Claim, Entity, Fact, Item, Quantity, digest, text_sha256
from graph.ontology import is_weapon, kinds, relations
from graph.selection import Part
from graph.verbatim import BETWEEN_RULES, article_verbatim, claim_verbatim, entity_verbatim, written_aliases
from graph.vocabulary import BASE, COUNTRY, SCHEMA_CLASSES, SG, UNITED_NATIONS, WIKIDATA, Names, node, web_iri
from graph.when import bounds, is_edtf


@dataclass(frozen=True, slots=True)
class Profile:
    """What of it is written.

    Attributes:
        is_flat: The entities, the items and the shortcuts between them alone.
        has_triple_terms: A claim has, besides, the triple that it is about as one term (RDF 1.2).
        has_quotes: Sentences, texts of articles and the rules that quote words of them are there. If not, digests and
            offsets tell which they were.
    """

    is_flat: bool = False
    has_triple_terms: bool = False
    has_quotes: bool = True


FULL = Profile()

Pairs = list[tuple[str, str]]
MaybePairs = Iterable[tuple[str, str | None]]
Description = tuple[str, Pairs]
Graphs = Iterator[tuple[str, Iterator[Description]]]
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
        return _claim(claim, profile)

    yield node("graph:entities"), _all(selected.entities, _entity)
    yield node("graph:items"), _all(selected.items, _item)
    if not profile.is_flat:
        yield node("graph:articles"), chain(_all(selected.articles, article), readings(selected.claims))
        yield node("graph:claims"), _all(selected.claims, claim)
        yield node("graph:facts"), _facts(selected.facts)
    yield node("graph:edges"), _edges(selected.facts)


def _all(records: Iterable[Record], describe: Callable[[Record], MaybePairs]) -> Iterator[Description]:
    return (described(node(record.id), describe(record)) for record in records)


def described(subject: str, pairs: MaybePairs) -> Description:
    """Return what is said of a subject, without what has no value."""
    return subject, [(predicate, value) for predicate, value in pairs if value is not None]


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
        yield _skos.exactMatch, _iri(COUNTRY[_quoted(entity.iso3)])
    if entity.wikidata:
        yield _skos.exactMatch, _iri(WIKIDATA[_quoted(entity.wikidata)])
    if entity.symbol:
        yield _rdfs.seeAlso, _iri(UNITED_NATIONS[_quoted("".join(entity.symbol.split()), safe="/()")])
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


def article_pairs(article: Article, origin: str, profile: Profile = FULL) -> MaybePairs:
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


def readings(claims: Iterable[Claim]) -> Iterator[Description]:
    """Yield who drew claims from which article: a reading is one program, in one version, on one article."""
    keys = sorted({(claim.extractor, claim.version, claim.article) for claim in claims})
    for key in sorted({key[:2] for key in keys}):
        yield described(program(*key), _program(*key))
    for name, version, article in keys:
        yield described(reading(article, name, version), _reading(article, program(name, version)))


def _program(name: str, version: str) -> MaybePairs:
    yield _rdf.type, _prov.SoftwareAgent
    yield _rdfs.label, plain_literal(name)
    yield _sg.version, plain_literal(version)


def _reading(article: str, by: str) -> MaybePairs:
    yield _rdf.type, _sg.Reading
    yield _rdf.type, _prov.Activity
    yield _prov.used, node(article)
    yield _prov.wasAssociatedWith, by


def _claim(claim: Claim, profile: Profile) -> MaybePairs:
    return [
        (_rdf.type, _sg.Claim),
        (_rdf.type, _rdf.Statement),
        (_rdf.type, _prov.Entity),
        *statement_pairs(claim, profile),
        *word_pairs(claim, profile),
        (_sg.fact, _fact_node(*claim.fact)),
        (_prov.wasGeneratedBy, reading(claim.article, claim.extractor, claim.version)),
        (_sg.verbatim, text_literal(claim_verbatim(claim, with_why=profile.has_quotes))),
    ]


def statement_pairs(claim: Claim, profile: Profile = FULL) -> MaybePairs:
    """Return what a claim says, and who says so."""
    subject, target = claim.subject, claim.object or (claim.item and f"item:{claim.item}")
    predicate = getattr(_sg, relations()[claim.relation].rdf)
    with_term = profile.has_triple_terms
    return [
        (_rdf.subject, node(subject) if subject else None),
        (_rdf.predicate, predicate),
        (_rdf.object, node(claim.object) if claim.object else None),
        (_REIFIES, f"<<( {node(subject)} {predicate} {node(target)} )>>" if with_term and subject and target else None),
        (_sg.item, node(f"item:{claim.item}") if claim.item else None),
        *_quantity(claim.quantity),
        *_when(claim.when),
        (_sg.status, getattr(_sg, claim.status)),
        *[(_sg.assertedBy, node(asserter)) for asserter in sorted(set(claim.asserted_by))],
    ]


# Of RDF 1.2, which rdflib's namespace does not know yet.
_REIFIES = f"<{RDF}reifies>"


def word_pairs(claim: Claim, profile: Profile = FULL) -> MaybePairs:
    """Return which words a claim rests on, and why it was read so."""
    if profile.has_quotes:
        quote, why = (_sg.quote, plain_literal(claim.sentence)), text_literal(BETWEEN_RULES.join(claim.why))
    else:
        quote, why = (_sg.quoteDigest, f'"{text_sha256(clean(claim.sentence))}"'), None
    return [
        quote,
        (_prov.wasQuotedFrom, node(claim.article)),
        (_sg.start, integer_literal(claim.start)),
        (_sg.end, integer_literal(claim.end)),
        *[(_sg.mark, f'"{start}-{end}"') for start, end in sorted(set(claim.marks))],
        (_sg.why, why),
    ]


def _quantity(quantity: Quantity | None) -> MaybePairs:
    if quantity is None:
        return ()
    return [
        (_sg.quantity, number_literal(quantity.value)),
        (_sg.quantityBound, getattr(_sg, quantity.bound)),
        (_sg.quantityUnit, text_literal(quantity.unit)),
    ]


@lru_cache(maxsize=2**14)
def _when(when: str | None) -> MaybePairs:
    if when is None:
        return ()
    if not is_edtf(when):
        return [(_sg.when, plain_literal(when))]
    earliest, latest = bounds(when)
    return [
        (_sg.when, edtf_literal(when)),
        (_sg.earliest, day_literal(earliest)),
        (_sg.latest, day_literal(latest)),
    ]


def _facts(facts: Iterable[Fact]) -> Iterator[Description]:
    for fact in facts:
        yield described(_fact_node(fact.relation, fact.subject, fact.object, fact.item), _fact(fact))


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


def _quoted(text: str, safe: str = "") -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe=safe)


@lru_cache(maxsize=64)
def program(name: str, version: str) -> str:
    """Return the node of a program."""
    # No hyphen in the name, so that two programs never share an IRI.
    return f"<{BASE}extractor/{_quoted(name).replace('-', '%2D')}-{_quoted(version)}>"


@lru_cache(maxsize=2**14)
def reading(article: str, name: str, version: str) -> str:
    """Return the node of the reading of an article by a program."""
    return node("reading:" + digest(article, name, version))


@lru_cache(maxsize=2**16)
def _fact_node(*key: str | None) -> str:
    return node("fact:" + digest(*key))
