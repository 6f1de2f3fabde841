"""RDF that the project exported, back as entities, articles and claims.

The statements are checked by the shapes first, so that the rest may rely on them. Items, facts, origins and shortcuts
are passed over: they follow from the rest. Takes the packages `pyoxigraph`, to read a million statements in seconds and
a text of a megabyte in one, and `pyshacl`; about 1 kB of memory a statement.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import replace
from functools import lru_cache
from typing import Any, BinaryIO, cast
from urllib.parse import unquote

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DC, PROV, RDF, RDFS, SDO, SKOS, XSD

from graph.characters import clean
from graph.errors import SourceError
from graph.imports.node import Node
from graph.imports.syntax import Syntax
from graph.imports.together import Records
from graph.model import Article, Claim, Entity, Quantity, claim_id
from graph.ontology import kinds, relations
from graph.packages import require
from graph.rdf.graph import empty_graph
from graph.rdf.validation import first_of, require_shacl, violations
from graph.rdf.verbatim import BETWEEN_RULES
from graph.rdf.vocabulary import NANOPUB, SG, WIKIDATA

_KINDS = {SG[kind.rdf]: name for name, kind in kinds().items()}
_RELATIONS = {SG[relation.rdf]: name for name, relation in relations().items()}
_STRING = str(XSD.string)


def records_of(file: BinaryIO, syntax: Syntax) -> Records:
    """Return the records of an export.

    Raises:
        SourceError: it is no RDF, not what the shapes ask for, or lacks what a ledger needs.
        DataError: a package is missing.
    """
    require("pyoxigraph", "RDF needs")
    require_shacl()
    graph = _parsed(file, syntax)
    if (None, RDF.type, NANOPUB.Nanopublication) in graph:
        raise SourceError("holds nanopublications, which cannot be loaded back; export turtle, trig or jsonl for that")
    found = violations(graph)
    if found:
        raise SourceError(f"is not loaded, for the shapes refuse it: {first_of(found)}")
    _refuse_parts(graph)
    records = Records()
    for kind, name in _KINDS.items():
        for subject in graph.subjects(RDF.type, kind):
            entity = _entity(Node(graph, subject), name)
            records.entities[entity.id] = entity
    for subject in graph.subjects(RDF.type, SDO.NewsArticle):
        article = _article(Node(graph, subject))
        records.articles[article.id] = article
    programs = _programs(graph)
    for subject in graph.subjects(RDF.type, SG.Claim):
        claim = _claim(Node(graph, subject), records, programs)
        records.claims[claim.id] = claim
    return records


def _parsed(file: BinaryIO, syntax: Syntax) -> Graph:
    import pyoxigraph

    graph = empty_graph()
    add = graph.add
    try:
        # Some editors begin a file with a mark that no syntax of RDF but XML allows.
        data = file.read().removeprefix(BOM_UTF8)
        for quad in pyoxigraph.parse(data, format=getattr(pyoxigraph.RdfFormat, syntax.value)):
            # A triple term repeats what the claim says in the terms of RDF 1.1.
            if not isinstance(quad.object, pyoxigraph.Triple):
                add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    except (SyntaxError, ValueError) as error:
        told = " ".join(str(getattr(error, "msg", error)).split())
        raise SourceError(f"is no {syntax.name} that can be read: {told[:200]}") from error
    return graph


def _refuse_parts(graph: Graph) -> None:
    """Refuse what an export leaves out on demand.

    Raises:
        SourceError: it cannot be loaded; the message tells why.
    """
    if (None, SG.quoteDigest, None) in graph or any(
        (article, SDO.articleBody, None) not in graph for article in graph.subjects(RDF.type, SDO.NewsArticle)
    ):
        raise SourceError("lacks the texts of its articles, which `--no-quotes` leaves out, so it cannot be loaded")
    if len(graph) and (None, RDF.type, SDO.NewsArticle) not in graph:
        raise SourceError(
            "holds no articles in this project's terms, so it cannot be loaded back; `--profile flat` leaves them out"
        )


@lru_cache(maxsize=2**16)
def _iri(text: str) -> URIRef:
    return URIRef(text)


def _term(term: Any) -> URIRef | BNode | Literal:
    """Return a term of pyoxigraph as one of rdflib."""
    if hasattr(term, "datatype"):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        return Literal(term.value, datatype=None if datatype == _STRING else _iri(datatype), normalize=False)
    return BNode(term.value) if type(term).__name__ == "BlankNode" else _iri(term.value)


def _programs(graph: Graph) -> dict[str, tuple[str, str]]:
    """Return the name and the version of the program of each reading, by the IRI of the reading."""
    found = {}
    for reading, by in graph.subject_objects(PROV.wasAssociatedWith):
        program = Node(graph, by)
        found[str(reading)] = (program.needed(RDFS.label), program.needed(SG.version))
    return found


def _entity(node: Node, kind: str) -> Entity:
    matches = [str(value) for value in node.values(SKOS.exactMatch) if str(value).startswith(str(WIKIDATA))]
    return Entity(
        id=node.id,
        kind=kind,
        name=node.needed(RDFS.label, "name"),
        aliases=node.texts("aliases") or tuple(sorted(map(str, node.values(SKOS.altLabel)))),
        iso2=node.text(SG.iso2, "iso2"),
        iso3=node.text(SG.iso3, "iso3"),
        wikidata=node.kept("wikidata", unquote(min(matches).removeprefix(str(WIKIDATA))) if matches else None),
        symbol=node.text(SG.symbol, "symbol"),
        minted=any(value.value is True for value in node.values(SG.isMinted)),
    )


def _article(node: Node) -> Article:
    address = node.text(SG.urlText)
    return Article(
        id=node.id,
        text=node.needed(SDO.articleBody, "text"),
        title=node.text(SDO.headline, "title"),
        publisher=node.text(DC.publisher, "publisher"),
        agency=node.text(SG.agency, "agency"),
        published=node.text(SDO.datePublished, "published"),
        url=node.kept("url", node.text(SDO.url) if address is None else address),
        source=node.text(SG.page, "source"),
        document=node.text(DC.identifier, "document"),
        relevant=node.values(SG.isRelevant)[0].value is True,
        reason=node.text(SG.reason, "reason"),
    )


def _claim(node: Node, records: Records, programs: dict[str, tuple[str, str]]) -> Claim:
    article = records.articles[node.an_id(PROV.wasQuotedFrom) or ""]
    start, end = int(node.needed(SG.start)), int(node.needed(SG.end))
    extractor, version = programs[node.needed(PROV.wasGeneratedBy)]
    item, why = node.an_id(SG.item), node.text(SG.why)
    claim = Claim(
        id=node.id,
        article=article.id,
        relation=_RELATIONS[node.values(RDF.predicate)[0]],
        subject=node.kept("subject", node.an_id(RDF.subject)),
        object=node.kept("object", node.an_id(RDF.object)),
        item=item.removeprefix("item:") if item else None,
        quantity=_quantity(node),
        when=node.text(SG.when),
        asserted_by=node.texts("asserted_by") or tuple(sorted(node.ids(SG.assertedBy))),
        status=cast("Any", _local(node.needed(SG.status))),
        sentence=article.text[start:end],
        start=start,
        end=end,
        marks=_marks(node),
        why=node.texts("why") or (tuple(why.split(BETWEEN_RULES)) if why else ()),
        extractor=node.kept("extractor", extractor) or "",
        version=node.kept("version", version) or "",
    )
    if clean(claim.sentence) != node.text(SG.quote):
        raise SourceError(f"is not loaded: {claim.id} quotes what its article does not say there")
    return _with_whole_number(claim, node)


def _quantity(node: Node) -> Quantity | None:
    value = node.text(SG.quantity)
    if value is None:
        return None
    bound = cast("Any", _local(node.needed(SG.quantityBound)))
    return Quantity(float(value), bound, node.text(SG.quantityUnit, "unit"))


def _with_whole_number(claim: Claim, node: Node) -> Claim:
    """Return the claim with a whole number for a quantity, if its id says so: 100 and 100.0 are one in RDF."""
    value = node.text(SG.quantity)
    if claim.quantity is None or value is None or "." in value or claim_id(claim) == claim.id:
        return claim
    whole = replace(claim, quantity=replace(claim.quantity, value=int(value)))
    return whole if claim_id(whole) == claim.id else claim


def _marks(node: Node) -> tuple[tuple[int, int], ...]:
    kept = node.pairs("marks")
    pairs = (str(mark).split("-") for mark in node.values(SG.mark))
    return kept or tuple(sorted((int(start), int(end)) for start, end in pairs))


def _local(iri: str) -> str:
    return iri.removeprefix(str(SG))
