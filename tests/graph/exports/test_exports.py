from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import graph.exports
from graph.errors import UsageError
from graph.exports import EXPORTS, Export, export_named
from graph.selection import Selected
from tests.graph.exports.made import NOTHING, hostile, made

FOLDER = Path(graph.exports.__file__).parent
WRITE_ALL = """
import sys
from pathlib import Path
from graph.exports import EXPORTS
from tests.graph.exports.made import made
for export in EXPORTS.values():
    export.write(made(), Path(sys.argv[1]) / export.name)
"""


def text_of(export: Export, selected: Selected) -> str:
    return "".join(export.lines(selected))


def test_every_file_of_a_format_is_listed() -> None:
    stems = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert {stem for stem in stems if hasattr(import_module(f"graph.exports.{stem}"), "lines")} == EXPORTS.keys()


def test_formats_differ_in_suffix_and_say_what_they_are_for() -> None:
    assert len({export.suffix for export in EXPORTS.values()}) == len(EXPORTS)
    assert all(export.purpose and export.tools for export in EXPORTS.values())


@pytest.mark.parametrize(
    ("typed", "name"), [("TURTLE", "turtle"), (".ttl", "turtle"), ("nq", "nquads"), ("n-quads", "nquads")]
)
def test_a_format_goes_by_its_name_or_suffix(typed: str, name: str) -> None:
    assert export_named(typed).name == name


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"'turtel' \(did you mean turtle\?\)"):
        export_named("turtel")


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
@pytest.mark.parametrize("selected", [NOTHING, made(), hostile()], ids=["nothing", "made", "hostile"])
def test_every_format_writes_anything_as_utf8_twice_the_same(export: Export, selected: Selected) -> None:
    once = text_of(export, selected).encode("utf-8")
    assert once == text_of(export, selected).encode("utf-8")
    assert b"\x00" not in once


def test_two_processes_under_different_hash_seeds_write_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        subprocess.run(
            [sys.executable, "-c", WRITE_ALL, str(tmp_path / seed)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3]), "LC_ALL": "C"},
            check=True,
        )
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()} for seed in ("1", "2"))
    assert first.keys() == EXPORTS.keys()
    assert [name for name, written in first.items() if written != second[name]] == []
