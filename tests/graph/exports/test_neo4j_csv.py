from __future__ import annotations

from pathlib import Path

import pytest

from graph.exports import EXPORTS
from graph.selection import Selected, Selection, select
from graph.stores.memory import MemoryStore
from graph.stores.neo4j.files import write_import_files
from tests.graph.exports.made import made
from tests.queries.made_ledger import MADE


def test_the_files_are_those_that_are_proved_with_a_server(tmp_path: Path) -> None:
    EXPORTS["neo4j-csv"].write(made(), tmp_path / "export")
    command = write_import_files(MADE, tmp_path / "push")
    for path in (tmp_path / "push").iterdir():
        assert (tmp_path / "export" / path.name).read_bytes() == path.read_bytes()
    script = (tmp_path / "export" / "import.sh").read_text("utf-8")
    assert script.endswith(command.replace(f"{tmp_path / 'push'}/", "") + "\n")


def test_a_folder_that_was_imported_from_is_written_anew(tmp_path: Path) -> None:
    for _ in range(2):
        EXPORTS["neo4j-csv"].write(made(), tmp_path)
        assert not (tmp_path / "import.report").exists()
        (tmp_path / "import.report").touch()


@pytest.fixture
def part() -> Selected:
    return select(MemoryStore.of(MADE), Selection(about=("state:IR",)))


def test_a_part_keeps_the_origins_that_the_whole_tells(part: Selected, tmp_path: Path) -> None:
    EXPORTS["neo4j-csv"].write(part, tmp_path / "export")
    text = (tmp_path / "export" / "articles.csv").read_text("utf-8")
    assert all(f'"{part.origin_of(article)}"' in text for article in part.articles)
    assert (tmp_path / "export" / "claims.csv").read_text("utf-8").count('"claim:') == len(part.claims)
