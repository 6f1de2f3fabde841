"""An Excel workbook: sheets of claims with their words, facts, entities, articles, and what it all means.

Needs XlsxWriter. Every text is written as text, and one that looks like a formula is marked so that it stays text when
somebody edits the cell. No address is a link. A cell holds 32,767 characters, a sheet 1,048,576 rows: longer texts end
with a note, more rows are refused. The same bytes with the same release of XlsxWriter and zlib.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile, TemporaryDirectory
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from graph.characters import clean
from graph.errors import DataError
from graph.exports.csv import is_formula
from graph.exports.sheets import ABOUT, Sheet, sheets
from graph.selection import Selected

_IN_MEMORY = 2**24
_WRAPPED_FROM = 80  # characters
_MOST_ROWS = 1_048_575
_MOST_LETTERS, _KEPT = 32_767, 16_000  # a letter may count as two
_CUT = " … [cut here: the format jsonl has it whole]"
_OPTIONS = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def fill(selected: Selected, file: BinaryIO) -> None:
    """Write the workbook into `file`.

    Raises:
        DataError: there are more rows than a sheet holds.
    """
    made = sheets(selected)
    for sheet in made:
        if sheet.count > _MOST_ROWS:
            raise DataError(
                f"{sheet.count} {sheet.name} are more than the {_MOST_ROWS} that a sheet holds; "
                "narrow the export, or write csv or parquet"
            )
    # Into a place of our own first: the zip module complains on its own when a pipe or a disk fails under it.
    # What it keeps beside would be left there.
    with SpooledTemporaryFile(_IN_MEMORY) as whole, TemporaryDirectory() as beside:
        _write_workbook(whole, made, beside)
        whole.seek(0)
        copyfileobj(whole, file)


def _write_workbook(file: Any, made: Iterable[Sheet], beside: str) -> None:
    workbook = xlsxwriter.Workbook(file, _OPTIONS | {"tmpdir": beside})
    workbook.set_properties({"title": "sanctionsgraph", "created": datetime(2000, 1, 1)})
    formats = _Formats(workbook)
    for sheet in made:
        _write_sheet(workbook.add_worksheet(sheet.name), sheet, formats)
    _write_about(workbook.add_worksheet("about"), made, formats)
    try:
        workbook.close()
    except FileCreateError as error:
        raise error.args[0] from None  # the OSError that it wraps


class _Formats:
    def __init__(self, workbook: Any) -> None:
        top = {"valign": "top"}
        self.head = workbook.add_format({"bold": True, "bottom": 1})
        self.text = workbook.add_format(top)
        self.wrapped = workbook.add_format(top | {"text_wrap": True})
        self.day = workbook.add_format(top | {"num_format": "yyyy-mm-dd", "align": "left"})
        self.quoted = workbook.add_format(top | {"quote_prefix": True})


def _write_sheet(worksheet: Any, sheet: Sheet, formats: _Formats) -> None:
    for column, (name, width) in enumerate(sheet.columns.items()):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, name, formats.head)
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, sheet.count, len(sheet.columns) - 1)
    texts = [formats.wrapped if width >= _WRAPPED_FROM else formats.text for width in sheet.columns.values()]
    for number, row in enumerate(sheet.rows, 1):
        _write_row(worksheet, number, zip(row, texts, strict=True), formats)


def _write_about(worksheet: Any, made: Iterable[Sheet], formats: _Formats) -> None:
    worksheet.set_column(0, 0, 22)
    worksheet.set_column(1, 1, 110)
    counts = [(sheet.name, f"{sheet.count} rows: {sheet.about}") for sheet in made]
    for number, (name, text) in enumerate((*counts, *ABOUT)):
        worksheet.write_string(number, 0, name, formats.head)
        worksheet.write_string(number, 1, text, formats.wrapped)


def _write_row(worksheet: Any, number: int, row: Iterable[tuple[object, Any]], formats: _Formats) -> None:
    for column, (value, text_format) in enumerate(row):
        if isinstance(value, date):
            worksheet.write_datetime(number, column, value, formats.day)
        elif isinstance(value, int | float) and math.isfinite(value):
            worksheet.write_number(number, column, value, formats.text)
        elif value is not None:
            text = _fitting(clean(str(value)))
            worksheet.write_string(number, column, text, formats.quoted if is_formula(text) else text_format)


def _fitting(text: str) -> str:
    if len(text) <= _KEPT or len(text.encode("utf-16-le")) // 2 <= _MOST_LETTERS:
        return text
    return text[:_KEPT] + _CUT
