"""What the shell completes: questions, names of entities and items, clocks.

Each function takes what is typed so far and returns values with a word on each. Names come from the reference data and
from the ledger; a ledger that cannot be read is passed over, for a shell must not be spoken to here. Names of articles
may be hostile and a shell may act on what it is given: only names of letters, digits, blanks and a few marks are told.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.model import Entity

Completions = list[tuple[str, str]]


class _Matched(str):
    """A value that fits what is typed in its own way; Typer drops those that do not start with just that."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        return True


_MOST = 60
_HARMLESS = re.compile(r"[^\W_][\w .,/:-]*")


def complete_question(incomplete: str) -> Completions:
    """Return the questions that start so."""
    from queries.catalogue import QUESTIONS

    wanted = incomplete.lower().replace("-", "_")
    return [(_Matched(name), question.summary) for name, question in QUESTIONS.items() if name.startswith(wanted)]


def complete_clock(incomplete: str) -> Completions:
    """Return the clocks that start so."""
    from queries.clocks import CLOCKS

    return [(clock, f"by {clock}") for clock in CLOCKS if clock.startswith(incomplete)]


def complete_item(incomplete: str) -> Completions:
    """Return the slugs of items that start so."""
    from graph.ontology import items

    return [(_Matched(item.slug), item.label) for item in items().values() if item.slug.startswith(incomplete.lower())]


def complete_entity(ctx: typer.Context, incomplete: str) -> Completions:
    """Return the names of entities that start so, the shortest first, with their ids."""
    from graph.lookup import names_starting

    named = names_starting(incomplete, _entities(ctx.params.get("ledger")))
    harmless: Completions = [(_Matched(_written(name)), entity) for name, entity in named if _HARMLESS.fullmatch(name)]
    return harmless[:_MOST]


def complete_thing(ctx: typer.Context, incomplete: str) -> Completions:
    """Return the names of entities and the items that start so."""
    return [*complete_entity(ctx, incomplete), *complete_item(incomplete)]


def _entities(ledger: Path | None) -> Iterable[Entity]:
    from graph.errors import SanctionsGraphError
    from graph.ledger import Ledger
    from sanctionsgraph.cli.options import DEFAULT_LEDGER

    path = ledger or Path(os.environ.get("SANCTIONSGRAPH_LEDGER", DEFAULT_LEDGER))
    try:
        with Ledger(path, create=False, wait=0) as opened:
            return list(opened.entities())
    except SanctionsGraphError:
        return ()


def _written(name: str) -> str:
    """Return `name` as it must stand in the line: bash alone leaves blanks as they are, outside quotes."""
    is_bash = any(how == "complete_bash" for key, how in os.environ.items() if key.endswith("_COMPLETE"))
    word = os.environ.get("COMP_WORDS", "").rpartition("\n")[2]
    return name if not is_bash or word.startswith(("'", '"')) else re.sub(r"(?=[ ,])", r"\\", name)
