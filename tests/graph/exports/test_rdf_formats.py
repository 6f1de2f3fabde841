from __future__ import annotations

import io
import json
import logging
import re
from importlib import import_module

import pyoxigraph
import pytest
from hypothesis import given, settings
from rdflib import RDF, BNode, Dataset, Literal, URIRef

from graph.errors import UsageError
from graph.exports import EXPORTS
from graph.exports.jsonld import context
from graph.model import Reading
from graph.rdf.description import Profile
from graph.rdf.graph import Term, quads
from graph.rdf.vocabulary import PREFIXES, SG
from graph.selection import Selected, Selection, select
from graph.stores.memory import MemoryStore
from tests.graph.builders import ReadingsSource
from tests.graph.exports.made import EVIL, hostile, made
from tests.graph.strategies import reading_lists

# rdflib 7.6 warns of calls that its own parsers make.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

FLAT = {
    "turtle": ("turtle", pyoxigraph.RdfFormat.TURTLE),
    "ntriples": ("nt", pyoxigraph.RdfFormat.N_TRIPLES),
    "rdfxml": ("xml", pyoxigraph.RdfFormat.RDF_XML),
    "jsonld": ("json-ld", pyoxigraph.RdfFormat.JSON_LD),
}
NAMED = {
    "trig": ("trig", pyoxigraph.RdfFormat.TRIG),
    "nquads": ("nquads", pyoxigraph.RdfFormat.N_QUADS),
}
Flat = tuple[str, ...]


def text_of(name: str, selected: Selected) -> str:
    return "".join(EXPORTS[name].lines(selected))


def key(term: Term) -> str:
    """Return a term as N-Triples, without what rdflib and Oxigraph write differently."""
    if not isinstance(term, Literal):
        return f"<{term}>"
    return json.dumps([str(term), str(term.datatype or ""), term.language or ""])


def expected(selected: Selected, *, graphs: bool) -> set[Flat]:
    return {tuple(map(key, quad if graphs else quad[:3])) for quad in quads(selected)}


def by_oxigraph(name: str, selected: Selected) -> list[Flat]:
    form = (FLAT | NAMED)[name][1]
    parsed = pyoxigraph.parse(io.BytesIO(text_of(name, selected).encode()), format=form)
    return [tuple(map(_ox_key, (*quad.triple, quad.graph_name)[: 4 if name in NAMED else 3])) for quad in parsed]


def _ox_key(term: object) -> str:
    if isinstance(term, pyoxigraph.NamedNode):
        return f"<{term.value}>"
    assert isinstance(term, pyoxigraph.Literal), term
    is_plain = term.language or term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
    return json.dumps([term.value, "" if is_plain else term.datatype.value, term.language or ""])


def by_rdflib(name: str, selected: Selected) -> Dataset:
    form = (FLAT | NAMED)[name][0]
    dataset = Dataset()
    dataset.parse(data=text_of(name, selected), format=form)
    return dataset


@pytest.mark.parametrize("name", FLAT | NAMED)
def test_rdflib_and_oxigraph_load_the_same_statements_and_no_blank_node(name: str) -> None:
    selected = made()
    wanted = expected(selected, graphs=name in NAMED)
    parsed = by_oxigraph(name, selected)
    assert set(parsed) == wanted
    assert len(parsed) == len(wanted)
    dataset = by_rdflib(name, selected)
    assert len(dataset) == len(wanted)
    assert not any(isinstance(term, BNode) for quad in dataset.quads() for term in quad[:3])


@pytest.mark.parametrize("name", FLAT | NAMED)
def test_hostile_records_come_back_as_they_were_cleaned(name: str) -> None:
    selected = hostile()
    assert set(by_oxigraph(name, selected)) == expected(selected, graphs=name in NAMED)


@pytest.mark.parametrize("name", ["turtle", "rdfxml", "jsonld"])  # rdflib needs 15 s for a line of a megabyte
def test_hostile_records_load_in_rdflib(name: str, caplog: pytest.LogCaptureFixture) -> None:
    selected = hostile()
    with caplog.at_level(logging.CRITICAL, "rdflib"):
        assert len(by_rdflib(name, selected)) == len(expected(selected, graphs=name in NAMED))


@settings(max_examples=15, deadline=None)
@given(reading_lists(max_size=2))
def test_any_ledger_comes_back_whole_in_every_format(readings: list[Reading]) -> None:
    selected = select(MemoryStore.of(ReadingsSource(readings)), Selection())
    for name in FLAT | NAMED:
        assert set(by_oxigraph(name, selected)) == expected(selected, graphs=name in NAMED)


def test_ids_are_prefixed_names_in_turtle() -> None:
    text = text_of("turtle", made())
    assert re.search(
        r"^state:KP\n    a sg:State, schema:Country ;\n    rdfs:label \"North Korea\" ;$", text, re.MULTILINE
    )
    assert "<https://w3id.org/sanctionsgraph/state/" not in text.partition("\n\n")[2]


def test_every_format_declares_the_same_prefixes() -> None:
    turtle = dict(re.findall(r"^@prefix ([a-z]+): <(.*)> \.$", text_of("turtle", made()), re.MULTILINE))
    xml = dict(re.findall(r'^  xmlns:([a-z]+)="(.*?)"', text_of("rdfxml", made()), re.MULTILINE))
    assert turtle == xml == dict(PREFIXES)
    assert {name: context()[name] for name in PREFIXES} == turtle


def test_the_context_knows_every_property_that_is_written() -> None:
    meanings = [meaning for term, meaning in context().items() if term not in PREFIXES and term != "@version"]
    names = [meaning if isinstance(meaning, str) else meaning["@id"] for meaning in meanings]
    pairs = [name.split(":") for name in names if ":" in name]
    known = {URIRef(PREFIXES[prefix] + local) for prefix, local in pairs}
    written = {quad[1] for selected in (made(), hostile()) for quad in quads(selected)}
    assert written - known == {RDF.type}
    assert [term for term in known if term.startswith(str(SG)) and term not in SG] == []


def test_json_ld_reads_like_json() -> None:
    nodes = {node["id"]: node for node in json.loads(text_of("jsonld", made()))["@graph"][:-20]}
    assert nodes["state:KP"]["type"] == ["sg:State", "schema:Country"]
    claim = next(node for node in nodes.values() if "sg:Claim" in node["type"] and "quantity" in node)
    assert isinstance(claim["start"], int)
    assert claim["status"] == "sg:affirmed"


@pytest.mark.parametrize("name", [name for name in FLAT | NAMED if name != "jsonld"])
def test_oxigraph_reads_the_triple_terms_and_beside_them_all_the_rest(name: str) -> None:
    text = "".join(import_module(f"graph.exports.{name}").lines(made(), Profile(has_triple_terms=True)))
    parsed = list(pyoxigraph.parse(io.BytesIO(text.encode()), format=(FLAT | NAMED)[name][1]))
    triples = [quad for quad in parsed if isinstance(quad.object, pyoxigraph.Triple)]
    assert len(triples) == sum(bool(claim.subject and (claim.object or claim.item)) for claim in made().claims)
    assert len(parsed) - len(triples) == len(expected(made(), graphs=True))


def test_json_ld_refuses_triple_terms_and_says_what_takes_them() -> None:
    with pytest.raises(UsageError, match="JSON-LD has no triple terms"):
        next(import_module("graph.exports.jsonld").lines(made(), Profile(has_triple_terms=True)))


def test_nothing_from_a_page_becomes_syntax() -> None:
    for name in ("ntriples", "nquads"):
        lines = text_of(name, hostile()).split("\n")
        assert all(line.endswith(" .") for line in lines[:-1])
    assert EVIL not in text_of("turtle", hostile())
