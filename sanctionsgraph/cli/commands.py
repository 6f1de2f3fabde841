"""The group of commands: imports a command's file only when it is called, and turns every error into one line.

A file of this folder that bears a command's name defines the function of that name, or `app` where the command has
commands of its own. `COMMANDS` says them all, in the order of `--help`; a test compares it with the docstrings.
"""

from __future__ import annotations

import re
from importlib import import_module
from inspect import getdoc
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from graph.errors import SanctionsGraphError

_LONGEST = 2000  # characters of a message; what somebody typed may be a megabyte

COMMANDS = {
    "split": "Show the articles found on a page; store nothing.",
    "read": "Print the claims of a source; store nothing.",
    "load": "Read sources into the ledger.",
    "articles": "List the articles that the ledger holds.",
    "withdraw": "Take an article back, with its claims.",
    "backup": "Copy the ledger, whole and sound, while others may read and write it.",
    "query": "Answer a question; without one, list them.",
    "show": "Tell everything known about an entity, an item or a claim, with the words.",
    "explain": "Say why a claim was read as it was: the words for each part, the lexicon entry, the rules.",
    "map": "Draw the graph, or a part of it, into one HTML file, or into a folder of linked ones.",
    "export": "Write the graph, or a part of it, in another format; without one, list them.",
    "neo4j": "Bring a Neo4j server up to date with the ledger, or compare the two.",
    "doctor": "Say what is installed, reachable and missing, with the remedy.",
}


class CommandGroup(TyperGroup):
    """The commands by name. Contexts are untyped here because typer keeps their class to itself."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, TyperException, BrokenPipeError):
            raise
        except Exception as error:
            if ctx.params["debug"]:
                raise
            from sanctionsgraph.cli.output import say_problem

            say_problem(_cut(_explain(error)))
            raise typer.Exit(getattr(error, "exit_code", 1)) from error


def load_command(name: str) -> Any:
    """Return the command `name`, made from the function, or the app, in the file of that name."""
    module = import_module(f"sanctionsgraph.cli.{name}")
    app = getattr(module, "app", None) or _app_of(getattr(module, name))
    for command in app.registered_commands:
        command.help = keep_examples(getdoc(command.callback) or "")
    command = get_command(app)
    command.name = name
    return command


def _app_of(function: Any) -> typer.Typer:
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command()(function)
    return app


def keep_examples(doc: str) -> str:
    """Mark the paragraphs of a docstring that start with "Example", so that `--help` does not rewrap them."""
    return re.sub(r"^(?=Examples?:)", "\b\n", doc, flags=re.MULTILINE)


def _explain(error: Exception) -> str:
    """Return one line for the user."""
    if isinstance(error, SanctionsGraphError):
        return str(error)
    if isinstance(error, OSError):
        what = error.strerror or str(error)
        return f"{what}: {error.filename}" if error.filename else what
    return f"unexpected {type(error).__name__}: {error}; run it again with `sanctionsgraph --debug` to see where"


def _cut(line: str) -> str:
    """Return the line without its middle where it is too long to read: what is wrong stands first, the remedy last."""
    half = _LONGEST // 2
    return line if len(line) <= _LONGEST else f"{line[:half]} ... {line[-half:]}"
