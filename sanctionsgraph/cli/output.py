"""What a command prints: rows to stdout in one of four formats, talk to stderr.

Everything shown may come from a hostile page. A table holds no control character and no markup; a cell of CSV never
begins a formula; JSON escapes by itself.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import typer

from sanctionsgraph.cli.options import Format

if TYPE_CHECKING:
    from rich.table import Table

    from ingest.sources import SourceProblem

Row = Mapping[str, object]

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@")
# Controls, format characters (bidirectional ones turn a line round), surrogates.
_STEERING = ("Cc", "Cf", "Cs")
_WIDE = 100_000


def print_rows(
    rows: Sequence[Row], format: Format, *, title: str | None = None, columns: Sequence[str] | None = None
) -> None:
    """Print `rows`, all with the same keys. `title` and `columns` (which to show, in order) concern tables only."""
    if format is Format.table:
        print_table(rows, title=title, columns=columns)
    elif format is Format.csv:
        _print_csv(rows)
    elif format is Format.json:
        typer.echo(json.dumps(list(map(dict, rows)), ensure_ascii=False, indent=2, default=str))
    else:
        for row in rows:
            typer.echo(json.dumps(dict(row), ensure_ascii=False, default=str))


def print_table(rows: Sequence[Row], *, title: str | None = None, columns: Sequence[str] | None = None) -> None:
    """Print a table as wide as the terminal; elsewhere as wide as it needs, so that a row stays a line."""
    if not rows:
        return
    from rich.console import Console

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDE
    with console.capture() as table:
        console.print(_table(rows, columns or list(rows[0]), title))
    typer.echo("\n".join(line.rstrip() for line in table.get().splitlines() if line.strip()))


def _table(rows: Sequence[Row], names: Sequence[str], title: str | None) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title and Text(plain(title)), title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for name in names:
        table.add_column(Text(name.replace("_", " ")), overflow="fold", justify=_side(rows, name))
    for row in rows:
        table.add_row(*(Text(plain(_cell(row[name]))) for name in names))
    return table


def _side(rows: Sequence[Row], name: str) -> Literal["left", "right"]:
    values = [row[name] for row in rows if row[name] is not None]
    return "right" if values and all(isinstance(value, int | float) for value in values) else "left"


def _print_csv(rows: Sequence[Row]) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(rows[0] if rows else ())
    writer.writerows([harmless(row[name]) for name in rows[0]] for row in rows)
    typer.echo(buffer.getvalue(), nl=False)


def harmless(value: object) -> str:
    """Return `value` as a cell of CSV that no spreadsheet takes for a formula."""
    text = _cell(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) and not isinstance(value, int | float) else text


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, tuple | list):
        return "; ".join(map(_cell, value))
    return str(value)


def plain(text: str) -> str:
    """Return `text` on one line, without the characters that steer a terminal."""
    return "".join("\ufffd" if unicodedata.category(c) in _STEERING else c for c in " ".join(text.split()))


def print_text(lines: Iterable[str]) -> None:
    """Print lines for people, their indentation kept."""
    for line in lines:
        words = line.lstrip(" ")
        typer.echo(" " * (len(line) - len(words)) + plain(words))


def say(text: str, quiet: bool = False) -> None:
    """Say something to the user, on stderr, where data are not disturbed."""
    if not quiet:
        typer.echo(plain(text), err=True)


def say_problem(text: str) -> None:
    """Say in one line, on stderr, what went wrong; no option silences it."""
    typer.echo(f"error: {plain(text)}", err=True)


class Problems:
    """The `report` of the commands that read sources; `quiet` silences notes alone."""

    def __init__(self, quiet: bool = False) -> None:
        self.met: list[SourceProblem] = []
        self._quiet = quiet

    def __call__(self, problem: SourceProblem) -> None:
        self.met.append(problem)
        if problem.is_note:
            say(f"note: {problem}", self._quiet)
        else:
            say_problem(str(problem))

    @property
    def unreadable(self) -> int:
        return sum(not problem.is_note for problem in self.met)

    @property
    def exit_code(self) -> int:
        from ingest.sources import exit_code

        return exit_code(self.met)
