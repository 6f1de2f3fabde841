"""`sanctionsgraph export`: the graph, or a part of it, in another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sanctionsgraph.cli.options import (
    DEFAULT_LEDGER,
    AboutOption,
    Format,
    FromOption,
    HopsOption,
    LedgerOption,
    QuietOption,
    RelationOption,
    StatusOption,
    StoreName,
    StoreOption,
    ToOption,
    open_store,
    selection_of,
)
from sanctionsgraph.cli.output import print_rows, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.selection import Selected

_STDOUT = Path("-")


def export(
    format: Annotated[str | None, typer.Argument(help="Which format; without it, they are listed.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.")
    ] = None,
    about: AboutOption = None,
    hops: HopsOption = 1,
    relation: RelationOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    status: StatusOption = None,
    load_times: Annotated[
        bool, typer.Option("--load-times", help="Tell when each article came into the ledger, too.")
    ] = False,
    store: StoreOption = StoreName.memory,
    ledger: LedgerOption = DEFAULT_LEDGER,
    quiet: QuietOption = False,
) -> None:
    """Write the graph, or a part of it, in another format; without one, list them.

    The file is written whole or not at all; the same graph gives the same bytes.

    Example: sanctionsgraph export turtle --about DPRK --from 2023 -o dprk.ttl
    """
    from graph.errors import UsageError
    from graph.exports import EXPORTS, export_named
    from graph.selection import select

    if format is None:
        rows = [{"format": e.name, "suffix": e.suffix, "for": e.purpose, "read_by": e.tools} for e in EXPORTS.values()]
        print_rows(rows, Format.table)
        return
    chosen = export_named(format)
    if output is None:
        raise UsageError(f"where to? Add -o graph{chosen.suffix}, or -o - for standard output")
    with open_store(store, ledger) as opened:
        selected = select(opened, selection_of(opened, about, hops, relation, from_, to, status))
    if not load_times:
        selected = selected.without_load_times()
    if output == _STDOUT:
        _print(chosen.lines(selected))
    else:
        chosen.write(selected, output)
        say(f"{output}: {_told(selected)}, as {chosen.name}", quiet)


def _print(pieces: Iterable[str]) -> None:
    stream = typer.get_binary_stream("stdout")
    for piece in pieces:
        stream.write(piece.encode("utf-8"))
    stream.flush()


def _told(selected: Selected) -> str:
    counted = (
        (len(selected.claims), "claim", "claims"),
        (len(selected.facts), "fact", "facts"),
        (len(selected.entities), "entity", "entities"),
        (len(selected.articles), "article", "articles"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counted)
