"""A folder of CSV files that `neo4j-admin database import` fills an empty database from, and the command that does it.

What is imported is what a push of the same part makes. Articles do not tell when they were loaded unless asked to, so a
later push writes those anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.model import Article, Claim, Entity
from graph.selection import Selected
from graph.stores.neo4j.files import FILES, REPORT, fill_import_files, import_command

COMMAND = "import.sh"
NAMES = (*FILES, COMMAND, REPORT)

_SCRIPT = """#!/bin/sh
# Fills the empty database `neo4j` of a server that is stopped. Run it where neo4j-admin is found, as the server's user.
cd "$(dirname "$0")" || exit
"""


class _Part:
    """A selection as a source for `fill_import_files`."""

    def __init__(self, selected: Selected) -> None:
        self._selected = selected

    def entities(self) -> Iterator[Entity]:
        return iter(self._selected.entities)

    def articles(self) -> Iterator[Article]:
        return iter(self._selected.articles)

    def claims(self) -> Iterator[Claim]:
        return iter(self._selected.claims)


def fill_folder(selected: Selected, folder: Path) -> None:
    """Write the files into `folder`."""
    origins = {article.id: selected.origin_of(article) for article in selected.articles}
    fill_import_files(_Part(selected), folder, origins)
    (folder / COMMAND).write_text(_SCRIPT + import_command(Path()) + "\n", encoding="utf-8", newline="\n")
