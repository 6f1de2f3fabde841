"""`sanctionsgraph query`: a question of the catalogue, asked of either store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sanctionsgraph.cli.completion import complete_clock, complete_entity, complete_item, complete_question
from sanctionsgraph.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    FromOption,
    LedgerOption,
    QuietOption,
    StoreName,
    StoreOption,
    ToOption,
    first_day,
    last_day,
    open_store,
)
from sanctionsgraph.cli.output import print_rows, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.stores.base import Store
    from queries.catalogue import Question, Row

# A parameter of a question, and the option that gives it where the two differ.
_OPTIONS = {"start": "from", "end": "to"}


def _party(told: str) -> Any:
    """Return an option that takes the name of an entity."""
    return typer.Option(metavar="NAME", help=told, autocompletion=complete_entity)


def query(
    question: Annotated[
        str | None,
        typer.Argument(help="Which question; without it, they are listed.", autocompletion=complete_question),
    ] = None,
    about: Annotated[str | None, _party("The entity that it is about.")] = None,
    supplier: Annotated[str | None, _party("Who supplied.")] = None,
    receiver: Annotated[str | None, _party("Who received.")] = None,
    other: Annotated[str | None, _party("The other of two parties.")] = None,
    item: Annotated[
        str | None, typer.Option(metavar="ITEM", help="This item, or a narrower one.", autocompletion=complete_item)
    ] = None,
    from_: FromOption = None,
    to: ToOption = None,
    day: Annotated[str | None, typer.Option(metavar="DATE", help="The day it is asked of.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From which day on.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="CLOCK", help="By event, publication or load.", autocompletion=complete_clock)
    ] = None,
    steps: Annotated[str | None, typer.Option(metavar="N", help="How many steps a chain may have.")] = None,
    cypher: Annotated[
        bool, typer.Option("--cypher", help="Print the Cypher that would run, ready to paste; ask nothing.")
    ] = False,
    sparql: Annotated[
        bool, typer.Option("--sparql", help="Print the SPARQL that would run, ready to paste; ask nothing.")
    ] = False,
    store: StoreOption = StoreName.memory,
    ledger: LedgerOption = DEFAULT_LEDGER,
    format: FormatOption = Format.table,
    quiet: QuietOption = False,
) -> None:
    """Answer a question; without one, list them.

    A name may be any that the thing goes by (DPRK, Pyongyang, KP, state:KP). A table leaves out the sentences and
    shortens the ids: `sanctionsgraph show ID` tells a claim in full, and so do the other formats.

    Example: sanctionsgraph query arms_transfers --supplier DPRK --item missile --from 2023 --to 2024-06
    """
    from queries.catalogue import answer, question_named

    options = {
        "about": about, "supplier": supplier, "receiver": receiver, "other": other, "item": item, "start": from_,
        "end": to, "day": day, "since": since, "by": by, "steps": steps,
    }  # fmt: skip
    given = {name: text for name, text in options.items() if text is not None}
    if question is None:
        _list_questions(given, format)
        return
    asked = question_named(question)
    _refuse_foreign(asked, given)
    with _names(store, ledger) if cypher or sparql else open_store(store, ledger) as opened:
        parameters = _resolve(opened, given)
        if cypher or sparql:
            typer.echo(_to_paste(asked, parameters, in_sparql=sparql), nl=False)
            return
        rows = answer(opened, asked.name, **parameters)
    _print(rows, format)
    say(_summary(len(rows), given), quiet)


def _list_questions(given: dict[str, str], format: Format) -> None:
    from graph.errors import UsageError
    from queries.catalogue import GROUPS, QUESTIONS

    if given:
        options = " ".join(f"--{_OPTIONS.get(name, name)}" for name in given)
        raise UsageError(f"{options} of which question? There are {', '.join(QUESTIONS)}")
    rows = []
    for group, questions in GROUPS.items():
        if format is Format.table:
            rows.append({"question": f"{group}:", "asks": "", "options": ""})
        rows += [{"question": q.name, "asks": q.summary, "options": _options_of(q)} for q in questions]
    print_rows(rows, format)


def _options_of(question: Question) -> str:
    return " ".join(
        f"--{_OPTIONS.get(name, name)}{' (needed)' if is_needed else ''}"
        for name, is_needed in question.parameters.items()
    )


def _refuse_foreign(question: Question, given: dict[str, str]) -> None:
    from graph.errors import UsageError

    foreign = [f"--{_OPTIONS.get(name, name)}" for name in given if name not in question.parameters]
    missing = [f"--{name}" for name, needed in question.parameters.items() if needed and name not in given]
    if foreign:
        raise UsageError(f"{question.name} does not take {', '.join(foreign)}; it takes {_options_of(question)}")
    if missing:
        raise UsageError(f"{question.name} needs {', '.join(missing)}")


def _names(store: StoreName, ledger: Path) -> Store:
    """Return a store to look names up in; where there is none yet, the names of the reference data must do."""
    from graph.stores.memory import MemoryStore

    return open_store(store, ledger) if store is StoreName.memory and ledger.exists() else MemoryStore()


def _resolve(store: Store, given: dict[str, str]) -> dict[str, str | None]:
    """Return the parameters with names made ids, items slugs, and dates days."""
    from graph.lookup import find_entity, find_item

    parameters: dict[str, str | None] = dict(given)
    for name in ("about", "other", "supplier", "receiver"):
        if name in given:
            parameters[name] = find_entity(store, given[name]).id
    if "item" in given:
        parameters["item"] = find_item(given["item"]).slug
    for name, bound in (("start", first_day), ("since", first_day), ("end", last_day), ("day", last_day)):
        if name in given:
            parameters[name] = bound(given[name])
    return parameters


def _to_paste(question: Question, parameters: dict[str, str | None], *, in_sparql: bool) -> str:
    """Return the statement with its parameters, as SPARQL, or as cypher-shell and Neo4j Browser take them."""
    import json

    from queries.catalogue import check_parameters
    from queries.sparql_text import with_parameters

    values = check_parameters(question, parameters)
    if in_sparql:
        return with_parameters(question.sparql, values)
    asked = ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    parameter = f":param asked => {{{asked}}};\n" if values else ""
    return f"{parameter}{question.cypher.rstrip()};\n"


def _print(rows: Sequence[Row], format: Format) -> None:
    from dataclasses import asdict

    from queries.wording import table_row

    print_rows([table_row(row) if format is Format.table else asdict(row) for row in rows], format)


def _summary(count: int, given: dict[str, str]) -> str:
    undated = "; claims without a date are left out" if given.keys() & {"start", "end"} else ""
    if not count:
        return f"no rows{undated}"
    return f"{count} {'row' if count == 1 else 'rows'}{undated}; `sanctionsgraph show CLAIM` tells one in full"
