"""JSON: one document with the lists `entities`, `items`, `articles`, `claims` and `facts`, a record a line."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.records import as_json, listed, records
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield the document, a record at a time."""
    opening = "{\n"
    for kind, found in records(selected).items():
        yield f'{opening}"{kind}": ['
        yield from listed(as_json(record, keeps_controls=True) for record in found)
        yield "\n]"
        opening = ",\n"
    yield "\n}\n"
