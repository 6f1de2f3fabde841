"""The files that `neo4j-admin database import` takes give the very graph that a push gives. Asked of a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.errors import DataError
from graph.ledger import Ledger
from graph.model import Quantity
from graph.stores.comparison import compare
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_files import write_import_files
from sanctionsgraph.cli.app import app
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_entity, make_reading
from tests.neo4j.server import running_server
from tests.queries.made_ledger import MADE


def awkward() -> ReadingsSource:
    """Readings whose words might be taken for CSV, and whose figures are whole numbers."""
    article = make_article('"A, B";\n\nNorth Korea sent\tshells to \\"Russia\\"; 𝐓, \'x\'', title='say "no", or; not')
    claims = [make_claim(article, item=None, quantity=value) for value in (Quantity(3), Quantity(2.5, "min", "t;o,n"))]
    entities = [make_entity("state:KP"), make_entity("state:RU", aliases=("a;b", 'c"d', "e,f"))]
    return ReadingsSource([make_reading(article, claims, entities), *MADE.readings()])


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, neo4j_server: object) -> Iterator[Neo4jStore]:
    assert neo4j_server  # where there is none, this is skipped as all the others are
    folder = tmp_path_factory.mktemp("import")
    command = write_import_files(awkward(), folder)
    with running_server(command) as server, Neo4jStore(server.uri, server.user, server.password) as store:
        assert (folder / "import.report").read_text("utf-8") == ""
        yield store


@pytest.mark.neo4j
def test_an_import_is_the_ledger_to_the_last_letter_and_a_push_finds_nothing_to_do(imported: Neo4jStore) -> None:
    assert [comparison for comparison in compare(awkward(), imported) if not comparison.is_same] == []
    assert [change for change in imported.push(awkward()) if change.added or change.changed or change.removed] == []


def test_files_go_into_an_empty_folder_only_and_the_command_is_printed(tmp_path: Path) -> None:
    with Ledger(tmp_path / "x.db") as ledger:
        ledger.add(make_reading())
    arguments = ["neo4j", "push", "--ledger", str(tmp_path / "x.db"), "--csv", str(tmp_path / "csv")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("neo4j-admin database import full neo4j")
    assert sorted(path.stem for path in (tmp_path / "csv").iterdir())[:3] == ["articles", "broader", "claims"]
    again = CliRunner().invoke(app, arguments)
    assert (again.exit_code, again.stdout) == (1, "")
    assert "is not empty; name a folder that is, or a new one" in again.stderr
    with pytest.raises(DataError, match="was not written"):
        write_import_files(awkward(), tmp_path / "x.db")
