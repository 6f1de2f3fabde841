"""JSON-LD 1.1: all statements in one graph, a node a line, under the context of `graph/context.jsonld`.

The context is part of the file, so that nobody has to fetch it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from graph.exports.terms import Described, by_subject, prefixed
from graph.rdf import Term, quads
from graph.selection import Selected
from graph.vocabulary import PREFIXES


def lines(selected: Selected) -> Iterator[str]:
    """Yield the document, a line a node."""
    yield '{"@context": ' + json.dumps(context(), separators=(",", ":")) + ',\n"@graph": ['
    separator = "\n"
    for described in by_subject(quads(selected)):
        yield separator + json.dumps(_node(described), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


@cache
def context() -> dict[str, Any]:
    """Return what `context.jsonld` defines, by term."""
    loaded: dict[str, Any] = json.loads(files("graph").joinpath("context.jsonld").read_text("utf-8"))["@context"]
    return loaded


@cache
def _terms() -> dict[str, tuple[str, str | None, str | None]]:
    """Return, by IRI of the property, the term that stands for it, and the type or language of its values."""
    terms = {}
    for term, meaning in context().items():
        if term in PREFIXES or term.startswith("@"):
            continue
        fields = {"@id": meaning} if isinstance(meaning, str) else meaning
        terms[fields["@id"]] = (term, fields.get("@type"), fields.get("@language"))
    return terms


def _node(described: Described) -> dict[str, Any]:
    subject, properties = described
    node: dict[str, Any] = {"id": _name(subject)}
    for predicate, values in properties:
        if predicate == RDF.type:
            term, shown = "type", [_name(value) for value in values]
        else:
            term, kind, language = _terms()[_name(predicate)]
            shown = [_value(value, kind, language) for value in values]
        node[term] = shown[0] if len(shown) == 1 else shown
    return node


def _value(value: Term, kind: str | None, language: str | None) -> Any:
    if not isinstance(value, Literal):
        return _name(value) if kind == "@id" else {"@id": _name(value)}
    if value.datatype in (XSD.integer, XSD.boolean) and kind == _name(value.datatype):
        return value.value
    if value.language == language and (_name(value.datatype) if value.datatype else None) == kind:
        return str(value)
    written = {"@value": str(value)}
    if value.datatype:
        written["@type"] = _name(value.datatype)
    return written | ({"@language": value.language} if value.language else {})


def _name(term: URIRef | Term) -> str:
    return (prefixed(term) if isinstance(term, URIRef) else None) or str(term)
