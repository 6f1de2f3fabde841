"""RDF terms as text, for the writers: N-Triples, and Turtle with the project's prefixes.

rdflib's own serialisers hold the whole graph in memory and, N-Triples, TriG, XML and JSON-LD, order it by hash seed.
These stream, and write what they are given in the order they get it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from graph.rdf import Quad, Term
from graph.vocabulary import PREFIXES

Described = tuple[URIRef, list[tuple[URIRef, list[Term]]]]

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_LOCAL = re.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))


def ntriples_term(term: Term) -> str:
    """Return `term` as N-Triples writes it."""
    if not isinstance(term, Literal):
        return f"<{term}>"
    if term.datatype:
        return f"{_quoted(term)}^^<{term.datatype}>"
    return f"{_quoted(term)}@{term.language}" if term.language else _quoted(term)


def turtle_term(term: Term) -> str:
    """Return `term` as Turtle writes it, with prefixes; integers and booleans bare."""
    if not isinstance(term, Literal):
        return prefixed(term) or f"<{term}>"
    if term.datatype in (XSD.integer, XSD.boolean):
        return str(term)
    if term.datatype:
        return f"{_quoted(term)}^^{prefixed(term.datatype) or f'<{term.datatype}>'}"
    return ntriples_term(term)


@lru_cache(maxsize=2**16)
def prefixed(term: URIRef) -> str | None:
    """Return `term` as a prefixed name, or None if it has none that needs no escapes."""
    for prefix, namespace in _BY_LENGTH:
        if term.startswith(namespace) and _LOCAL.fullmatch(term[len(namespace) :]):
            return f"{prefix}:{term[len(namespace) :]}"
    return None


def by_subject(quads: Iterable[Quad]) -> Iterator[Described]:
    """Yield each subject in turn with what is said of it: predicates in order, each with its values."""
    for subject, statements in groupby(quads, key=itemgetter(0)):
        described = groupby(statements, key=itemgetter(1))
        yield subject, [(predicate, [quad[2] for quad in same]) for predicate, same in described]


def turtle_prefixes() -> Iterator[str]:
    """Yield the prefix declarations and a blank line."""
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    yield "\n"


def turtle_block(described: Described, indent: str = "") -> str:
    """Return the statements about one subject, a predicate a line."""
    subject, properties = described
    lines = [
        f"{indent}    {'a' if predicate == RDF.type else turtle_term(predicate)} {', '.join(map(turtle_term, values))}"
        for predicate, values in properties
    ]
    return f"{indent}{turtle_term(subject)}\n" + " ;\n".join(lines) + " .\n"


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'
