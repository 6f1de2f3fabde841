"""`sanctionsgraph map`: the graph, or a part of it, as one HTML file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from sanctionsgraph.cli.progress import count, counted

if TYPE_CHECKING:
    from sanctionsgraph.maps import Map
    from sanctionsgraph.maps.atlas import Atlas


class LensName(StrEnum):
    """What stands between giver and receiver."""

    parties = "parties"
    weapons = "weapons"


def map(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write.", show_default=False)
    ] = None,
    atlas: Annotated[
        Path | None,
        typer.Option(
            "--atlas", metavar="DIR", help="Write a folder: an index, and a map of each name.", show_default=False
        ),
    ] = None,
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
    """Draw the graph, or a part of it, into one HTML file, or into a folder of linked ones.

    The file loads nothing from anywhere: it works offline and as an attachment. A click on a line shows the sentences.
    An atlas is for a graph too large for one map: an index, a map of its communities, and a map of each name.

    Example: sanctionsgraph map --about DPRK --hops 2 --from 2023 -o dprk.html
    """
    from graph.errors import UsageError
    from graph.selection import select

    target = output or atlas
    if target is None or (output and atlas):
        raise UsageError("name where the map goes: --output FILE for one map, or --atlas DIR for one of each name")
    with open_store(store, ledger) as opened:
        selection = selection_of(opened, about, hops, relation, from_, to, status)
        selected = select(opened, selection)
    heading = title or ("Sanctions graph" if not about else "Around " + ", ".join(about))
    if atlas:
        from sanctionsgraph.maps.atlas import Atlas

        page = _write_atlas(Atlas(selected, heading, hops, max_nodes, lens.value), target, quiet)
    else:
        from sanctionsgraph.maps import Map

        page = _write_map(Map(selected, heading, max_nodes, selection.about, lens.value), target, quiet)
    if open_:
        typer.launch(page.resolve().as_uri())


def _write_map(drawing: Map, output: Path, quiet: bool) -> Path:
    from graph.exports.files import write_text

    write_text(output, [drawing.html])
    drawn = drawing.drawn
    say(f"{output}: {len(drawn.nodes)} nodes, {len(drawn.lines)} lines, {len(drawing.evidence.claims)} claims", quiet)
    if drawn.left_out:
        say(
            f"{len(drawn.left_out)} nodes left out, those with the fewest lines; --max-nodes draws more, --atlas all",
            quiet,
        )
    if not drawn.nodes:
        say("the map is empty: nothing in the graph passes the options", quiet)
    return output


def _write_atlas(atlas: Atlas, folder: Path, quiet: bool) -> Path:
    from sanctionsgraph.maps.atlas import INDEX, write_atlas

    with counted("writing maps", quiet) as step:
        write_atlas(atlas, folder, step=step)
    names, communities = len(atlas.nodes), len(atlas.communities)
    say(f"{folder / INDEX}: {count(names, 'map')} of names, {communities} of communities", quiet)
    if not atlas.nodes:
        say("the atlas is empty: nothing in the graph passes the options", quiet)
    return folder / INDEX
