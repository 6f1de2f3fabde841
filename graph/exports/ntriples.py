"""N-Triples (RDF 1.1): a statement a line, without its graph."""

from __future__ import annotations

from collections.abc import Iterator

from graph.rdf import descriptions
from graph.rdf.description import FULL, Profile
from graph.selection import Part


def lines(selected: Part, profile: Profile = FULL) -> Iterator[str]:
    """Yield the statements, one a line, subject by subject."""
    for _, described in descriptions(selected, profile):
        for subject, pairs in described:
            yield "".join([f"{subject} {predicate} {value} .\n" for predicate, value in pairs])
