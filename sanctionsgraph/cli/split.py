"""`sanctionsgraph split`: the articles found on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sanctionsgraph.cli.options import Format, FormatOption
from sanctionsgraph.cli.output import Problems, print_rows

if TYPE_CHECKING:
    from graph.model import Article

_KEYS = ("title", "publisher", "agency", "published", "text", "relevant", "reason")
_ENDS = 4  # words of the text at either end that a table shows


def split(
    source: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)],
    format: FormatOption = Format.table,
) -> None:
    """Show the articles found on a page; store nothing.

    Of each: title, publisher, agency, date, text, whether it is relevant and why. What a page does not say is empty.

    Example: sanctionsgraph split examples/aggregator-page.txt --format jsonl
    """
    from ingest.articles import articles_of

    report = Problems()
    rows = (_row(article, format) for article in articles_of(source, report=report))
    if format is Format.jsonl:
        for row in rows:
            print_rows([row], format)
    else:
        print_rows(list(rows), format)
    raise typer.Exit(report.exit_code)


def _row(article: Article, format: Format) -> dict[str, object]:
    row: dict[str, object] = {key: getattr(article, key) for key in _KEYS}
    if format is Format.table:
        words = article.text.split()
        row["text"] = " ".join([*words[:_ENDS], "...", *words[-_ENDS:]]) if len(words) > 2 * _ENDS else article.text
    return row
