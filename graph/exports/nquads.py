"""N-Quads (RDF 1.1): a statement and its graph a line."""

from __future__ import annotations

from collections.abc import Iterator

from graph.rdf import FULL, Profile, descriptions
from graph.selection import Selected


def lines(selected: Selected, profile: Profile = FULL) -> Iterator[str]:
    """Yield the statements, one a line, subject by subject."""
    for name, described in descriptions(selected, profile):
        for subject, pairs in described:
            yield "".join([f"{subject} {predicate} {value} {name} .\n" for predicate, value in pairs])
