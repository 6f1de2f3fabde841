"""`sanctionsgraph read`: the claims of a source, printed."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from sanctionsgraph.cli.options import Format, FormatOption, JobsOption, QuietOption
from sanctionsgraph.cli.output import Problems, print_rows, say
from sanctionsgraph.cli.progress import Progress, shown

if TYPE_CHECKING:
    from graph.model import Claim, Entity, Reading

_COLUMNS = ("relation", "subject", "object", "item", "quantity", "when", "status", "asserted_by", "evidence")


def read(
    source: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)],
    format: FormatOption = Format.table,
    left_out: Annotated[
        bool, typer.Option("--left-out", help="Also say, on stderr, what looked like a claim and is none, and why.")
    ] = False,
    jobs: JobsOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print the claims of a source; store nothing.

    With --format jsonl one claim a line, with its article, its words and why it was read so.

    Example: sanctionsgraph read examples --format jsonl
    """
    from ingest.articles import articles_of
    from ingest.pipeline import read_articles
    from sanctionsgraph.left_out import left_out_of

    report = Problems(quiet)
    rows: list[dict[str, object]] = []
    now = Progress()
    is_in_the_way = format is Format.jsonl and sys.stdout.isatty()
    readings = read_articles(articles_of(source, report=report), jobs=jobs)
    with closing(readings), shown(quiet or is_in_the_way) as show:
        for reading in readings:
            now = now.with_reading(reading)
            show(now)
            for line in left_out_of(reading) if left_out else ():
                say(line)
            if format is Format.jsonl:
                print_rows(claim_rows(reading), format)
            else:
                found = claim_rows(reading)
                rows += found if format is Format.json else map(_flat, found)
    if format is not Format.jsonl:
        print_rows(rows, format, columns=_COLUMNS)
    say(f"{now.claims} claims in {now.articles} articles", quiet)
    raise typer.Exit(report.exit_code)


def claim_rows(reading: Reading) -> list[dict[str, object]]:
    """Return the claims of a reading as plain values, entities with their names."""
    entities = {entity.id: entity for entity in reading.entities}
    article = reading.article
    return [
        {"document": article.document or article.id, **_row(claim, entities), "article": article.id}
        for claim in reading.claims
    ]


def _row(claim: Claim, entities: dict[str, Entity]) -> dict[str, object]:
    quantity = claim.quantity
    return {
        "relation": claim.relation,
        "subject": _entity(claim.subject, entities),
        "object": _entity(claim.object, entities),
        "item": claim.item,
        "quantity": quantity and {"value": quantity.value, "bound": quantity.bound, "unit": quantity.unit},
        "when": claim.when,
        "asserted_by": [_entity(asserter, entities) for asserter in claim.asserted_by],
        "status": claim.status,
        "evidence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "claim": claim.id,
        "why": list(claim.why),
    }


def _entity(entity_id: str | None, entities: dict[str, Entity]) -> dict[str, object] | None:
    if entity_id is None:
        return None
    entity = entities[entity_id]
    known = {"id": entity.id, "name": entity.name, "iso2": entity.iso2, "aliases": list(entity.aliases)}
    return {key: value for key, value in known.items() if value}


def _flat(row: dict[str, object]) -> dict[str, object]:
    """Return a row with plain cells: names for entities, words for the quantity."""
    return {key: _cell(value) for key, value in row.items()}


def _cell(value: object) -> object:
    if isinstance(value, dict):
        if "bound" in value:
            words = {"min": "at least ", "max": "up to ", "about": "about ", "exact": ""}
            return f"{words[value['bound']]}{value['value']:,.15g}{' ' + value['unit'] if value['unit'] else ''}"
        return value["name"]
    return "; ".join(str(_cell(part)) for part in value) if isinstance(value, list) else value
