"""The formats that a part of the graph can be written in: one file a format, all listed here.

The file of a format has one function, `lines(selected)`, which yields the text in pieces, the same on every machine. To
add a format, write that file and add its line to `EXPORTS`. Nothing is imported before it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.exports.files import write_text

if TYPE_CHECKING:
    from graph.selection import Selected


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name, the suffix of its files, what it is for, and which tools read it."""

    name: str
    suffix: str
    purpose: str
    tools: str

    def lines(self, selected: Selected) -> Iterator[str]:
        """Yield the text of the file in pieces."""
        pieces: Iterator[str] = import_module(f"graph.exports.{self.name}").lines(selected)
        return pieces

    def write(self, selected: Selected, path: Path) -> None:
        """Write the file at `path`, whole or not at all.

        Raises:
            DataError: it cannot be written there.
        """
        write_text(path, self.lines(selected))


_TRIPLE_STORES = "GraphDB, RDF4J, Jena, Oxigraph, Stardog, Virtuoso"
_ALL = (
    Export("turtle", ".ttl", "RDF to read and to load", f"{_TRIPLE_STORES}, Protégé, Neo4j (neosemantics), rdflib"),
    Export("trig", ".trig", "RDF in named graphs: take or drop claims, edges, items by themselves", _TRIPLE_STORES),
    Export("nquads", ".nq", "RDF in named graphs, a statement a line: bulk loading, diff, grep", _TRIPLE_STORES),
    Export("ntriples", ".nt", "RDF, a statement a line, for tools without named graphs", f"{_TRIPLE_STORES}, rdflib"),
    Export("rdfxml", ".rdf", "RDF for tools that read XML only", "Protégé, older RDF tools"),
    Export("jsonld", ".jsonld", "RDF as JSON, its context inside", "web applications, JavaScript, rdflib"),
    Export("graphml", ".graphml", "facts as lines between entities", "yEd, Cytoscape, igraph, networkx, Gephi"),
    Export("gexf", ".gexf", "facts as lines between entities, with a time line", "Gephi, Gephi Lite, networkx"),
    Export("csv", ".csv", "claims, one a row, names and sentence beside the ids", "spreadsheets, pandas, R, DuckDB"),
    Export("json", ".json", "all records, complete, in one document", "jq, scripts in any language"),
    Export("jsonl", ".jsonl", "all records, complete, one a line", "jq, DuckDB, Spark, scripts that stream"),
)
EXPORTS: dict[str, Export] = {export.name: export for export in _ALL}


def export_named(name: str) -> Export:
    """Return the format of this name; a file's suffix will do.

    Raises:
        UsageError: there is none; the message names them.
    """
    wanted = name.strip().lower()
    by_suffix = {export.suffix.removeprefix("."): export for export in _ALL}
    found = EXPORTS.get(wanted.replace("-", "")) or by_suffix.get(wanted.removeprefix("."))
    if found is None:
        near = get_close_matches(wanted, [*EXPORTS, *by_suffix], n=1)
        meant = f" (did you mean {near[0]}?)" if near else ""
        raise UsageError(f"no format {name!r}{meant}; there are {', '.join(EXPORTS)}")
    return found
