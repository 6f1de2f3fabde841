"""Questions in SPARQL: the graph as RDF in Oxigraph, asked the `.rq` file of a question.

Columns come back as ids and slugs, as the other languages give them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import unquote

from graph.collector import collector_held
from graph.ontology import items, relations
from graph.rdf.vocabulary import BASE, SG

if TYPE_CHECKING:
    import pyoxigraph

    from graph.stores.base import Store

_TERMS = str(SG)
_RELATIONS = {str(SG[relation.rdf]): name for name, relation in relations().items()}


class RdfGraph:
    """A graph as RDF in memory, for SPARQL; takes the package `pyoxigraph`."""

    def __init__(self, triples: pyoxigraph.Store) -> None:
        self._triples = triples
        self._ids = _Ids()

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

    def select(self, sparql: str, make: Callable[[list[Any]], Any] = list) -> list[Any]:
        """Run one SELECT and return what `make` makes of the values of each row, in order of its columns.

        Values are ids, slugs and the text of literals; what is unbound is None.
        """
        import pyoxigraph

        iri, known = pyoxigraph.NamedNode, self._ids
        with collector_held():
            return [
                make([None if t is None else known[t.value] if type(t) is iri else t.value for t in row])
                for row in cast("Iterable[Iterable[Any]]", self._triples.query(sparql))
            ]


class _Ids(dict[str, str]):
    """Ids and slugs by address, worked out once."""

    def __missing__(self, iri: str) -> str:
        found = self[iri] = _of_iri(iri)
        return found


def _of_iri(iri: str) -> str:
    if iri in _RELATIONS:
        return _RELATIONS[iri]
    if iri.startswith(_TERMS):
        return iri.removeprefix(_TERMS)
    prefix, _, local = iri.removeprefix(BASE).partition("/")
    if "%" in iri:
        prefix, local = unquote(prefix), unquote(local)
    return local if prefix == "item" and local in items() else f"{prefix}:{local}"
