"""CSV (RFC 4180, UTF-8): one claim a row, with the names beside the ids and the sentence it rests on.

A text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets hide.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from graph.characters import clean
from graph.exports.claim_rows import COLUMNS, claim_rows
from graph.selection import Selected

# The full-width forms too: some locales take them for the plain ones.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def lines(selected: Selected) -> Iterator[str]:
    """Yield the header, then a row a claim."""
    yield csv_line(COLUMNS)
    for row in claim_rows(selected):
        yield csv_line(row.values())


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet would take `text` for a formula."""
    return text.lstrip().startswith(_FORMULA)


def csv_line(cells: Iterable[object]) -> str:
    """Return a line of CSV that no spreadsheet takes for a formula; what is None is empty."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(map(_cell, cells))
    return buffer.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, int):
        return str(value)
    text = clean("; ".join(value) if isinstance(value, tuple) else str(value))
    return f"'{text}" if is_formula(text) else text
