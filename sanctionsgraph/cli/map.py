"""`sanctionsgraph map`: the graph, or a part of it, as one HTML file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sanctionsgraph.cli.options import (
    DEFAULT_LEDGER,
    AboutOption,
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
from sanctionsgraph.cli.output import say


class LensName(StrEnum):
    """What stands between giver and receiver."""

    parties = "parties"
    weapons = "weapons"


def map(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write.")],
    about: AboutOption = None,
    hops: HopsOption = 1,
    relation: RelationOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    status: StatusOption = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The heading of the map.")] = None,
    max_nodes: Annotated[
        int, typer.Option("--max-nodes", min=1, metavar="N", help="Draw no more; the most connected stay.")
    ] = 250,
    lens: Annotated[
        LensName, typer.Option("--lens", help="Lines between parties, or through what changed hands.")
    ] = LensName.parties,
    open_: Annotated[bool, typer.Option("--open", help="Open the map in the browser.")] = False,
    store: StoreOption = StoreName.memory,
    ledger: LedgerOption = DEFAULT_LEDGER,
    quiet: QuietOption = False,
) -> None:
    """Draw the graph, or a part of it, into one HTML file.

    The file loads nothing from anywhere: it works offline and as an attachment. A click on a line shows the sentences.

    Example: sanctionsgraph map --about DPRK --hops 2 --from 2023 -o dprk.html
    """
    from graph.exports.files import write_text
    from graph.selection import select
    from sanctionsgraph.maps import Map

    with open_store(store, ledger) as opened:
        selection = selection_of(opened, about, hops, relation, from_, to, status)
        selected = select(opened, selection)
    heading = title or ("Sanctions graph" if not about else "Around " + ", ".join(about))
    drawing = Map(selected, heading, max_nodes, selection.about, lens.value)
    write_text(output, [drawing.html])
    drawn = drawing.drawn
    say(f"{output}: {len(drawn.nodes)} nodes, {len(drawn.lines)} lines, {len(drawing.evidence.claims)} claims", quiet)
    if drawn.left_out:
        say(f"{len(drawn.left_out)} nodes left out, those with the fewest lines; --max-nodes draws more", quiet)
    if not drawn.nodes:
        say("the map is empty: nothing in the graph passes the options", quiet)
    if open_:
        typer.launch(output.resolve().as_uri())
