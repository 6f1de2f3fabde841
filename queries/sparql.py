"""Questions in SPARQL: the graph as RDF in Oxigraph, asked the `.rq` file of a question.

Columns come back as ids and slugs, as the other languages give them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import unquote

from graph.ontology import items, relations
from graph.rdf.vocabulary import BASE, SG

if TYPE_CHECKING:
    import pyoxigraph

    from graph.stores.base import Store

_RELATIONS = {str(SG[relation.rdf]): name for name, relation in relations().items()}
_VALUES: dict[str, Callable[[str], Any]] = {
    "boolean": lambda text: text == "true", "integer": int, "decimal": float, "double": float,
}  # fmt: skip


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
        return [dict(zip(names, map(_plain, row), strict=True)) for row in solutions]


def _plain(term: Any) -> Any:
    if term is None:
        return None
    datatype = getattr(term, "datatype", None)
    return _of_iri(term.value) if datatype is None else _value_of(datatype.value)(term.value)


@cache
def _value_of(datatype: str) -> Callable[[str], Any]:
    return _VALUES.get(datatype.rpartition("#")[2], str)


@lru_cache(maxsize=2**16)
def _of_iri(iri: str) -> str:
    if iri in _RELATIONS:
        return _RELATIONS[iri]
    if iri.startswith(str(SG)):
        return iri.removeprefix(str(SG))
    prefix, _, local = iri.removeprefix(BASE).partition("/")
    slug = unquote(local)
    return slug if prefix == "item" and slug in items() else f"{unquote(prefix)}:{slug}"
