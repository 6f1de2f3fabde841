"""RDF/XML: all statements in one graph."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef

from graph.exports.terms import Described, by_subject, prefixed
from graph.exports.xml import attribute, element_text
from graph.rdf import Term, quads
from graph.selection import Selected
from graph.vocabulary import PREFIXES


def lines(selected: Selected) -> Iterator[str]:
    """Yield the document, an element a subject."""
    namespaces = "".join(f"\n  xmlns:{prefix}={attribute(namespace)}" for prefix, namespace in PREFIXES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{namespaces}>\n'
    for described in by_subject(quads(selected)):
        yield _description(described)
    yield "</rdf:RDF>\n"


def _description(described: Described) -> str:
    subject, properties = described
    inner = "".join(_property(predicate, value) for predicate, values in properties for value in values)
    return f"  <rdf:Description rdf:about={attribute(subject)}>\n{inner}  </rdf:Description>\n"


def _property(predicate: URIRef, value: Term) -> str:
    name = prefixed(predicate)
    if not isinstance(value, Literal):
        return f"    <{name} rdf:resource={attribute(value)}/>\n"
    kind = f" rdf:datatype={attribute(value.datatype)}" if value.datatype else ""
    kind = f" xml:lang={attribute(value.language)}" if value.language else kind
    return f"    <{name}{kind}>{element_text(value)}</{name}>\n"
