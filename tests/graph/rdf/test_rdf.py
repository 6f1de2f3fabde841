from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DC, PROV, SDO, XSD

from graph.model import Claim, Quantity, text_sha256
from graph.rdf import descriptions
from graph.rdf.description import Profile
from graph.rdf.graph import Term, quads, to_graph
from graph.rdf.literals import EDTF
from graph.rdf.vocabulary import SG, iri
from graph.selection import Selected
from tests.graph.builders import gather_facts, make_article, make_claim, make_entity
from tests.graph.exports.made import made

KP, RU = iri("state:KP"), iri("state:RU")
MISSILES = iri("item:ballistic-missile")


def of(*changes: dict[str, Any], **article_fields: Any) -> Selected:
    """Return the usual claim, once for each of `changes`, with what it names."""
    article = make_article(**article_fields)
    claims = [make_claim(article, **change) for change in changes]
    named = {name for claim in claims for name in (claim.subject, claim.object, *claim.asserted_by) if name}
    entities = tuple(make_entity(name) for name in sorted(named))
    return Selected(entities, (article,), tuple(claims), tuple(gather_facts(claims, [article])))


def graph_of(*changes: dict[str, Any], **article_fields: Any) -> Graph:
    return to_graph(of(*changes, **article_fields))


def the_claim(graph: Graph) -> dict[URIRef, set[Term]]:
    (claim,) = graph.subjects(RDF.type, SG.Claim)
    said: dict[URIRef, set[Term]] = {}
    for predicate, value in graph.predicate_objects(claim):
        assert isinstance(predicate, URIRef)
        assert isinstance(value, URIRef | Literal)
        said.setdefault(predicate, set()).add(value)
    return said


def test_a_claim_says_what_who_when_how_many_and_in_which_words() -> None:
    graph = graph_of(
        {"quantity": Quantity(9e6, "min", "round"), "when": "2024-10", "asserted_by": ("org:msmt",), "item": "rocket"},
        title="Shells", publisher="The Daily", agency="A Wire", published="2024-11-02", url="https://news.example/a b",
    )  # fmt: skip
    claim = the_claim(graph)
    assert claim[RDF.subject] == {KP}
    assert claim[RDF.predicate] == {SG.supplied}
    assert claim[RDF.object] == {RU}
    assert claim[SG.item] == {iri("item:rocket")}
    assert claim[SG.quantity] == {Literal("9000000", datatype=XSD.decimal)}
    assert claim[SG.quantityBound] == {SG.min}
    assert claim[SG.quantityUnit] == {Literal("round")}
    assert claim[SG.when] == {Literal("2024-10", datatype=EDTF)}
    assert claim[SG.earliest] == {Literal("2024-10-01", datatype=XSD.date)}
    assert claim[SG.latest] == {Literal("2024-10-31", datatype=XSD.date)}
    assert claim[SG.assertedBy] == {iri("org:msmt")}
    assert claim[SG.status] == {SG.affirmed}
    assert claim[SG.quote] == {Literal("North Korea sent shells to Russia.")}
    assert claim[SG.start] == {Literal(0)}
    (article,) = claim[PROV.wasQuotedFrom]
    assert set(graph.objects(article, SDO.url)) == {URIRef("https://news.example/a%20b")}
    assert set(graph.objects(article, SDO.datePublished)) == {Literal("2024-11-02", datatype=XSD.date)}
    assert set(graph.objects(article, DC.publisher)) == {Literal("The Daily")}
    assert set(graph.objects(article, SG.origin)) == {Literal("A Wire")}


def test_a_denial_is_a_claim_and_never_a_deed() -> None:
    graph = graph_of({"status": "denied", "asserted_by": ("state:RU",)})
    assert the_claim(graph)[SG.status] == {SG.denied}
    assert (KP, None, RU) not in graph


@pytest.mark.parametrize("status", ["denied", "unconfirmed", "planned"])
def test_only_an_affirmed_claim_makes_a_shortcut(status: str) -> None:
    assert (KP, SG.supplied, RU) not in graph_of({"status": status})
    assert (KP, SG.supplied, RU) in graph_of({"status": status}, {"status": "affirmed"})


def test_a_disputed_fact_says_so_and_counts_both_sides() -> None:
    graph = graph_of({"status": "denied"}, {"status": "affirmed"})
    (fact,) = graph.subjects(RDF.type, SG.Fact)
    assert set(graph.subjects(SG.fact, fact)) == set(graph.subjects(RDF.type, SG.Claim))
    assert {str(value) for name in ("affirmedCount", "deniedCount") for value in graph.objects(fact, SG[name])} == {"1"}
    assert set(graph.objects(fact, SG.isDisputed)) == {Literal(True)}


def test_what_the_article_leaves_unnamed_has_no_triple() -> None:
    graph = graph_of({"subject": None, "item": "ballistic-missile"})
    assert RDF.subject not in the_claim(graph)
    assert not list(graph.triples((None, SG.supplied, None)))


def test_without_an_object_the_shortcut_leads_to_the_item() -> None:
    graph = graph_of({"relation": "tested", "object": None, "item": "ballistic-missile"})
    assert RDF.object not in the_claim(graph)
    assert the_claim(graph)[SG.item] == {MISSILES}
    assert (KP, SG.tested, MISSILES) in graph


def test_items_bring_the_broader_ones_so_that_a_query_can_climb() -> None:
    graph = graph_of({"item": "ballistic-missile"})
    rows = graph.query("SELECT ?i { ?i skos:broader* <https://w3id.org/sanctionsgraph/item/weapon> }")
    assert {row[0] for row in rows} == {MISSILES, iri("item:missile"), iri("item:weapon")}  # type: ignore[index]
    assert (MISSILES, RDF.type, SG.WeaponType) in graph


def test_a_state_is_matched_with_the_registers_and_a_state_without_an_iso_code_with_none() -> None:
    graph = graph_of({"object": "state:XK"})
    authority = URIRef("http://publications.europa.eu/resource/authority/country/PRK")
    assert (KP, SKOS.exactMatch, authority) in graph
    assert not [o for o in graph.objects(iri("state:XK"), SKOS.exactMatch) if "europa.eu" in str(o)]


def test_a_resolution_leads_to_its_document() -> None:
    graph = graph_of({"relation": "violated", "object": "treaty:unscr-1718", "item": None})
    assert set(graph.objects(iri("treaty:unscr-1718"), RDFS.seeAlso)) == {URIRef("https://undocs.org/S/RES/1718(2006)")}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "news.example/a", "http://[::1", "file:///etc/passwd"])
def test_what_is_no_web_address_stays_text(url: str) -> None:
    graph = graph_of({}, url=url)
    assert not list(graph.objects(None, SDO.url))
    assert set(graph.objects(None, SG.urlText)) == {Literal(url)}


@pytest.mark.parametrize("published", ["2024-02-30", "2024", "0000-01-01", "last Friday"])
def test_a_day_that_no_calendar_has_is_no_date(published: str) -> None:
    graph = graph_of({}, published=published)
    assert set(graph.objects(None, SDO.datePublished)) == {Literal(published)}


def test_an_open_date_has_one_bound() -> None:
    claim = the_claim(graph_of({"when": "2023-09/.."}))
    assert claim[SG.earliest] == {Literal("2023-09-01", datatype=XSD.date)}
    assert SG.latest not in claim


def test_a_date_that_is_not_edtf_is_text_without_bounds() -> None:
    selected = of({})
    claims: tuple[Claim, ...] = tuple(replace(claim, when="2023-02-30") for claim in selected.claims)
    claim = the_claim(to_graph(replace(selected, claims=claims)))
    assert claim[SG.when] == {Literal("2023-02-30")}
    assert SG.earliest not in claim


def test_the_text_of_an_article_comes_along() -> None:
    told = "North Korea sent shells to Russia."
    graph = graph_of({"sentence": told}, text=f"{told}\n\nNobody saw it.")
    assert set(graph.objects(None, SDO.articleBody)) == {Literal(f"{told}\n\nNobody saw it.")}


def test_without_quotes_digests_and_offsets_stand_for_the_words() -> None:
    told = "North Korea sent shells to Russia."
    selected = of({"sentence": told}, text=f"{told}\n\nNobody saw it.")
    graph = to_graph(selected, Profile(has_quotes=False))
    assert not [value for value in graph.objects() if re.search("North Korea sent|Nobody saw it", str(value))]
    claim = the_claim(graph)
    assert claim[SG.quoteDigest] == {Literal(sha256(told.encode()).hexdigest())}
    assert claim[SG.end] == {Literal(len(told))}
    assert {str(value) for value in graph.objects(None, SG.textDigest)} == {text_sha256(selected.articles[0].text)}
    assert shapes_say(graph)[0]


def test_the_flat_profile_is_entities_and_items_and_what_is_affirmed_between_them() -> None:
    graph = to_graph(of({"item": "missile"}, {"status": "denied", "subject": "state:IR"}), Profile(is_flat=True))
    assert (KP, SG.supplied, RU) in graph
    assert (iri("state:IR"), SG.supplied, RU) not in graph
    assert {str(kind) for kind in graph.objects(None, RDF.type)}.isdisjoint({SG.Claim, SG.Fact, SDO.NewsArticle})
    assert shapes_say(graph)[0]


def test_a_claim_reifies_its_triple_where_triple_terms_are_asked_for() -> None:
    profile = Profile(has_triple_terms=True)
    selected = of({}, {"subject": None}, {"relation": "tested", "object": None, "item": "drone"})
    terms = [
        value
        for _, described in descriptions(selected, profile)
        for _, pairs in described
        for predicate, value in pairs
        if predicate.endswith("#reifies>")
    ]
    wanted = [(KP, SG.supplied, RU), (KP, SG.tested, iri("item:drone"))]
    assert sorted(terms) == [f"<<( <{s}> <{p}> <{o}> )>>" for s, p, o in wanted]


def test_every_statement_is_given_once_and_subjects_stay_together() -> None:
    given = list(quads(made()))
    assert len(given) == len(set(given)) == len(to_graph(made()))
    runs = [
        pair for pair, after in zip(given, [*given[1:], None], strict=True) if after is None or pair[::3] != after[::3]
    ]
    assert len({run[::3] for run in runs}) == len(runs)


def shapes_say(graph: Graph) -> tuple[bool, str]:
    from pyshacl import validate

    shapes = Graph().parse(data=files("graph").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")
    conforms, _, text = validate(graph, shacl_graph=shapes)
    return bool(conforms), str(text)


def test_the_shapes_accept_what_is_exported() -> None:
    assert shapes_say(to_graph(made())) == (True, "Validation Report\nConforms: True\n")


def test_the_shapes_catch_a_broken_copy() -> None:
    graph = graph_of({"status": "denied", "quantity": Quantity(3)})
    (claim,) = graph.subjects(RDF.type, SG.Claim)
    graph.remove((claim, SG.quote, None))
    graph.remove((claim, SG.quantityBound, None))
    graph.set((claim, RDF.predicate, URIRef(str(SG) + "suplied")))
    graph.set((claim, SG.end, Literal(0)))
    conforms, text = shapes_say(graph)
    assert not conforms
    assert "Results (4)" in text
    assert "a claim quotes the sentence it rests on, or gives its digest" in text
    assert "a claim has one relation of the vocabulary" in text


def test_the_shapes_catch_a_denial_that_became_a_deed() -> None:
    graph = graph_of({"status": "denied"})
    assert shapes_say(graph)[0]
    graph.add((KP, SG.supplied, RU))
    conforms, text = shapes_say(graph)
    assert not conforms
    assert "a shortcut stands where no claim affirms it" in text


def test_the_questions_in_the_docs_have_answers() -> None:
    text = (Path(__file__).parents[3] / "docs" / "vocabulary.md").read_text("utf-8")
    questions = re.findall(r"^    SELECT.*?^    }$", text, re.MULTILINE | re.DOTALL)
    graph = to_graph(made())
    assert [len(graph.query(question)) > 0 for question in questions] == [True, True]
