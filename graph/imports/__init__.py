"""The way back: from the project's own exports to readings that a ledger takes.

RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD) and the records of `json` and `jsonl`. What a ledger says comes
back whole; its history and its clock do not. Nothing is believed: RDF must be what the shapes ask for, a sentence must
stand in its article, and an id must be that of what it names.
"""

from __future__ import annotations

from typing import BinaryIO

from graph.errors import SourceError
from graph.imports.syntax import Syntax
from graph.imports.together import readings_of
from graph.ledger.checks import check_reading
from graph.model import Reading


def read_export(file: BinaryIO, syntax: Syntax) -> list[Reading]:
    """Return what an export holds, an article a reading, in order of id; all of it is in memory.

    Raises:
        SourceError: it is no export, or not a whole one; the message is the rest of a sentence about the file.
        ReadingError: it says what no ledger would take.
        DataError: a package is missing.
    """
    if syntax.is_rdf:
        from graph.imports.rdf import records_of
    else:
        from graph.imports.records import records_of
    readings = readings_of(records_of(file, syntax))
    for reading in readings:
        check_reading(reading)
    return readings


__all__ = ["SourceError", "Syntax", "read_export"]
