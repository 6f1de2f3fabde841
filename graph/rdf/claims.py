"""What RDF says of a claim: its statement, its words, and the reading that it comes from.

A part that the article leaves unnamed has no triple: a claim without `rdf:subject` has no known subject. A claim
without an object has no `rdf:object`; its item is under `sg:item`. Nanopublications have the parts in graphs apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rdflib.namespace import PROV, RDF, RDFS

from graph.characters import clean
from graph.model import Claim, FactKey, Quantity, digest, fact_id, text_sha256
from graph.ontology import relations
from graph.rdf.description import Description, MaybePairs, Profile, described
from graph.rdf.literals import day_literal, edtf_literal, integer_literal, number_literal, plain_literal, text_literal
from graph.rdf.verbatim import BETWEEN_RULES, claim_verbatim
from graph.rdf.vocabulary import BASE, SG, Names, node, percent_encoded
from graph.when import bounds, is_edtf

_sg, _rdf, _rdfs, _prov = Names(SG), Names(RDF), Names(RDFS), Names(PROV)


def claim_pairs(claim: Claim, profile: Profile) -> MaybePairs:
    """Return all that is said of a claim."""
    return [
        (_rdf.type, _sg.Claim),
        (_rdf.type, _rdf.Statement),
        (_rdf.type, _prov.Entity),
        *statement_pairs(claim, profile),
        *word_pairs(claim, profile),
        (_sg.fact, _fact_node(claim.fact)),
        (_prov.wasGeneratedBy, reading(claim.article, claim.extractor, claim.version)),
        (_sg.verbatim, text_literal(claim_verbatim(claim, with_why=profile.has_quotes))),
    ]


def statement_pairs(claim: Claim, profile: Profile) -> MaybePairs:
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


def word_pairs(claim: Claim, profile: Profile) -> MaybePairs:
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


@lru_cache(maxsize=64)
def program(name: str, version: str) -> str:
    """Return the node of a program."""
    # No hyphen in the name, so that two programs never share an IRI.
    return f"<{BASE}extractor/{percent_encoded(name).replace('-', '%2D')}-{percent_encoded(version)}>"


@lru_cache(maxsize=2**14)
def reading(article: str, name: str, version: str) -> str:
    """Return the node of the reading of an article by a program."""
    return node("reading:" + digest(article, name, version))


@lru_cache(maxsize=2**16)
def _fact_node(key: FactKey) -> str:
    return node(fact_id(key))
