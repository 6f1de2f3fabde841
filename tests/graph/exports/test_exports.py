from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import graph.exports
from graph.errors import DataError, UsageError
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


def written(export: Export, selected: Selected, folder: Path) -> dict[str, bytes]:
    """Return the files of an export by name."""
    path = folder / "graph.out"
    export.write(selected, path)
    return {file.name: file.read_bytes() for file in (path.iterdir() if export.is_folder else [path])}


def test_every_file_of_a_format_is_listed() -> None:
    stems = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    modules = {stem.replace("_", "-"): import_module(f"graph.exports.{stem}") for stem in stems}
    ways = ("lines", "fill", "fill_folder")
    assert {name for name, module in modules.items() if any(hasattr(module, way) for way in ways)} == EXPORTS.keys()


def test_formats_differ_in_suffix_and_say_what_they_are_for() -> None:
    suffixes = [export.suffix for export in EXPORTS.values() if not export.is_folder]
    assert len(set(suffixes)) == len(suffixes)
    assert all(export.purpose and export.tools for export in EXPORTS.values())


@pytest.mark.parametrize(
    ("typed", "name"),
    [("TURTLE", "turtle"), (".ttl", "turtle"), ("nq", "nquads"), ("n-quads", "nquads"), ("NODE-LINK", "node-link")],
)
def test_a_format_goes_by_its_name_or_suffix(typed: str, name: str) -> None:
    assert export_named(typed).name == name


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"'turtel' \(did you mean turtle\?\)"):
        export_named("turtel")


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
@pytest.mark.parametrize("selected", [NOTHING, made(), hostile()], ids=["nothing", "made", "hostile"])
def test_every_format_writes_anything_twice_the_same(export: Export, selected: Selected, tmp_path: Path) -> None:
    once = written(export, selected, tmp_path)
    assert once == written(export, selected, tmp_path)
    if export.package is None:
        assert not any("\x00" in content.decode("utf-8") for content in once.values())


FILL_UP = """
import resource, sys
from pathlib import Path
from graph.errors import DataError
from graph.exports import EXPORTS
from tests.graph.exports.made import made
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
for export in EXPORTS.values():
    try:
        export.write(made(), Path(sys.argv[1]) / export.name)
    except DataError as error:
        assert "was not written: file too large" in str(error), error
    else:
        print(export.name, "was written")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_fills_up_half_way_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    folder, beside = tmp_path / "folder", tmp_path / "beside"
    beside.mkdir()
    for export in EXPORTS.values():
        old = folder / export.name / ("nodes.csv" if export.name == "network-csv" else "entities.csv")
        old = old if export.is_folder else old.parent
        old.parent.mkdir(parents=True, exist_ok=True)
        old.write_bytes(b"old")
    before = files_in(folder)
    result = subprocess.run(
        [sys.executable, "-c", FILL_UP, str(folder)],
        env={"TMPDIR": str(beside), "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert (result.stdout, result.stderr) == ("", "")
    assert files_in(folder) == before
    assert files_in(beside) == {}


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_processes_under_different_hash_seeds_write_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        subprocess.run(
            [sys.executable, "-c", WRITE_ALL, str(tmp_path / seed)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3]), "LC_ALL": "C"},
            check=True,
        )
    first, second = (files_in(tmp_path / seed) for seed in ("1", "2"))
    assert {Path(name).parts[0] for name in first} == EXPORTS.keys()
    assert [name for name, written in first.items() if written != second[name]] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_a_full_disk_is_one_line_for_every_format(export: Export) -> None:
    told = "is a file, and this format is a folder" if export.is_folder else "/dev/full was not written: no space left"
    with pytest.raises(DataError, match=told):
        export.write(made(), Path("/dev/full"))
