"""JSON lines: a record a line; its `record` says of which kind (entity, item, article, claim, fact)."""

from __future__ import annotations

from collections.abc import Iterator

from graph.exports.records import KINDS, as_json, records
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield one record a line."""
    for kind, found in records(selected).items():
        for record in found:
            yield as_json({"record": KINDS[kind]} | record, keeps_controls=True) + "\n"
