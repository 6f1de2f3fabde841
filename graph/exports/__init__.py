"""The formats that a part of the graph can be written in: one file a format, all listed here.

The file of a format has one function: `lines(selected)`, which yields text in pieces; `fill(selected, file)`, which
writes bytes; or, for a format of several files, `fill_folder(selected, folder)` and the `NAMES` of the files. What it
writes is the same on every machine. To add a format, write that file and add its line to `EXPORTS`. Nothing is imported
before it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO

from graph.errors import UsageError
from graph.exports.files import write_file, write_folder
from graph.packages import command_for, require

if TYPE_CHECKING:
    from graph.exports.network import Looks
    from graph.rdf.description import Profile
    from graph.selection import Part


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name, the suffix of its files, what it is for, and which tools read it.

    A format without a suffix is a folder of files. `package` is what must be installed beside the project, as pip calls
    it. One that `is_drawn` takes, as the `how` of its methods, the looks of a map: places and colours; one that
    `is_rdf`, a profile.
    """

    name: str
    suffix: str
    purpose: str
    tools: str
    package: str | None = None
    is_drawn: bool = False
    is_rdf: bool = False

    @property
    def is_folder(self) -> bool:
        return not self.suffix

    @property
    def remedy(self) -> str | None:
        """The command that installs what is missing; None where nothing is."""
        return command_for(self.package) if self.package else None

    def lines(self, selected: Part, how: Looks | Profile | None = None) -> Iterator[str]:
        """Yield the text of the file in pieces, where the format is text."""
        module = self._module
        pieces: Iterator[str] = module.lines(selected) if how is None else module.lines(selected, how)
        return pieces

    def fill(self, selected: Part, file: BinaryIO, how: Looks | Profile | None = None) -> None:
        """Write the bytes of the file into `file`, which nothing needs to seek in.

        Raises:
            UsageError: the format is a folder of files.
            DataError: a package is missing.
        """
        if self.is_folder:
            raise UsageError(f"{self.name} is a folder of files; name one with -o")
        module = self._module
        if hasattr(module, "fill"):
            module.fill(selected, file)
        else:
            file.writelines(piece.encode("utf-8") for piece in self.lines(selected, how))

    def write(self, selected: Part, path: Path, how: Looks | Profile | None = None) -> None:
        """Write the file or the folder at `path`, whole or not at all.

        Raises:
            DataError: it cannot be written there, or a package is missing.
        """
        module = self._module
        if self.is_folder:
            write_folder(path, lambda folder: module.fill_folder(selected, folder), module.NAMES)
        else:
            write_file(path, lambda file: self.fill(selected, file, how))

    def require(self) -> None:
        """Do nothing, or raise a DataError that tells which package is missing."""
        if self.package:
            require(self.package, f"{self.name} needs")

    @property
    def _module(self) -> ModuleType:
        self.require()
        return import_module(f"graph.exports.{self.name.replace('-', '_')}")


_TRIPLE_STORES = "GraphDB, RDF4J, Jena, Oxigraph, Stardog, Virtuoso"
_ALL = (
    Export(
        "turtle", ".ttl", "RDF to read and to load", f"{_TRIPLE_STORES}, Protégé, Neo4j (neosemantics), rdflib",
        is_rdf=True,
    ),
    Export(
        "trig", ".trig", "RDF in named graphs: take or drop claims, edges, items by themselves", _TRIPLE_STORES,
        is_rdf=True,
    ),
    Export(
        "nquads", ".nq", "RDF in named graphs, a statement a line: bulk loading, diff, grep", _TRIPLE_STORES,
        is_rdf=True,
    ),
    Export(
        "ntriples", ".nt", "RDF, a statement a line, for tools without named graphs", f"{_TRIPLE_STORES}, rdflib",
        is_rdf=True,
    ),
    Export("rdfxml", ".rdf", "RDF for tools that read XML only", "Protégé, older RDF tools", is_rdf=True),
    Export("jsonld", ".jsonld", "RDF as JSON, its context inside", "web applications, JavaScript, rdflib", is_rdf=True),
    Export(
        "nanopub", ".nanopub.trig", "each claim as a nanopublication, to be signed and published by itself",
        "nanopub tools, the same triple stores", is_rdf=True,
    ),
    Export(
        "graphml", ".graphml", "facts as lines between entities, where and in the colours that the map has them",
        "Gephi, Cytoscape, yEd, igraph, networkx", is_drawn=True,
    ),
    Export(
        "gexf", ".gexf", "the same, with a time line", "Gephi, Gephi Lite, networkx", is_drawn=True,
    ),
    Export("node-link", ".node-link.json", "the same as JSON: nodes and edges", "networkx, D3, sigma.js"),
    Export("network-csv", "", "the same as a folder of two tables: nodes and edges", "Gephi, Cytoscape, R, pandas"),
    Export("neo4j-csv", "", "a folder to fill an empty Neo4j database from, in one go", "neo4j-admin database import"),
    Export(
        "ftm", ".ftm.json", "FollowTheMoney entities, one a line; what is denied is a note, never a link",
        "OpenAleph, ftm, OpenSanctions tools",
    ),
    Export(
        "stix", ".stix.json", "a STIX 2.1 bundle; what is affirmed is a relationship, what is denied is not",
        "OpenCTI, stix2, MISP (things and articles)",
    ),
    Export("csv", ".csv", "claims, one a row, names and sentence beside the ids", "spreadsheets, pandas, R, DuckDB"),
    Export(
        "xlsx", ".xlsx", "a workbook to read and filter: claims with their words, facts, entities, articles",
        "Excel, LibreOffice", package="XlsxWriter",
    ),
    Export(
        "parquet", ".parquet", "claims, one a row, columns typed", "pandas, Polars, DuckDB, Spark", package="pyarrow"
    ),
    Export("json", ".json", "all records, complete, in one document", "jq, scripts in any language"),
    Export("jsonl", ".jsonl", "all records, complete, one a line", "jq, DuckDB, Spark, scripts that stream"),
)  # fmt: skip
EXPORTS: dict[str, Export] = {export.name: export for export in _ALL}


def export_named(name: str) -> Export:
    """Return the format of this name; a file's suffix will do.

    Raises:
        UsageError: there is none; the message names them.
    """
    wanted = name.strip().lower()
    by_suffix = {export.suffix.removeprefix("."): export for export in _ALL if export.suffix}
    found = EXPORTS.get(wanted) or EXPORTS.get(wanted.replace("-", "")) or by_suffix.get(wanted.removeprefix("."))
    if found is None:
        near = get_close_matches(wanted, [*EXPORTS, *by_suffix], n=1)
        meant = f" (did you mean {near[0]}?)" if near else ""
        raise UsageError(f"no format {name!r}{meant}; there are {', '.join(EXPORTS)}")
    return found
