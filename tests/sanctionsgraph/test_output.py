from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionsgraph.cli.options import Format
from sanctionsgraph.cli.output import harmless, plain, print_rows, say, say_problem

ROWS = [
    {"who": "North Korea", "count": 3, "share": 0.5, "by": ("MSMT", "Ukraine"), "when": None, "sure": True},
    {"who": "=HYPERLINK(1)", "count": -2, "share": None, "by": (), "when": "2024", "sure": False},
]


def test_a_table_that_is_piped_has_a_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([{"sentence": "long " * 200, "n": 1}], Format.table, title="Rows")
    title, head, _, row = capsys.readouterr().out.splitlines()
    assert title.strip() == "Rows"
    assert head.split() == ["sentence", "n"]
    assert row.split() == ["long"] * 200 + ["1"]


def test_a_table_shows_the_columns_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, Format.table, columns=["by", "who"])
    head, _, first, _ = capsys.readouterr().out.splitlines()
    assert head.split() == ["by", "who"]
    assert first.strip() == "MSMT; Ukraine   North Korea"


@pytest.mark.parametrize("form", [Format.table, Format.jsonl])
def test_no_rows_print_nothing(form: Format, capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([], form)
    assert capsys.readouterr().out == ""


def test_markup_and_escapes_of_a_page_are_shown_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([{"title": "[red]x[/red] \x1b[31m \u202e"}], Format.table)
    out = capsys.readouterr().out
    assert "[red]x[/red]" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_json_is_one_list_with_types_kept(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, Format.json)
    assert json.loads(capsys.readouterr().out) == [{**row, "by": list(row["by"])} for row in ROWS]  # type: ignore[call-overload]


def test_json_of_no_rows_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([], Format.json)
    assert json.loads(capsys.readouterr().out) == []


def test_jsonl_is_one_object_a_line_in_the_letters_of_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([{"name": "Pjöngjang\n"}, {"name": None}], Format.jsonl)
    assert capsys.readouterr().out == '{"name": "Pjöngjang\\n"}\n{"name": null}\n'


def test_csv_has_a_head_and_begins_no_formula(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, Format.csv)
    assert capsys.readouterr().out == (
        "who,count,share,by,when,sure\nNorth Korea,3,0.5,MSMT; Ukraine,,yes\n'=HYPERLINK(1),-2,,,2024,no\n"
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_a_cell_says_a_spreadsheet_takes_it_for_text(text: str) -> None:
    cell = next(csv.reader(io.StringIO(harmless(text), newline="")), [""])[0] if text.isalnum() else harmless(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


@given(st.text())
def test_what_is_said_to_a_terminal_is_one_line_without_controls(text: str) -> None:
    assert not {"\n", "\r", "\x1b", "\x9b", "\u202e"} & set(plain(text))


def test_talk_goes_to_stderr_and_quiet_silences_it_but_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    say("2 new")
    say("never heard", quiet=True)
    say_problem("a.txt: empty\x1b[2J")
    assert capsys.readouterr() == ("", "2 new\nerror: a.txt: empty\ufffd[2J\n")
