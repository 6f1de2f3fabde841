"""Turtle (RDF 1.1): all statements in one graph."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.terms import turtle_block, turtle_prefixes
from graph.rdf import descriptions
from graph.rdf.description import FULL, Profile
from graph.selection import Part


def lines(selected: Part, profile: Profile = FULL) -> Iterator[str]:
    """Yield the prefixes, then the statements subject by subject."""
    yield from turtle_prefixes()
    for _, described in descriptions(selected, profile):
        for description in described:
            yield turtle_block(description) + "\n"
