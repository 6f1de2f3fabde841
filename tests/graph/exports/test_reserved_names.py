"""Whoever is called like a word of a format keeps that name in every table and bundle."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import openpyxl
import pyarrow.parquet as pq
import pytest
import stix2

from graph.exports import EXPORTS
from graph.selection import Selected
from tests.graph.builders import gather_facts, make_article, make_claim, make_entity
from tests.graph.exports.made import RESERVED

FORMULAS = {name: f"'{name}" for name in RESERVED if name.startswith(("=", "+", "-", "@"))}


def armed() -> Selected:
    """Return a claim of each name, on Russia."""
    text = " ".join(f"{name} armed Russia." for name in RESERVED)
    article = make_article(text, title="null", publisher="true", agency="id")
    named = {f"org:reserved-{number}": name for number, name in enumerate(RESERVED)}
    claims = [make_claim(article, f"{name} armed Russia.", subject=each) for each, name in named.items()]
    entities = [make_entity("state:RU"), *(make_entity(each, name=name) for each, name in named.items())]
    ordered = sorted(claims, key=lambda claim: claim.id)
    return Selected(
        tuple(sorted(entities, key=lambda entity: entity.id)), (article,), tuple(ordered),
        tuple(gather_facts(ordered, [article])),
    )  # fmt: skip


def written(name: str) -> str:
    return "".join(EXPORTS[name].lines(armed()))


def filled(name: str) -> io.BytesIO:
    file = io.BytesIO()
    EXPORTS[name].fill(armed(), file)
    file.seek(0)
    return file


def in_csv() -> list[str]:
    return [row["subject_name"] for row in csv.DictReader(io.StringIO(written("csv"), newline=""))]


def in_xlsx() -> list[str]:
    header, *rows = openpyxl.load_workbook(filled("xlsx"))["claims"].iter_rows(values_only=True)
    return [row[header.index("subject")] for row in rows]


def in_parquet() -> list[str]:
    return list(pq.read_table(filled("parquet"))["subject_name"].to_pylist())


def in_stix() -> list[str]:
    stix2.parse(written("stix"), allow_custom=True)
    return [each["name"] for each in json.loads(written("stix"))["objects"] if "name" in each]


def in_ftm() -> list[str]:
    entities = map(json.loads, written("ftm").splitlines())
    return [name for entity in entities for name in entity["properties"].get("name", [])]


@pytest.mark.parametrize(
    ("read", "spelt"), [(in_csv, FORMULAS), (in_xlsx, {}), (in_parquet, {}), (in_stix, {}), (in_ftm, {})]
)
def test_a_name_that_is_a_word_of_a_format_is_a_name(read: Callable[[], list[str]], spelt: dict[str, str]) -> None:
    assert set(read()) >= {spelt.get(name, name) for name in RESERVED}
