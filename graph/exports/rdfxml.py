"""RDF/XML: all statements in one graph."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.terms import prefixed
from graph.exports.xml import attribute, element_text
from graph.rdf import descriptions
from graph.rdf.description import FULL, Description, Profile
from graph.rdf.graph import literal_parts
from graph.rdf.vocabulary import PREFIXES
from graph.selection import Part


def lines(selected: Part, profile: Profile = FULL) -> Iterator[str]:
    """Yield the document, an element a subject."""
    namespaces = "".join(f"\n  xmlns:{prefix}={attribute(namespace)}" for prefix, namespace in PREFIXES.items())
    version = ' rdf:version="1.2"' if profile.has_triple_terms else ""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{namespaces}{version}>\n'
    for _, described in descriptions(selected, profile):
        yield from map(_description, described)
    yield "</rdf:RDF>\n"


def _description(described: Description) -> str:
    subject, pairs = described
    inner = "".join(f"    {_property(predicate, value)}\n" for predicate, value in pairs)
    return f"  <rdf:Description rdf:about={attribute(subject[1:-1])}>\n{inner}  </rdf:Description>\n"


def _property(predicate: str, value: str) -> str:
    name = prefixed(predicate[1:-1])
    if value.startswith("<<("):
        return f'<{name} rdf:parseType="Triple">{_triple(value)}</{name}>'
    if value.startswith("<"):
        return f"<{name} rdf:resource={attribute(value[1:-1])}/>"
    text, datatype, language = literal_parts(value)
    kind = f" rdf:datatype={attribute(datatype)}" if datatype else ""
    kind = f" xml:lang={attribute(language)}" if language else kind
    return f"<{name}{kind}>{element_text(text)}</{name}>"


def _triple(value: str) -> str:
    subject, predicate, target = value.split(" ")[1:-1]
    return f"<rdf:Description rdf:about={attribute(subject[1:-1])}>{_property(predicate, target)}</rdf:Description>"
