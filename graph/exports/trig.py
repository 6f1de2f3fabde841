"""TriG (RDF 1.1): the statements in named graphs."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.terms import turtle_block, turtle_iri, turtle_prefixes
from graph.rdf import descriptions
from graph.rdf.description import FULL, Graphs, Profile
from graph.selection import Part


def lines(selected: Part, profile: Profile = FULL) -> Iterator[str]:
    """Yield the prefixes, then graph by graph its statements."""
    return trig(descriptions(selected, profile))


def trig(graphs: Graphs) -> Iterator[str]:
    """Yield named graphs as TriG; one without statements is left out."""
    yield from turtle_prefixes()
    for name, subjects in graphs:
        opening = f"{turtle_iri(name)} {{\n"
        for description in subjects:
            yield opening + turtle_block(description, "    ")
            opening = ""
        if not opening:
            yield "}\n\n"
