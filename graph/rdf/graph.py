"""The RDF of a part of the graph in the terms of rdflib: to ask it in SPARQL, to check it by SHACL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rdflib import Graph, Literal, URIRef

from graph.rdf import descriptions
from graph.rdf.description import FULL, Profile
from graph.rdf.vocabulary import PREFIXES
from graph.selection import Part

Term = URIRef | Literal
Triple = tuple[URIRef, URIRef, Term]
Quad = tuple[URIRef, URIRef, Term, URIRef]

_ESCAPE = re.compile(r"\\(.)")
_MEANINGS = {"n": "\n", "r": "\r", "t": "\t"}


def quads(selected: Part, profile: Profile = FULL) -> Iterator[Quad]:
    """Yield the statements about `selected`, each once; those of one subject in one graph stand together.

    rdflib has no triple terms, so `profile` must do without.
    """
    for name, described in descriptions(selected, profile):
        graph = _iri(name)
        for subject, pairs in described:
            yield from ((_iri(subject), _iri(predicate), term(value), graph) for predicate, value in pairs)


def to_graph(selected: Part, profile: Profile = FULL) -> Graph:
    """Return the statements as one rdflib graph; takes about 1 kB a statement."""
    graph = empty_graph()
    for subject, predicate, value, _ in quads(selected, profile):
        graph.add((subject, predicate, value))
    return graph


def empty_graph() -> Graph:
    """Return a graph that knows the prefixes."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph


def term(text: str) -> Term:
    """Return the term that `text` is in N-Triples."""
    if text[0] == "<":
        return _iri(text)
    value, datatype, language = literal_parts(text)
    return Literal(value, datatype=datatype, lang=language, normalize=False)


def literal_parts(text: str) -> tuple[str, str | None, str | None]:
    """Return the value, the datatype and the language of a literal in N-Triples."""
    quoted, _, kind = text.rpartition('"')
    value = quoted[1:]
    if "\\" in value:
        value = _ESCAPE.sub(lambda match: _MEANINGS.get(match[1], match[1]), value)
    return value, kind[3:-1] if kind.startswith("^^") else None, kind[1:] if kind.startswith("@") else None


@lru_cache(maxsize=2**16)
def _iri(text: str) -> URIRef:
    return URIRef(text[1:-1])
