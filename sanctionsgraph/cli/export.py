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
    open_ledger,
    open_store,
    selection_of,
)
from sanctionsgraph.cli.output import print_rows, say
from sanctionsgraph.cli.rdf import (
    NoQuotesOption,
    ProfileName,
    ProfileOption,
    TripleTermsOption,
    ValidateOption,
    VoidOption,
    profile_of,
    write_description,
)

if TYPE_CHECKING:
    from graph.exports import Export
    from graph.exports.network import Looks
    from graph.rdf.description import Profile
    from graph.selection import Part

_STDOUT = Path("-")


def export(
    format: Annotated[str | None, typer.Argument(help="Which format; without it, they are listed.")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The file (or folder) to write; - is standard output."),
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
    profile: ProfileOption = ProfileName.full,
    rdf12: TripleTermsOption = False,
    no_quotes: NoQuotesOption = False,
    validate: ValidateOption = False,
    void: VoidOption = None,
    store: StoreOption = StoreName.memory,
    ledger: LedgerOption = DEFAULT_LEDGER,
    quiet: QuietOption = False,
) -> None:
    """Write the graph, or a part of it, in another format; without one, list them.

    The file is written whole or not at all; the same graph gives the same bytes.

    Example: sanctionsgraph export turtle --about DPRK --from 2023 -o dprk.ttl
    """
    from graph.exports import export_named
    from graph.selection import select

    if format is None:
        _list_formats()
        return
    chosen = export_named(format)
    _check(chosen, output, void)
    told = profile_of(chosen, profile, rdf12, no_quotes, validate, void)
    is_whole = store is StoreName.memory and not (about or relation or from_ or to or status)
    if chosen.is_rdf and is_whole and not validate:
        from graph.streaming import Streamed

        with open_ledger(ledger) as source:
            _write(chosen, Streamed(source, with_load_times=load_times), told, output, void, quiet)
        return
    with open_store(store, ledger) as opened:
        selected = select(opened, selection_of(opened, about, hops, relation, from_, to, status))
    if not load_times:
        selected = selected.without_load_times()
    if validate:
        from graph.rdf.validation import check_selected

        check_selected(selected, told)
    _write(chosen, selected, told, output, void, quiet)


def _write(chosen: Export, part: Part, profile: Profile, output: Path | None, void: Path | None, quiet: bool) -> None:
    how = _looks(part) if chosen.is_drawn else profile if chosen.is_rdf else None
    if output is None or output == _STDOUT:
        stream = typer.get_binary_stream("stdout")
        chosen.fill(part, stream, how)
        stream.flush()
        return
    chosen.write(part, output, how)
    if void is not None:
        write_description(chosen, part, profile, output, void)
    say(f"{output}: {_told(part)}, as {chosen.name}", quiet)


def _list_formats() -> None:
    from graph.exports import EXPORTS

    rows: list[dict[str, object]] = [
        {"format": e.name, "suffix": e.suffix or "(folder)", "for": e.purpose, "read_by": e.tools}
        for e in EXPORTS.values()
    ]
    missing = {e.name: e.remedy for e in EXPORTS.values() if e.remedy}
    if missing:
        rows = [row | {"missing": missing.get(str(row["format"]), "")} for row in rows]
    print_rows(rows, Format.table)


def _check(chosen: Export, output: Path | None, void: Path | None) -> None:
    """Refuse what cannot be before the graph is read."""
    from graph.errors import UsageError

    chosen.require()
    if output is None:
        or_else = "which becomes a folder" if chosen.is_folder else "or -o - for standard output"
        raise UsageError(f"where to? Add -o graph{chosen.suffix}, {or_else}")
    if chosen.is_folder and output == _STDOUT:
        raise UsageError(f"{chosen.name} is a folder of files; name one with -o")
    if void is not None and output == _STDOUT:
        raise UsageError("--void describes a file: name one with -o")
    if void is not None and void.resolve() == output.resolve():
        raise UsageError("--void goes into a file of its own, not into the one that it describes")


def _looks(part: Part) -> Looks:
    from graph.selection import Selected
    from sanctionsgraph.maps.appearance import looks_of

    assert isinstance(part, Selected)
    return looks_of(part)


def _told(part: Part) -> str:
    counted = (
        (len(part.claims), "claim", "claims"),
        (len(part.facts), "fact", "facts"),
        (len(part.entities), "entity", "entities"),
        (len(part.articles), "article", "articles"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counted)
