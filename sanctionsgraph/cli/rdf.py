"""The options of `export` that are about RDF, and what they stand for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.exports import Export
    from graph.rdf.description import Profile
    from graph.selection import Part


class ProfileName(StrEnum):
    """What of the graph is written as RDF."""

    full = "full"
    flat = "flat"


ProfileOption = Annotated[
    ProfileName,
    typer.Option(
        "--profile", help="RDF: `full` has all of it; `flat` entities, items and what is affirmed between them alone."
    ),
]
TripleTermsOption = Annotated[
    bool, typer.Option("--rdf12", help="RDF: a claim has what it is about as one triple term (RDF 1.2), too.")
]
NoQuotesOption = Annotated[
    bool,
    typer.Option("--no-quotes", help="RDF: digests and offsets stand for sentences and for the texts of articles."),
]
ValidateOption = Annotated[
    bool, typer.Option("--validate", help="RDF: check it by the shapes first, and write nothing that they refuse.")
]
VoidOption = Annotated[
    Path | None,
    typer.Option("--void", metavar="FILE", help="RDF: describe the file in another (VoID, DCAT): counts, SHA-256."),
]


def profile_of(
    chosen: Export, profile: ProfileName, rdf12: bool, no_quotes: bool, validate: bool, void: Path | None
) -> Profile:
    """Return the profile that the options name.

    Raises:
        UsageError: they do not go with the format.
        DataError: the shapes are asked for, and what they need is not installed.
    """
    from graph.errors import UsageError
    from graph.exports import EXPORTS
    from graph.rdf.description import Profile

    given = {
        "--profile": profile is ProfileName.flat, "--rdf12": rdf12, "--no-quotes": no_quotes, "--validate": validate,
        "--void": void is not None,
    }  # fmt: skip
    named = next((option for option, is_given in given.items() if is_given), None)
    if named and not chosen.is_rdf:
        formats = ", ".join(export.name for export in EXPORTS.values() if export.is_rdf)
        raise UsageError(f"{named} goes with RDF alone ({formats}), not with {chosen.name}")
    if validate:
        from graph.rdf.validation import require_shacl

        require_shacl()
    return Profile(is_flat=profile is ProfileName.flat, has_triple_terms=rdf12, has_quotes=not no_quotes)


def write_description(chosen: Export, selected: Part, profile: Profile, described: Path, path: Path) -> None:
    """Write at `path` what the file `described` holds.

    Raises:
        DataError: it cannot be written.
    """
    from graph.exports.dataset import description
    from graph.exports.files import write_text

    write_text(path, description(chosen, selected, profile, described))
