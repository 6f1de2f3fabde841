"""Two tables, `nodes.csv` and `edges.csv`: the facts as edges between entities, for tools that read such pairs.

The first columns bear the names that Gephi looks for: Id and Label; Source, Target, Type, Kind, Id, Label and Weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.exports.csv import csv_line
from graph.exports.network import Line, Node, network
from graph.selection import Selected

NAMES = ("nodes.csv", "edges.csv")

NODE_COLUMNS = ("kind", "minted", "aliases", "iso2", "iso3", "wikidata", "symbol", "broader")
EDGE_COLUMNS = (
    "relation", "group", "status", "item", "item_label", "affirmed", "denied", "unconfirmed", "planned", "disputed",
    "origins", "first", "last", "claims", "words",
)  # fmt: skip


def fill_folder(selected: Selected, folder: Path) -> None:
    """Write the two files into `folder`."""
    nodes, facts = network(selected)
    _write(folder / "nodes.csv", _nodes(nodes))
    _write(folder / "edges.csv", _edges(facts))


def _nodes(nodes: Sequence[Node]) -> Iterator[str]:
    yield csv_line(("Id", "Label", *NODE_COLUMNS))
    for node in nodes:
        yield csv_line([node.id, node.label, *(node.attributes.get(column) for column in NODE_COLUMNS)])


def _edges(facts: Sequence[Line]) -> Iterator[str]:
    yield csv_line(("Source", "Target", "Type", "Kind", "Id", "Label", "Weight", *EDGE_COLUMNS))
    for fact in facts:
        named = [fact.source, fact.target, "Directed", fact.kind, fact.id, fact.label, fact.weight]
        yield csv_line(named + [fact.attributes.get(column) for column in EDGE_COLUMNS])


def _write(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
