"""The graph as files that `neo4j-admin database import` takes: the quick way to fill an empty database.

The same nodes, edges and properties as a push makes, `digest` included, so that a later push finds nothing to do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.characters import clean
from graph.errors import DataError
from graph.stores.base import Source
from graph.stores.neo4j.graph import GraphRows
from graph.stores.neo4j.rows import Row

_BETWEEN_VALUES = "\x1f"  # in a list; no name or sentence holds it
_LONG = ("start", "end", "order", "affirmed", "denied", "unconfirmed", "planned", "origins")
_LISTS = ("aliases", "why", "claims")
_FLAGS = ("minted", "relevant")


@dataclass(frozen=True, slots=True)
class _Table:
    """A file: what it holds, its columns of properties, and those that make it nodes or edges."""

    name: str
    is_nodes: bool
    properties: tuple[str, ...]

    @property
    def header(self) -> list[str]:
        if not self.is_nodes:
            return [":START_ID", *map(_typed, self.properties), ":END_ID", ":TYPE"]
        own = {"id": "id:ID", "quantity_value": f"quantity_value:{'long' if self.name == 'claims_whole' else 'double'}"}
        return [*(own.get(name, _typed(name)) for name in self.properties), ":LABEL"]


_CLAIM = (
    "id", "relation", "status", "when", "earliest", "latest", "quantity_value", "quantity_bound", "quantity_unit",
    "sentence", "start", "end", "marks", "why", "extractor", "version", "published", "publisher", "origin", "digest",
)  # fmt: skip
_TABLES = {
    table.name: table
    for table in (
        _Table("items", True, ("id", "slug", "label", "digest")),
        _Table("broader", False, ()),
        _Table(
            "entities", True,
            ("id", "kind", "name", "aliases", "iso2", "iso3", "wikidata", "symbol", "minted", "digest"),
        ),
        _Table(
            "articles", True,
            ("id", "text", "title", "publisher", "agency", "published", "url", "source", "document", "relevant",
             "reason", "loaded", "origin", "digest"),
        ),
        _Table("claims", True, _CLAIM),
        _Table("claims_whole", True, _CLAIM),  # those whose figure is no fraction: a column has one type
        _Table("roles", False, ("order",)),
        _Table(
            "facts", False,
            ("id", "item", "claims", "affirmed", "denied", "unconfirmed", "planned", "origins", "first", "last",
             "digest"),
        ),
    )
}  # fmt: skip


def write_import_files(source: Source, folder: Path) -> str:
    """Write the files into `folder`, made if need be, and return the command that imports them.

    Raises:
        DataError: the folder holds files already, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise DataError(f"{folder} is not empty; name a folder that is, or a new one")
        fill_import_files(source, folder)
    except OSError as error:
        raise DataError(f"{folder} was not written: {(error.strerror or str(error)).lower()}") from error
    return import_command(folder.resolve())


def fill_import_files(source: Source, folder: Path, origins: Mapping[str, str] | None = None) -> None:
    """Write the files into `folder`; `origins` of the articles, where they are known better than they themselves tell.

    Raises:
        OSError: one of them cannot be written.
    """
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            for name in _TABLES
        }
        for name, table in _TABLES.items():
            files[name].write(_line(table.header))
        for table_name, cells in _records(source, origins):
            files[table_name].write(_line(cells))


def import_command(folder: Path) -> str:
    """Return the command that imports the files in `folder`, and leaves its report there."""
    options = ["--array-delimiter=U+001F", "--multiline-fields=true", f"--report-file={folder / REPORT}"]
    for table in _TABLES.values():
        options.append(f"--{'nodes' if table.is_nodes else 'relationships'}={folder / table.name}.csv")
    return "neo4j-admin database import full neo4j \\\n  " + " \\\n  ".join(options)


def _records(source: Source, origins: Mapping[str, str] | None) -> Iterator[tuple[str, list[object]]]:
    """Yield the lines of all files, each with the name of its file."""
    for kind, rows in GraphRows(source, origins).by_kind():
        for row in rows:
            yield from _SHAPES[kind](row)


def _item(row: Row) -> Iterator[tuple[str, list[object]]]:
    yield _node("items", row, row["labels"])
    if row["broader"]:
        yield "broader", [row["id"], row["broader"], "BROADER"]


def _entity(row: Row) -> Iterator[tuple[str, list[object]]]:
    yield _node("entities", row, ["Entity", row["kind"]])


def _article(row: Row) -> Iterator[tuple[str, list[object]]]:
    yield _node("articles", row, ["Article"])


def _claim(row: Row) -> Iterator[tuple[str, list[object]]]:
    is_whole = isinstance(row["properties"].get("quantity_value"), int)
    yield _node("claims_whole" if is_whole else "claims", row, ["Claim"])
    for role in row["roles"]:
        yield "roles", [row["id"], role["properties"].get("order"), role["to"], role["type"]]


def _fact(row: Row) -> Iterator[tuple[str, list[object]]]:
    cells = _cells(row["properties"], _TABLES["facts"].properties)
    yield "facts", [row["subject"], *cells, row["target"], row["type"]]


FILES = tuple(f"{name}.csv" for name in _TABLES)
REPORT = "import.report"  # what neo4j-admin leaves there
_SHAPES: Mapping[str, Callable[[Row], Iterator[tuple[str, list[object]]]]] = {
    "items": _item, "entities": _entity, "articles": _article, "claims": _claim, "facts": _fact,
}  # fmt: skip


def _node(table: str, row: Row, labels: Iterable[str]) -> tuple[str, list[object]]:
    cells = _cells(row["properties"], _TABLES[table].properties)
    return table, [*cells, ["SanctionsGraph", *labels]]


def _cells(properties: Mapping[str, Any], names: Iterable[str]) -> list[object]:
    return [properties.get(name) for name in names]


def _typed(name: str) -> str:
    kinds = ((_LONG, "long"), (_LISTS, "string[]"), (_FLAGS, "boolean"))
    return name + next((f":{kind}" for names, kind in kinds if name in names), "")


def _line(cells: Iterable[object]) -> str:
    """Return a line of CSV; what is absent is empty, and an empty text stands in quotes."""
    return ",".join(map(_cell, cells)) + "\n"


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() | float():
            return json.dumps(value)
        case list():
            return _quoted(_BETWEEN_VALUES.join(map(clean, value)))
        case _:
            return _quoted(clean(str(value)))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
