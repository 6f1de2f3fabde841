"""RDF terms from N-Triples, as `graph.rdf` gives them, to Turtle with the project's prefixes.

rdflib's own serialisers hold the whole graph in memory and, N-Triples, TriG, XML and JSON-LD, order it by hash seed.
The writers here stream, and write what they are given in the order they get it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rdflib.namespace import RDF, XSD

from graph.rdf.description import Description
from graph.rdf.vocabulary import PREFIXES

_LOCAL = re.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BY_NAMESPACE = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_BARE = (f"<{XSD.integer}>", f"<{XSD.boolean}>")
_TYPE = f"<{RDF.type}>"


def turtle_term(term: str) -> str:
    """Return a term as Turtle writes it, with prefixes; integers and booleans bare."""
    last = term[-1]
    if last == '"':
        return term
    if last != ">":
        return term
    if term[0] == "<":
        return turtle_iri(term) if term[1] != "<" else _triple_term(term)
    value, _, datatype = term.rpartition("^^")
    return value[1:-1] if datatype in _BARE else f"{value}^^{turtle_iri(datatype)}"


@lru_cache(maxsize=2**16)
def turtle_iri(term: str) -> str:
    """Return an IRI as a prefixed name if it has one that needs no escapes."""
    return prefixed(term[1:-1]) or term


def prefixed(iri: str) -> str | None:
    """Return `iri` as a prefixed name, or None if it has none that needs no escapes."""
    end = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _BY_NAMESPACE.get(iri[:end])
    local = iri[end:]
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else None


def _triple_term(term: str) -> str:
    opening, *parts, closing = term.split(" ")
    return " ".join([opening, *map(turtle_iri, parts), closing])


def by_predicate(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield each predicate once with its values, in their order."""
    for predicate, same in groupby(pairs, key=itemgetter(0)):
        yield predicate, [value for _, value in same]


def turtle_prefixes() -> Iterator[str]:
    """Yield the prefix declarations and a blank line."""
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    yield "\n"


def turtle_block(described: Description, indent: str = "") -> str:
    """Return the statements about one subject, a predicate a line."""
    subject, pairs = described
    lines: list[str] = []
    before = None
    for predicate, value in pairs:
        if predicate == before:
            lines[-1] += f", {turtle_term(value)}"
        else:
            name = "a" if predicate == _TYPE else turtle_iri(predicate)
            lines.append(f"{indent}    {name} {turtle_term(value)}")
            before = predicate
    return f"{indent}{turtle_iri(subject)}\n" + " ;\n".join(lines) + " .\n"
