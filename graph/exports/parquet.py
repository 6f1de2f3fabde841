"""Parquet: the claims as one table of typed columns, the same as in CSV; needs pyarrow.

Days are dates, figures are numbers, and those who assert a claim are lists. A day that no calendar has is null; `when`
keeps what the article says. The file names the release of pyarrow that wrote it: the same bytes with the same release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from graph.characters import clean
from graph.exports.claim_rows import COLUMNS, claim_rows
from graph.selection import Selected

_BATCH = 10_000
_DAYS = ("earliest", "latest")
_TYPES = {
    "quantity": pa.float64(), "start": pa.int64(), "end": pa.int64(), "earliest": pa.date32(), "latest": pa.date32(),
    "asserted_by": pa.list_(pa.string()), "asserted_by_names": pa.list_(pa.string()),
}  # fmt: skip
SCHEMA = pa.schema([pa.field(column, _TYPES.get(column, pa.string())) for column in COLUMNS])


def fill(selected: Selected, file: BinaryIO) -> None:
    """Write the table into `file`, a batch of claims at a time."""
    with pq.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        for batch in _batches(claim_rows(selected)):
            writer.write_batch(batch)


def _batches(rows: Iterator[dict[str, object]]) -> Iterator[Any]:
    while some := list(islice(rows, _BATCH)):
        yield pa.RecordBatch.from_pylist([_typed(row) for row in some], schema=SCHEMA)


def _typed(row: Mapping[str, object]) -> dict[str, object]:
    return {name: _day(value) if name in _DAYS else _value(value) for name, value in row.items()}


def _value(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    return [clean(part) for part in value] if isinstance(value, tuple) else value


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
