"""TriG (RDF 1.1): the statements in named graphs."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.terms import turtle_block, turtle_iri, turtle_prefixes
from graph.rdf import FULL, Profile, descriptions
from graph.selection import Selected


def lines(selected: Selected, profile: Profile = FULL) -> Iterator[str]:
    """Yield the prefixes, then graph by graph its statements."""
    yield from turtle_prefixes()
    for name, described in descriptions(selected, profile):
        opening = f"{turtle_iri(name)} {{\n"
        for description in described:
            yield opening + turtle_block(description, "    ")
            opening = ""
        if not opening:
            yield "}\n\n"
