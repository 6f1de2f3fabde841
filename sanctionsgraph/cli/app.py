"""Where the command line starts: the options before every command."""

from __future__ import annotations

from typing import Annotated

import typer

from sanctionsgraph.cli.commands import CommandGroup

app = typer.Typer(
    name="sanctionsgraph",
    cls=CommandGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sanctionsgraph {version('sanctionsgraph')}")
        raise typer.Exit


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error happened.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Who supplied what to whom, who vetoed, who monitors: a graph of claims, each with the sentence it rests on."""


def main() -> None:
    """Run the command line; `CommandGroup` turns errors into one line and an exit code."""
    app()
