"""Nanopublications in TriG: each claim by itself, with where it comes from, to be signed, published and cited.

A nanopublication is four named graphs (https://nanopub.net/guidelines/working_draft/): the head, which names the rest;
the assertion, what the claim says and who says so; the provenance, its words, its article and its reading; and who
published it. What is asserted is that an article says so, never the deed itself, so a denial is one like any other.

They are neither signed nor under trusty URIs: that is for whoever publishes them, with a key of their own. The time of
publication is that of loading, where it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rdflib.namespace import DCTERMS, PROV, RDF, RDFS

from graph.errors import UsageError
from graph.exports.trig import trig
from graph.model import Article, Claim
from graph.ontology import items, relations
from graph.rdf import article_pairs
from graph.rdf.claims import program, reading, readings, statement_pairs, word_pairs
from graph.rdf.description import FULL, Graphs, MaybePairs, Profile, described
from graph.rdf.literals import label_literal, time_literal
from graph.rdf.vocabulary import NANOPUB, SG, Names, node
from graph.selection import Part

_np, _sg, _rdf, _rdfs, _prov, _dcterms = (
    Names(NANOPUB), Names(SG), Names(RDF), Names(RDFS), Names(PROV), Names(DCTERMS),
)  # fmt: skip
# The text of an article belongs to none of its claims.
_WITHOUT_TEXT = Profile(has_quotes=False)


def lines(selected: Part, profile: Profile = FULL) -> Iterator[str]:
    """Yield the prefixes, then four graphs a claim."""
    return trig(named_graphs(selected, profile))


def named_graphs(selected: Part, profile: Profile = FULL) -> Graphs:
    """Yield the graphs, claim by claim.

    Raises:
        UsageError: the profile has no claims.
    """
    if profile.is_flat:
        raise UsageError("a nanopublication is a claim, and the profile flat has none: leave --profile out")
    articles = {article.id: article for article in selected.articles}
    names = {entity.id: entity.name for entity in selected.entities}
    for claim in selected.claims:
        article = articles[claim.article]
        name = node("nanopub:" + claim.id.partition(":")[2])
        head, assertion, provenance, publication = (
            f"{name[:-1]}#{part}>" for part in ("Head", "assertion", "provenance", "pubinfo")
        )
        about = described(node(article.id), article_pairs(article, selected.origin_of(article), _WITHOUT_TEXT))
        words = described(node(claim.id), word_pairs(claim, profile))
        yield head, iter([described(name, _head(assertion, provenance, publication))])
        yield assertion, iter([described(node(claim.id), _assertion(claim, profile))])
        yield provenance, chain([described(assertion, _origin(claim)), words, about], readings([claim]))
        yield publication, iter([described(name, _publication(claim, article, names))])


def _head(assertion: str, provenance: str, publication: str) -> MaybePairs:
    yield _rdf.type, _np.Nanopublication
    yield _np.hasAssertion, assertion
    yield _np.hasProvenance, provenance
    yield _np.hasPublicationInfo, publication


def _assertion(claim: Claim, profile: Profile) -> MaybePairs:
    yield _rdf.type, _sg.Claim
    yield _rdf.type, _rdf.Statement
    yield from statement_pairs(claim, profile)


def _origin(claim: Claim) -> MaybePairs:
    yield _prov.wasDerivedFrom, node(claim.article)
    yield _prov.wasGeneratedBy, reading(claim.article, claim.extractor, claim.version)


def _publication(claim: Claim, article: Article, names: dict[str, str]) -> MaybePairs:
    yield _rdfs.label, label_literal(_told(claim, names))
    yield _dcterms.creator, program(claim.extractor, claim.version)
    yield _dcterms.created, time_literal(article.loaded)


def _told(claim: Claim, names: dict[str, str]) -> str:
    """Return the claim in a line, with its status unless that is affirmed."""
    parts = [
        names[claim.subject] if claim.subject else "(not named)",
        relations()[claim.relation].label,
        *([names[claim.object]] if claim.object else []),
        *([f"[{items()[claim.item].label}]"] if claim.item else []),
        *([f"({claim.status})"] if claim.status != "affirmed" else []),
    ]
    return " ".join(parts)
