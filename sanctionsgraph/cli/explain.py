"""`sanctionsgraph explain`: why a claim was read as it was."""

from __future__ import annotations

from typing import Annotated

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
from sanctionsgraph.cli.output import print_rows, print_text


def explain(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or its start.")],
    store: StoreOption = StoreName.memory,
    ledger: LedgerOption = DEFAULT_LEDGER,
    format: FormatOption = Format.table,
) -> None:
    """Say why a claim was read as it was: the words for each part, the lexicon entry, the rules.

    The marked words stand in [brackets]. A part without words of its own was taken from the sentences around.

    Example: sanctionsgraph explain 3f2a91
    """
    from dataclasses import asdict

    from graph.errors import UsageError
    from queries.dossier import ClaimDossier, dossier
    from sanctionsgraph.explaining import explain_claim, tell

    with open_store(store, ledger) as opened:
        found = dossier(opened, claim)
    if not isinstance(found, ClaimDossier):
        raise UsageError(f"{claim!r} is no claim: `sanctionsgraph show {claim!r}` lists claims with their ids")
    explanation = explain_claim(found.joined)
    if format is Format.table:
        print_text(tell(explanation))
    else:
        print_rows([asdict(explanation)], format)
