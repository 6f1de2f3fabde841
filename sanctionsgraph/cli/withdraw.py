"""`sanctionsgraph withdraw`: an article out of the ledger, with its claims."""

from __future__ import annotations

from typing import Annotated

import typer

from sanctionsgraph.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption, open_ledger
from sanctionsgraph.cli.output import say


def withdraw(
    article: Annotated[str, typer.Argument(help="The article's id, or how it starts.", show_default=False)],
    ledger: LedgerOption = DEFAULT_LEDGER,
    quiet: QuietOption = False,
) -> None:
    """Take an article back, with its claims.

    The start of an id will do where no other begins so. The ledger remembers that the article was there; loading it
    again brings it back.

    Example: sanctionsgraph withdraw article:3f2a
    """
    with open_ledger(ledger) as opened:
        found = opened.resolve_article(article)
        count = opened.withdraw(found.id)
    title = f" ({found.title})" if found.title else ""
    say(f"withdrawn: {found.id}{title}, {count} {'claim' if count == 1 else 'claims'}", quiet)
