"""`sanctionsgraph articles`: what the ledger holds."""

from __future__ import annotations

from sanctionsgraph.cli.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption, open_ledger
from sanctionsgraph.cli.output import print_rows

_COLUMNS = ("id", "title", "publisher", "agency", "published", "relevant", "claims")
_OTHERS = ("reason", "url", "source", "document")


def articles(ledger: LedgerOption = DEFAULT_LEDGER, format: FormatOption = Format.table) -> None:
    """List the articles that the ledger holds.

    Example: sanctionsgraph articles --format csv
    """
    with open_ledger(ledger) as opened:
        counts = opened.claim_counts()
        rows = [
            {key: counts[article.id] if key == "claims" else getattr(article, key) for key in (*_COLUMNS, *_OTHERS)}
            for article in opened.articles()
        ]
    print_rows(rows, format, columns=_COLUMNS)
