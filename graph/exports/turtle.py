"""Turtle (RDF 1.1): all statements in one graph."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.terms import by_subject, turtle_block, turtle_prefixes
from graph.rdf import quads
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield the prefixes, then the statements subject by subject."""
    yield from turtle_prefixes()
    for described in by_subject(quads(selected)):
        yield turtle_block(described) + "\n"
