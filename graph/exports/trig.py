"""TriG (RDF 1.1): the statements in named graphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from graph.exports.terms import by_subject, turtle_block, turtle_prefixes, turtle_term
from graph.rdf import quads
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield the prefixes, then graph by graph its statements."""
    yield from turtle_prefixes()
    for name, statements in groupby(quads(selected), key=itemgetter(3)):
        yield f"{turtle_term(name)} {{\n"
        for described in by_subject(statements):
            yield turtle_block(described, "    ")
        yield "}\n\n"
