from __future__ import annotations

import json
import subprocess
import sys
import time
from importlib.resources import files

import pytest

from graph.reference import entity, records, weapons
from graph.reference.compile import COMPACT, compile_reference, dump, repeated_names
from tests.graph.reference import read

COLUMNS = {
    "states.csv": "iso2 iso3 name official_name wikidata un_status un_p5 capitals adjectives people aliases note "
    "confidence source",
    "epithets.csv": "epithet states confidence source",
    "leaders.csv": "slug name aliases state body office since until confidence source",
    "organisations.csv": "slug name aliases kind parent state wikidata founded dissolved members successor_of "
    "confidence source note",
    "vetoes.csv": "date draft_symbol subject concerns relevance vetoed_by for against abstain other_against "
    "abstainers note confidence source",
    "weapons.csv": "name aliases item origin note confidence source",
}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_its_columns_and_tidy_fields(name: str) -> None:
    assert not read.raw(name).startswith(b"\xef\xbb\xbf")
    assert list(read.table(name)[0]) == COLUMNS[name].split()
    assert [row for row in read.table(name) if None in row or None in row.values()] == []
    assert [field for row in read.table(name) for field in row.values() if not _is_tidy(field)] == []


def _is_tidy(field: str) -> bool:
    return field == field.strip().strip(";") and ";;" not in field and "\n" not in field


@pytest.mark.parametrize("name", [*COLUMNS, "instruments.yml", "provisions.yml"])
def test_every_record_says_where_it_comes_from_and_how_sure_it_is(name: str) -> None:
    rows = read.table(name) if name in COLUMNS else read.records(name)
    assert [row for row in rows if row.get("confidence") not in ("high", "medium") or not row.get("source")] == []


def test_the_compact_form_is_what_the_files_say() -> None:
    assert COMPACT.read_text("utf-8") == dump(compile_reference())


def test_compile_check_agrees() -> None:
    command = [sys.executable, "-m", "graph.reference.compile", "--check"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "compact.json is up to date\n")


def test_a_record_that_gives_a_name_twice_is_told_by_id_and_name() -> None:
    assert repeated_names(compile_reference()) == []
    records = [{"id": "org:a", "name": "A", "aliases": ["A?", "B"]}, {"id": "org:b", "name": "B"}]
    assert repeated_names({"entities": records}) == ["org:a: A"]


def test_the_compact_form_loads_in_well_under_50_ms() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        json.loads(files("graph.reference").joinpath("compact.json").read_text("utf-8"))
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.03


def test_records_carry_what_the_files_say_of_them() -> None:
    north = records()["state:KP"]
    assert (north.entity.iso3, north.capitals[0], north.is_permanent) == ("PRK", "Pyongyang", False)
    assert "DPRK" in north.entity.aliases
    assert records()["org:msmt"].successor_of
    assert entity("state:XX") is None
    assert all(records()[body].entity.id == body for record in records().values() for body in record.bodies)


def test_ambiguous_aliases_are_no_aliases_of_the_entity() -> None:
    assert [alias for record in records().values() for alias in record.entity.aliases if alias.endswith("?")] == []


def test_near_weapons_stay_apart() -> None:
    named = {name: weapon.names[0] for weapon in weapons() for name in weapon.names}
    assert named["KN-23"] != named["KN-25"]
