"""`sanctionsgraph doctor`: what is installed, reachable and missing, with the remedy."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Literal

import typer

from sanctionsgraph.cli.options import DEFAULT_LEDGER, Format, FormatOption, open_ledger
from sanctionsgraph.cli.output import print_rows

LIBRARIES = ("spacy", "trafilatura", "pypdf", "networkx", "rdflib", "pyvis")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found. `absent` is a part that nobody asked for; `broken` is one that is needed.

    Where `detail` is an error's message, the remedy stands in it.
    """

    what: str
    state: Literal["ok", "absent", "broken"]
    detail: str
    remedy: str = ""


def doctor(
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", metavar="FILE", envvar="SANCTIONSGRAPH_LEDGER", help="The ledger to look at."),
    ] = None,
    format: FormatOption = Format.table,
) -> None:
    """Say what is installed, reachable and missing, with the remedy.

    Ends with 1 if something is broken: a library that is missing, a ledger that cannot be read, a Neo4j server that
    NEO4J_URI names and that does not answer.

    Example: sanctionsgraph doctor --ledger demo/ledger.db
    """
    findings = list(examine(ledger))
    print_rows([asdict(finding) for finding in findings], format)
    raise typer.Exit(int(any(finding.state == "broken" for finding in findings)))


def examine(ledger: Path | None) -> Iterator[Finding]:
    """Yield what is found, part by part; `ledger` is the one the user named, if any."""
    yield Finding("Python", "ok", sys.version.split()[0])
    for library in ("sanctionsgraph", *LIBRARIES):
        yield _library(library)
    yield _language_model()
    yield _ledger(ledger or DEFAULT_LEDGER, is_named=ledger is not None)
    yield _neo4j()


def _library(name: str) -> Finding:
    try:
        return Finding(name, "ok", version(name))
    except PackageNotFoundError:
        return Finding(name, "broken", "not installed", "make venv")


def _language_model() -> Finding:
    from graph.errors import DataError
    from ingest.parsing.language import load_language

    try:
        meta = load_language().meta
    except (DataError, ImportError, OSError) as error:
        return Finding("English model", "broken", str(error), "make venv")
    return Finding("English model", "ok", f"{meta['lang']}_{meta['name']} {meta['version']}")


def _ledger(path: Path, *, is_named: bool) -> Finding:
    from datetime import UTC, datetime

    from graph.errors import LedgerError

    if not path.exists() and not is_named:
        return Finding("ledger", "absent", f"no {path} here", "sanctionsgraph load SOURCE, or name one with --ledger")
    try:
        with open_ledger(path) as ledger:
            problems = ledger.integrity()
            claims, last = ledger.claim_counts(), ledger.last_event()
    except LedgerError as error:
        return Finding("ledger", "broken", str(error))
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        return Finding(
            "ledger",
            "broken",
            f"{path}: {problems[0]}{more}",
            "put back a copy (`backup`), or load the sources into another ledger",
        )
    told = f"{path}: {len(claims)} articles, {sum(claims.values())} claims"
    if last is not None and last > datetime.now(UTC).isoformat():
        clock = f"its last entry is dated {last}, which is yet to come"
        return Finding("ledger", "broken", f"{told}; {clock}", "set this machine's clock; what is kept stays right")
    return Finding("ledger", "ok", told)


def _neo4j() -> Finding:
    from graph.errors import SanctionsGraphError

    try:
        driver = version("neo4j")
    except PackageNotFoundError:
        return Finding("Neo4j", "absent", "no driver installed", "pip install neo4j")
    if "NEO4J_URI" not in os.environ:
        return Finding("Neo4j", "absent", f"driver {driver}; no server named", "set NEO4J_URI and NEO4J_PASSWORD")
    from graph.stores.neo4j import Neo4jStore

    try:
        with Neo4jStore.from_environment() as store:
            next(store.entities(), None)
    except SanctionsGraphError as error:
        return Finding("Neo4j", "broken", str(error))
    return Finding("Neo4j", "ok", f"{os.environ['NEO4J_URI']}, driver {driver}")
