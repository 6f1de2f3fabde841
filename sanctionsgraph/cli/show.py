"""`sanctionsgraph show`: everything known about one thing, with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sanctionsgraph.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    LedgerOption,
    StoreName,
    StoreOption,
    open_store,
)
from sanctionsgraph.cli.output import plain

if TYPE_CHECKING:
    from queries.dossier import ArticleDossier, ClaimDossier, Dossier, EntityDossier, ItemDossier
    from queries.joined import JoinedClaim

_WIDTH = 96


def show(
    what: Annotated[
        str, typer.Argument(metavar="ID-OR-NAME", help="A name or id, or the start of a claim's or article's id.")
    ],
    store: StoreOption = StoreName.memory,
    ledger: LedgerOption = DEFAULT_LEDGER,
    format: FormatOption = Format.table,  # noqa: A002 - the option's name
) -> None:
    """Tell everything known about an entity, an item or a claim, with the words.

    Example: sanctionsgraph show DPRK
    Example: sanctionsgraph show 3fa81c90 --format json
    """
