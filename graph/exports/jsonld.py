"""JSON-LD 1.1: all statements in one graph, a node a line, under the context of `graph/context.jsonld`.

The context is part of the file, so that nobody has to fetch it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from rdflib.namespace import RDF, XSD

from graph.errors import UsageError
from graph.exports.records import listed
from graph.exports.terms import by_predicate, prefixed
from graph.rdf import descriptions
from graph.rdf.description import FULL, Description, Profile
from graph.rdf.graph import literal_parts
from graph.rdf.vocabulary import PREFIXES
from graph.selection import Part


def lines(selected: Part, profile: Profile = FULL) -> Iterator[str]:
    """Yield the document, a line a node."""
    if profile.has_triple_terms:
        raise UsageError("JSON-LD has no triple terms (RDF 1.2); take turtle, trig, ntriples, nquads or rdfxml")
    yield '{"@context": ' + json.dumps(context(), separators=(",", ":")) + ',\n"@graph": ['
    graphs = (described for _, described in descriptions(selected, profile))
    yield from listed(json.dumps(_node(one), ensure_ascii=False) for described in graphs for one in described)
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


def _node(described: Description) -> dict[str, Any]:
    subject, pairs = described
    node: dict[str, Any] = {"id": _name(subject)}
    for predicate, values in by_predicate(pairs):
        if predicate == f"<{RDF.type}>":
            term, shown = "type", [_name(value) for value in values]
        else:
            term, kind, language = _terms()[_name(predicate)]
            shown = [_value(value, kind, language) for value in values]
        node[term] = shown[0] if len(shown) == 1 else shown
    return node


def _value(value: str, kind: str | None, language: str | None) -> Any:
    if value.startswith("<"):
        return _name(value) if kind == "@id" else {"@id": _name(value)}
    text, datatype, given_language = literal_parts(value)
    given_kind = (prefixed(datatype) or datatype) if datatype else None
    if (given_kind, given_language) == (kind, language):
        return _BARE[datatype](text) if datatype in _BARE else text
    written = {"@value": text} | ({"@type": given_kind} if given_kind else {})
    return written | ({"@language": given_language} if given_language else {})


# What JSON has its own values for.
_BARE: dict[str | None, Callable[[str], Any]] = {str(XSD.integer): int, str(XSD.boolean): "true".__eq__}


def _name(term: str) -> str:
    return prefixed(term[1:-1]) or term[1:-1]
