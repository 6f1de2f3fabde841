"""Which of the project's own exports a file is: told by its suffix and by how it begins, for most files are pages."""

from __future__ import annotations

import json
import re
from enum import Enum
from typing import Any

HEAD = 8192  # bytes that tell
# That of `graph.rdf.vocabulary`, which takes rdflib to import.
_BASE = b"https://w3id.org/sanctionsgraph/"


class Syntax(Enum):
    """How an export is written; the value of RDF is the name of the syntax in `pyoxigraph`."""

    turtle = "TURTLE"
    trig = "TRIG"
    ntriples = "N_TRIPLES"
    nquads = "N_QUADS"
    rdfxml = "RDF_XML"
    jsonld = "JSON_LD"
    jsonl = "jsonl"
    json = "json"

    @property
    def is_rdf(self) -> bool:
        return self not in (Syntax.jsonl, Syntax.json)


# Nothing else ends so.
_SUFFIXES = {
    ".ttl": Syntax.turtle, ".turtle": Syntax.turtle, ".trig": Syntax.trig, ".nt": Syntax.ntriples,
    ".ntriples": Syntax.ntriples, ".nq": Syntax.nquads, ".nquads": Syntax.nquads, ".rdfxml": Syntax.rdfxml,
    ".jsonld": Syntax.jsonld,
}  # fmt: skip
_XML = (".rdf", ".xml", ".owl")
# The fields that tell a record from an article that somebody wrote down.
_FIELDS = {
    "entity": {"id", "kind", "name", "aliases"}, "item": {"id", "slug", "broader"},
    "article": {"id", "text", "relevant", "origin"}, "claim": {"id", "article", "relation", "status"},
    "fact": {"id", "relation", "claims"},
}  # fmt: skip
_DOCUMENT = re.compile(rb'\s*\{\s*"entities"\s*:\s*\[')


def syntax_of(suffix: str, head: bytes) -> Syntax | None:
    """Return how the export is written that begins with `head`; None for what is none.

    Args:
        suffix: Of the name of the file, with its full stop; "" where there is none.
        head: The first bytes, `HEAD` of them if there are so many.
    """
    suffix, start = suffix.lower(), head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    is_ours = _BASE in head
    if suffix in _XML:
        return Syntax.rdfxml if is_ours and start.startswith(b"<") else None
    if suffix in ("", ".json", ".jsonl", ".ndjson") and start.startswith(b"{"):
        return _of_json(suffix, start, is_ours)
    return _of_text(start) if suffix == "" and is_ours else None


def _of_json(suffix: str, start: bytes, is_ours: bool) -> Syntax | None:
    if is_ours and re.match(rb'\{\s*"@', start):
        return Syntax.jsonld
    if suffix in ("", ".json") and _DOCUMENT.match(start):
        return Syntax.json
    return Syntax.jsonl if suffix != ".json" and _is_record(start) else None


def _of_text(start: bytes) -> Syntax | None:
    if re.match(rb"@prefix|@base|prefix\b|base\b|#", start, re.IGNORECASE):
        return Syntax.trig
    if re.match(rb"<(\?xml|rdf:rdf)\b", start, re.IGNORECASE):
        return Syntax.rdfxml
    return Syntax.nquads if re.match(rb"<https?:", start) else None


def _is_record(start: bytes) -> bool:
    """Say whether the first line is a record of an export; of one that is longer than `HEAD`, how it begins."""
    line, is_whole, _ = start.partition(b"\n")
    kinds = "|".join(_FIELDS)
    if not is_whole and not line.rstrip().endswith(b"}"):
        return re.match(rf'\{{\s*"record"\s*:\s*"({kinds})"\s*,\s*"id"\s*:\s*"'.encode(), line) is not None
    try:
        return is_record(json.loads(line))
    except (ValueError, RecursionError):
        return False


def is_record(value: Any) -> bool:
    """Say whether a JSON value is a record as `jsonl` writes it."""
    kind = value.get("record") if isinstance(value, dict) else None
    return isinstance(kind, str) and _FIELDS.get(kind, {"record", ""}) <= value.keys()
