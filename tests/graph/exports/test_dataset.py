from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCAT, VOID, XSD

from graph.exports import EXPORTS
from graph.exports.dataset import description
from graph.rdf.description import FULL, Profile
from graph.rdf.vocabulary import SG, SPDX
from tests.graph.exports.made import made

FORMATS = [name for name, export in EXPORTS.items() if export.is_rdf]


def described(name: str, profile: Profile, path: Path) -> Graph:
    EXPORTS[name].write(made(), path, profile)
    return Graph().parse(data="".join(description(EXPORTS[name], made(), profile, path)), format="turtle")


def number(graph: Graph, predicate: URIRef) -> int:
    (value,) = graph.objects(graph.value(None, RDF.type, VOID.Dataset), predicate)
    return int(str(value))


@pytest.mark.parametrize("profile", [FULL, Profile(is_flat=True), Profile(has_quotes=False)])
def test_the_counts_are_those_of_the_file(profile: Profile, tmp_path: Path) -> None:
    graph = described("ntriples", profile, tmp_path / "g.nt")
    held = Graph().parse(tmp_path / "g.nt", format="nt")
    assert number(graph, VOID.triples) == len(held)
    assert number(graph, VOID.distinctSubjects) == len(set(held.subjects()))
    assert number(graph, VOID.properties) == len(set(held.predicates()))
    assert number(graph, VOID.classes) == len(set(held.objects(None, RDF.type)))
    assert number(graph, VOID.entities) == len(made().entities)
    for of, counted, held_by in (
        (VOID["class"], VOID.entities, lambda kind: held.subjects(RDF.type, kind)),
        (VOID.property, VOID.triples, lambda name: held.subject_objects(name)),
    ):
        told = {term: graph.value(part, counted) for part, term in graph.subject_objects(of)}
        assert told == {term: Literal(len(list(held_by(term)))) for term in told}
    assert (SG.Claim in set(graph.objects(None, VOID["class"]))) is not profile.is_flat


@pytest.mark.parametrize("name", FORMATS)
def test_the_file_is_told_with_its_size_and_checksum_and_no_blank_node(name: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.out"
    graph = described(name, FULL, path)
    (file,) = graph.subjects(RDF.type, DCAT.Distribution)
    assert graph.value(file, DCAT.byteSize) == Literal(path.stat().st_size, datatype=XSD.nonNegativeInteger)
    checksum = graph.value(graph.value(file, SPDX.checksum), SPDX.checksumValue)
    assert str(checksum).lower() == sha256(path.read_bytes()).hexdigest()
    assert str(tmp_path) not in graph.serialize()
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]
