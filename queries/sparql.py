"""Questions in SPARQL: the graph as RDF in Oxigraph, asked the `.rq` file of a question.

Columns come back as ids and slugs, as the other languages give them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self
from urllib.parse import unquote

from graph.ontology import items, relations
from graph.rdf.vocabulary import BASE, SG

if TYPE_CHECKING:
    import pyoxigraph

    from graph.stores.base import Store

_RELATIONS = {str(SG[relation.rdf]): name for name, relation in relations().items()}
_NUMBERS = {"integer": int, "decimal": float, "double": float}


class RdfGraph:
    """A graph as RDF in memory, for SPARQL; takes the package `pyoxigraph`."""

    def __init__(self, triples: pyoxigraph.Store) -> None:
        self._triples = triples

    @classmethod
    def of(cls, store: Store) -> Self:
        """Return the RDF of all that `store` holds."""
        import pyoxigraph

        from graph.exports import ntriples
        from graph.selection import Selection, select

        triples = pyoxigraph.Store()
        lines = ntriples.lines(select(store, Selection()))
        triples.bulk_load("".join(lines).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
        return cls(triples)

    def select(self, sparql: str) -> list[dict[str, Any]]:
        """Run one SELECT and return its rows by column name; an unbound column is None."""
        solutions: Any = self._triples.query(sparql)
        names = [variable.value for variable in solutions.variables]
        return [{name: _plain(row[name]) for name in names} for row in solutions]


def _plain(term: Any) -> Any:
    if term is None:
        return None
    value: str = term.value
    if hasattr(term, "datatype"):
        kind = term.datatype.value.rpartition("#")[2]
        return value == "true" if kind == "boolean" else _NUMBERS.get(kind, str)(value)
    if value in _RELATIONS:
        return _RELATIONS[value]
    if value.startswith(str(SG)):
        return value.removeprefix(str(SG))
    prefix, _, local = value.removeprefix(BASE).partition("/")
    slug = unquote(local)
    return slug if prefix == "item" and slug in items() else f"{unquote(prefix)}:{slug}"
