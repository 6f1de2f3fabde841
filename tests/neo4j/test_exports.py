"""Every export, of all or of a part, is the same bytes from a real server as from memory."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.exports import EXPORTS, Export
from graph.exports.network import Looks
from graph.ledger import Ledger
from graph.selection import Selected, Selection, select
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from sanctionsgraph.cli.app import app
from sanctionsgraph.maps.appearance import looks_of
from tests.neo4j.server import Server
from tests.queries.made_ledger import MADE

pytestmark = pytest.mark.neo4j

SELECTIONS = {
    "everything": Selection(),
    "about": Selection(about=("state:IR",), hops=2),
    "relation": Selection(relations=("supplied", "vetoed")),
    "dates": Selection(start="2024-03-01", end="2024-12-31"),
    "status": Selection(statuses=("denied", "planned")),
    "all at once": Selection(("state:KP",), 1, ("supplied",), "2023-01-01", "2025-12-31", ("affirmed", "unconfirmed")),
}


Chosen = tuple[Selected, Looks]


def chosen(store: Store) -> dict[str, Chosen]:
    parts = {name: select(store, selection) for name, selection in SELECTIONS.items()}
    return {name: (selected, looks_of(selected)) for name, selected in parts.items()}


def written(export: Export, parts: dict[str, Chosen], path: Path) -> dict[str, dict[str, bytes]]:
    """Return the files of an export by part and name."""
    found = {}
    for name, (selected, looks) in parts.items():
        if export.is_folder:
            export.write(selected, path)
            found[name] = {file.name: file.read_bytes() for file in path.iterdir()}
        else:
            export.fill(selected, file := BytesIO(), looks if export.is_drawn else None)
            found[name] = {export.name: file.getvalue()}
    return found


def test_every_format_of_every_part_is_the_same_bytes(neo4j_store: Neo4jStore, tmp_path: Path) -> None:
    neo4j_store.push(MADE)
    there, here = chosen(neo4j_store), chosen(MemoryStore.of(MADE))
    for export in EXPORTS.values():
        from_server = written(export, there, tmp_path / export.name)
        assert from_server == written(export, here, tmp_path / export.name), export.name
        assert len({tuple(files.values()) for files in from_server.values()}) == len(SELECTIONS), export.name


def test_the_command_asks_either_store(
    neo4j_store: Neo4jStore, neo4j_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("URI", neo4j_server.uri), ("USER", neo4j_server.user), ("PASSWORD", neo4j_server.password)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("NEO4J_DATABASE", neo4j_server.database)
    with Ledger(tmp_path / "made.db") as ledger:
        for reading in MADE.readings():
            ledger.add(reading)
        neo4j_store.push(ledger)
    options = ["--about", "DPRK", "--relation", "supplied", "--from", "2023", "--to", "2025", "--status", "affirmed"]
    arguments = ["export", "stix", "-o", "-", *options, "--ledger", str(tmp_path / "made.db"), "--store"]
    memory, asked = (CliRunner().invoke(app, [*arguments, store]) for store in ("memory", "neo4j"))
    assert memory.stdout_bytes == asked.stdout_bytes
    assert memory.stdout.count('"type": "relationship"') == 3
