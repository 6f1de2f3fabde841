from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import PROV, SDO

from graph.model import BOUNDS, STATUSES
from graph.ontology import kinds, relations
from graph.rdf.graph import quads
from graph.rdf.vocabulary import PROPERTIES, SCHEMA_CLASSES, SG, Names, id_of, iri, web_iri
from tests.graph.exports.made import hostile, made


@cache
def ontology() -> Graph:
    return Graph().parse(data=files("graph").joinpath("ontology.ttl").read_text("utf-8"), format="turtle")


def shapes() -> Graph:
    return Graph().parse(data=files("graph").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")


def ours(graph: Graph) -> set[str]:
    return {str(term) for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(str(SG))}


def test_a_misspelt_term_raises() -> None:
    with pytest.raises(AttributeError, match="suplied"):
        SG.suplied  # noqa: B018
    for namespace, name in ((SG, "suplied"), (SDO, "headlin"), (PROV, "using")):
        with pytest.raises(AttributeError, match=name):
            getattr(Names(namespace), name)


def test_the_ontology_defines_every_term_and_no_other() -> None:
    defined = {str(subject) for subject in ontology().subjects(RDF.type) if str(subject).startswith(str(SG))}
    assert defined == {str(SG[name]) for name in dir(SG)}
    assert ours(ontology()) == defined


def test_the_shapes_and_the_data_use_no_term_that_is_not_defined() -> None:
    known = {str(SG[name]) for name in dir(SG)}
    assert ours(shapes()) - {str(SG)} <= known
    for selected in (made(), hostile()):
        used = {term for quad in quads(selected) for term in quad if isinstance(term, URIRef)}
        assert {str(term) for term in used if term.startswith(str(SG))} <= known


def test_every_term_has_a_label_and_every_property_and_class_a_comment() -> None:
    for name in dir(SG):
        assert (SG[name], RDFS.label, None) in ontology(), name
    described = [*PROPERTIES, *(kind.rdf for kind in kinds().values())]
    assert [name for name in described if (SG[name], RDFS.comment, None) not in ontology()] == []


@pytest.mark.parametrize("name", relations())
def test_a_relation_is_labelled_as_in_the_data(name: str) -> None:
    relation = relations()[name]
    term = SG[relation.rdf]
    assert list(ontology().objects(term, RDFS.label)) == [Literal(relation.label, lang="en")]
    assert list(ontology().objects(term, SKOS.prefLabel)) == [Literal(relation.label, lang="en")]
    assert list(ontology().objects(term, SG.inverseLabel)) == [Literal(relation.inverse, lang="en")]
    assert list(ontology().objects(term, SG.group)) == [SG[f"{relation.group}Group"]]
    assert list(ontology().objects(term, SG.plover)) == ([Literal(relation.plover)] if relation.plover else [])
    assert (term, RDF.type, OWL.ObjectProperty) in ontology()
    assert (term, RDF.type, SG.Relation) in ontology()


def test_kinds_are_labelled_and_placed_as_in_the_data() -> None:
    for kind in kinds().values():
        assert list(ontology().objects(SG[kind.rdf], RDFS.label)) == [Literal(kind.label, lang="en")]
        schema = [above for above in ontology().objects(SG[kind.rdf], RDFS.subClassOf) if "schema.org" in str(above)]
        assert schema == ([SCHEMA_CLASSES[kind.name]] if kind.name in SCHEMA_CLASSES else [])


def test_statuses_and_bounds_are_those_of_the_model() -> None:
    assert set(ontology().subjects(SKOS.inScheme, SG.statuses)) == {SG[status] for status in STATUSES}
    assert set(ontology().subjects(SKOS.inScheme, SG.bounds)) == {SG[bound] for bound in BOUNDS}


def test_the_shapes_allow_just_the_relations_of_the_data() -> None:
    rows = shapes().query(
        "SELECT ?r { ?p <http://www.w3.org/ns/shacl#path> rdf:predicate ; "
        "<http://www.w3.org/ns/shacl#in>/rdf:rest*/rdf:first ?r }"
    )
    assert {str(row[0]) for row in rows} == {str(SG[r.rdf]) for r in relations().values()}  # type: ignore[index]


def test_an_id_is_an_iri() -> None:
    assert str(iri("state:KP")) == "https://w3id.org/sanctionsgraph/state/KP"
    assert "/../" not in str(iri("org:.."))


@given(st.tuples(st.text(), st.text()), st.tuples(st.text(), st.text()))
def test_ids_that_differ_have_iris_that_differ(one: tuple[str, str], other: tuple[str, str]) -> None:
    left, right = ":".join(one), ":".join(other)
    assert (iri(left) == iri(right)) == (left == right)
    assert str(iri(left)).isascii()
    assert id_of(iri(left)) == left


@pytest.mark.parametrize("text", ["https://w3id.org/sanctionsgraph/x", "https://news.example/state/KP", ""])
def test_an_iri_from_elsewhere_is_no_id(text: str) -> None:
    assert id_of(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://news.example/a?b=1#c", "https://news.example/a?b=1#c"),
        ("  http://news.example ", "http://news.example"),
        ('https://news.example/a "b"', "https://news.example/a%20%22b%22"),
        ("https://news.example/%zz%41", "https://news.example/%25zz%41"),
        ("https://reader:secret@news.example/a", "https://news.example/a"),
        ("javascript:alert(1)", None),
        ("news.example", None),
        ("http://", None),
        ("http://news example/", None),
        ("http://news.example:port/", None),
    ],
)
def test_a_web_address_becomes_an_iri_or_nothing(text: str, found: str | None) -> None:
    assert web_iri(text) == (URIRef(found) if found else None)


@given(st.text() | st.text().map(lambda text: f"https://news.example/{text}"))
def test_what_is_taken_for_an_address_is_a_valid_iri(text: str) -> None:
    found = web_iri(text)
    assert found is None or (found.isascii() and not set(str(found)) & set(' <>"{}|\\^`\n\t'))
