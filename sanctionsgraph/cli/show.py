"""`sanctionsgraph show`: everything known about one thing, with the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sanctionsgraph.cli.completion import complete_thing
from sanctionsgraph.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    LedgerOption,
    StoreName,
    StoreOption,
    open_store,
)
from sanctionsgraph.cli.output import print_rows, print_text

if TYPE_CHECKING:
    from queries.dossier import Dossier


def show(
    what: Annotated[
        str,
        typer.Argument(
            metavar="ID-OR-NAME",
            help="A name or an id; of a claim or an article, its start will do.",
            autocompletion=complete_thing,
        ),
    ],
    store: StoreOption = StoreName.memory,
    ledger: LedgerOption = DEFAULT_LEDGER,
    format: FormatOption = Format.table,
) -> None:
    """Tell everything known about an entity, an item or a claim, with the words.

    As a table it is text to read; json gives the same as data, jsonl and csv its claims one by one.

    Example: sanctionsgraph show DPRK
    """
    from queries.dossier import dossier
    from queries.telling import claims_of

    with open_store(store, ledger) as opened:
        found = dossier(opened, what)
    if format is Format.table:
        from queries.telling import tell

        print_text(tell(found))
    elif format is Format.json:
        _print_json(found)
    else:
        from queries.telling import claim_data

        print_rows([claim_data(joined) for joined in claims_of(found)], format)


def _print_json(found: Dossier) -> None:
    import json

    from queries.telling import as_data

    typer.echo(json.dumps(as_data(found), ensure_ascii=False, indent=2))
