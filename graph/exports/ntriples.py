"""N-Triples (RDF 1.1): a statement a line, without its graph."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.terms import ntriples_term
from graph.rdf import quads
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield one statement a line."""
    for quad in quads(selected):
        yield f"{' '.join(map(ntriples_term, quad[:3]))} .\n"
