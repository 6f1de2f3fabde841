"""Nanopublications as the guidelines want them: https://nanopub.net/guidelines/working_draft/."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import UsageError
from graph.exports import EXPORTS
from graph.rdf.description import Profile
from graph.rdf.vocabulary import BASE, NANOPUB, SG, iri
from graph.selection import Selected
from tests.graph.exports.made import hostile, made

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def np(name: str) -> NamedNode:
    return NamedNode(str(NANOPUB[name]))


def published(selected: Selected, profile: Profile | None = None) -> dict[str, list[Quad]]:
    """Return the statements of each nanopublication, by its IRI."""
    text = "".join(EXPORTS["nanopub"].lines(selected, profile))
    quads = list(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TRIG))
    return {name: list(same) for name, same in groupby(quads, key=lambda quad: graph_of(quad).partition("#")[0])}


def graph_of(quad: Quad) -> str:
    assert isinstance(quad.graph_name, NamedNode)
    return quad.graph_name.value


def value_of(term: object) -> str:
    assert isinstance(term, NamedNode | Literal)
    return term.value


@pytest.mark.parametrize("selected", [made(), hostile()], ids=["made", "hostile"])
def test_every_claim_is_one_and_each_is_well_formed(selected: Selected) -> None:
    found = published(selected)
    assert len(found) == len(selected.claims)
    for name, quads in found.items():
        here = NamedNode(name)
        head = [quad for quad in quads if graph_of(quad) == f"{name}#Head"]
        (typed,) = (quad for quad in head if quad.predicate == TYPE)
        assert (typed.subject, typed.object) == (here, np("Nanopublication"))
        parts = {}
        for link in ("hasAssertion", "hasProvenance", "hasPublicationInfo"):
            (parts[link],) = (quad.object for quad in head if quad.predicate == np(link) and quad.subject == here)
        assert len(head) == 4
        assert len({*parts.values(), head[0].graph_name}) == 4
        assert {quad.graph_name for quad in quads} == {*parts.values(), head[0].graph_name}
        by_graph = {part: [quad for quad in quads if quad.graph_name == graph] for part, graph in parts.items()}
        assert any(quad.subject == parts["hasAssertion"] for quad in by_graph["hasProvenance"])
        assert all(quad.subject == here for quad in by_graph["hasPublicationInfo"])


def test_what_is_asserted_is_that_somebody_says_so_and_never_the_deed() -> None:
    relations = {str(SG[name]) for name in ("supplied", "assisted", "vetoed", "tested")}
    quads = [quad for quads in published(made()).values() for quad in quads]
    assert not [quad for quad in quads if quad.predicate.value in relations]
    denied = [quad for quad in quads if quad.object == NamedNode(str(SG.denied))]
    assert len(denied) == sum(claim.status == "denied" for claim in made().claims)
    assert all(graph_of(quad).endswith("#assertion") for quad in denied)


def test_the_words_stand_in_the_provenance_unless_they_must_not() -> None:
    quote = NamedNode(str(SG.quote))
    claim = made().claims[0]
    name = f"{BASE}nanopub/{claim.id.partition(':')[2]}"
    (words,) = (quad for quad in published(made())[name] if quad.predicate == quote)
    assert (value_of(words.subject), value_of(words.object)) == (str(iri(claim.id)), claim.sentence)
    assert graph_of(words) == f"{name}#provenance"
    without = published(made(), Profile(has_quotes=False))[name]
    assert not [quad for quad in without if claim.sentence in str(quad.object)]


def test_the_time_of_loading_is_that_of_publication_where_it_is_told() -> None:
    created = NamedNode("http://purl.org/dc/terms/created")
    selected = made()
    articles = tuple(replace(article, loaded="2025-06-01T10:00:00.000+00:00") for article in selected.articles)
    told = published(replace(selected, articles=articles))
    times = {value_of(q.object) for quads in told.values() for q in quads if q.predicate == created}
    assert times == {"2025-06-01T10:00:00.000+00:00"}
    assert not [q for quads in published(selected).values() for q in quads if q.predicate == created]


def test_the_flat_profile_has_no_claims_to_publish() -> None:
    with pytest.raises(UsageError, match="the profile flat has none: leave --profile out"):
        published(made(), Profile(is_flat=True))
