from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from graph.exports import EXPORTS
from graph.exports.claim_rows import COLUMNS
from graph.selection import Selected
from tests.graph.exports.made import hostile, made


def rows_of(selected: Selected) -> list[dict[str, str]]:
    text = "".join(EXPORTS["csv"].lines(selected))
    limit = csv.field_size_limit(len(text))  # Python's reader stops at 128 kB a cell unless told otherwise
    try:
        return list(csv.DictReader(io.StringIO(text, newline="")))
    finally:
        csv.field_size_limit(limit)


def test_a_row_holds_the_claim_its_names_and_its_words() -> None:
    rows = {row["claim"]: row for row in rows_of(made())}
    assert len(rows) == len(made().claims)
    row = next(row for row in rows.values() if row["quantity"] == "9000000")
    assert (row["subject"], row["subject_name"], row["object_name"]) == ("state:KP", "North Korea", "Russia")
    assert (row["item_label"], row["bound"], row["earliest"]) == ("artillery shell or round", "about", "2024-01-01")
    assert row["asserted_by_names"] == "Multilateral Sanctions Monitoring Team"
    assert row["sentence"].startswith("North Korea shipped at least 100")


@pytest.mark.parametrize("selected", [made(), hostile()], ids=["made", "hostile"])
def test_every_row_has_every_column_and_none_begins_a_formula(selected: Selected) -> None:
    rows = rows_of(selected)
    assert len(rows) == len(selected.claims)
    numbers = {"quantity", "start", "end"}
    for row in rows:
        assert tuple(row) == COLUMNS
        cells = {name: cell for name, cell in row.items() if name not in numbers}
        assert [name for name, cell in cells.items() if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"])
def test_a_formula_gets_an_apostrophe(start: str) -> None:
    selected = made()
    articles = tuple(replace(article, title=start) for article in selected.articles)
    assert {row["title"] for row in rows_of(replace(selected, articles=articles))} == {"'" + start}


def test_json_and_json_lines_hold_the_same_records() -> None:
    whole = json.loads("".join(EXPORTS["json"].lines(made())))
    lines = [json.loads(line) for line in "".join(EXPORTS["jsonl"].lines(made())).splitlines()]
    assert list(whole) == ["entities", "items", "articles", "claims", "facts"]
    of_kind = {"entities": "entity", "items": "item", "articles": "article", "claims": "claim", "facts": "fact"}
    for plural, kind in of_kind.items():
        assert whole[plural] == [
            {key: value for key, value in line.items() if key != "record"} for line in lines if line["record"] == kind
        ]
    assert len(lines) == sum(map(len, whole.values()))


def test_json_is_complete_and_offsets_lead_to_the_words() -> None:
    whole = json.loads("".join(EXPORTS["json"].lines(made())))
    texts = {article["id"]: article["text"] for article in whole["articles"]}
    facts = {fact["id"] for fact in whole["facts"]}
    for claim in whole["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["sentence"]
        assert claim["fact"] in facts


def test_hostile_records_are_json_that_strict_readers_take() -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    text = "".join(EXPORTS["jsonl"].lines(hostile()))
    assert all(json.loads(line, parse_constant=refuse) for line in text.splitlines())
