"""Exports back into a ledger, and how a file or standard input is known for one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from graph.errors import DataError, SourceError
from graph.imports.syntax import HEAD, Syntax, syntax_of
from graph.ledger.checks import named_in
from graph.model import Claim, Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.ledger import Ledger
    from graph.model import Reading
    from ingest.sources import Report
    from sanctionsgraph.loading import Tally

Record = TypeVar("Record", Claim, Entity)


def export_syntax(source: str) -> Syntax | None:
    """Return how the export is written that a file, or standard input (`-`), holds; None for pages and folders."""
    try:
        if source == "-":
            return syntax_of("", _peek(sys.stdin.buffer))
        path = Path(source)
        if "\0" in source or not path.is_file():
            return None
        with path.open("rb") as file:
            return syntax_of(path.suffix, file.read(HEAD))
    except OSError:
        return None  # whoever reads it says why


def restore(
    ledger: Ledger,
    source: str,
    syntax: Syntax,
    *,
    report: Report,
    tally: Tally,
    step: Callable[[Tally], None] = lambda _: None,
) -> None:
    """Put what an export holds into `ledger`: all of it, or, where something is wrong with it, nothing.

    What the ledger holds already is known and stays as it is. An article of which both hold some claims, by the same
    reader, has them all afterwards.

    Args:
        ledger: What to load into.
        source: The file, or `-`.
        syntax: How it is written.
        report: Told what is wrong with it.
        tally: What to count in.
        step: Called after each article.
    """
    from graph.imports import read_export
    from ingest.sources import SourceProblem

    try:
        with _opened(source) as file:
            readings = read_export(file, syntax)
    except DataError as error:
        report(SourceProblem(source, None, str(error)))
        return
    held = {entity.id: entity for entity in ledger.entities()}
    for reading in readings:
        before = {claim.id: claim for claim in ledger.claims_of(reading.article.id)}
        united = _united(reading, before, held)
        is_known = ledger.article(reading.article.id) == reading.article and united.claims == tuple(before.values())
        if is_known and all(_is_known(entity, held.get(entity.id)) for entity in reading.entities):
            tally.known += 1
        else:
            tally.count(united, ledger.add(united), set(before))
        step(tally)


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    try:
        if source == "-":
            yield sys.stdin.buffer
        else:
            with Path(source).open("rb") as file:
                yield file
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror or error}") from error


def _peek(stream: BinaryIO) -> bytes:
    if hasattr(stream, "peek"):
        head: bytes = stream.peek(HEAD)
        return head
    head = stream.read(HEAD)
    stream.seek(-len(head), 1)
    return head


def _united(reading: Reading, before: dict[str, Claim], held: dict[str, Entity]) -> Reading:
    """Return the reading with those of the claims before that the same reader drew: parts of one export meet so."""
    readers = {(claim.extractor, claim.version) for claim in reading.claims}
    kept = before if readers <= {(claim.extractor, claim.version) for claim in before.values()} else {}
    claims = {claim.id: claim for claim in reading.claims} | kept
    entities = {name: held[name] for claim in kept.values() for name in named_in(claim)}
    entities |= {entity.id: entity for entity in reading.entities}
    return replace(reading, claims=_in_order(claims), entities=_in_order(entities))


def _in_order(by_id: dict[str, Record]) -> tuple[Record, ...]:
    return tuple(by_id[name] for name in sorted(by_id))


def _is_known(entity: Entity, held: Entity | None) -> bool:
    return held is not None and {entity.name, *entity.aliases} <= {held.name, *held.aliases}
