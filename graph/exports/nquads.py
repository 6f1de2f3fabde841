"""N-Quads (RDF 1.1): a statement and its graph a line."""

from __future__ import annotations

from collections.abc import Iterator

from graph.rdf import descriptions
from graph.rdf.description import FULL, Description, Profile
from graph.selection import Part


def lines(selected: Part, profile: Profile = FULL) -> Iterator[str]:
    """Yield the statements, one a line, subject by subject."""
    for name, described in descriptions(selected, profile):
        for description in described:
            yield block(description, name)


def block(description: Description, name: str) -> str:
    """Return the statements about one subject in the named graph, one a line."""
    subject, pairs = description
    return "".join([f"{subject} {predicate} {value} {name} .\n" for predicate, value in pairs])
