from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from graph.errors import DataError
from graph.exports import EXPORTS, sheets, xlsx
from graph.selection import Selected
from tests.graph.exports.made import NOTHING, hostile, made

NAMES = ["claims", "facts", "entities", "articles", "about"]


def workbook_of(selected: Selected) -> Any:
    file = io.BytesIO()
    EXPORTS["xlsx"].fill(selected, file)
    return openpyxl.load_workbook(file)


def rows_of(worksheet: Any) -> list[dict[str, Any]]:
    header, *rows = ([cell.value for cell in row] for row in worksheet.iter_rows())
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("selected", [made(), hostile(), NOTHING], ids=["made", "hostile", "nothing"])
def test_every_record_has_its_row(selected: Selected) -> None:
    workbook = workbook_of(selected)
    assert workbook.sheetnames == NAMES
    for name in NAMES[:4]:
        assert len(rows_of(workbook[name])) == len(getattr(selected, name))


def test_a_claim_stands_with_its_words_and_its_days_are_dates() -> None:
    rows = rows_of(workbook_of(made())["claims"])
    row = next(row for row in rows if row["quantity"] == 9_000_000)
    assert [row[name] for name in ("subject", "relation", "object", "item", "bound")] == [
        "North Korea", "supplied", "Russia", "artillery shell or round", "about",
    ]  # fmt: skip
    assert (row["when"], row["earliest"]) == ("2024", datetime(2024, 1, 1))
    assert row["sentence"] in {claim.sentence for claim in made().claims}
    assert {row["status"] for row in rows} == {"affirmed", "denied", "unconfirmed", "planned"}


def test_the_header_stays_in_sight_and_filters_and_columns_are_wide_enough() -> None:
    worksheet = workbook_of(made())["claims"]
    assert worksheet.freeze_panes == "A2"
    assert worksheet.auto_filter.ref == f"A1:W{len(made().claims) + 1}"
    assert worksheet.column_dimensions["K"].width > 80
    assert worksheet["K1"].value == "sentence"
    assert worksheet["K2"].alignment.wrap_text


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "=HYPERLINK(1)", "＝1"])
def test_a_formula_is_text_that_stays_text_when_it_is_edited(start: str) -> None:
    selected = made()
    articles = tuple(replace(article, title=start, url=start) for article in selected.articles)
    worksheet = workbook_of(replace(selected, articles=articles))["articles"]
    for column in (1, 7):
        cell = worksheet.cell(2, column)
        assert (cell.value, cell.data_type, cell.quotePrefix) == (start, "s", True)
        assert cell.hyperlink is None


def test_no_hostile_record_makes_a_formula_a_link_or_a_broken_file() -> None:
    for worksheet in workbook_of(hostile()):
        for row in worksheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n", "d"}
            assert all(cell.hyperlink is None for cell in row)


def test_a_text_longer_than_a_cell_says_that_it_was_cut_and_where_the_whole_is() -> None:
    title = "𝐓" * 17_000  # two units each for Excel
    articles = tuple(replace(article, title=title) for article in made().articles)
    cell = workbook_of(replace(made(), articles=articles))["articles"].cell(2, 1)
    assert cell.value.startswith(title[:16_000])
    assert cell.value.endswith("[cut here: the format jsonl has it whole]")


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 47)
    with pytest.raises(DataError, match="48 claims are more than the 47 that a sheet holds; narrow the export, or"):
        EXPORTS["xlsx"].fill(made(), io.BytesIO())


def test_the_file_holds_no_time_of_its_writing() -> None:
    file = io.BytesIO()
    EXPORTS["xlsx"].fill(made(), file)
    with zipfile.ZipFile(file) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_the_last_sheet_explains_the_words_that_others_use() -> None:
    told = {row[0].value: row[1].value for row in workbook_of(made())["about"].iter_rows()}
    assert told["claims"].startswith("48 rows: ")
    assert {"affirmed", "denied", "unconfirmed", "planned", "when", "bound"} <= told.keys()
    assert {name for name, _ in sheets.ABOUT} <= told.keys()
